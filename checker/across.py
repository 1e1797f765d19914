"""One concept, one rendering, over all documents of a run.

Inside one document ``inconsistent-term`` looks after that. Here only good renderings that differ
from document to document are looked at; each concept is reported once, in the first document that
has the rarer rendering.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.context import Context
from checker.finding import Observation
from checker.text import Span
from checker.wording import choices
from glossary.model import Concept, Status, TermType

RULE = "inconsistent-term"


@dataclass(frozen=True)
class Renderings:
    """How one document writes its concepts: by concept id and form, the places."""

    places: dict[str, dict[str, list[Span]]]
    concepts: dict[str, Concept]


def renderings(context: Context) -> Renderings:
    """Return the full good forms that a document uses, of concepts that are not mixed freely."""
    places: dict[str, dict[str, list[Span]]] = {}
    concepts: dict[str, Concept] = {}
    for name, occurrences in context.occurrences.items():
        for item in occurrences:
            good = item.status in (Status.PREFERRED, Status.ADMITTED)
            if good and item.term.type is TermType.FULL and not item.concept.free_mixing:
                places.setdefault(name, {}).setdefault(item.term.text, []).append(item.span)
                concepts[name] = item.concept
    return Renderings(places, concepts)


def across(documents: Sequence[Renderings]) -> Iterator[tuple[int, Observation]]:
    """Yield ``(number of the document, observation)`` for each concept that differs."""
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
