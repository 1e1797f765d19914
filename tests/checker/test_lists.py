from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lang.counting.english_lists import longest_list
from checker.lang.counting.lists import chinese_lists, paired_sentences
from checker.lang.counting.slogans import (
    chinese_slogans,
    english_slogans,
    opposed_slogans,
    short_of_members,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("保护草原、森林、湿地", ("保护草原", "森林", "湿地")),
        ("保护草原、森林和湿地", ("保护草原", "森林", "湿地")),
        ("小麦、玉米、大豆和花生", ("小麦", "玉米", "大豆", "花生")),
        ("小麦、玉米、大豆和花生油的价格", ("小麦", "玉米", "大豆", "花生油的价格")),
        ("小麦、玉米、大豆制品和油", ("小麦", "玉米", "大豆制品和油")),
    ],
)
def test_the_items_of_a_list(text: str, items: tuple[str, ...]) -> None:
    (found,) = chinese_lists(text, 0, len(text))
    assert found is not None
    assert found.items == items
    assert [text[start:end] for start, end in found.places] == list(items)


@pytest.mark.parametrize(
    "text",
    [
        "草原和森林、湿地、河流",
        "草原、大片的森林、湿地",
        "认真学习、深入领会、全面贯彻",
        "草原、、湿地",
    ],
)
def test_a_doubtful_list(text: str) -> None:
    assert list(chinese_lists(text, 0, len(text))) == [None]


@pytest.mark.parametrize(
    ("text", "most", "place"),
    [
        ("They grow wheat, maize, and beans.", 3, "wheat, maize, and beans"),
        ("They grow wheat and beans.", 2, "wheat and beans"),
        ("In spring, they grow wheat and beans.", 2, "wheat and beans"),
        ("They sing, and they grow wheat and beans.", 2, "wheat and beans"),
        ("They came on May 5, 2024 with wheat and beans.", 2, "wheat and beans"),
        ("Li and Ma sent songs and flowers.", 2, "Li and Ma"),
        ("They grow wheat.", 1, "They grow wheat."),
    ],
)
def test_the_longest_list(text: str, most: int, place: str) -> None:
    found = longest_list(text, 0, len(text), 6)
    assert (found.most, text[found.start : found.end]) == (most, place)


def test_sentences_are_paired_where_there_are_as_many() -> None:
    assert paired_sentences("一。二。", "One. Two.") == [(0, 2, 0, 5), (2, 4, 5, 9)]
    assert paired_sentences("一。二。", "One and two.") == [(0, 4, 0, 12)]


def test_slogans() -> None:
    chinese = chinese_slogans("“四个全面”和“五大任务”，“十分重要”，“十四五”")
    assert [one.number for one in chinese] == [4, 5]
    english = english_slogans("the “Four Comprehensives”, Three Stricts, two more")
    assert [one.number for one in english] == [4, 3]


@given(
    st.text(alphabet="草原、和及，。“”四个：", max_size=60), st.text("ab ,;and.:“”Two", max_size=60)
)
def test_any_text(source: str, target: str) -> None:
    for start, end, english_start, english_end in paired_sentences(source, target):
        assert 0 <= start <= end <= len(source)
        list(chinese_lists(source, start, end))
        found = longest_list(target, english_start, english_end, 6)
        assert 0 <= found.start <= found.end <= len(target)
    list(opposed_slogans(source, target))
    list(short_of_members(source, target))
