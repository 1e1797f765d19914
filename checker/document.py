"""A document as a row of segments; the pair of source and target is the unit."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property

from checker.text import WHOLE, Lines, Origin, Span, Text


class Kind(Enum):
    """What a segment is; headings have capitals of their own."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"


@dataclass(frozen=True)
class Segment:
    """A paragraph, heading or unit: the Chinese source, the English target, or both."""

    target: Text | None
    source: Text | None = None
    kind: Kind = Kind.PARAGRAPH


@dataclass(frozen=True, eq=False)
class Pair:
    """A passage with its translation; one of the two is missing where nothing answers the other.

    ``confidence`` is how sure it is, from 0 to 1, that the two belong together: 1 where the file
    says so.
    """

    source: Text | None
    target: Text | None
    confidence: float = 1.0

    @property
    def both(self) -> tuple[Text, Text]:
        """Source and target of a pair that has both.

        Raises:
            ValueError: one of the two is missing.
        """
        if self.source is None or self.target is None:
            raise ValueError("a pair of which one side is missing")
        return self.source, self.target


@dataclass(frozen=True)
class SourceFile:
    """The file with the source text, where that is not the file of the document itself.

    ``labels`` are as those of a document.
    """

    path: str
    content: str
    labels: tuple[str, ...] = ()

    @cached_property
    def lines(self) -> Lines:
        """Lines and columns of the raw text."""
        return Lines(self.content)

    def place(self, span: Span) -> str:
        """Return where a span begins, for people: ``3:14``, or the label of its line."""
        return _place(self.lines, self.labels, span)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the file's own format: its text, and where it stands in the raw file.

    ``unit`` is the place of the unit that it belongs to, where the format says so.
    """

    text: str
    span: Span
    unit: Span | None = None


@dataclass(frozen=True)
class Document:
    """What a reader makes of a file. ``content`` is the raw text that all spans point into.

    The spans of source texts point into ``source_file``, or into ``content`` where there is none.
    ``passages`` are the pairs of an alignment; without one, the segments are the pairs.
    ``labels`` name the lines of ``content`` where it is not the file itself: "paragraph 3".
    ``content`` may be parts of a large file, which ``origins`` give; ``words`` are then those of
    all of it. ``special`` are characters with a meaning in the format: no fix may touch them.
    """

    path: str
    format: str
    content: str
    segments: tuple[Segment, ...]
    date: date | None = None
    comments: tuple[Comment, ...] = field(default=())
    source_file: SourceFile | None = None
    passages: tuple[Pair, ...] | None = None
    labels: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = WHOLE
    words: int | None = None
    special: str = ""
    encoding: str = "utf-8"

    @cached_property
    def lines(self) -> Lines:
        """Lines and columns of the raw text."""
        return Lines(self.content, self.origins)

    def text(self, span: Span) -> str:
        """Return the raw text at a span."""
        return self.content[span.start : span.end]

    def source_text(self, span: Span) -> str:
        """Return the raw text at a span of a source text."""
        return self.original.content[span.start : span.end]

    def place(self, span: Span) -> str:
        """Return where a span begins, for people: ``3:14``, or the label of its line."""
        return _place(self.lines, self.labels, span)

    def source_place(self, span: Span) -> str:
        """Return where a span of a source text begins, for people, with its file if another."""
        if self.source_file is None:
            return self.place(span)
        return f"{self.original.path}:{self.original.place(span)}"

    @property
    def original(self) -> Document | SourceFile:
        """The file that spans of source texts point into: another one, or the document's own."""
        return self.source_file or self

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The passages of the source with their translations, in the order of the target."""
        if self.passages is not None:
            return self.passages
        return tuple(
            Pair(segment.source, segment.target) for segment in self.segments if segment.source
        )

    @cached_property
    def targets(self) -> tuple[tuple[Segment, Text], ...]:
        """The segments that have English, with it."""
        return tuple((segment, segment.target) for segment in self.segments if segment.target)

    @cached_property
    def target_spans(self) -> list[Span]:
        """The raw spans of the English segments, in order."""
        return [text.span(0, len(text.content)) for _, text in self.targets]

    @property
    def has_source(self) -> bool:
        """Whether the document stands beside its Chinese source."""
        return self.passages is not None or any(segment.source for segment in self.segments)

    @cached_property
    def word_count(self) -> int:
        """The number of English words, counted at white space."""
        if self.words is not None:
            return self.words
        return sum(len(text.content.split()) for _, text in self.targets)


def _place(lines: Lines, labels: tuple[str, ...], span: Span) -> str:
    line, column = lines.locate(span.start)
    return labels[line - 1] if labels else f"{line}:{column}"
