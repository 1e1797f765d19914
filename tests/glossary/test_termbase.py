from __future__ import annotations

import pytest

from glossary.termbase import Termbase


def _surfaces(termbase: Termbase, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in termbase.find_english(text)]


@pytest.mark.parametrize("mark", ["|", "￼", "…", " = ", "，"])
def test_a_mark_divides_a_term(small_termbase: Termbase, mark: str) -> None:
    assert _surfaces(small_termbase, f"The dual-city economic{mark}circle grew.") == []


@pytest.mark.parametrize("joint", ["-", "\u2013", " ", "\u00a0", "\n", " the "])
def test_what_does_not_divide_a_term(small_termbase: Termbase, joint: str) -> None:
    text = f"It met the Chengdu{joint}Chongqing economic circle."
    assert _surfaces(small_termbase, text) == [text[11:-1]]


def test_a_hit_is_not_its_own_neighbour(small_termbase: Termbase) -> None:
    # The condition asks for "city" or "region" near, and not inside.
    assert _surfaces(small_termbase, "It is a game of chess.") == []
    assert _surfaces(small_termbase, "In this city it is a game of chess.") == ["a game of chess"]


def test_the_end_of_a_quotation_belongs_to_the_hit(small_termbase: Termbase) -> None:
    text = 'The "Belt and Road" Initiative and the Chengdu "dual-city circle" met.'
    assert _surfaces(small_termbase, text) == ['Belt and Road" Initiative', "dual-city circle"]
