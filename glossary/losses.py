"""What a round trip through an exchange format does not bring back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from glossary.fold import fold
from glossary.merge import wrong_forms
from glossary.model import Concept, Fault, Term


def lost(before: Iterable[Concept], after: Iterable[Concept]) -> Counter[str]:
    """Count the facts of ``before`` that ``after`` has not, by kind.

    Compare what was written with what is read back, and the answer is what the format cannot hold.
    """
    kept = Counter(fact for concept in after for fact in _facts(concept))
    gone = Counter(fact for concept in before for fact in _facts(concept)) - kept
    return Counter(kind for (kind, _), count in gone.items() for _ in range(count))


def _facts(concept: Concept) -> Iterator[tuple[str, object]]:
    facts: dict[str, Iterable[object]] = {
        "ids": [True],
        "subjects": [concept.subject],
        "definitions": [concept.definition],
        "parts of speech": [concept.part_of_speech],
        "dates of concepts": [concept.since, concept.until],
        "mixing": [concept.free_mixing or None],
        "confidence": [concept.confidence],
        "sources": concept.sources,
        "links between entries": (*concept.includes, *concept.see_also),
        "examples": [(one.zh, one.en, one.finds) for one in concept.examples],
    }
    for kind, values in facts.items():
        for value in values:
            if value is not None:
                yield kind, (concept.id, value)
    wrong = wrong_forms(concept)
    for term in concept.terms:
        yield from _facts_of_form(concept.zh[0], term, wrong.get(term))


def _facts_of_form(name: str, term: Term, wrong: list[str] | None) -> Iterator[tuple[str, object]]:
    # A form is one of the concept with this Chinese: not all formats have ids.
    form = term.text
    if wrong:
        form = fold(wrong[0])
        for one in wrong:
            yield "wrong forms", (name, fold(one))
        if len(wrong) > 1:
            yield "patterns (written out form by form)", (name, term.text)
        if term.fault is not Fault.MISTRANSLATION:
            yield "kinds of wrong forms", (name, form, term.fault)
    else:
        yield "forms", (name, term.language, form)
        yield "status and type of forms", (name, form, term.status, term.type)
    facts = {
        "notes of forms": term.note,
        "dates of forms": (term.since, term.until) if term.since or term.until else None,
        "familiar abbreviations": term.familiar or None,
        "conditions": term.condition,
    }
    for kind, value in facts.items():
        if value is not None:
            yield kind, (name, form, value)
