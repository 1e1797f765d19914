"""The search for terms against one that is as simple as can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.compiler import compile_glossary, phrases
from glossary.condition import Words, has_exact_case, holds, needs_exact_case
from glossary.files import user_files
from glossary.fold import fold_word
from glossary.index import Hit, longest
from glossary.loader import load
from glossary.model import Concept, Glossary, Term
from glossary.termbase import Termbase

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*[^\W\d_]*|[^\W_]+(?:['’][^\W_]+)*"
    r"|[,;:.!?/%()&+—\[\]<>=*#~|•…。，、；：（）\ufffc]"
)
_JOINTS = (" ", " ", "-", "\n", "\n\n", ", ", " the ", ' "', '" ', "’s ", "")


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load(user_files([Path(__file__).parent.parent / "rules" / "glossary.yaml"]))


@pytest.fixture(scope="module")
def termbase(glossary: Glossary) -> Termbase:
    return Termbase(compile_glossary(glossary))


def _naive_words(text: str) -> list[tuple[str, int, int]]:
    found = [(fold_word(match.group()), match) for match in _WORD.finditer(text)]
    return [
        (word, match.start(), match.end() - 2 * bool(re.search("['’]s$", match.group(), re.I)))
        for word, match in found
        if word and word != "the"
    ]


def _is_meant(
    term: Term, concept: Concept, surface: str, source: str | None, words: Words, at: int, end: int
) -> bool:
    condition = term.condition
    if needs_exact_case(term) and not has_exact_case(term, surface):
        return False
    if condition and condition.source and not any(zh in (source or "") for zh in concept.zh):
        return False
    return condition is None or holds(condition, words, words, at, end)


def _neighbours(term: Term) -> Iterator[str]:
    """Yield the words that a condition of the term asks for, and a part of the term."""
    yield term.text.split()[0]
    if term.condition:
        for name in ("preceded_by", "followed_by", "not_preceded_by", "near", "anywhere"):
            yield from getattr(term.condition, name)


def _naive(glossary: Glossary, text: str, source: str | None) -> list[Hit]:
    row, words, hits = _naive_words(text), Words(text), []
    for concept in glossary.concepts.values():
        for number, term in enumerate(concept.terms):
            for phrase in phrases(term, concept) if term.language == "en" else ():
                size = phrase.count(" ") + 1
                for at in range(len(row) - size + 1):
                    if " ".join(word for word, _, _ in row[at : at + size]) != phrase:
                        continue
                    start, end = row[at][1], row[at + size - 1][2]
                    quotes = sum(text[start:end].count(mark) for mark in '"“”')
                    end += quotes % 2 and text[end : end + 1] in ('"', "”")
                    surface = text[start:end]
                    if "\n\n" not in surface and _is_meant(
                        term, concept, surface, source, words, at, at + size
                    ):
                        hits.append(Hit(start, end, concept.id, number))
    return longest(hits, {name: concept.includes for name, concept in glossary.concepts.items()})


@given(st.data())
def test_finds_the_english_that_a_naive_search_finds(
    glossary: Glossary, termbase: Termbase, data: st.DataObject
) -> None:
    concepts = list(glossary.concepts.values())
    forms = [form for c in concepts for t in c.forms("en") for form in phrases(t, c)]
    near = [word for c in concepts for t in c.forms("en") for word in _neighbours(t)]
    plain = st.sampled_from(forms)
    pieces = plain | plain.map(str.title) | plain.map(str.upper) | st.sampled_from(near)
    joints = st.sampled_from(_JOINTS)
    text = "".join(
        piece + joint for piece, joint in data.draw(st.lists(st.tuples(pieces, joints), max_size=9))
    )
    source = data.draw(st.none() | st.sampled_from(concepts).map(lambda concept: concept.zh[0]))
    expected = _naive(glossary, text, source)
    assert termbase.find_english(text, source) == expected
    assert termbase.find_english(text, source, Words(text)) == expected


@given(st.data())
def test_finds_the_chinese_that_a_naive_search_finds(
    glossary: Glossary, termbase: Termbase, data: st.DataObject
) -> None:
    concepts = list(glossary.concepts.values())
    pieces = st.sampled_from([form for concept in concepts for form in concept.zh])
    parts = pieces | pieces.map(lambda form: form[1:]) | st.sampled_from("的和，")
    text = "".join(data.draw(st.lists(parts, max_size=9)))
    hits = [
        Hit(at, at + len(term.text), concept.id, number)
        for concept in concepts
        for number, term in enumerate(concept.terms)
        for at in range(len(text))
        if term.language == "zh" and text.startswith(term.text, at)
    ]
    includes = {concept.id: concept.includes for concept in concepts}
    assert termbase.find_chinese(text) == longest(hits, includes)
