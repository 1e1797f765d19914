"""Concepts as plain JSON values, for the compiled glossary. Empty fields are left out."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from glossary.model import (
    Concept,
    Condition,
    Confidence,
    Example,
    Fault,
    Location,
    Override,
    Source,
    Status,
    Term,
    TermType,
)


def encode(value: Any) -> Any:
    """Return a model value as JSON values."""
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    pairs = ((name, getattr(value, name)) for name in value.__dataclass_fields__)
    return {name: encode(item) for name, item in pairs if item not in (None, (), False)}


def decode_concept(data: dict[str, Any]) -> Concept:
    """Return the concept that :func:`encode` wrote."""
    plain = _dates(data) | {
        "confidence": Confidence(data["confidence"]),
        "override": Override(data["override"]),
    }
    plain["terms"] = tuple(_term(item) for item in data["terms"])
    plain["location"] = Location(**data["location"])
    plain["sources"] = tuple(Source(**item) for item in data.get("sources", ()))
    plain["examples"] = tuple(Example(**item) for item in data.get("examples", ()))
    plain["includes"] = tuple(data.get("includes", ()))
    plain["see_also"] = tuple(data.get("see_also", ()))
    return Concept(**plain)


def _term(data: dict[str, Any]) -> Term:
    plain = _dates(data) | {"status": Status(data["status"]), "type": TermType(data["type"])}
    if "fault" in data:
        plain["fault"] = Fault(data["fault"])
    if "condition" in data:
        plain["condition"] = _condition(data["condition"])
    return Term(**plain)


def _condition(data: dict[str, Any]) -> Condition:
    lists = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
    return Condition(**(data | lists))


def _dates(data: dict[str, Any]) -> dict[str, Any]:
    days = {key: date.fromisoformat(data[key]) for key in ("since", "until") if key in data}
    return data | days
