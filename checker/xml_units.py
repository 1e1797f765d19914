"""Units gathered from the events of an XML format: texts without their markup, and comments."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import ClassVar

from checker.document import Comment, Segment
from checker.text import Span
from checker.units import OBJECT, Piece


class UnusableError(Exception):
    """What a handler finds wrong at the start of an element."""


class Passage:
    """The text of an element, gathered while it is read; markup inside it is left out."""

    def __init__(self, transparent: frozenset[str], objects: frozenset[str]) -> None:
        self.pieces: list[Piece] = []
        self._transparent = transparent
        self._objects = objects
        self._markup: list[tuple[str, int]] = []

    def start(self, name: str, offset: int) -> None:
        """Enter an element inside the text."""
        if self._markup or name not in self._transparent:
            self._markup.append((name, offset))

    def end(self, end: int) -> None:
        """Leave an element; one that stands for something of its own leaves an object behind."""
        if self._markup:
            name, start = self._markup.pop()
            if not self._markup and name in self._objects:
                self.pieces.append((OBJECT, start, end))

    def text(self, piece: Piece) -> None:
        """Add what is text."""
        if not self._markup:
            self.pieces.append(piece)


class UnitHandler(ABC):
    """What the elements of a format mean. Offsets are code points of the whole file.

    ``segments`` are the units that are complete since the last were taken; their places count from
    ``base``. ``boundary`` is where the last one ended. ``text`` is only called while
    ``is_listening``.
    """

    transparent: ClassVar[frozenset[str]]
    objects: ClassVar[frozenset[str]]

    def __init__(self) -> None:
        self.base = 0
        self.boundary = 0
        self.segments: list[Segment] = []
        self._comments: list[Comment] = []
        self.is_listening = False
        self.names: list[str] = []
        self._passage: Passage | None = None
        self._passage_depth = 0
        self._note: tuple[int, list[str]] | None = None

    @abstractmethod
    def enter(self, name: str, attributes: dict[str, str], offset: int) -> None:
        """Take the start of an element; names of the format have no namespace.

        Raises:
            UnusableError: what follows is not for this checker.
        """

    @abstractmethod
    def leave(self, name: str, end: int) -> None:
        """Take the end of an element; ``names`` are those around it."""

    def enter_inline(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element inside a passage."""
        return

    def leave_inline(self) -> None:
        """Take the end of an element inside a passage."""
        return

    @abstractmethod
    def lack(self) -> str | None:
        """Return what the whole file, now read, lacks to be used; None if nothing."""

    def gather(self) -> list[Piece]:
        """Gather the text of the element that begins; its pieces are there when it ends."""
        self._passage = Passage(self.transparent, self.objects)
        self._passage_depth = len(self.names)
        return self._passage.pieces

    def start(self, name: str, attributes: dict[str, str], offset: int) -> None:
        """Take the start of any element."""
        self.names.append(name)
        if self._passage:
            self._passage.start(name, offset)
            self.enter_inline(name, attributes)
        elif name == "note":
            self._note = (offset, [])
        else:
            self.enter(name, attributes, offset)
        self.is_listening = bool(self._passage or self._note)

    def end(self, end: int) -> None:
        """Take the end of any element."""
        name = self.names.pop()
        if self._passage and len(self.names) >= self._passage_depth:
            self._passage.end(end)
            self.leave_inline()
            return
        self._passage = None
        if name != "note":
            self.leave(name, end)
        elif self._note:
            self.remark("".join(self._note[1]), self._note[0], end)
            self._note = None
        self.is_listening = bool(self._note)

    def text(self, piece: Piece) -> None:
        """Take text."""
        if self._passage:
            self._passage.text(piece)
        elif self._note:
            self._note[1].append(piece[0])

    def remark(self, content: str, start: int, end: int) -> None:
        """Add a comment; its unit, where it has one, is told when the unit ends."""
        self._comments.append(Comment(content, Span(start, end)))

    def end_unit(self, start: int, end: int) -> None:
        """Close a unit: what was remarked inside it is about it."""
        for at in range(len(self._comments) - 1, -1, -1):
            if self._comments[at].span.start < start:
                break
            self._comments[at] = replace(self._comments[at], unit=Span(start, end))
        self.boundary = end

    def take(self, end: int) -> tuple[tuple[Segment, ...], tuple[Comment, ...]]:
        """Return the units and comments up to a place, from which on places count anew.

        A comment of a unit that is not complete stays with it.
        """
        taken = [one for one in self._comments if one.span.start < end]
        self._comments = self._comments[len(taken) :]
        comments = tuple(
            Comment(one.text, _moved(one.span, self.base), one.unit and _moved(one.unit, self.base))
            for one in taken
        )
        segments, self.segments = tuple(self.segments), []
        self.base = self.boundary = end
        return segments, comments


def _moved(span: Span, base: int) -> Span:
    return Span(span.start - base, span.end - base)
