"""YAML read strictly: strings stay strings, and each fault has a line and a column.

PyYAML turns ``no`` into False and ``12:30`` into 750, and lets a second key win in silence.
Here every scalar is text, a duplicate or unknown key is a problem, and so is an alias:
nothing in our files needs one, and nested aliases are how a small file fills the memory.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

import yaml

from glossary.problem import Problem, ProblemsError, near_match

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MAX_DEPTH = 50
_SECOND = 'a second document begins; a file of ours is one, without "---" inside'
_STARTS = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
_ENDS = (yaml.SequenceEndEvent, yaml.MappingEndEvent)
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Node:
    """A YAML node that is asked for what it should be, and notes a problem where it is not.

    ``value`` is a text, a list of nodes, or for a mapping a tuple of pairs of them.
    """

    __slots__ = ("_event", "_path", "_problems", "_value")

    def __init__(self, event: Any, value: _Value, path: str, problems: list[Problem]) -> None:
        self._event = event  # with which the node begins
        self._value = value
        self._path = path
        self._problems = problems

    @property
    def line(self) -> int:
        """The line of the node, from 1."""
        return int(self._event.start_mark.line) + 1

    @property
    def column(self) -> int:
        """The column of the node in code points, from 1."""
        return int(self._event.start_mark.column) + 1

    @property
    def is_mapping(self) -> bool:
        """Whether the node is a mapping."""
        return isinstance(self._value, tuple)

    def fail(self, message: str, offset: int = 0) -> None:
        """Note a problem at this node, or ``offset`` characters into its text."""
        if offset and getattr(self._event, "style", None) in ("'", '"'):
            offset += 1
        self._problems.append(Problem(self._path, self.line, self.column + offset, message))

    def mapping(
        self, allowed: Collection[str] | None, required: Collection[str] = ()
    ) -> dict[str, Node]:
        """Return the entries of a mapping; ``allowed=None`` admits any key."""
        if not isinstance(self._value, tuple):
            self.fail(f"expected a mapping (key: value), found {self._describe()}")
            return {}
        found: dict[str, Node] = {}
        for key, value in self._value:
            name = key.text()
            if name in found:
                key.fail(f'the key "{name}" stands here twice')
            elif allowed is not None and name not in allowed:
                known = ", ".join(sorted(allowed))
                near = near_match(name, allowed)
                if self._event.flow_style and " " in name:
                    near = "; a text with a comma in {…} needs quotation marks"
                key.fail(f'unknown key "{name}"{near} (known: {known})')
            else:
                found[name] = value
        for name in required:
            if name not in found:
                self.fail(f'the key "{name}" is missing')
        return found

    def items(self) -> list[Node]:
        """Return the items of a list; a single text counts as a list of one."""
        if isinstance(self._value, str):
            return [self]
        if not isinstance(self._value, list):
            self.fail(f"expected a list ([a, b] or lines with -), found {self._describe()}")
            return []
        return self._value

    def text(self) -> str:
        """Return a scalar as text, never empty."""
        if not isinstance(self._value, str):
            self.fail(f"expected a text, found {self._describe()}")
            return ""
        value = self._value.strip()
        if not value:
            self.fail("expected a text, found nothing")
        return value

    def texts(self) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(item.text() for item in self.items())

    def choice(self, choices: Collection[str]) -> str:
        """Return a text that is one of ``choices``, or the first of them after a problem."""
        value = self.text()
        if value in choices:
            return value
        self.fail(f'expected {" or ".join(choices)}, found "{value}"{near_match(value, choices)}')
        return next(iter(choices))

    def flag(self) -> bool:
        """Return a truth value, written ``true`` or ``false``."""
        return self.choice(("true", "false")) == "true"

    def number(self) -> int:
        """Return a whole number that is not negative."""
        value = self.text()
        if value.isascii() and value.isdigit():
            return int(value[:18])
        self.fail(f'expected a whole number, found "{value}"')
        return 0

    def date(self) -> date | None:
        """Return a date written as 2024-03-05."""
        value = self.text()
        try:
            return date.fromisoformat(value if _DATE.fullmatch(value) else "")
        except ValueError:
            self.fail(f'expected a date such as 2024-03-05, found "{value}"')
            return None

    def _describe(self) -> str:
        if isinstance(self._value, tuple):
            return "a mapping"
        if isinstance(self._value, list):
            return "a list"
        return f'"{self._value}"' if self._value else "nothing"


_Value = str | list[Node] | tuple[tuple[Node, Node], ...]


def parse(content: str, path: str, problems: list[Problem]) -> Node | None:
    """Parse YAML into a :class:`Node`, or None for an empty file.

    Problems found while the node is read are added to ``problems``.

    Raises:
        ProblemsError: the file is not YAML at all, or nested more deeply than anything of ours.
    """
    roots: list[Node] = []
    try:
        for node in _nodes(content, path, problems):
            if roots:
                raise ProblemsError([Problem(path, node.line, node.column, _SECOND)])
            roots.append(node)
    except yaml.YAMLError as error:
        raise ProblemsError([_syntax_problem(error, content, path)]) from error
    return roots[0] if roots else None


def _nodes(content: str, path: str, problems: list[Problem]) -> Iterator[Node]:
    """Yield the root of each document, made from the parser's events in one pass."""
    rows: list[list[Node]] = [[]]  # the nodes so far in the document and in each open collection
    opened: list[Any] = []
    events: Iterable[Any] = yaml.parse(content, Loader=_Loader)
    for event in events:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            rows[-1].append(Node(event, event.value, path, problems))
        elif kind in _STARTS:
            opened.append(event)
            rows.append([])
            if len(rows) > _MAX_DEPTH:
                line = event.start_mark.line + 1
                raise ProblemsError([Problem(path, line, 1, "nested too deeply to be read")])
        elif kind in _ENDS:
            row = rows.pop()
            value = (
                row
                if kind is yaml.SequenceEndEvent
                else tuple(zip(row[::2], row[1::2], strict=True))
            )
            rows[-1].append(Node(opened.pop(), value, path, problems))
        elif kind is yaml.AliasEvent:
            rows[-1].append(Node(event, "?", path, problems))
            rows[-1][-1].fail("aliases (*name) are not used in this file; write the value out")
        elif kind is yaml.DocumentEndEvent:
            yield rows[-1].pop()


def _syntax_problem(error: yaml.YAMLError, content: str, path: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Problem(path, 1, 1, f"not valid YAML: {' '.join(str(error).split())}")
    lines = content.splitlines()
    # PyYAML names the line on which it gave up; the full-width mark is there or just above.
    for number in (mark.line, mark.line - 1):
        if 0 <= number < len(lines) and "：" in lines[number]:
            column = lines[number].index("：") + 1
            return Problem(
                path,
                number + 1,
                column,
                'not valid YAML: a full-width "：" stands where ": " is needed',
            )
    reason = " ".join(str(getattr(error, "problem", None) or error).split())
    hint = 'a text with ": ", ", ", " #" or brackets needs straight quotation marks'
    return Problem(path, mark.line + 1, mark.column + 1, f"not valid YAML: {reason}; {hint}")
