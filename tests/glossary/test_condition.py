from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.condition import Words, has_exact_case, holds, needs_exact_case
from glossary.inflection import inflect
from glossary.model import Condition, Status, Term, TermType


@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        (Condition(), True),
        (Condition(preceded_by=("pursue",)), True),
        (Condition(preceded_by=("city",)), False),
        (Condition(followed_by=("development",)), True),
        (Condition(not_preceded_by=("pursue",)), False),
        (Condition(not_followed_by=("of joint",)), True),
        (Condition(near=("county",)), True),
        (Condition(near=("harbour",)), False),
        (Condition(near=("county",), followed_by=("growth",)), False),
        (Condition(anywhere=("lantern",)), True),
        (Condition(near=("lantern",)), False),
        (Condition(anywhere=("harbour",)), False),
    ],
)
def test_holds(condition: Condition, answer: bool) -> None:
    sentence = "The counties pursued staggered development together."
    paragraph = Words(sentence)
    at = paragraph.words.index("staggered")
    assert holds(condition, paragraph, Words(sentence, "Lanterns."), at, at + 1) is answer


@given(
    st.lists(st.sampled_from(["lamp", "lantern", "town", "of"]), max_size=9),
    st.lists(st.sampled_from(["lamp", "lantern town", "town of lamp"]), max_size=3),
    st.integers(0, 9),
    st.integers(0, 9),
)
def test_one_that_stands_outside(said: list[str], phrases: list[str], one: int, other: int) -> None:
    start, end = sorted((min(one, len(said)), min(other, len(said))))
    forms = {
        form for phrase in phrases for kind in ("noun", "verb") for form in inflect(phrase, kind)
    }
    places = [
        (at, at + size)
        for form in forms
        for size in [len(form.split())]
        for at in range(len(said))
        if said[at : at + size] == form.split()
    ]
    outside = any(not start <= first <= last <= end for first, last in places)
    assert Words(" ".join(said)).has_one_of(tuple(phrases), start, end) is outside


def test_a_part_of_a_text() -> None:
    whole = Words("Red lanterns.", "A town.")
    assert whole.part("A town.").words == ["a", "town", "."]
    assert whole.part("The lake.").words == ["lake", "."]


def test_exact_case() -> None:
    term = Term("LTZ", "en", Status.ADMITTED, TermType.ABBREVIATION)
    assert needs_exact_case(term)
    assert has_exact_case(term, "LTZs")
    assert not has_exact_case(term, "ltz")
