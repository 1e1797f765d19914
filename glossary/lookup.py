"""A query to ranked concepts.

A query may be simplified or traditional Chinese, pinyin, English, a wrong variant, or any of
these with a typing error. Exact answers score 1; the rest are ordered by how near they come.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    for form, entries in termbase.chinese.phrases.items():
        if form == query:
            score = 1.0
        elif query in form or form in query:
            shorter, longer = sorted((len(form), len(query)))
            score = 0.6 + 0.3 * shorter / longer
        else:
            continue
        for entry in entries:
            yield Match(termbase.decode(entry)[0], form, score)
    for key, names in termbase.chinese_keys.items():
        if query in key:
            score = 1.0 if key == query else 0.6 + 0.3 * len(query) / len(key)
            for name in names:
                yield Match(termbase.concept(name), key, score)


def _latin(termbase: Termbase, query: str) -> Iterable[Match]:
    folded = fold(query)
    for entry in termbase.english.phrases.get(folded, ()):
        concept, number = termbase.decode(entry)
        term = concept.terms[number]
        # The concept that a form is right for comes before one that it is wrong for.
        penalty = {Status.PREFERRED: 0.0, Status.ADMITTED: 0.01}.get(term.status, 0.02)
        yield Match(concept, _written(concept, number, folded), 1.0 - penalty)
    yield from _pinyin(termbase, pinyin_key(query))
    wanted = set(folded.split())
    if len(folded) < _SHORTEST:
        return
    for phrase, entries in termbase.english.phrases.items():
        if len(phrase) > len(folded) and wanted <= set(phrase.split()):
            share = len(folded) / len(phrase)
            for entry in entries:
                concept, number = termbase.decode(entry)
                if concept.terms[number].is_good:
                    yield Match(concept, concept.terms[number].text, 0.6 + 0.3 * share)


def _pinyin(termbase: Termbase, key: str) -> Iterable[Match]:
    for known, names in termbase.chinese_keys.items():
        if known == key or (len(key) >= _SHORTEST_PINYIN and key in known):
            score = 0.97 if known == key else 0.6 + 0.3 * len(key) / len(known)
            for name in names:
                yield Match(termbase.concept(name), termbase.concept(name).zh[0], score)


def _written(concept: Concept, number: int, folded: str) -> str:
    """Return the form of a term that folds or is inflected to ``folded``, as it is written."""
    forms = expand(concept.terms[number].text)
    for form in forms:
        if folded in inflect(fold(form), concept.part_of_speech):
            return form
    return forms[0]


def _fuzzy(termbase: Termbase, query: str) -> list[Match]:
    from rapidfuzz import fuzz, process

    is_chinese = _HAN.search(query)
    table = termbase.chinese.phrases if is_chinese else termbase.english.phrases
    wanted = query if is_chinese else fold(query)
    matches = []
    for form, score, _ in process.extract(wanted, list(table), scorer=fuzz.ratio, limit=12):
        if score >= 100 * _SUGGESTION:
            for entry in table[form]:
                concept, number = termbase.decode(entry)
                written = _written(concept, number, form)
                matches.append(Match(concept, written, round(0.88 * score / 100, 4)))
    matches.extend(_fuzzy_pinyin(termbase, query))
    return sorted(matches, key=lambda match: (-match.score, match.concept.id))


def _fuzzy_pinyin(termbase: Termbase, query: str) -> Iterable[Match]:
    from rapidfuzz import fuzz, process

    key = pinyin_key(query)
    if _HAN.search(query) or len(key) < 5:
        return
    for form, score, _ in process.extract(
        key, list(termbase.chinese_keys), scorer=fuzz.ratio, limit=5
    ):
        if score >= 85:
            for name in termbase.chinese_keys[form]:
                concept = termbase.concept(name)
                yield Match(concept, concept.zh[0], round(0.86 * score / 100, 4))
