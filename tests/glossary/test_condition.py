from __future__ import annotations

import pytest

from glossary.condition import Words, has_exact_case, holds, needs_exact_case
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
    at = [word.folded for word in paragraph.words].index("staggered")
    assert holds(condition, paragraph, Words(sentence, "Lanterns."), at, at + 1) is answer


def test_exact_case() -> None:
    term = Term("LTZ", "en", Status.ADMITTED, TermType.ABBREVIATION)
    assert needs_exact_case(term)
    assert has_exact_case(term, "LTZs")
    assert not has_exact_case(term, "ltz")
