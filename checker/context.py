"""What a rule may ask about a document. Everything is worked out once, when first asked for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from checker.document import Document, Pair, Segment
from checker.text import Span, Text
from glossary.chinese import simplified
from glossary.condition import Words
from glossary.model import Concept, Status, Term
from glossary.termbase import Termbase

if TYPE_CHECKING:
    from checker.lang import english
    from checker.quantities import Comparison

_Result = TypeVar("_Result")

# The confidence from which an aligned pair is checked.
SURE = 0.5

# Web and e-mail addresses: the names in them are not the writer's words.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@\w[\w.-]*"
    r"|\b(?:[\w-]{1,63}\.){1,6}(?:com|cn|org|net|gov)\b"
)
# No address is without one of these; to look for them first is ten times faster.
_ADDRESS_PART = re.compile(r"://|www\.|@|\.(?:com|cn|org|net|gov)\b")


@dataclass(frozen=True)
class Occurrence:
    """A term of the glossary as it stands in the English of a segment.

    ``start`` and ``end`` are offsets into ``text``, ``span`` is the place in the raw file,
    ``status`` is the term's status on the day of the document.
    """

    concept: Concept
    term: Term
    status: Status
    segment: Segment
    text: Text
    start: int
    end: int

    @property
    def surface(self) -> str:
        """The form as it is written."""
        return self.text.content[self.start : self.end]

    @property
    def span(self) -> Span:
        """The place in the raw file."""
        return self.text.span(self.start, self.end)


@dataclass(frozen=True)
class SourceTerm:
    """A term of the glossary as it stands in the source of a pair, at ``[start, end)`` of it."""

    concept: Concept
    term: Term
    pair: Pair
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place in the raw file of the source."""
        source, _ = self.pair.both
        return source.span(self.start, self.end)


class Context:
    """Analyses of one document, shared by all rules; nothing here can be changed by them."""

    def __init__(
        self, document: Document, termbase: Callable[[], Termbase], day: date | None
    ) -> None:
        self.document = document
        self.day = day
        self._open = termbase
        self._tags: dict[tuple[Text, int, int], list[english.Token]] = {}
        self._sources: dict[Text, str] = {}
        self._done: dict[tuple[Any, Pair], Any] = {}
        self._addresses: dict[Text, list[tuple[int, int]]] = {}

    @property
    def termbase(self) -> Termbase:
        """The glossary; it is opened only when a rule asks."""
        return self._open()

    def tags(self, spans: Iterable[tuple[Text, int, int]]) -> list[list[english.Token]]:
        """Return the tagged words of parts of texts, at their places in the texts.

        The tagger is loaded when the first part is asked for; each part is tagged once.
        """
        wanted = list(spans)
        new = [span for span in dict.fromkeys(wanted) if span not in self._tags]
        if new:
            from checker.lang import english

            found = english.tag(text.content[start:end] for text, start, end in new)
            for span, tokens in zip(new, found, strict=True):
                self._tags[span] = [
                    replace(token, start=token.start + span[1], end=token.end + span[1])
                    for token in tokens
                ]
        return [self._tags[span] for span in wanted]

    def in_address(self, text: Text, start: int, end: int) -> bool:
        """Whether a part of a text's content touches a web or e-mail address."""
        if text not in self._addresses:
            content = text.content
            found = _ADDRESS.finditer(content) if _ADDRESS_PART.search(content) else ()
            self._addresses[text] = [match.span() for match in found]
        at = bisect_right(self._addresses[text], (end - 1, len(text.content)))
        return at > 0 and start < self._addresses[text][at - 1][1]

    @cached_property
    def sure_pairs(self) -> tuple[Pair, ...]:
        """The pairs of which both sides are there and belong together beyond doubt."""
        return tuple(
            pair
            for pair in self.document.pairs
            if pair.source and pair.target and pair.confidence >= SURE
        )

    def source(self, pair: Pair) -> str:
        """Return the source of a pair in simplified characters, offsets unchanged, or ""."""
        return self.simplified(pair.source) if pair.source else ""

    def once(self, analysis: Callable[[Pair, Context], _Result], pair: Pair) -> _Result:
        """Return what an analysis makes of a pair; it is done once, whoever asks."""
        key = analysis, pair
        if key not in self._done:
            self._done[key] = analysis(pair, self)
        result: _Result = self._done[key]
        return result

    def simplified(self, text: Text) -> str:
        """Return a text in simplified characters, offsets unchanged."""
        if text not in self._sources:
            self._sources[text] = simplified(text.content)
        return self._sources[text]

    @cached_property
    def source_terms(self) -> dict[Pair, list[SourceTerm]]:
        """The terms in the source of each sure pair, the longest ones, in order."""
        return {
            pair: [
                SourceTerm(concept, concept.terms[hit.term], pair, hit.start, hit.end)
                for hit in self.termbase.find_chinese(self.source(pair))
                for concept in [self.termbase.concept(hit.concept)]
            ]
            for pair in self.sure_pairs
        }

    def meanings(self, term: SourceTerm) -> list[Concept]:
        """Return all concepts that the Chinese of a term may stand for."""
        entries = self.termbase.entries("zh", term.term.text)
        return [self.termbase.decode(entry)[0] for entry in entries]

    @cached_property
    def comparisons(self) -> dict[Pair, Comparison]:
        """What became of the quantities of the source, for each sure pair."""
        from checker.quantities import compare

        return {pair: compare(self.source(pair), pair.both[1].content) for pair in self.sure_pairs}

    def terms_in(self, target: Text) -> list[Occurrence]:
        """Return the terms in a part of the English, in order; one on its edge is left out."""
        span = target.span(0, len(target.content))
        first, last = (
            bisect_left(self._in_order, at, key=lambda placed: placed[0].start)
            for at in (span.start, span.end)
        )
        return [item for place, item in self._in_order[first:last] if place.end <= span.end]

    @cached_property
    def _in_order(self) -> list[tuple[Span, Occurrence]]:
        return sorted(
            ((item.span, item) for items in self.occurrences.values() for item in items),
            key=lambda placed: placed[0],
        )

    @cached_property
    def occurrences(self) -> dict[str, list[Occurrence]]:
        """The terms in the English, by concept id, each list in the order of the text."""
        found: dict[str, list[Occurrence]] = {}
        termbase = self.termbase
        whole = Words(*(text.content for _, text in self.document.targets))
        for segment, text in self.document.targets:
            source = self.simplified(segment.source) if segment.source else None
            for hit in termbase.find_english(text.content, source, whole):
                if self.in_address(text, hit.start, hit.end):
                    continue
                concept = termbase.concept(hit.concept)
                term = concept.terms[hit.term]
                occurrence = Occurrence(
                    concept, term, term.status_on(self.day), segment, text, hit.start, hit.end
                )
                found.setdefault(concept.id, []).append(occurrence)
        return found
