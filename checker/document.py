"""A document as a row of segments; the pair of source and target is the unit."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property

from checker.text import Lines, Span, Text


class Kind(Enum):
    """What a segment is; headings have capitals of their own."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"


@dataclass(frozen=True)
class Segment:
    """A paragraph or heading: the Chinese source, the English target, or both."""

    target: Text | None
    source: Text | None = None
    kind: Kind = Kind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the file's own format: its text, and where it stands in the raw file."""

    text: str
    span: Span


@dataclass(frozen=True)
class Document:
    """What a reader makes of a file. ``content`` is the raw text that all spans point into."""

    path: str
    format: str
    content: str
    segments: tuple[Segment, ...]
    date: date | None = None
    comments: tuple[Comment, ...] = field(default=())

    @cached_property
    def lines(self) -> Lines:
        """Lines and columns of the raw text."""
        return Lines(self.content)

    def text(self, span: Span) -> str:
        """Return the raw text at a span."""
        return self.content[span.start : span.end]

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
        """Whether any segment has its Chinese source."""
        return any(segment.source for segment in self.segments)

    @cached_property
    def word_count(self) -> int:
        """The number of English words, counted at white space."""
        return sum(len(text.content.split()) for _, text in self.targets)
