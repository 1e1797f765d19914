"""Places that the glossary knows: which ones the Chinese means, and what stands for them.

Of two passages that belong together, a place that is in the English alone stands for one that is
in the Chinese alone, if there is only one of each or their names are similar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.context import Occurrence, SourceTerm
from checker.lang.names.misspelt import is_misheard
from checker.lang.names.places import (
    Atlas,
    Fault,
    count,
    province,
    provinces,
    provinces_in,
    similar,
    words,
)
from checker.text import Span, Text
from glossary.model import Concept

_SUBJECTS = ("places", "prefectures-", "counties-")
# Of more places than these that are missing, one may be near by chance.
_MOST = 40

# What the Chinese has, by the English name.
Meant = dict[str, Fault]


def is_place(concept: Concept) -> bool:
    """Whether a concept is a place."""
    return concept.subject.startswith(_SUBJECTS)


def overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Whether a place in the text touches one of the others."""
    return any(one.start < span.end and span.start < one.end for one in others)


def meant(source: str, there: Sequence[SourceTerm]) -> Meant:
    """Return the places that the Chinese has, each once."""
    found = {name: Fault(*match.span(), name) for name, match in provinces_in(source)}
    for term in there:
        right = term.concept.preferred.text
        found.setdefault(right.split()[0], Fault(term.start, term.end, right))
    return found


def swapped(
    source: str, around: str, target: Text, here: Sequence[Occurrence], places: Meant
) -> Iterator[tuple[Span, Fault]]:
    """Yield the places that stand for another one, which is not there.

    ``around`` is the Chinese of the neighbouring passages too.
    """
    written = [*_written(target, here)]
    foreign = [one for one in written if one[0] not in places]
    if not foreign or not places:
        return
    # 川 is short for Sichuan, but not in 银川.
    known = "|".join(re.escape(source[one.start : one.end]) for one in places.values())
    rest = Atlas(re.sub(known, "，", source))
    is_single = len({name for name, _, _ in foreign}) == 1
    told: list[Span] = []
    for name, span, names in foreign:
        if rest.has(name, names) or overlaps(span, told):
            continue
        lost = [
            fault
            for other, fault in places.items()
            if similar(name, other) and count(source, fault) > target.content.count(other)
        ]
        chinese = province(name) if is_single else ""
        if not lost and chinese and chinese not in around and not rest.reads(name):
            lost = _lost_provinces(target.content, places)
        if len(lost) == 1:
            told.append(span)
            yield span, lost[0]


def _written(
    target: Text, here: Sequence[Occurrence]
) -> Iterator[tuple[str, Span, tuple[str, ...]]]:
    """Yield the places of the English, with their Chinese names."""
    for found in provinces(target.content):
        yield found.group(), target.span(*found.span()), ()
    for item in here:
        if is_place(item.concept) and item.term.is_good:
            yield item.concept.preferred.text.split()[0], item.span, item.concept.zh


def _lost_provinces(content: str, places: Meant) -> list[Fault]:
    """Return the provinces that the English does not have at all."""
    return [fault for name, fault in places.items() if province(name) and name not in content]


def misheard(
    source: str, target: Text, here: Sequence[Occurrence], places: Meant
) -> Iterator[tuple[Span, Fault]]:
    """Yield the names that are no places, but nearly one that is not there."""
    found = list(words(target.content)) if places else []
    present = {word.group() for word in found}
    missing = {name.lower(): fault for name, fault in places.items() if name not in present}
    if not missing or len(missing) > _MOST:
        return
    listed = [item.span for item in here]
    atlas = Atlas(source)
    for word in found:
        name = word.group()
        near = [fault for right, fault in missing.items() if is_misheard(name.lower(), right)]
        if len(near) == 1 and not province(name) and not atlas.reads(name):
            span = target.span(*word.span())
            if not overlaps(span, listed):
                yield span, near[0]
