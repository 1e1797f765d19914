"""The contract of a format for aligned sentences, and what the formats share."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar
from xml.sax.saxutils import escape

from checker import plugins
from checker.document import Document, SourceFile
from checker.text import Text

_HAN = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
_BREAK = re.compile(rf"(?<={_HAN})\s*\n\s*(?={_HAN})")
# What XML 1.0 cannot hold, not even as a reference.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Unit:
    """A passage and its translation, each on one line, and where they stand; "" for none."""

    source: str
    target: str
    confidence: float
    source_place: str
    target_place: str


class Memory(ABC):
    """Writes aligned sentences in one format; ``suffixes`` are those of its files."""

    suffixes: ClassVar[tuple[str, ...]]

    @abstractmethod
    def write(self, units: Iterable[Unit], source: str, target: str) -> str:
        """Return the whole file; ``source`` and ``target`` are the paths of the texts."""

    @abstractmethod
    def holds(self, unit: Unit) -> bool:
        """Whether the format has room for a unit: not all hold one side alone."""


@lru_cache(maxsize=1)
def all_memories() -> Mapping[str, Memory]:
    """Return all formats by id, sorted.

    Raises:
        PluginError: two formats have one id, or a plug-in is not a format.
    """
    return plugins.instances("checker.memories", "zhengming.memories", Memory)


def units(document: Document) -> list[Unit]:
    """Return the passages of an aligned document."""
    return [
        Unit(
            _line(pair.source),
            _line(pair.target),
            pair.confidence,
            _place(pair.source, document.original),
            _place(pair.target, document),
        )
        for pair in document.pairs
    ]


def xml(text: str) -> str:
    """Return text as it stands in XML, in an element or between double quotes."""
    return escape(_NO_XML.sub("\ufffd", text), {'"': "&quot;"})


def _place(text: Text | None, file: Document | SourceFile) -> str:
    return file.place(text.span(0, 1)) if text else ""


def _line(text: Text | None) -> str:
    return " ".join(_BREAK.sub("", text.content).split()) if text else ""
