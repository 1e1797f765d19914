"""One concept, one rendering, and one name, one spelling, over all documents of a run.

Inside one document ``inconsistent-term`` and ``inconsistent-translation`` look after that. Here
only what differs from document to document is looked at; each concept and each name is reported
once, in the first document that has the rarer rendering.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker import namesakes
from checker.context import Context
from checker.document import Document
from checker.finding import Observation
from checker.text import Span
from checker.wording import choices
from glossary.model import Concept, Status, TermType

TERMS, NAMES = "inconsistent-term", "inconsistent-translation"


@dataclass(frozen=True)
class Renderings:
    """How one document writes its concepts: by concept id and form, the places.

    ``passages`` are its passages with their source, where names are to be compared.
    """

    document: Document
    places: dict[str, dict[str, list[Span]]]
    concepts: dict[str, Concept]
    passages: list[namesakes.Passage]


def renderings(context: Context, rules: set[str]) -> Renderings:
    """Return what a document has for those of the two rules that are asked for.

    Of terms the full good forms, of concepts that are not mixed freely.
    """
    places: dict[str, dict[str, list[Span]]] = {}
    concepts: dict[str, Concept] = {}
    for name, occurrences in context.occurrences.items() if TERMS in rules else ():
        for item in occurrences:
            good = item.status in (Status.PREFERRED, Status.ADMITTED)
            if good and item.term.type is TermType.FULL and not item.concept.free_mixing:
                places.setdefault(name, {}).setdefault(item.term.text, []).append(item.span)
                concepts[name] = item.concept
    passages = namesakes.passages_of(context) if NAMES in rules else []
    return Renderings(context.document, places, concepts, passages)


def across(documents: Sequence[Renderings]) -> Iterator[tuple[int, str, Observation]]:
    """Yield ``(number of the document, rule, observation)`` for each concept or name."""
    for number, seen in _terms(documents):
        yield number, TERMS, seen
    for number, seen in _names(documents):
        yield number, NAMES, seen


def _terms(documents: Sequence[Renderings]) -> Iterator[tuple[int, Observation]]:
    names = sorted({name for one in documents for name in one.places})
    for name in names:
        forms = Counter(form for one in documents for form in one.places.get(name, ()))
        if len(forms) < 2:
            continue
        concept = next(one.concepts[name] for one in documents if name in one.concepts)
        usual = max(forms, key=lambda form: (forms[form], form == concept.preferred.text))
        for number, one in enumerate(documents):
            odd = [
                span
                for form, spans in one.places.get(name, {}).items()
                if form != usual
                for span in spans
            ]
            if odd:
                told = ", ".join(f"“{form}” in {count}" for form, count in forms.most_common())
                yield (
                    number,
                    Observation(
                        message=f"{concept.zh[0]} differs from file to file, use one: {told}",
                        spans=tuple(sorted(odd)),
                        suggestions=choices(concept, None),
                        concept=name,
                        authority=concept.authority,
                    ),
                )
                break


def _names(documents: Sequence[Renderings]) -> Iterator[tuple[int, Observation]]:
    """Yield the names of which no document has two renderings, and all documents together have."""
    owners = [number for number, one in enumerate(documents) for _ in one.passages]
    passages = [passage for one in documents for passage in one.passages]

    def text(passage: int, span: Span) -> str:
        return documents[owners[passage]].document.text(span)

    for kind, name, renderings in namesakes.names(passages):
        homes = [{owners[passage] for passage, _ in places} for places in renderings.values()]
        if sum(map(len, homes)) > len(set.union(*homes)):
            continue  # one document has two of them; the rule has told it there
        rarest = min(renderings.values(), key=lambda places: (len(places), places[0]))
        number = min(owners[passage] for passage, _ in rarest)
        yield (
            number,
            Observation(
                message=f"{namesakes.told(kind, name, renderings, text)}; from file to file",
                spans=tuple(sorted(span for at, span in rarest if owners[at] == number)),
            ),
        )
