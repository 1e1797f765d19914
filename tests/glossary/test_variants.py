from __future__ import annotations

from collections.abc import Callable
from itertools import product
from math import prod
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.variants import MAX_FORMS, PatternError, check, expand, pieces


@pytest.mark.parametrize(
    ("pattern", "forms"),
    [
        ("plain form", ("plain form",)),
        ("{a|b} c", ("a c", "b c")),
        ("[new] town", ("town", "new town")),
        ("[new|old] town", ("town", "new town", "old town")),
        ("{a|b{c|d}}", ("a", "bc", "bd")),
        ("x[ y[ z]]", ("x", "x y", "x y z")),
        ("twin-[city-]circle", ("twin-circle", "twin-city-circle")),
        ("{a|a}", ("a",)),
    ],
)
def test_expands(pattern: str, forms: tuple[str, ...]) -> None:
    assert expand(pattern) == forms


@pytest.mark.parametrize(
    ("pattern", "offset"),
    [("a {b", 2), ("a]", 1), ("a|b", 1), ("{a||b}", 3), ("{a]", 2), ("{}", 1), ("[a]", 0)],
)
def test_error_points_at_the_character(pattern: str, offset: int) -> None:
    with pytest.raises(PatternError) as caught:
        expand(pattern)
    assert caught.value.offset == offset


def test_too_many_forms() -> None:
    with pytest.raises(PatternError, match=str(MAX_FORMS)):
        expand("{a|b}" * 13)


@pytest.mark.parametrize("opening", ["{", "["])
def test_deep_nesting_is_a_pattern_error(opening: str) -> None:
    with pytest.raises(PatternError):
        expand(opening * 5000)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=5))
def test_count_is_the_product(sizes: list[int]) -> None:
    groups = [
        "{" + "|".join(f"w{at}x{number}" for number in range(size)) + "}"
        for at, size in enumerate(sizes)
    ]
    assert len(expand(" ".join(groups))) == prod(sizes)


@given(st.text("ab {}[]|-", max_size=12))
def test_pieces_and_check_say_what_the_expansion_says(pattern: str) -> None:
    said = [_outcome(function, pattern) for function in (expand, check)]
    if isinstance(said[0], PatternError):
        assert [str(error) for error in said] == [str(said[0])] * 2
        assert said[1].offset == said[0].offset
    else:
        words = {" ".join(form).replace("-", " ") for form in product(*pieces(pattern))}
        assert {tuple(form.split()) for form in words} == {
            tuple(form.replace("-", " ").split()) for form in said[0]
        }


def _outcome(function: Callable[[str], Any], pattern: str) -> Any:
    try:
        return function(pattern)
    except PatternError as error:
        return error
