from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lang.dates import chinese_dates, english_dates
from checker.lang.dates.dates import FIELDS, Date, Part, Precision, plan_years
from checker.lang.months import NAMES as MONTHS


def said(one: Date) -> dict[str, Any]:
    return {name: getattr(one, name) for name in FIELDS if getattr(one, name) is not None}


MARCH = (3, 3)

CHINESE = [
    ("2024年3月5日", ["2024年3月5日"], [{"year": 2024, "months": MARCH, "day": 5}]),
    ("24年3月开工", ["24年3月"], [{"year": 2024, "months": MARCH}]),
    ("二〇二四年三月五日", ["二〇二四年三月五日"], [{"year": 2024, "months": MARCH, "day": 5}]),
    ("3月5日至10日", ["3月5日", "10日"], [{"months": MARCH, "day": 5}, {"day": 10}]),
    ("25日16时", ["25日", "16时"], [{"day": 25}, {"hour": 16}]),
    ("0—24时", ["0", "24时"], [{"hour": 0}, {"hour": 24}]),
    ("上午10时30分", ["上午10时30分"], [{"hour": 10, "minute": 30}]),
    ("下午4点半", ["下午4点半"], [{"hour": 16, "minute": 30}]),
    ("去年底", ["去年底"], [{"years_on": -1, "part": Part.LATE}]),
    ("较上年同期", ["上年"], [{"years_on": -1}]),
    ("今年上半年", ["今年上半年"], [{"years_on": 0, "months": (1, 6)}]),
    ("前三季度", ["前三季度"], [{"months": (1, 9)}]),
    ("2024年第三季度", ["2024年第三季度"], [{"year": 2024, "months": (7, 9)}]),
    ("1—5月份", ["1—5月份"], [{"months": (1, 5)}]),
    ("前5个月", ["前5个月"], [{"months": (1, 5)}]),
    ("3月下旬", ["3月下旬"], [{"months": MARCH, "part": Part.LATE}]),
    ("上月25日", ["上月25日"], [{"months_on": -1, "day": 25}]),
    ("上世纪90年代", ["上世纪90年代"], [{"decade": 1990}]),
    ("七八十年代", ["七八十年代"] * 2, [{"decade": 70}, {"decade": 80}]),
    ("二十世纪", ["二十世纪"], [{"century": 20}]),
    ("2021—2025年", ["2021", "2025年"], [{"year": 2021}, {"year": 2025}]),
    ("“十四五”期间", ["“十四五”"], [{"plan": 14}]),
    ("农历正月初一", ["农历正月初一"], [{"months": (1, 1), "day": 1, "is_lunar": True}]),
    ("中秋节放假", ["中秋节"], [{"months": (8, 8), "day": 15, "is_lunar": True}]),
]

ENGLISH = [
    ("March 5, 2024", ["March 5, 2024"], [{"year": 2024, "months": MARCH, "day": 5}]),
    ("on 5 March 2024", ["5 March 2024"], [{"year": 2024, "months": MARCH, "day": 5}]),
    ("on Mar. 5th", ["Mar. 5th"], [{"months": MARCH, "day": 5}]),
    ("on the 5th of March", ["5th of March"], [{"months": MARCH, "day": 5}]),
    ("on the 5th.", ["5th"], [{"day": 5}]),
    ("2024-03-05", ["2024-03-05"], [{"year": 2024, "months": MARCH, "day": 5}]),
    ("5/3/2024", ["5/3/2024"], [{"year": 2024}]),
    ("25/3/2024", ["25/3/2024"], [{"year": 2024, "months": MARCH, "day": 25}]),
    ("in March last year", ["March last year"], [{"years_on": -1, "months": MARCH}]),
    ("Jan-May 2024", ["Jan-May 2024"], [{"year": 2024, "months": (1, 5)}]),
    ("mid-March", ["mid-March"], [{"months": MARCH, "part": Part.MIDDLE}]),
    ("first half of 2024", ["first half of 2024"], [{"year": 2024, "months": (1, 6)}]),
    ("last year's first half", ["last year's first half"], [{"years_on": -1, "months": (1, 6)}]),
    ("Q1 and 2Q", ["Q1", "2Q"], [{"months": (1, 3)}, {"months": (4, 6)}]),
    ("first three quarters", ["first three quarters"], [{"months": (1, 9)}]),
    ("the late 1990s", ["late 1990s"], [{"decade": 1990, "part": Part.LATE}]),
    ("the twentieth century", ["twentieth century"], [{"century": 20}]),
    ("the 14th Five-Year Plan", ["14th Five-Year Plan"], [{"plan": 14}]),
    ("(2021-25)", ["2021", "25"], [{"year": 2021}, {"year": 2025}]),
    ("at 10:30 a.m. today", ["10:30 a.m."], [{"hour": 10, "minute": 30}]),
    ("at 22:00", ["22:00"], [{"hour": 22}]),
    (
        "on the fifth day of the first lunar month",
        ["fifth day of the first lunar month"],
        [{"months": (1, 1), "day": 5, "is_lunar": True}],
    ),
    (
        "the Mid-Autumn Festival",
        ["Mid-Autumn Festival"],
        [{"months": (8, 8), "day": 15, "is_lunar": True}],
    ),
]  # fmt: skip

