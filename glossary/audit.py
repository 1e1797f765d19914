"""What the loader cannot see in one entry: conflicts between entries, and forms to distrust.

Each check is a function from the glossary to problems; :func:`audit` runs them all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import groupby

from glossary.chinese import simplified
from glossary.compiler import phrases
from glossary.condition import needs_exact_case
from glossary.model import Concept, Fault, Glossary, Status, Term
from glossary.problem import Problem

_Check = Callable[[Glossary], Iterator[Problem]]


def audit(glossary: Glossary, unordered: Collection[str] = ()) -> list[Problem]:
    """Return every problem of the glossary, in the order of files and lines.

    Args:
        glossary: the glossary, all layers together.
        unordered: paths of files whose entries may stand in any order: a user's own.
    """
    checks: tuple[_Check, ...] = (
        _references,
        _missing_examples,
        _shared_chinese,
        _traditional,
        _conflicts,
        _unreachable,
        _repeated,
        _articles,
        _lone_words,
    )
    found = {problem for check in checks for problem in check(glossary)}
    return sorted(found.union(_order(glossary, unordered)))


def _problem(concept: Concept, message: str) -> Problem:
    place = concept.location
    return Problem(place.path, place.line, place.column, f"{concept.id}: {message}")


def _order(glossary: Glossary, unordered: Collection[str]) -> Iterator[Problem]:
    concepts = (one for one in glossary.concepts.values() if one.location.path not in unordered)
    by_file = groupby(concepts, key=lambda concept: concept.location.path)
    for _, group in by_file:
        previous = None
        for concept in group:
            if previous is not None and concept.id < previous:
                yield _problem(
                    concept,
                    f'stands after "{previous}"; entries are in the order of their ids',
                )
            previous = concept.id


def _references(glossary: Glossary) -> Iterator[Problem]:
    for concept in glossary.concepts.values():
        for name in (*concept.see_also, *concept.includes):
            if name not in glossary.concepts:
                yield _problem(concept, f'refers to "{name}", which is no entry')


def _missing_examples(glossary: Glossary) -> Iterator[Problem]:
    for concept in glossary.concepts.values():
        deprecated = concept.forms("en", Status.DEPRECATED)
        if not deprecated:
            continue
        if not any(example.finds for example in concept.examples):
            yield _problem(
                concept, "has deprecated forms but no example that is found (finds: RULE)"
            )
        if all(example.finds for example in concept.examples):
            yield _problem(concept, "has deprecated forms but no example that passes")


def _shared_chinese(glossary: Glossary) -> Iterator[Problem]:
    first: dict[str, Concept] = {}
    for concept in glossary.concepts.values():
        for form in concept.zh:
            other = first.setdefault(form, concept)
            if other is not concept and not _linked(concept, other):
                yield _problem(
                    concept,
                    f'"{form}" is also in "{other.id}"; if both are meant, link them with see-also',
                )


def _traditional(glossary: Glossary) -> Iterator[Problem]:
    for concept in glossary.concepts.values():
        for form in concept.zh:
            if simplified(form) != form:
                yield _problem(concept, f'"{form}" is traditional; write "{simplified(form)}"')


def _conflicts(glossary: Glossary) -> Iterator[Problem]:
    good: dict[str, list[tuple[Concept, Term]]] = {}
    bad: dict[str, list[tuple[Concept, Term]]] = {}
    for concept in glossary.concepts.values():
        for term in concept.forms("en"):
            table = good if term.is_good else bad
            for phrase in phrases(term, concept):
                table.setdefault(phrase, []).append((concept, term))
    for phrase, owners in bad.items():
        yield from _good_elsewhere(phrase, owners, good.get(phrase, []))
        others = {concept.id for concept, term in owners if term.condition is None}
        if len(others) > 1:
            yield _problem(
                owners[-1][0],
                f'"{phrase}" is deprecated in several entries: {", ".join(sorted(others))}',
            )
    for phrase, owners in good.items():
        concepts = {
            concept.id: concept for concept, term in owners if term.status is Status.PREFERRED
        }
        for one, other in zip(list(concepts.values()), list(concepts.values())[1:], strict=False):
            if not _linked(one, other):
                yield _problem(
                    other,
                    f'"{phrase}" is preferred in "{one.id}" too; if both are meant, '
                    "link them with see-also",
                )


def _good_elsewhere(
    phrase: str, bad: list[tuple[Concept, Term]], good: list[tuple[Concept, Term]]
) -> Iterator[Problem]:
    for concept, term in bad:
        if term.condition is not None:
            continue
        for other, form in good:
            if other is not concept and needs_exact_case(form) == needs_exact_case(term):
                yield _problem(
                    concept,
                    f'deprecates "{phrase}", a good form of "{other.id}"; give it a condition',
                )


def _unreachable(glossary: Glossary) -> Iterator[Problem]:
    for concept in glossary.concepts.values():
        for term in concept.forms("en"):
            if not phrases(term, concept):
                yield _problem(concept, f'"{term.text}" finds nothing: no form of its own is left')


def _repeated(glossary: Glossary) -> Iterator[Problem]:
    for concept in glossary.concepts.values():
        good = [term.text for term in concept.terms if term.is_good]
        for form in sorted({text for text in good if good.count(text) > 1}):
            yield _problem(concept, f'"{form}" is written twice as a good form')


def _articles(glossary: Glossary) -> Iterator[Problem]:
    for concept in glossary.concepts.values():
        if concept.preferred.text.lower().startswith("the "):
            yield _problem(concept, 'the preferred form stands without "the"')


def _lone_words(glossary: Glossary) -> Iterator[Problem]:
    for concept in glossary.concepts.values():
        for term in concept.forms("en", Status.DEPRECATED):
            lone = [form for form in phrases(term, concept) if " " not in form and form.isascii()]
            # Pinyin written as one word is no English word.
            guarded = (
                term.condition is not None
                or term.fault is Fault.UNTRANSLATED
                or needs_exact_case(term)
            )
            if lone and not guarded:
                yield _problem(
                    concept,
                    f'the single word "{lone[0]}" is deprecated everywhere; give it a condition',
                )


def _linked(one: Concept, other: Concept) -> bool:
    return other.id in one.see_also or one.id in other.see_also
