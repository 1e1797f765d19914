from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lang.counting.ordinals import Counted, chinese_ordinals, english_ordinals
from checker.lang.quantities import small_numbers

CHINESE = [
    ("第十四届全国人大", [(14, Counted.TERM)]),
    ("第三次会议", [(3, Counted.SESSION)]),
    ("二十届三中全会", [(20, Counted.TERM), (3, Counted.PLENUM)]),
    ("第二十届中央委员会第三次全体会议", [(20, Counted.TERM), (3, Counted.PLENUM)]),
    ("十二届全国人大五次会议", [(12, Counted.TERM), (5, Counted.SESSION)]),
    ("党的二十大报告", [(20, Counted.TERM)]),
    ("首届博览会", [(1, Counted.TERM)]),
    ("“十四五”规划", [(14, Counted.PLAN)]),
    ("第十四个五年规划", [(14, Counted.PLAN)]),
    ("第23号台风", [(23, Counted.OTHER)]),
    ("十大工程和第二季度", []),
]
ENGLISH = [
    (
        "the third plenary session of the 20th CPC Central Committee",
        [(3, Counted.PLENUM), (20, Counted.TERM)],
    ),
    ("the Fourteenth National People's Congress", [(14, Counted.TERM)]),
    (
        "the fifth session of the 12th National People's Congress",
        [(5, Counted.SESSION), (12, Counted.TERM)],
    ),
    ("the 14th Five-Year Plan", [(14, Counted.PLAN)]),
    ("the twenty-first flood", [(21, Counted.OTHER)]),
]


@pytest.mark.parametrize(("text", "values"), CHINESE)
def test_chinese(text: str, values: list[tuple[int, Counted]]) -> None:
    assert [(one.number, one.counted) for one in chinese_ordinals(text)] == values


@pytest.mark.parametrize(("text", "values"), ENGLISH)
def test_english(text: str, values: list[tuple[int, Counted]]) -> None:
    assert [(one.number, one.counted) for one in english_ordinals(text)] == values


@pytest.mark.parametrize("text", ["per second", "one third of them", "World War II", "No. 3"])
def test_what_may_be_no_ordinal_is_not_sure(text: str) -> None:
    assert [one.is_sure for one in english_ordinals(text)] == [False]


@pytest.mark.parametrize("text", ["第二天", "第一，", "第三产业"])
def test_what_has_other_words_in_english_is_not_sure(text: str) -> None:
    assert [one.is_sure for one in chinese_ordinals(text)] == [False]


@given(st.integers(min_value=1, max_value=99))
def test_every_way_to_write_an_ordinal(number: int) -> None:
    word = small_numbers.ordinal_word(number)
    assert word
    assert small_numbers.ordinal(word) == number
    assert small_numbers.ordinal(small_numbers.ordinal_digits(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十", 10),
        ("十四", 14),
        ("二十", 20),
        ("一百零五", 105),
        ("二〇二四", 2024),
        ("7", 7),
        ("个", None),
    ],
)
def test_chinese_numerals(text: str, number: int | None) -> None:
    assert small_numbers.chinese(text) == number


@pytest.mark.parametrize(("text", "number"), [("XIV", 14), ("III", 3), ("IIX", None), ("", None)])
def test_roman_numerals(text: str, number: int | None) -> None:
    assert small_numbers.roman(text) == number


@given(st.text(alphabet="第十一二届次中全会大五“”百0123456789", max_size=40))
def test_any_chinese(text: str) -> None:
    for one in chinese_ordinals(text):
        assert 0 <= one.start < one.end <= len(text)
