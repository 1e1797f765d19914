"""Text with a map back to the file it was read from.

Readers leave markup out and decode entities, so a text's own offsets are not those of the file.
A :class:`Text` is a row of runs, and turns any span of itself into a span of the raw file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in the raw file: code points from 0, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text and the raw span it came from.

    Where both are equally long they match character by character; else (an entity such as
    ``&amp;``) the whole run stands for the whole raw span.
    """

    content: str
    start: int
    end: int

    @property
    def is_literal(self) -> bool:
        """Whether the characters are those of the raw file, one by one."""
        return len(self.content) == self.end - self.start

    def part(self, start: int, end: int) -> Run:
        """Return ``content[start:end]``; of a run that is not literal, any part is all of it."""
        if not self.is_literal:
            return self
        return Run(self.content[start:end], self.start + start, self.start + end)


@dataclass(frozen=True, eq=False)
class Text:
    """A paragraph as rules see it, in one language (BCP 47), with its runs in order."""

    runs: tuple[Run, ...]
    language: str

    @cached_property
    def content(self) -> str:
        """The text itself."""
        return "".join(run.content for run in self.runs)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(run.content) for run in self.runs[:-1]), initial=0))

    def span(self, start: int, end: int) -> Span:
        """Return the raw span of ``content[start:end]``, which must not be empty.

        Raises:
            IndexError: the span is empty or not inside the content.
        """
        if not 0 <= start < end <= len(self.content):
            raise IndexError(
                f"no span [{start}, {end}) in a text of {len(self.content)} characters"
            )
        if self._shift is not None:
            return Span(start + self._shift, end + self._shift)
        return Span(self._raw(start).start, self._raw(end - 1).end)

    @cached_property
    def _shift(self) -> int | None:
        """What lies between the offsets of text and file, where one literal run is all of it."""
        first, *others = self.runs or (None,)
        return first.start if first and first.is_literal and not others else None

    def part(self, start: int, end: int) -> Text:
        """Return ``content[start:end]`` as a text of its own, with its map back."""
        runs = []
        for at, run in zip(self._starts, self.runs, strict=True):
            low, high = max(start, at), min(end, at + len(run.content))
            if low < high:
                runs.append(run.part(low - at, high - at))
        return Text(tuple(runs), self.language)

    def _raw(self, offset: int) -> Span:
        """Return the raw span of the character at ``offset``."""
        at = bisect_right(self._starts, offset) - 1
        run = self.runs[at]
        if run.is_literal:
            raw = run.start + offset - self._starts[at]
            return Span(raw, raw + 1)
        return Span(run.start, run.end)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in its file a text goes on that is only a part of it, from ``at`` in the text.

    ``offset`` counts code points of the file, ``octets`` the UTF-8 bytes before it on its line.
    """

    at: int = 0
    offset: int = 0
    line: int = 1
    column: int = 1
    octets: int = 0


WHOLE = (Origin(),)


@dataclass(frozen=True)
class Lines:
    """Turns offsets of a raw text into lines and columns, both from 1, columns in code points.

    The text may be parts of a file, each of which has its origin; then the file's are meant.
    """

    content: str
    origins: tuple[Origin, ...] = WHOLE

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line begins; lines end with LF, CRLF or CR."""
        return [0, *(end.end() for end in _LINE_END.finditer(self.content))]

    def locate(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset."""
        origin = self._origin(offset)
        line, first = bisect_right(self.starts, offset), bisect_right(self.starts, origin.at)
        if line == first:
            return origin.line, origin.column + offset - origin.at
        return origin.line + line - first, offset - self.starts[line - 1] + 1

    def origin(self, offset: int) -> Origin:
        """Return where in the file an offset stands."""
        origin = self._origin(offset)
        start = max(self.starts[bisect_right(self.starts, offset) - 1], origin.at)
        octets = len(self.content[start:offset].encode("utf-8", "surrogatepass"))
        before = origin.octets if start == origin.at else 0
        return Origin(
            offset, origin.offset + offset - origin.at, *self.locate(offset), before + octets
        )

    def around(self, offset: int) -> Span:
        """Return the line that an offset is in, with its end."""
        line = bisect_right(self.starts, offset)
        end = self.starts[line] if line < len(self.starts) else len(self.content)
        return Span(self.starts[line - 1], end)

    def _origin(self, offset: int) -> Origin:
        return self.origins[bisect_right(self.origins, offset, key=lambda one: one.at) - 1]
