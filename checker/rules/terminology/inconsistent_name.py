"""One organisation under several names, or one person under several titles.

For names that no glossary lists: heads of one family (Institute, Academy) with the same other
words, in whatever order, or the words of an outlet written as one (Chinanews); and a person whose
one Chinese title is rendered twice (executive deputy dean, executive vice president). Names that
the glossary lists as good are two different bodies, or forms of one, and pass.

Found:
    The China Institute of Rural Studies said so. The China Rural Studies Institute agreed.

Passed:
    The China Institute of Rural Studies said so. The China Institute of Rural Studies agreed.
"""

from collections.abc import Callable, Iterator

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.names import Name, organisations, titles
from checker.rule import Need, Rule
from checker.text import Span
from checker.wording import listed

_Places = dict[str, list[Span]]


class InconsistentName(Rule):
    category = Category.TERMINOLOGY_USE
    severity = Severity.MINOR
    needs = frozenset({Need.TERMS})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        good = {
            item.span
            for items in context.occurrences.values()
            for item in items
            if item.term.is_good
        }
        for names in _groups(document, organisations).values():
            listed_names = {words for words, spans in names.items() if not good.isdisjoint(spans)}
            if len(listed_names) < len(names):
                yield _observe("one organisation", document, names, listed_names)
        told: set[Span] = set()
        for key, names in _groups(document, titles).items():
            places = {span for spans in names.values() for span in spans}
            if not places <= told:
                told |= places
                yield _observe(f"one title of {key[0]}", document, names, set())


def _groups(
    document: Document, find: Callable[[str], Iterator[Name]]
) -> dict[tuple[str, ...], _Places]:
    """Return near-same names that differ, by key: the places of each by its words."""
    groups: dict[tuple[str, ...], _Places] = {}
    for _, text in document.targets:
        for name in find(text.content):
            spans = groups.setdefault(name.key, {}).setdefault(name.words, [])
            spans.append(text.span(name.start, name.end))
    return {key: names for key, names in groups.items() if len(names) > 1}


def _observe(what: str, document: Document, names: _Places, best: set[str]) -> Observation:
    """Return the observation. Only a name in ``best``, which a glossary lists, is suggested.

    The most frequent name may be the wrong one, so it is not.
    """
    by_use = sorted(names, key=lambda words: (-len(names[words]), names[words][0]))
    order = sorted(by_use, key=lambda words: words not in best)
    surfaces = [" ".join(document.text(names[words][0]).split()) for words in order]
    what = f"{len(names)} names for what seems {what}: {listed(surfaces, most=6)}"
    return Observation(
        message=f"{what}; use one throughout" + ("" if best else ", the official one"),
        spans=tuple(sorted(span for spans in names.values() for span in spans)),
        suggestions=(surfaces[0],) if best else (),
    )
