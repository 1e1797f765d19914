"""Plain text: paragraphs are divided by blank lines, or stand one on a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.document import Document, Segment
from checker.reader import Reader
from checker.text import Run, Text
from checker.units import kind_of

_LINE = re.compile(r"[^\r\n]+")
_SENTENCE_END = re.compile(r"[.!?:;。！？：]['\"’”)\]）」』》]*\s*$")
# Editors and mail programs wrap at 72 to 100 columns; a longer line is a paragraph.
_WRAP = 100


class TextReader(Reader):
    suffixes = (".txt", ".text")

    def read(self, path: str, content: str, language: str) -> Document:
        """Return the document; a byte order mark is part of the raw text but of no segment."""
        segments = []
        for start, end in _paragraphs(content):
            start += content[start] == "\ufeff"
            if content[start:end].strip():
                text = Text((Run(content[start:end], start, end),), language)
                segments.append(Segment(text, kind=kind_of(text.content)))
        return Document(path, "text", content, tuple(segments))


def _paragraphs(content: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each paragraph."""
    for lines in _blocks(content):
        if _is_wrapped([content[start:end] for start, end in lines]):
            yield lines[0][0], lines[-1][1]
        else:
            yield from lines


def _blocks(content: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the rows of lines between blank lines, each line as its span."""
    block: list[tuple[int, int]] = []
    for line in _LINE.finditer(content):
        gap = content[block[-1][1] : line.start()] if block else ""
        if block and len(gap.replace("\r\n", "\n")) > 1:
            yield block
            block = []
        if not line.group().isspace():
            block.append(line.span())
        elif block:
            yield block
            block = []
    if block:
        yield block


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines are one paragraph, broken where the editor's margin was."""
    broken = lines[:-1]
    if not broken or any(len(line) > _WRAP for line in broken):
        return False
    return sum(bool(_SENTENCE_END.search(line)) for line in broken) * 2 <= len(broken)
