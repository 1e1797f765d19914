"""Longest-match search for phrases in a sequence of units: characters or folded words.

For each first unit the phrase lengths that occur are known; what stands there in these lengths is
asked for, all at once. Linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """The phrases of one language.

    ``entries`` returns the entries of those of some texts that are phrases; ``joiner`` stands
    between the units of a phrase.
    """

    entries: Callable[[Collection[str]], Mapping[str, list[int]]]
    lengths: Mapping[str, list[int]]
    joiner: str

    def find(self, units: Sequence[str]) -> Iterator[tuple[int, int, list[int]]]:
        """Yield ``(first unit, end unit, entries)`` for every phrase, overlapping ones too."""
        spans = [
            (start, start + length)
            for start, first in enumerate(units)
            for length in self.lengths.get(first, ())
            if start + length <= len(units)
        ]
        texts = [self.joiner.join(units[start:end]) for start, end in spans]
        known = self.entries(set(texts))
        for (start, end), text in zip(spans, texts, strict=True):
            if text in known:
                yield start, end, known[text]


def measure(phrases: Iterable[str], joiner: str) -> dict[str, list[int]]:
    """Return for each first unit the lengths of the phrases that begin with it, longest first."""
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        units = phrase.split(joiner) if joiner else phrase
        lengths.setdefault(units[0], set()).add(len(units))
    return {first: sorted(found, reverse=True) for first, found in lengths.items()}


@dataclass(frozen=True, slots=True)
class Hit:
    """A term found in a text, at the span ``[start, end)``; ``term`` counts in Concept.terms."""

    start: int
    end: int
    concept: str
    term: int


def longest(hits: Iterable[Hit], includes: Mapping[str, Iterable[str]]) -> list[Hit]:
    """Keep the hits that no longer hit overlaps, sorted by place.

    ``includes`` names concepts whose hits are kept inside a longer hit of another: the region
    inside the name of the plan that is made for it. Of equally long hits the first wins.
    """
    kept: list[Hit] = []
    outer: dict[int, Hit] = {}
    inner: set[int] = set()
    for hit in sorted(
        hits, key=lambda hit: (hit.start - hit.end, hit.start, hit.concept, hit.term)
    ):
        span = range(hit.start, hit.end)
        rivals = {outer[at] for at in span if at in outer}
        if not rivals:
            outer.update(dict.fromkeys(span, hit))
        elif inner.isdisjoint(span) and all(
            hit.concept in includes.get(rival.concept, ())
            and rival.start <= hit.start
            and hit.end <= rival.end
            for rival in rivals
        ):
            inner.update(span)
        else:
            continue
        kept.append(hit)
    return sorted(kept, key=lambda hit: (hit.start, hit.end, hit.concept, hit.term))
