from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from glossary.index import Hit, PhraseIndex, longest, measure

_PHRASES = st.lists(st.text("abc", min_size=1, max_size=4), unique=True, max_size=12)
_HITS = st.lists(
    st.builds(
        lambda start, size, concept, term: Hit(start, start + size, concept, term),
        st.integers(0, 20), st.integers(1, 6), st.sampled_from("pqr"), st.integers(0, 2),
    ),
    max_size=15,
)  # fmt: skip


@given(_PHRASES, st.text("abc", max_size=30))
def test_finds_what_a_naive_search_finds(phrases: list[str], text: str) -> None:
    table = {phrase: [at] for at, phrase in enumerate(phrases)}
    index = PhraseIndex(
        lambda texts: {text: table[text] for text in texts if text in table},
        measure(phrases, ""),
        "",
    )
    naive = {
        (start, start + len(phrase), at)
        for at, phrase in enumerate(phrases)
        for start in range(len(text))
        if text.startswith(phrase, start)
    }
    assert {(start, end, entries[0]) for start, end, entries in index.find(text)} == naive


@given(_HITS, st.randoms(use_true_random=False))
def test_longest_never_overlaps_whatever_the_order(hits: list[Hit], rng: random.Random) -> None:
    kept = longest(hits, {})
    ends = [hit.end for hit in kept]
    assert all(end <= hit.start for end, hit in zip(ends, kept[1:], strict=False))
    shuffled = list(hits)
    rng.shuffle(shuffled)
    assert longest(shuffled, {}) == kept


@given(_HITS)
def test_only_included_concepts_overlap(hits: list[Hit]) -> None:
    includes = {"p": ["q"]}
    kept = longest(hits, includes)
    for one in kept:
        for other in kept:
            if one is not other and one.start < other.end and other.start < one.end:
                assert {one.concept, other.concept} == {"p", "q"}
