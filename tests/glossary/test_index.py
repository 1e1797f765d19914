from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from glossary.index import Hit, longest

_HITS = st.lists(
    st.builds(
        lambda start, size, concept, term: Hit(start, start + size, concept, term),
        st.integers(0, 20), st.integers(1, 6), st.sampled_from("pqr"), st.integers(0, 2),
    ),
    max_size=15,
)  # fmt: skip


def _longest_by_characters(hits: list[Hit], includes: dict[str, list[str]]) -> list[Hit]:
    """Keep the longest hits in the plainest way: every character knows what stands on it."""
    kept: list[Hit] = []
    outer: dict[int, Hit] = {}
    inner: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, *hit)):
        span = range(hit.start, hit.end)
        rivals = {outer[at] for at in span if at in outer}
        if not rivals:
            outer.update(dict.fromkeys(span, hit))
        elif inner.isdisjoint(span) and all(
            hit.concept in includes.get(rival.concept, ())
            and rival.start <= hit.start
            and hit.end <= rival.end
            for rival in rivals
        ):
            inner.update(span)
        else:
            continue
        kept.append(hit)
    return sorted(kept)


@given(_HITS, st.dictionaries(st.sampled_from("pqr"), st.lists(st.sampled_from("pqr"))))
def test_longest_keeps_what_the_plainest_way_keeps(
    hits: list[Hit], includes: dict[str, list[str]]
) -> None:
    assert longest(hits, includes) == _longest_by_characters(hits, includes)


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
