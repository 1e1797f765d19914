"""Pinyin of names: words to syllables, characters to spellings, names to pinyin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lang.names import written_names
from checker.lang.names.pinyin import SYLLABLES, Sounds, alike, join, romanise, spellings, split
from checker.lang.names.surnames import COMPOUND, READINGS, SINGLE


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("王立新", "Wang Lixin"),
        ("李傲", "Li Ao"),
        ("张西安", "Zhang Xi'an"),
        ("吕燕", "Lyu Yan"),
        ("单国华", "Shan Guohua"),
        ("仇英", "Qiu Ying"),
        ("解晓东", "Xie Xiaodong"),
        ("查国栋", "Zha Guodong"),
        ("朴树", "Piao Shu"),
        ("区小明", "Ou Xiaoming"),
        ("曾国华", "Zeng Guohua"),
        ("尉迟文", "Yuchi Wen"),
        ("万俟雅", "Moqi Ya"),
        ("欧阳修", "Ouyang Xiu"),
        ("诸葛亮", "Zhuge Liang"),
        ("房似锦", "Fang Sijin"),
    ],
)
def test_a_name_is_written_as_the_standard_says(name: str, written: str) -> None:
    assert romanise(name) == written


def test_a_reading_that_was_written_is_kept() -> None:
    assert romanise("谌文", ("shen", "wen")) == "Shen Wen"
    assert romanise("谌文", ("chen", "wen")) == "Chen Wen"


@pytest.mark.parametrize(
    ("word", "ways"),
    [
        ("Xian", {("xian",), ("xi", "an")}),
        ("Xi'an", {("xi", "an")}),
        ("Fangan", {("fan", "gan"), ("fang", "an")}),
        ("Li-xin", {("li", "xin")}),
        ("Lyu", {("lyu",)}),
        ("Wong", set()),
        ("Tsai", set()),
        ("", set()),
    ],
)
def test_a_word_falls_into_syllables(word: str, ways: set[tuple[str, ...]]) -> None:
    assert set(split(word)) == ways


def test_letters_with_dots_are_written_in_four_ways() -> None:
    assert {"lü", "lyu", "lu", "lv"} <= spellings("吕")
    assert "lü" not in spellings("陆")


def test_what_is_no_chinese_character_has_no_spelling() -> None:
    assert not spellings("a")
    assert not spellings("，")


def test_likeness_is_of_initial_or_final() -> None:
    assert alike("xin", "xing")
    assert alike("zhang", "chang")
    assert not alike("wang", "li")
    assert not alike("wang", "ng")


def test_the_lists_of_surnames_fit_together() -> None:
    assert all(len(surname) == 1 for surname in SINGLE)
    assert all(len(surname) == 2 for surname in COMPOUND)
    for readings in READINGS.values():
        assert len(set(readings)) == len(readings)


@given(st.lists(st.sampled_from(sorted(SYLLABLES)), min_size=1, max_size=3).map(tuple))
def test_what_is_joined_falls_into_its_syllables(syllables: tuple[str, ...]) -> None:
    assert syllables in split(join(syllables))


@given(st.text(alphabet="王立新单欧阳吕燕，的 a", max_size=12))
def test_a_text_is_found_in_itself(content: str) -> None:
    sounds = Sounds(content)
    for at, readings in enumerate(sounds.spellings):
        for one in readings:
            assert at in sounds.find((one,))


@given(st.text(alphabet="WangLiXin'’- \nü", max_size=60))
def test_any_text_can_be_read_for_names(content: str) -> None:
    for written in written_names.names(content):
        assert written.text.split() == content[written.start : written.end].split()
        assert written.forms
