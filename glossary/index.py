"""Which of the phrases found in a text are kept: the longest ones."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple


class Hit(NamedTuple):
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
    for heap in _heaps(sorted(hits)):
        kept.extend(heap if len(heap) == 1 else _longest(heap, includes))
    return kept


def _heaps(hits: Iterable[Hit]) -> Iterator[list[Hit]]:
    """Divide hits, sorted by place, where none overlaps the next."""
    heap: list[Hit] = []
    end = 0
    for hit in hits:
        if hit.start >= end and heap:
            yield heap
            heap = []
        heap.append(hit)
        end = max(end, hit.end)
    if heap:
        yield heap


def _longest(hits: Iterable[Hit], includes: Mapping[str, Iterable[str]]) -> list[Hit]:
    outer: list[Hit] = []  # in order, and none overlaps another; so with the inner ones
    inner: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit)):
        rivals = _overlapping(outer, hit)
        if not rivals:
            insort(outer, hit)
        elif not _overlapping(inner, hit) and all(
            hit.concept in includes.get(rival.concept, ())
            and rival.start <= hit.start
            and hit.end <= rival.end
            for rival in rivals
        ):
            insort(inner, hit)
    return sorted([*outer, *inner])


def _overlapping(kept: list[Hit], hit: Hit) -> list[Hit]:
    first = bisect_right(kept, hit.start, key=lambda other: other.end)
    end = bisect_left(kept, hit.end, key=lambda other: other.start)
    return kept[first:end]
