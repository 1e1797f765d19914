"""A house's rendering laid over a shipped entry, so that the house's word is the preferred one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from glossary.fold import fold
from glossary.format import wrong_forms
from glossary.model import Concept, Status, Term


def lay_over(own: Concept, shipped: Concept) -> Concept:
    """Return the entry that replaces a shipped one with what a house says of it.

    The house's forms come first. The shipped good forms are admitted beside them, unless the
    house calls them wrong; the shipped wrong forms stay wrong, unless the house uses them.
    """
    house_good = {fold(term.text) for term in own.terms if term.is_good}
    house_wrong = {fold(form) for forms in wrong_forms(own).values() for form in forms}
    good = list(_admitted(shipped, house_good | house_wrong))
    known = {fold(form) for forms in wrong_forms(shipped).values() for form in forms}
    wrong = [
        term
        for term, forms in wrong_forms(own).items()
        if not {fold(form) for form in forms} <= known
    ]
    return replace(
        shipped,
        terms=(
            *own.forms("zh"),
            *(term for term in good if term.language == "zh"),
            *(term for term in own.forms("en") if term.is_good),
            *(term for term in good if term.language == "en"),
            *wrong,
            *(term for term in wrong_forms(shipped) if not _is_used(term, shipped, house_good)),
        ),
        definition=own.definition or shipped.definition,
        sources=tuple(dict.fromkeys((*own.sources, *shipped.sources))),
        examples=tuple(
            example
            for example in shipped.examples
            if not example.finds or not any(form in fold(example.en) for form in house_good)
        ),
        confidence=own.confidence,
        override=True,
    )


def _admitted(shipped: Concept, taken: Iterable[str]) -> Iterator[Term]:
    for term in shipped.terms:
        if term.is_good and fold(term.text) not in taken:
            demoted = term.status is Status.PREFERRED
            yield replace(term, status=Status.ADMITTED) if demoted else term


def _is_used(term: Term, shipped: Concept, house_good: set[str]) -> bool:
    """Whether a wrong form is nothing but what the house uses."""
    return {fold(form) for form in wrong_forms(shipped)[term]} <= house_good
