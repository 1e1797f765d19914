"""A glossary, expanded into the tables that a termbase searches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, product

from glossary.chinese import pinyin, traditional
from glossary.codec import encode
from glossary.condition import needs_exact_case
from glossary.fold import fold
from glossary.inflection import INFLECTED, head_is_last, inflect
from glossary.layer import STOPS, TERM_SLOTS
from glossary.model import Concept, Glossary, Term
from glossary.phrases import pack
from glossary.problem import Problem, ProblemsError
from glossary.store import Store
from glossary.termbase import Termbase
from glossary.variants import expand, has_groups, pieces


def compile_glossary(glossary: Glossary, below: Termbase | None = None) -> Store:
    """Return the glossary as the tables that :class:`Termbase` searches.

    Args:
        glossary: the concepts; where it was loaded over others, only what it changes.
        below: the termbase that it lies over.

    Raises:
        ProblemsError: a concept has more forms than can be numbered.
    """
    start = 0 if below is None else below.end
    store = Store.create()
    if below is not None:
        numbers = map(below.number, glossary.concepts)
        store.add_replaced(number for number in numbers if number is not None)
    found: dict[str, list[tuple[str, int]]] = {"en": [], "zh": [], "key": []}
    problems = []
    for number, concept in enumerate(glossary.concepts.values(), start):
        store.add_concept(number, concept.id, encode(concept))
        first = number * TERM_SLOTS
        if len(concept.terms) > TERM_SLOTS:
            place = concept.location
            problems.append(
                Problem(place.path, place.line, place.column, f"more than {TERM_SLOTS} forms")
            )
        for entry, term in enumerate(concept.terms, start=first):
            found[term.language].extend((phrase, entry) for phrase in phrases(term, concept))
    if problems:
        raise ProblemsError(problems)
    found["key"].extend(_keys(glossary.concepts.values(), start))
    for language, pairs in found.items():
        store.add_phrases(language, pack(pairs, STOPS[language]))
    return store


def phrases(term: Term, concept: Concept) -> list[str]:
    """Return the phrases that a term is found by: folded and inflected, or the Chinese form.

    A combination of a deprecated pattern that is also a good form of the concept is left out.
    """
    if term.language == "zh":
        return [term.text]
    found = dict.fromkeys(_inflected(term, concept))
    if not term.is_good:
        for good in _good_phrases(concept):
            found.pop(good, None)
    found.pop("", None)
    return list(found)


@lru_cache(maxsize=1)  # asked for once more by each deprecated form of the concept
def _good_phrases(concept: Concept) -> set[str]:
    # An abbreviation is only itself with its capitals, so it clears no other form.
    good = (term for term in concept.forms("en") if term.is_good and not needs_exact_case(term))
    return {form for term in good for form in _inflected(term, concept)}


def _inflected(term: Term, concept: Concept) -> Iterable[str]:
    """Return the folded forms of a term and their inflected forms."""
    kind = concept.part_of_speech
    if needs_exact_case(term):
        texts = expand(term.text)
        kinds = (kind if " " in text else "noun" for text in texts)
        return chain.from_iterable(map(inflect, map(fold, texts), kinds))
    words = _folded(term.text)
    if kind == "noun" and all(words[-1]) and head_is_last(" ".join(map(" ".join, words))):
        # Of thousands of combinations only the last words are inflected, and each once.
        words[-1] = tuple(form for last in words[-1] for form in inflect(last, kind))
        kind = "phrase"
    forms = map(" ".join, product(*words)) if all(map(all, words)) else _without_gaps(words)
    return (
        chain.from_iterable(inflect(form, kind) for form in forms) if kind in INFLECTED else forms
    )


def _folded(pattern: str) -> list[tuple[str, ...]]:
    """Return the folded alternatives of each word; one piece of all where there are no groups."""
    if not has_groups(pattern):
        return [(fold(pattern),)]
    return [_folded_alternatives(piece) for piece in pieces(pattern)]


def _without_gaps(words: Iterable[tuple[str, ...]]) -> Iterator[str]:
    return (" ".join(filter(None, form)) for form in product(*words))


@lru_cache(maxsize=65536)
def _folded_alternatives(alternatives: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(fold, alternatives)))


def _keys(concepts: Iterable[Concept], start: int = 0) -> Iterator[tuple[str, int]]:
    """Yield pinyin and traditional forms, each with the entry of its concept's first term."""
    forms = [
        (form, number * TERM_SLOTS)
        for number, concept in enumerate(concepts, start)
        for form in concept.zh
    ]
    others = traditional(form for form, _ in forms)
    for (form, entry), scripts in zip(forms, others, strict=True):
        yield from ((key, entry) for key in (pinyin(form), *scripts) if key)
