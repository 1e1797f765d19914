from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.fold import fold, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The Twin-City Circle", "twin city circle"),
        ("the people’s livelihood", "people livelihood"),
        ("modernisation programme", "modernization program"),
        ("R&D", "r and d"),
        ("the U.S. side", "u.s. side"),
        ("10,000 roads", "10,000 roads"),
        ("café “quoted”", "cafe quoted"),
        ("labour centre", "labor center"),
    ],
)
def test_folds(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_spans_point_at_the_words() -> None:
    text = "The city's “Green-Way”, 2021"
    assert [text[word.start : word.end] for word in words(text)] == [
        "city", "Green", "Way", ",", "2021",
    ]  # fmt: skip


@given(st.text())
def test_spans_are_inside_and_increasing(text: str) -> None:
    found = words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


_WORDS = (
    "The city's modernisation programme R&D U.S. Xi'an café 10,000 14th analyse defence ,".split()
)


@given(st.lists(st.sampled_from(_WORDS)))
def test_folding_twice_changes_nothing(chosen: list[str]) -> None:
    once = fold(" ".join(chosen))
    assert fold(once) == once
