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


def _by_value(kind: type[Enum]) -> dict[str, Any]:
    return {member.value: member for member in kind}


# To ask a dict for a member is much faster than to call the enumeration.
_STATUSES, _TYPES, _FAULTS = map(_by_value, (Status, TermType, Fault))
_CONFIDENCES, _OVERRIDES = map(_by_value, (Confidence, Override))


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
    """Return the concept that :func:`encode` wrote; ``data`` is used up."""
    _read(data, confidence=_CONFIDENCES, override=_OVERRIDES)
    data["terms"] = tuple([_term(item) for item in data["terms"]])
    data["location"] = Location(**data["location"])
    for name, model in (("sources", Source), ("examples", Example)):
        if name in data:
            data[name] = tuple([model(**item) for item in data[name]])
    for name in ("includes", "see_also"):
        if name in data:
            data[name] = tuple(data[name])
    return Concept(**data)


def _term(data: dict[str, Any]) -> Term:
    _read(data, status=_STATUSES, type=_TYPES, fault=_FAULTS)
    if "condition" in data:
        data["condition"] = _condition(data["condition"])
    return Term(**data)


def _condition(data: dict[str, Any]) -> Condition:
    lists = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
    return Condition(**(data | lists))


def _read(data: dict[str, Any], **members: dict[str, Any]) -> None:
    """Replace the values of enumerations and the dates by what they stand for."""
    for name, by_value in members.items():
        if name in data:
            data[name] = by_value[data[name]]
    for name in ("since", "until"):
        if name in data:
            data[name] = date.fromisoformat(data[name])
