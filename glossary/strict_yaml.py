"""YAML read strictly: strings stay strings, and each fault has a line and a column.

PyYAML turns ``no`` into False and ``12:30`` into 750, and lets a second key win in silence.
Here every scalar is text, a duplicate or unknown key is a problem, and so is an alias:
nothing in our files needs one, and nested aliases are how a small file fills the memory.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from typing import Any

import yaml

from glossary.problem import Problem, ProblemsError, near_match

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MAX_DEPTH = 50
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Node:
    """A YAML node that is asked for what it should be, and notes a problem where it is not."""

    def __init__(self, raw: yaml.Node, path: str, problems: list[Problem], seen: set[int]) -> None:
        self._raw = raw
        self._path = path
        self._problems = problems
        self._seen = seen

    @property
    def line(self) -> int:
        """The line of the node, from 1."""
        return int(self._raw.start_mark.line) + 1

    @property
    def column(self) -> int:
        """The column of the node in code points, from 1."""
        return int(self._raw.start_mark.column) + 1

    @property
    def is_mapping(self) -> bool:
        """Whether the node is a mapping."""
        return isinstance(self._raw, yaml.MappingNode)

    def fail(self, message: str, offset: int = 0) -> None:
        """Note a problem at this node, or ``offset`` characters into its text."""
        if offset and getattr(self._raw, "style", None) in ("'", '"'):
            offset += 1
        self._problems.append(Problem(self._path, self.line, self.column + offset, message))

    def mapping(
        self, allowed: Collection[str] | None, required: Collection[str] = ()
    ) -> dict[str, Node]:
        """Return the entries of a mapping; ``allowed=None`` admits any key."""
        if not isinstance(self._raw, yaml.MappingNode):
            self.fail(f"expected a mapping (key: value), found {self._describe()}")
            return {}
        found: dict[str, Node] = {}
        for raw_key, raw_value in self._raw.value:
            key, value = self._child(raw_key), self._child(raw_value)
            name = key.text()
            if name in found:
                key.fail(f'the key "{name}" stands here twice')
            elif allowed is not None and name not in allowed:
                known = ", ".join(sorted(allowed))
                near = near_match(name, allowed)
                if self._raw.flow_style and " " in name:
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
        if isinstance(self._raw, yaml.ScalarNode):
            return [self]
        if not isinstance(self._raw, yaml.SequenceNode):
            self.fail(f"expected a list ([a, b] or lines with -), found {self._describe()}")
            return []
        return [self._child(raw) for raw in self._raw.value]

    def text(self) -> str:
        """Return a scalar as text, never empty."""
        if not isinstance(self._raw, yaml.ScalarNode):
            self.fail(f"expected a text, found {self._describe()}")
            return ""
        value = str(self._raw.value).strip()
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

    def _child(self, raw: yaml.Node) -> Node:
        child = Node(raw, self._path, self._problems, self._seen)
        if id(raw) in self._seen:
            child.fail("aliases (*name) are not used in this file; write the value out")
            child._raw = yaml.ScalarNode("", "?", raw.start_mark, raw.end_mark)
        self._seen.add(id(raw))
        return child

    def _describe(self) -> str:
        if isinstance(self._raw, yaml.MappingNode):
            return "a mapping"
        if isinstance(self._raw, yaml.SequenceNode):
            return "a list"
        return f'"{self._raw.value}"' if self._raw.value else "nothing"


def parse(content: str, path: str, problems: list[Problem]) -> Node | None:
    """Parse YAML into a :class:`Node`, or None for an empty file.

    Problems found while the node is read are added to ``problems``.

    Raises:
        ProblemsError: the file is not YAML at all.
    """
    try:
        _check_depth(content, path)
        raw = yaml.compose(content, Loader=_Loader)
    except yaml.YAMLError as error:
        raise ProblemsError([_syntax_problem(error, content, path)]) from error
    return None if raw is None else Node(raw, path, problems, set())


def _check_depth(content: str, path: str) -> None:
    # The composer calls itself for each level, in C, where too many end the process.
    depth = 0
    for event in yaml.parse(content, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _MAX_DEPTH:
                line = content.count("\n", 0, event.start_mark.index) + 1 if event.start_mark else 0
                raise ProblemsError([Problem(path, line, 1, "nested too deeply to be read")])
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


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
