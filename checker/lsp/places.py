"""Places as the protocol counts them: lines from 0, characters in the client's units (UTF-16)."""

from __future__ import annotations

from collections.abc import Callable

from lsprotocol.types import Position, Range

from checker.text import Lines, Span


class Places:
    """Turns offsets of a text into positions and back.

    ``units`` counts the units of a string as the client does.
    """

    def __init__(self, content: str, units: Callable[[str], int]) -> None:
        self._content = content
        self._lines = Lines(content)
        self._units = units

    def position(self, offset: int) -> Position:
        """Return the position of a code point offset."""
        line, column = self._lines.locate(offset)
        return Position(line - 1, self._units(self._content[offset - column + 1 : offset]))

    def range(self, span: Span) -> Range:
        """Return the range of a span."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """Return the offset of a position; one past the end of its line is the line's end."""
        if position.line >= len(self._lines.starts):
            return len(self._content)
        start = self._lines.starts[position.line]
        line = self._lines.around(start)
        text = self._content[start : line.end].rstrip("\r\n")
        units = 0
        for at, character in enumerate(text):
            if units >= position.character:
                return start + at
            units += self._units(character)
        return start + len(text)
