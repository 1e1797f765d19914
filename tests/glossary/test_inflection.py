from __future__ import annotations

import pytest

from glossary.inflection import inflect


@pytest.mark.parametrize(
    ("phrase", "kind", "form"),
    [
        ("city cluster", "noun", "city clusters"),
        ("outline of the plan", "noun", "outlines of the plan"),
        ("twin city", "noun", "twin cities"),
        ("cities", "noun", "city"),
        ("congress", "noun", "congresses"),
        ("chairman", "noun", "chairmen"),
        ("women", "noun", "woman"),
        ("write songs", "verb", "wrote songs"),
        ("plan roads", "verb", "planned roads"),
        ("carry goods", "verb", "carried goods"),
        ("make way", "verb", "making way"),
    ],
)
def test_has_form(phrase: str, kind: str, form: str) -> None:
    forms = inflect(phrase, kind)
    assert forms[0] == phrase
    assert form in forms
    assert len(set(forms)) == len(forms)


def test_other_kinds_are_not_inflected() -> None:
    assert inflect("one board of chess", "phrase") == ("one board of chess",)
