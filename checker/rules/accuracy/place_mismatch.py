"""A Chinese place that is not the one in the source, or of another level.

A name in pinyin is read against the characters of the source: its level is another (a county made
a city), its characters are read otherwise (六安 is Lu'an), a syllable is another, or a place that
the glossary knows stands for one with a similar name (Shanxi for 陕西). A level that is left out,
and names that are not pinyin, pass. The source here has 陕西安化县.

Found:
    The road ends in Anhua City, Shanxi.

Passed:
    The road ends in Anhua County, Shaanxi.
"""

import re
from collections.abc import Iterator

from checker.context import Context, Occurrence, SourceTerm
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.lang.places import Atlas, Fault, count, places, provinces, provinces_in, similar
from checker.rule import Need, Rule
from checker.text import Span, Text
from glossary.model import Concept

_LONGEST = 2000  # characters of Chinese; in a longer passage, near names mean little
_SUBJECTS = ("places", "prefectures-", "counties-")


class PlaceMismatch(Rule):
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    needs = frozenset({Need.SOURCE, Need.TERMS})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        groups: dict[tuple[str, str, str], list[tuple[Span, Span]]] = {}
        whole = Atlas("\n".join(map(context.source, context.sure_pairs)))
        for pair in context.sure_pairs:
            if not pair.source or not pair.target or len(pair.source.content) > _LONGEST:
                continue
            source, here = context.source(pair), context.terms_in(pair.target)
            there = [term for term in context.source_terms[pair] if _is_place(term.concept)]
            found = [
                *_misnamed(source, pair.target, here, there, whole),
                *_swapped(source, pair.target, here, there),
            ]
            for span, fault in found:
                written = " ".join(document.text(span).split())
                key = written, source[fault.start : fault.end], fault.right
                groups.setdefault(key, []).append((span, pair.source.span(fault.start, fault.end)))
        for (written, chinese, right), sides in groups.items():
            yield Observation(
                message=f"“{written}” for {chinese}, which is {right}",
                spans=tuple(target for target, _ in sides),
                suggestions=(right,),
                source_spans=tuple(source for _, source in sides),
            )


def _misnamed(
    source: str,
    target: Text,
    here: list[Occurrence],
    there: list[SourceTerm],
    whole: Atlas,
) -> Iterator[tuple[Span, Fault]]:
    """Yield the names that are not read, or not of the level, as the source has them."""
    found = list(places(target.content[: 5 * _LONGEST]))
    if not found:
        return
    atlas = Atlas(source)
    listed = [item.span for item in here]
    reported = [item.span for item in here if not item.term.is_good]
    known = [(term.start, term.end) for term in there]
    # "Chaoyang County, Chaoyang City" tells more than the source does.
    fits = {
        place.name
        for place in found
        if place.level and not place.is_province and not atlas.other_level(place)
    }
    for place in found:
        span = target.span(place.start, place.end)
        fault = atlas.misread(place)
        if not fault and place.level and place.name not in fits:
            fault = atlas.other_level(place)
        if not fault and not _overlaps(span, listed) and not whole.knows(place):
            fault = atlas.near(place, known)
            if fault and fault.right in target.content:
                continue
        if fault and not _overlaps(span, reported):
            yield span, fault


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(one.start < span.end and span.start < one.end for one in others)


def _swapped(
    source: str, target: Text, here: list[Occurrence], there: list[SourceTerm]
) -> Iterator[tuple[Span, Fault]]:
    """Yield the places that stand for another one with a similar name, which is not there."""
    meant = {name: Fault(*found.span(), name) for name, found in provinces_in(source)}
    for term in there:
        right = term.concept.preferred.text
        meant.setdefault(right.split()[0], Fault(term.start, term.end, right))
    written: list[tuple[str, Span, tuple[str, ...]]] = [
        (found.group(), target.span(*found.span()), ()) for found in provinces(target.content)
    ]
    written += [
        (item.concept.preferred.text.split()[0], item.span, item.concept.zh)
        for item in here
        if _is_place(item.concept) and item.term.is_good
    ]
    foreign = [one for one in written if one[0] not in meant]
    if not foreign or not meant:
        return
    # 川 is short for Sichuan, but not in 银川.
    rest = Atlas(
        re.sub("|".join(source[one.start : one.end] for one in meant.values()), "，", source)
    )
    told: list[Span] = []
    for name, span, names in foreign:
        if rest.has(name, names) or _overlaps(span, told):
            continue
        lost = [
            fault
            for other, fault in meant.items()
            if similar(name, other) and count(source, fault) > target.content.count(other)
        ]
        if len(lost) == 1:
            told.append(span)
            yield span, lost[0]


def _is_place(concept: Concept) -> bool:
    return concept.subject.startswith(_SUBJECTS)
