"""What goes to a terminal: safe text, colours where they are wanted, source lines with a caret."""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from checker.text import Span

# Controls can move the cursor or hide text; so can the bidirectional and invisible format marks.
_INVISIBLE = re.compile(
    "[\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
# ASCII, Latin letters and the marks of English typography take one column each.
_NARROW = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*")
_UNSAFE = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def wants_color(stream: IO[Any]) -> bool:
    """Whether to use colours: on a terminal only, and never against NO_COLOR (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def safe(text: str) -> str:
    """Return text on one line in which nothing can act on a terminal; length may change."""
    return text if text.isprintable() else "".join(map(_shown, text))


def safe_lines(text: str) -> str:
    """Return text as :func:`safe` does, but with its lines and tabs."""
    return "".join(mark if mark in "\n\r\t" else _shown(mark) for mark in text)


def json_text(data: Any) -> str:
    """Return data as JSON in which controls and invisible marks are written as escapes."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _INVISIBLE.sub(lambda mark: f"\\u{ord(mark.group()):04x}", text)


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


def excerpt(content: str, line: Span, span: Span, width: int) -> Excerpt:
    """Cut the line of a text to about ``width`` columns around a span, and mark the span.

    Of a span over several lines the part on this one is marked. The mark counts columns as
    terminals do: a Chinese character takes two. Only the part that is shown is looked at.
    """
    end = min(span.end, line.end)
    room = max(10, width - (end - span.start))
    first = max(line.start, span.start - room // 2)
    last = min(line.end, end + room - (span.start - first))
    before = safe(content[first : span.start])
    marked = safe(content[span.start : end].rstrip("\r\n"))
    after = safe(content[end:last].rstrip("\r\n"))
    if first > line.start:
        before = "…" + before
    if content[last : line.end].strip("\r\n"):
        after += "…"
    caret = " " * _columns(before) + "^" * max(1, _columns(marked))
    return Excerpt(before + marked + after, caret)


def _columns(text: str) -> int:
    if _NARROW.fullmatch(text):  # as English is; the tables of wcwidth take a while to load
        return len(text)
    from wcwidth import wcswidth

    return max(0, wcswidth(text))


def tell_compiling() -> None:
    """Say on a terminal why the first run after a change of the glossary takes longer."""
    if sys.stderr.isatty():
        click.echo("compiling the glossary, once after each change of it …", err=True)


def paint(text: str, color: bool, **style: Any) -> str:
    """Return text in colour, or as it is."""
    return click.style(text, **style) if color else text
