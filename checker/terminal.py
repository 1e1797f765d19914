"""What goes to a terminal: safe text, colours where they are wanted, source lines with a caret."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from typing import IO, Any

import click
from wcwidth import wcswidth

# Controls can move the cursor or hide text; so can the bidirectional and invisible format marks.
_UNSAFE = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
_SPACES = re.compile(r"[\t\u00a0\u3000]")


def wants_color(stream: IO[Any]) -> bool:
    """Whether to use colours: on a terminal only, and never against NO_COLOR (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def safe(text: str) -> str:
    """Return text on one line in which nothing can act on a terminal; length may change."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in "\n\t\r":
        return " "
    if unicodedata.category(character) in _UNSAFE:
        return f"\\x{ord(character):02x}" if ord(character) < 256 else f"\\u{ord(character):04x}"
    return character


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a source line, and the caret line under it that marks the span."""

    line: str
    caret: str


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """Cut ``line`` to about ``width`` columns around ``[start, end)`` and mark the span.

    The mark counts columns as terminals do: a Chinese character takes two.
    """
    end = min(max(end, start + 1), len(line)) if start < len(line) else start + 1
    room = max(10, width - (end - start))
    first = max(0, start - room // 2)
    last = min(len(line), end + (room - (start - first)))
    before, marked, after = safe(line[first:start]), safe(line[start:end]), safe(line[end:last])
    if first:
        before = "…" + before
    if last < len(line):
        after += "…"
    caret = " " * max(0, wcswidth(before)) + "^" * max(1, wcswidth(marked))
    return Excerpt(before + marked + after, caret)


def paint(text: str, color: bool, **style: Any) -> str:
    """Return text in colour, or as it is."""
    return click.style(text, **style) if color else text
