from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from checker.context import Context
from checker.document import Document, Segment, SourceFile
from checker.finding import Observation
from checker.rule import all_rules
from checker.text import Run, Text
from glossary.termbase import Termbase

RULES = ("date-mismatch", "ordinal-mismatch", "year-on-year", "list-count-mismatch")
PAIRS = yaml.safe_load(Path(__file__).with_name("good_pairs.yaml").read_text(encoding="utf-8"))

CHINESE = (
    "2024年 3月 5日 去年 今年上半年 本月 上月25日 一季度 前三季度 上旬 3月底 90年代 上世纪 年底 "
    "明年初 10时30分 晚8点 昨日 “十四五” 农历正月初一 第三届 二十届三中全会 首届 党的二十大 "
    "同比5% 环比6% 、 草原 ，"
).split()
ENGLISH = (
    "2023 March 6,|in May|on the 7th|last year|this month|yesterday|Q2|the second half of 2024|"
    "early June|the 1980s|the 19th century|10:45 a.m.|9 p.m.|the 13th Five-Year Plan|(2020-2024)|"
    "fourth|19th plenary session|2% month on month|year on year|and|,"
).split("|")


def observed(rule: str, source: str, target: str, termbase: Termbase) -> list[Observation]:
    segment = Segment(
        Text((Run(target, 0, len(target)),), "en"), Text((Run(source, 0, len(source)),), "zh")
    )
    document = Document(
        "a.txt", "text", target, (segment,), source_file=SourceFile("b.txt", source)
    )
    context = Context(document, lambda: termbase, date(2024, 3, 20))
    return list(all_rules()[rule].rule().check(document, context))


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_a_good_translation_passes(source: str, target: str, small_termbase: Termbase) -> None:
    assert [
        one.message for rule in RULES for one in observed(rule, source, target, small_termbase)
    ] == []


@given(
    st.lists(st.sampled_from(CHINESE), max_size=6).map("".join),
    st.lists(st.sampled_from(ENGLISH), max_size=6).map(" ".join),
)
def test_whatever_is_opposed_can_be_told(source: str, target: str) -> None:
    for rule in RULES[:3]:
        for one in observed(rule, source, target, None):  # type: ignore[arg-type]
            assert one.message
            assert one.suggestions
            assert all(span.end <= len(target) for span in one.spans)
            assert all(span.end <= len(source) for span in one.source_spans)
