"""A glossary, expanded into the tables that a termbase searches."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from glossary.chinese import pinyin, traditional
from glossary.codec import encode
from glossary.condition import needs_exact_case
from glossary.fold import fold
from glossary.inflection import inflect
from glossary.model import Concept, Glossary, Term
from glossary.phrases import pack
from glossary.problem import Problem, ProblemsError
from glossary.store import Store
from glossary.termbase import STOPS, TERM_SLOTS
from glossary.variants import expand


def compile_glossary(glossary: Glossary) -> Store:
    """Return the glossary as the tables that :class:`Termbase` searches.

    Raises:
        ProblemsError: a concept has more forms than can be numbered.
    """
    store = Store.create()
    found: dict[str, list[tuple[str, int]]] = {"en": [], "zh": [], "key": []}
    problems = []
    for number, concept in enumerate(glossary.concepts.values()):
        store.add_concept(number, concept.id, encode(concept))
        first = number * TERM_SLOTS
        if len(concept.terms) > TERM_SLOTS:
            place = concept.location
            problems.append(
                Problem(place.path, place.line, place.column, f"more than {TERM_SLOTS} forms")
            )
        for entry, term in enumerate(concept.terms, start=first):
            found[term.language].extend((phrase, entry) for phrase in phrases(term, concept))
        found["key"].extend((key, first) for key in _chinese_keys(concept))
    if problems:
        raise ProblemsError(problems)
    for language, pairs in found.items():
        store.add_phrases(language, pack(pairs, STOPS[language]))
    return store


def phrases(term: Term, concept: Concept) -> list[str]:
    """Return the phrases that a term is found by: folded and inflected, or the Chinese form.

    A combination of a deprecated pattern that is also a good form of the concept is left out.
    """
    if term.language == "zh":
        return [term.text]
    found = dict.fromkeys(
        form for text in expand(term.text) for form in _inflected(text, term, concept)
    )
    if not term.is_good:
        for good in _good_phrases(concept):
            found.pop(good, None)
    found.pop("", None)
    return list(found)


@lru_cache(maxsize=1)  # asked for once more by each deprecated form of the concept
def _good_phrases(concept: Concept) -> set[str]:
    # An abbreviation is only itself with its capitals, so it clears no other form.
    good = (term for term in concept.forms("en") if term.is_good and not needs_exact_case(term))
    return {form for term in good for form in _inflected(term.text, term, concept)}


def _inflected(text: str, term: Term, concept: Concept) -> tuple[str, ...]:
    kind = "noun" if needs_exact_case(term) and " " not in text else concept.part_of_speech
    return inflect(fold(text), kind)


def _chinese_keys(concept: Concept) -> Iterable[str]:
    keys = {key for form in concept.zh for key in (pinyin(form), *traditional(form))}
    return sorted(keys - {""})