NONE = [
    "连续5日", "5日内", "工作日", "3个月", "2000年来", "35岁以上年轻人", "此前年均", "5点建议",
    "同时", "下半场", "全年",
]  # fmt: skip
NO_ENGLISH = [
    "May I ask", "the Long March began", "the first half of the match", "2,024 people", "$2024",
    "the 5th floor", "a quarter of them",
]  # fmt: skip


@pytest.mark.parametrize(("text", "places", "values"), CHINESE)
def test_chinese(text: str, places: list[str], values: list[dict[str, Any]]) -> None:
    found = chinese_dates.dates(text)
    assert [text[one.start : one.end] for one in found] == places
    assert [said(one) for one in found] == values


@pytest.mark.parametrize(("text", "places", "values"), ENGLISH)
def test_english(text: str, places: list[str], values: list[dict[str, Any]]) -> None:
    found = english_dates.dates(text)
    assert [text[one.start : one.end] for one in found] == places
    assert [said(one) for one in found] == values


@pytest.mark.parametrize("text", NONE)
def test_no_chinese_date(text: str) -> None:
    assert chinese_dates.dates(text) == []


@pytest.mark.parametrize("text", NO_ENGLISH)
def test_no_english_date(text: str) -> None:
    assert english_dates.dates(text) == []


def test_a_bare_year_is_not_sure() -> None:
    assert [one.is_sure for one in english_dates.dates("2020 people came in 2021")] == [False, True]


def test_relative_dates_are_counted_from_the_day_of_the_text() -> None:
    january = date(2024, 1, 20)
    (year, month) = chinese_dates.dates("去年和上月")
    assert said(year.resolved(january)) == {"year": 2023, "years_on": -1}
    assert said(month.resolved(january)) == {"year": 2023, "months": (12, 12), "months_on": -1}
    assert year.resolved(None) == year


@pytest.mark.parametrize(
    ("chinese", "english", "shared"),
    [
        ("3月5日", "March 5, 2024", 2),
        ("3月5日", "March 15", -1),
        ("5日", "March 5", 1),
        ("90年代", "the 1990s", 1),
        ("90年代", "the 1980s", -1),
        ("下午4点", "4:00", 1),
        ("下午4点", "4 a.m.", -1),
        ("24时", "0:00", 1),
        ("去年", "2023", 0),
    ],
)
def test_what_two_dates_share(chinese: str, english: str, shared: int) -> None:
    (left,), (right,) = chinese_dates.dates(chinese), english_dates.dates(english)
    assert left.shared(right) == right.shared(left) == shared


def test_precision() -> None:
    text = "20世纪，90年代，2024年，一季度，3月，3月5日，10时30分"
    assert [one.precision for one in chinese_dates.dates(text)] == [
        Precision.CENTURY, Precision.DECADE, Precision.YEAR, Precision.MONTHS, Precision.MONTH,
        Precision.DAY, Precision.TIME,
    ]  # fmt: skip


def test_plan_years() -> None:
    assert plan_years(14) == (2021, 2025)
    assert plan_years(1) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_any_day_reads_alike_in_both_languages(day: date) -> None:
    (left,) = chinese_dates.dates(f"{day.year}年{day.month}月{day.day}日")
    (right,) = english_dates.dates(f"{MONTHS[day.month - 1]} {day.day}, {day.year}")
    assert said(left) == said(right)


@given(st.text(alphabet="0123456789年月日上下旬至—时点五“”第十一廿 :", max_size=60))
def test_any_chinese(text: str) -> None:
    for one in chinese_dates.dates(text):
        assert 0 <= one.start < one.end <= len(text)


@given(st.text(alphabet="0123456789 MaySeptQH:.-/,'sth年amp", max_size=60))
def test_any_english(text: str) -> None:
    for one in english_dates.dates(text):
        assert 0 <= one.start < one.end <= len(text)
