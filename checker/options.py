"""The options of a rule as they stand in a configuration, checked against its declaration."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from checker.rule import RuleInfo
from glossary.strict_yaml import Node


def read_options(nodes: dict[str, Node], info: RuleInfo) -> dict[str, Any]:
    """Return the option values of a rule by field name; faults are noted as problems."""
    values: dict[str, Any] = {}
    for field in fields(info.rule.Options):
        key = field.name.replace("_", "-")
        if key in nodes:
            values[field.name] = _value(nodes[key], field.default)
    return values


def _value(node: Node, default: Any) -> Any:
    if isinstance(default, bool):
        return node.flag()
    if isinstance(default, int):
        return node.number()
    if isinstance(default, tuple):
        return tuple(item.text() for item in node.items())
    return node.text()
