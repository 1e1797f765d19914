"""An entry laid over the one of a lower layer, so that the upper one has the last word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from glossary.fold import fold
from glossary.model import Concept, Example, Override, Status, Term
from glossary.variants import expand


def lay_over(own: Concept, lower: Concept) -> Concept:
    """Return the lower entry with what the upper one says added to it.

    The upper entry's forms come first, and its preferred form, if it has one, is preferred. The
    lower good forms are admitted beside it, unless the upper entry calls them wrong; the lower
    wrong forms stay wrong, unless the upper entry uses them.
    """
    used = {fold(term.text) for term in own.terms if term.is_good}
    refused = _refused(own)
    good = [term for term in _kept(own, lower) if fold(term.text) not in used | refused]
    known = {fold(form) for forms in wrong_forms(lower).values() for form in forms}
    return replace(
        lower,
        terms=(
            *own.forms("zh"),
            *(term for term in good if term.language == "zh"),
            *(term for term in own.forms("en") if term.is_good),
            *(term for term in good if term.language == "en"),
            *(term for term, forms in _folded(own) if not forms <= known),
            *(term for term, forms in _folded(lower) if not forms <= used),
        ),
        definition=own.definition or lower.definition,
        sources=tuple(dict.fromkeys((*own.sources, *lower.sources))),
        examples=(*own.examples, *_still_true(lower, used, refused)),
        confidence=own.confidence if own.sources or used else lower.confidence,
        override=Override.REPLACE,
    )


def refuses(own: Concept, form: Term) -> bool:
    """Whether an entry calls a form wrong and prefers no other one."""
    return fold(form.text) in _refused(own) and not own.forms("en", Status.PREFERRED)


def wrong_forms(concept: Concept) -> dict[Term, list[str]]:
    """Return what each deprecated pattern of a concept stands for, without the good forms."""
    good = {fold(term.text) for term in concept.forms("en") if term.is_good}
    return {
        term: [form for form in expand(term.text) if fold(form) not in good]
        for term in concept.forms("en", Status.DEPRECATED)
    }


def _refused(concept: Concept) -> set[str]:
    wrong = {fold(form) for forms in wrong_forms(concept).values() for form in forms}
    return wrong | {fold(term.text) for term in concept.forms("en", Status.SUPERSEDED)}


def _folded(concept: Concept) -> Iterator[tuple[Term, set[str]]]:
    for term, forms in wrong_forms(concept).items():
        yield term, {fold(form) for form in forms}


def _kept(own: Concept, lower: Concept) -> Iterator[Term]:
    """Yield the lower entry's good forms; one preferred form is enough for each language."""
    for term in lower.terms:
        if term.is_good:
            demoted = term.status is Status.PREFERRED and own.forms(term.language, Status.PREFERRED)
            yield replace(term, status=Status.ADMITTED) if demoted else term


def _still_true(lower: Concept, used: set[str], refused: set[str]) -> Iterator[Example]:
    """Yield the examples that the upper entry leaves as they were."""
    for example in lower.examples:
        changed = used if example.finds else refused
        if not any(form in fold(example.en) for form in changed):
            yield example
