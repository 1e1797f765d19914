"""Chinese characters that stand in the English: a term, a clause, or all of a passage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from checker.context import Context
from checker.document import Document, Segment
from checker.text import Span, Text

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_RUN = re.compile(r"[\u3400-\u9fff](?:[\u3400-\u9fff\d·、，《》“”]*[\u3400-\u9fff])?")
_INNER = r"[^()\[\]（）【】]*"
_GLOSS = re.compile(
    rf"[(\[（【]{_INNER}(?:[(\[（【]{_INNER}[)\]）】]{_INNER})*[)\]）】]"
    r"|[\"“‘][\u3400-\u9fff\d·、，《》,.]+[\"”’]"
)
# Characters from which it is no term, and their share of all letters from which a passage is
# not translated.
_CLAUSE = 8
_UNTRANSLATED = 0.5


class Size(Enum):
    """How much is left in Chinese."""

    TERM = "term"
    CLAUSE = "clause"
    PASSAGE = "passage"


@dataclass(frozen=True)
class Leftover:
    """Chinese at ``[start, end)`` of the English of a segment."""

    segment: Segment
    text: Text
    start: int
    end: int
    size: Size

    @property
    def form(self) -> str:
        """The Chinese."""
        return self.text.content[self.start : self.end]

    @property
    def span(self) -> Span:
        """The place in the raw file."""
        return self.text.span(self.start, self.end)


def leftovers(document: Document, context: Context) -> Iterator[Leftover]:
    """Yield what is left in Chinese, outside of glosses and addresses.

    A gloss is in brackets, or has quotation marks to itself. Where the source is not at hand,
    whatever is left is a term.
    """
    for segment, text in document.targets:
        found = [Leftover(segment, text, *place, Size.TERM) for place in _places(text, context)]
        if not document.has_source:
            yield from found
        elif _is_untranslated(found, text.content):
            yield Leftover(segment, text, 0, len(text.content), Size.PASSAGE)
        else:
            for one in found:
                size = Size.CLAUSE if len(_HAN.findall(one.form)) >= _CLAUSE else Size.TERM
                yield Leftover(segment, text, one.start, one.end, size)


def _places(text: Text, context: Context) -> list[tuple[int, int]]:
    content = text.content
    if not _HAN.search(content):
        return []
    glossed = {at for match in _GLOSS.finditer(content) for at in range(*match.span())}
    return [
        match.span()
        for match in _RUN.finditer(content)
        if match.start() not in glossed and not context.in_address(text, *match.span())
    ]


def _is_untranslated(found: list[Leftover], content: str) -> bool:
    left = sum(len(_HAN.findall(one.form)) for one in found)
    return left > _UNTRANSLATED * (left + len(_LATIN.findall(content)))
