"""TMX: translation memories, each unit with its Chinese and its English, in any order.

Codes (bpt, ept, it, ph, ut) are no text, hi is. A unit with several English texts is several
segments. Notes are comments of their units. Element names are those of TMX 1.4b.
"""

from __future__ import annotations

from checker import units
from checker.text import Text
from checker.units import Piece
from checker.xml_events import XmlReader, xml_language
from checker.xml_units import UnitHandler, UnusableError


class _Tmx(UnitHandler):
    transparent = frozenset({"hi"})
    objects = frozenset({"ph", "ut"})

    def __init__(self) -> None:
        super().__init__()
        self._start: int | None = None  # of the unit
        self._texts: list[tuple[str, list[Piece]]] = []  # of the unit, each with its language
        self._tags: dict[str, None] = {}
        self._language = ""

    def enter(self, name: str, attributes: dict[str, str], offset: int) -> None:
        if len(self.names) == 1 and name != "tmx":
            raise UnusableError(f'expected the element "tmx", found "{name}"')
        if name == "tu":
            self._start, self._texts = offset, []
        elif name == "tuv":
            self._language = xml_language(attributes) or attributes.get("lang", "")
            self._tags[self._language] = None
        elif name == "seg" and self._start is not None:
            self._texts.append((self._language, self.gather()))

    def leave(self, name: str, end: int) -> None:
        if name == "tu" and self._start is not None:
            source = next(iter(self._in("zh")), None)
            found = [units.unit(source, target) for target in self._in("en")]
            self.segments += filter(None, found or [units.unit(source, None)])
            self.end_unit(self._start, end)
            self._start = None

    def lack(self) -> str | None:
        if {"zh", "en"} <= {units.language(tag) for tag in self._tags}:
            return None
        found = ", ".join(f'"{tag}"' for tag in self._tags) or "none"
        return f"expected texts in Chinese and English (languages found: {found})"

    def _in(self, language: str) -> list[Text]:
        found = (
            units.text(pieces, language, self.base)
            for tag, pieces in self._texts
            if units.language(tag) == language
        )
        return [text for text in found if text]


class TmxReader(XmlReader):
    suffixes = (".tmx",)
    name = "tmx"
    handler = _Tmx
