"""A Chinese place that is not the one in the source, or of another level.

A name in pinyin is read against the characters of the source: its level is another (a county made
a city), its characters are read otherwise (六安 is Lu'an), a syllable is another, or a place that
the glossary knows stands for one with a similar name (Shanxi for 陕西), a province for the only one
that is missing, or a word that is no place is nearly one (Sichuang). A level that is left out
passes. The source here has 陕西安化县.

Found:
    The road ends in Anhua City, Shanxi.

Passed:
    The road ends in Anhua County, Shaanxi.
"""

from collections.abc import Iterator

from checker.context import Context, Occurrence, SourceTerm
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.lang.names.places import Atlas, Fault, places
from checker.placenames import is_place, meant, misheard, overlaps, swapped
from checker.rule import Need, Rule
from checker.text import Span, Text

_LONGEST = 2000  # characters of Chinese; in a longer passage, near names mean little
_AROUND = 2  # passages before and behind


class PlaceMismatch(Rule):
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    needs = frozenset({Need.SOURCE, Need.TERMS})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        groups: dict[tuple[str, str, str], list[tuple[Span, Span]]] = {}
        sources = [context.source(pair) for pair in context.sure_pairs]
        whole = Atlas("\n".join(sources))
        for number, pair in enumerate(context.sure_pairs):
            theirs, ours = pair.both
            if len(theirs.content) > _LONGEST:
                continue
            source, here = sources[number], context.terms_in(ours)
            there = [term for term in context.source_terms[pair] if is_place(term.concept)]
            around = "\n".join(sources[max(0, number - _AROUND) : number + _AROUND + 1])
            known = meant(source, there)
            found = dict(swapped(source, around, ours, here, known))
            found |= _misnamed(source, ours, here, there, whole)
            for span, fault in misheard(source, ours, here, known):
                if not overlaps(span, list(found)):
                    found[span] = fault
            for span, fault in sorted(found.items()):
                written = " ".join(document.text(span).split())
                key = written, source[fault.start : fault.end], fault.right
                groups.setdefault(key, []).append((span, theirs.span(fault.start, fault.end)))
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
        if not fault and not overlaps(span, listed) and not whole.knows(place):
            fault = atlas.near(place, known)
            if fault and fault.right in target.content:
                continue
        if fault and not overlaps(span, reported):
            yield span, fault
