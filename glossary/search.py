"""A query to ranked concepts.

A query may be simplified or traditional Chinese, pinyin, English, a wrong variant, or any of
these with a typing error. Exact answers score 1; the rest are ordered by how near they come.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glossary.chinese import pinyin_key
from glossary.fold import fold
from glossary.inflection import inflect
from glossary.model import Concept, Status
from glossary.termbase import Termbase
from glossary.variants import expand

LIMIT = 10
# From this score on a match is the query itself; below, it is only near.
EXACT = 0.9
# Below this likeness (rapidfuzz, 0 to 1) a form is not an answer, only a suggestion after a miss.
_NEAR = 0.82
_SUGGESTION = 0.55
# Shorter English is a part of too much.
_SHORTEST = 3
_SHORTEST_PINYIN = 6
_SHORTEST_FUZZY_PINYIN = 5
_NEAR_PINYIN = 0.85
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Match:
    """A concept that answers a query; ``matched`` is the form that did, ``score`` is 0 to 1."""

    concept: Concept
    matched: str
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one query: matches, best first, or after a miss the nearest forms."""

    query: str
    matches: tuple[Match, ...]
    nearest: tuple[str, ...] = ()


def look_up(termbase: Termbase, query: str, limit: int = LIMIT) -> Answer:
    """Return the concepts that a query means, best first."""
    query = query.strip()
    if not query:
        return Answer(query, ())
    matches = list(_chinese(termbase, query) if _HAN.search(query) else _latin(termbase, query))
    matches = _best(matches)
    if not any(match.score >= EXACT for match in matches):
        near = _fuzzy(termbase, query)
        matches = _best([*matches, *(match for match in near if match.score >= _NEAR)])
        if not matches:
            return Answer(query, (), tuple(dict.fromkeys(match.matched for match in near))[:3])
    return Answer(query, tuple(matches[:limit]))


def _best(matches: Iterable[Match]) -> list[Match]:
    """Keep each concept's best match, best first; ties go by id."""
    best: dict[str, Match] = {}
    for match in matches:
        known = best.get(match.concept.id)
        if known is None or match.score > known.score:
            best[match.concept.id] = match
    return sorted(best.values(), key=lambda match: (-match.score, match.concept.id))


def _chinese(termbase: Termbase, query: str) -> Iterable[Match]:
    for form, entry in termbase.phrases("zh"):
        if form == query:
            score = 1.0
        elif query in form or form in query:
            shorter, longer = sorted((len(form), len(query)))
            score = 0.6 + 0.3 * shorter / longer
        else:
            continue
        yield Match(termbase.decode(entry)[0], form, score)
    for key, entry in termbase.phrases("key", query):
        score = 1.0 if key == query else 0.6 + 0.3 * len(query) / len(key)
        yield Match(termbase.decode(entry)[0], key, score)


def _latin(termbase: Termbase, query: str) -> Iterable[Match]:
    folded = fold(query)
    for entry in termbase.entries("en", folded):
        concept, number = termbase.decode(entry)
        term = concept.terms[number]
        # The concept that a form is right for comes before one that it is wrong for.
        penalty = {Status.PREFERRED: 0.0, Status.ADMITTED: 0.01}.get(term.status, 0.02)
        yield Match(concept, _written(concept, number, folded), 1.0 - penalty)
    yield from _pinyin(termbase, pinyin_key(query))
    wanted = set(folded.split())
    if len(folded) < _SHORTEST:
        return
    for phrase, entry in termbase.phrases("en", max(wanted, key=len)):
        if len(phrase) > len(folded) and wanted <= set(phrase.split()):
            concept, number = termbase.decode(entry)
            if concept.terms[number].is_good:
                score = 0.6 + 0.3 * len(folded) / len(phrase)
                yield Match(concept, concept.terms[number].text, score)


def _pinyin(termbase: Termbase, key: str) -> Iterable[Match]:
    exact = ((key, entry) for entry in termbase.entries("key", key))
    longer = termbase.phrases("key", key) if len(key) >= _SHORTEST_PINYIN else ()
    for known, entry in (*exact, *longer):
        score = 0.97 if known == key else 0.6 + 0.3 * len(key) / len(known)
        concept = termbase.decode(entry)[0]
        yield Match(concept, concept.zh[0], score)


def _written(concept: Concept, number: int, folded: str) -> str:
    """Return the form of a term that folds or is inflected to ``folded``, as it is written."""
    forms = expand(concept.terms[number].text)
    for form in forms:
        if folded in inflect(fold(form), concept.part_of_speech):
            return form
    return forms[0]


def _fuzzy(termbase: Termbase, query: str) -> list[Match]:
    is_chinese = _HAN.search(query)
    language, wanted = ("zh", query) if is_chinese else ("en", fold(query))
    matches = []
    for form, entry, likeness in _nearest(termbase, language, wanted, 12, _SUGGESTION):
        concept, number = termbase.decode(entry)
        matches.append(Match(concept, _written(concept, number, form), 0.88 * likeness))
    key = pinyin_key(query)
    if not is_chinese and len(key) >= _SHORTEST_FUZZY_PINYIN:
        for _, entry, likeness in _nearest(termbase, "key", key, 5, _NEAR_PINYIN):
            concept = termbase.decode(entry)[0]
            matches.append(Match(concept, concept.zh[0], 0.86 * likeness))
    return sorted(matches, key=lambda match: (-match.score, match.concept.id))


def _nearest(
    termbase: Termbase, language: str, wanted: str, limit: int, least: float
) -> Iterator[tuple[str, int, float]]:
    """Yield ``(phrase, entry, likeness)`` of the phrases nearest to a text; likeness is 0 to 1."""
    from rapidfuzz import fuzz, process

    near = process.extract(
        wanted,
        termbase.texts(language),
        scorer=fuzz.ratio,
        limit=limit,
        score_cutoff=int(100 * least),
    )
    for form, score, _ in near:
        for entry in termbase.entries(language, form):
            yield form, entry, score / 100
