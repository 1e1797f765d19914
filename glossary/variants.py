"""The pattern language of variants, and its expansion.

``{a|b}`` is one of its alternatives, ``[a|b]`` one of them or nothing; groups may be nested.
``{dual|two}-city [economic] circle`` stands for four forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from math import prod

# A pattern is meant to stay readable; one that means more forms than this is a mistake.
MAX_FORMS = 4096

_MAX_DEPTH = 16
_DEPTH = {"{": 1, "[": 1, "}": -1, "]": -1}
_MARK = re.compile(r"[{}\[\]\s]")
_LITERAL = re.compile(r"[{}\[\]|]")
_CLOSING = {"{": "}", "[": "]"}


class PatternError(ValueError):
    """A pattern that cannot be read; ``offset`` is the character at fault, from 0."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


def expand(pattern: str) -> tuple[str, ...]:
    """Return the distinct forms that a pattern stands for, in the order of writing.

    Raises:
        PatternError: a bracket is open or stray, an alternative is empty, or the pattern means
            more than :data:`MAX_FORMS` forms.
    """
    _check_depth(pattern)
    if not has_groups(pattern):
        return (_tidy(pattern),)
    tidy = dict.fromkeys(_tidy(form) for form in _forms(pattern))
    if "" in tidy:
        raise PatternError("the pattern also means nothing at all", 0)
    return tuple(tidy)


def has_groups(pattern: str) -> bool:
    """Whether there is anything to expand."""
    return _LITERAL.search(pattern) is not None


def check(pattern: str) -> None:
    """Raise what :func:`expand` would raise, without making all the forms.

    Raises:
        PatternError: see there.
    """
    _check_depth(pattern)
    try:
        words = pieces(pattern)
    except PatternError:
        words = []
    if not any(all(map(_tidy, word)) for word in words) or prod(map(len, words)) > MAX_FORMS:
        expand(pattern)


def pieces(pattern: str) -> list[tuple[str, ...]]:
    """Return the alternatives of each word that stands outside of groups.

    A form of the pattern is one of each of them, in this order; an alternative may be empty.

    Raises:
        PatternError: a piece is no pattern.
    """
    return [_alternatives(piece) for piece in _words(pattern)]


def _words(pattern: str) -> Iterator[str]:
    """Divide a pattern at the spaces outside of groups."""
    depth = start = 0
    for mark in _MARK.finditer(pattern):
        depth += _DEPTH.get(mark.group(), 0)
        if not depth and mark.group().isspace():
            yield pattern[start : mark.start()]
            start = mark.end()
    yield pattern[start:]


@lru_cache(maxsize=65536)
def _alternatives(piece: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_forms(piece))) if _LITERAL.search(piece) else (piece,)


def _forms(pattern: str) -> list[str]:
    forms, end = _sequence(pattern, 0)
    if end != len(pattern):
        why = "closes or divides nothing; groups are {a|b} and [a|b]"
        raise PatternError(f'"{pattern[end]}" {why}', end)
    return forms


def _check_depth(pattern: str) -> None:
    if pattern.count("{") + pattern.count("[") <= _MAX_DEPTH:
        return
    if max(accumulate((_DEPTH.get(mark, 0) for mark in pattern), initial=0)) > _MAX_DEPTH:
        raise PatternError(f"groups are nested more than {_MAX_DEPTH} deep", 0)


def _sequence(pattern: str, at: int) -> tuple[list[str], int]:
    """Expand up to ``|`` or a closing bracket; return the forms and where the reading stopped."""
    forms = [""]
    while at < len(pattern) and pattern[at] not in ("|}]"):
        if pattern[at] in _CLOSING:
            options, at = _group(pattern, at)
        else:
            literal = _LITERAL.split(pattern[at:], maxsplit=1)[0]
            options, at = [literal], at + len(literal)
        if len(forms) * len(options) > MAX_FORMS:
            raise PatternError(f"the pattern means more than {MAX_FORMS} forms", at - 1)
        forms = [form + option for form in forms for option in options]
    return forms, at


def _group(pattern: str, start: int) -> tuple[list[str], int]:
    """Expand the group that opens at ``start``; return its options and the place after it."""
    opening = pattern[start]
    closing = _CLOSING[opening]
    options = [""] if opening == "[" else []
    at = start
    while True:
        alternative, at = _sequence(pattern, at + 1)
        if at == len(pattern):
            raise PatternError(f'"{opening}" is not closed by "{closing}"', start)
        if alternative == [""]:
            raise PatternError("an alternative is empty", at)
        options.extend(alternative)
        if pattern[at] == closing:
            return options, at + 1
        if pattern[at] != "|":
            raise PatternError(f'expected "{closing}", found "{pattern[at]}"', at)


def _tidy(form: str) -> str:
    """Remove the spaces and hyphens that an empty option leaves behind."""
    form = re.sub(r"\s+", " ", form)
    form = re.sub(r" ?-+ ?", lambda mark: mark.group() if mark.group() == "-" else " ", form)
    return form.strip(" -")
