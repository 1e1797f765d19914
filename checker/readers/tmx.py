"""TMX: translation memories, each unit with its Chinese and its English, in any order.

Codes (bpt, ept, it, ph, ut) are no text, hi is. A unit with several English texts is several
segments. Notes are comments of their units. Element names are those of TMX 1.4b.
"""

from __future__ import annotations

from checker import units
from checker.text import Text
from checker.units import Piece
from checker.xml_events import Passage, UnitHandler, UnusableError, XmlReader, xml_language

_TRANSPARENT = frozenset({"hi"})
_OBJECTS = frozenset({"ph", "ut"})


class _Tmx(UnitHandler):
    def __init__(self) -> None:
        super().__init__()
        self._texts: list[tuple[str, list[Piece]]] = []  # of the unit, by language
        self._tags: dict[str, None] = {}
        self._language = ""
        self._passage: Passage | None = None
        self._note: tuple[int, list[str]] | None = None
        self._depth = 0

    def start(self, name: str, attributes: dict[str, str], offset: int) -> None:
        if self._depth == 0 and name != "tmx":
            raise UnusableError(f'expected the element "tmx", found "{name}"')
        self._depth += 1
        if self._passage:
            self._passage.start(name, offset)
        elif name == "tu":
            self.unit_start = offset
            self._texts = []
        elif name == "tuv":
            self._language = xml_language(attributes) or attributes.get("lang", "")
            self._tags[self._language] = None
        elif name == "seg" and self.unit_start is not None:
            self._passage = Passage(_TRANSPARENT, _OBJECTS)
            self._texts.append((self._language, self._passage.pieces))
        elif name == "note":
            self._note = (offset, [])
        self.is_listening = bool(self._passage or self._note)

    def end(self, name: str, start: int, end: int) -> None:
        self._depth -= 1
        if name == "seg":
            self._passage = None
        elif self._passage:
            self._passage.end(end)
        elif name == "tu" and self.unit_start is not None:
            self._add()
            self.end_unit(end)
        elif name == "note" and self._note:
            self.remark("".join(self._note[1]), self._note[0], end)
            self._note = None
        self.is_listening = bool(self._passage or self._note)

    def text(self, piece: Piece) -> None:
        if self._passage:
            self._passage.text(piece)
        elif self._note:
            self._note[1].append(piece[0])

    def lack(self) -> str | None:
        if {"zh", "en"} <= {units.language(tag) for tag in self._tags}:
            return None
        found = ", ".join(f'"{tag}"' for tag in self._tags) or "none"
        return f"expected texts in Chinese and English (languages found: {found})"

    def _add(self) -> None:
        source = next(iter(self._in("zh")), None)
        found = [units.unit(source, target) for target in self._in("en")]
        self.segments += filter(None, found or [units.unit(source, None)])

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
