"""XLIFF 1.2 and 2.x, and the kinds of it that translation tools write.

A unit is a trans-unit (1.2), or one of its segments where source and target are both segmented by
marks; in 2.x it is a segment. Codes are no text, the text inside g, pc and mrk is. Left out are
alternative translations, what stands between segments, and what is not to be translated. Notes are
comments of their units. Names are those of the OASIS standards XLIFF 1.2 and 2.1.
"""

from __future__ import annotations

from typing import NamedTuple

from checker import units
from checker.units import Piece
from checker.xml_events import XmlReader
from checker.xml_units import UnitHandler, UnusableError

_UNITS = frozenset({"trans-unit", "unit"})
_PARENTS = frozenset({"trans-unit", "segment"})
_TEXTS = frozenset({"source", "seg-source", "target"})


class _Marked(NamedTuple):
    """The pieces of a text, and the pieces that each mark of a segment encloses, by its id."""

    pieces: list[Piece]
    segments: dict[str, list[Piece]]


class _Mark(NamedTuple):
    name: str
    depth: int
    first: int


class _Xliff(UnitHandler):
    transparent = frozenset({"g", "mrk", "pc"})
    objects = frozenset({"x", "ph"})

    def __init__(self) -> None:
        super().__init__()
        self._start = 0  # of the unit
        self._texts: dict[str, _Marked] = {}  # of the unit or segment
        self._pairs: list[tuple[list[Piece], list[Piece]]] = []  # of the unit
        self._current: _Marked | None = None
        self._mark: _Mark | None = None
        self._fixed: list[bool] = []  # whether each element around is not to be translated

    def enter(self, name: str, attributes: dict[str, str], offset: int) -> None:
        if len(self.names) == 1:
            if name != "xliff":
                raise UnusableError(f'expected the element "xliff", found "{name}"')
            if "srcLang" in attributes:
                _check(attributes["srcLang"], attributes.get("trgLang"))
        if name == "file" and "source-language" in attributes:
            _check(attributes["source-language"], attributes.get("target-language"))
        translate = attributes.get("translate")
        around = bool(self._fixed) and self._fixed[-1]
        self._fixed.append(translate == "no" if translate else around)
        if name in _UNITS:
            self._start = offset
        if name in _PARENTS:
            self._texts = {}
        elif name in _TEXTS and self.names[-2:-1] and self.names[-2] in _PARENTS:
            self._current = self._texts[name] = _Marked(self.gather(), {})

    def enter_inline(self, name: str, attributes: dict[str, str]) -> None:
        if name == "mrk" and attributes.get("mtype") == "seg" and self._current:
            mark = attributes.get("mid", str(len(self._current.segments)))
            self._mark = _Mark(mark, len(self.names), len(self._current.pieces))

    def leave_inline(self) -> None:
        if self._mark and self._current and len(self.names) < self._mark.depth:
            self._current.segments[self._mark.name] = self._current.pieces[self._mark.first :]
            self._mark = None

    def leave(self, name: str, end: int) -> None:
        fixed = self._fixed.pop()
        if name in _PARENTS and not fixed:
            self._add()
        if name in _UNITS:
            pairs = (
                units.unit(units.text(zh, "zh", self.base), units.text(en, "en", self.base))
                for zh, en in self._pairs
            )
            self.segments += filter(None, pairs)
            self._pairs = []
            self.end_unit(self._start, end)

    def lack(self) -> str | None:
        return None

    def _add(self) -> None:
        nothing = _Marked([], {})
        segmented = self._texts.get("seg-source", nothing)
        source, parts = self._texts.get("source", segmented), segmented.segments
        target = self._texts.get("target", nothing)
        if parts and target.segments:
            for name in {**parts, **target.segments}:
                self._pairs.append((parts.get(name, []), target.segments.get(name, [])))
        else:
            self._pairs.append((source.pieces, target.pieces))


def _check(source: str, target: str | None) -> None:
    known = units.language(source), units.language(target) if target else "en"
    if known != ("zh", "en"):
        into = f'"{source}" into "{target}"' if target else f'"{source}"'
        raise UnusableError(f"this translates {into}; expected Chinese (zh) into English (en)")


class XliffReader(XmlReader):
    suffixes = (".xlf", ".xliff", ".mqxliff", ".sdlxliff")
    name = "xliff"
    handler = _Xliff
