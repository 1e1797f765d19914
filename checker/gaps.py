"""Sentences without counterpart: what an alignment leaves alone, and what is left out in a pair."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from checker.alignment import align
from checker.completeness import Place, fullness, length, letters, share
from checker.context import Context
from checker.document import Pair
from checker.lang import chinese
from checker.lang import sentences as english
from checker.lang.anchors import anchors
from checker.likeness import Sentence

# A gap is as a rule one of several ways to see it, so the alignment of two texts is seldom sure of
# one; to a passage that has a counterpart after all it gives less than this.
_SURE = 0.05
# The English beside a gap has room for it from this share of the expected length on.
_ROOM = 0.7
# Between these shares of the expected length no sentence of weight is missing or too many.
_FULL = (0.95, 1.2)
# Of both sides; a passage that is longer is not looked into.
_MOST_SENTENCES = 400


def omitted_passages(pairs: Sequence[Pair]) -> Iterator[list[int]]:
    """Yield the numbers of passages in a row that have no English.

    The alignment is sure of the gap, or the English beside it has no room for the passage.
    """
    for is_gap, row in groupby(range(len(pairs)), lambda at: pairs[at].target is None):
        numbers = list(row) if is_gap else []
        if numbers:
            places = (numbers[0] - 1, numbers[-1] + 1)
            around = [_Size(pairs[at]) for at in places if 0 <= at < len(pairs)]
            sure = [at for at in numbers if _is_sure(pairs[at], around)]
            if sure:
                yield sure


def is_added(pair: Pair) -> bool:
    """Whether the alignment is sure that a passage has no source."""
    return pair.source is None and pair.confidence >= _SURE


class _Size:
    """How long the sides of a passage beside a gap are."""

    def __init__(self, pair: Pair) -> None:
        self._source = length(pair.source.content) if pair.source else 0.0
        self._letters = letters(pair.target.content) if pair.target else 0

    def has_room(self, more: float) -> bool:
        """Whether the English may be the translation of so many more characters."""
        return share(self._source + more, self._letters) >= _ROOM


def _is_sure(pair: Pair, around: list[_Size]) -> bool:
    if pair.source is None or pair.confidence >= _SURE:
        return pair.source is not None
    size = length(pair.source.content)
    return not any(one.has_room(size) for one in around)


@dataclass(frozen=True, slots=True)
class Gap:
    """Sentences of one side, at ``[start, end)`` of it, that nothing on the other side answers.

    ``after`` is the end of the other side's sentence before the gap.
    """

    start: int
    end: int
    after: int


def gaps(pair: Pair, context: Context) -> tuple[list[Gap], list[Gap]]:
    """Return the sentences without translation and the ones without source inside a sure pair."""
    source, target = context.source(pair), pair.both[1].content
    theirs, ours = chinese.sentences(source), english.sentences(target)
    if not 2 < len(theirs) + len(ours) < _MOST_SENTENCES:
        return [], []
    if _FULL[0] < fullness(source, target) < _FULL[1]:
        return [], []
    omitted: list[Gap] = []
    added: list[Gap] = []
    for bead in align(*_known(pair, context, theirs, ours)):
        if bead.target == bead.target_end:
            _add(omitted, theirs[bead.source], ours[bead.target - 1][1] if bead.target else 0)
        elif bead.source == bead.source_end:
            _add(added, ours[bead.target], theirs[bead.source - 1][1] if bead.source else 0)
    return omitted, added


def _add(found: list[Gap], place: Place, after: int) -> None:
    """Add a gap, or lengthen the last one where this follows on it."""
    if found and found[-1].after == after:
        found[-1] = Gap(found[-1].start, place[1], after)
    else:
        found.append(Gap(*place, after))


def _known(
    pair: Pair, context: Context, theirs: list[Place], ours: list[Place]
) -> tuple[list[Sentence], list[Sentence]]:
    """Return what an alignment is to know of the sentences of both sides."""
    source, text = context.source(pair), pair.both[1]
    target = text.content
    first = text.span(0, 1).start
    said = [(term.start, term.concept.id) for term in context.source_terms[pair]]
    written = [(term.span.start - first, term.concept.id) for term in context.terms_in(text)]
    their_texts = [source[start:end].strip() for start, end in theirs]
    our_texts = [target[start:end].strip() for start, end in ours]
    common = anchors(their_texts, our_texts, (_names(said, theirs), _names(written, ours)))
    return (
        [Sentence(len(text), own) for text, own in zip(their_texts, common[0], strict=True)],
        [Sentence(len(text), own) for text, own in zip(our_texts, common[1], strict=True)],
    )


def _names(terms: list[tuple[int, str]], places: list[Place]) -> list[frozenset[str]]:
    """Return the terms that begin in each place."""
    starts = [start for start, _ in places]
    found: list[set[str]] = [set() for _ in places]
    for at, name in terms:
        found[max(0, bisect_right(starts, at) - 1)].add(name)
    return [frozenset(names) for names in found]
