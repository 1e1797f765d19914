"""Ordinal numbers in Chinese and English, with what they count where the text says it.

第十四届全国人大, 二十届三中全会, 党的二十大, "十四五" and 首届 are ordinals, and so are "14th",
"fourteenth", "No. 14" and "XIV". Days, centuries and quarters have ordinals too: leave out what
stands inside a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from checker.lang.quantities import small_numbers


class Counted(Enum):
    """What an ordinal counts; anything but these is ``OTHER``."""

    TERM = "term"
    PLENUM = "plenary session"
    SESSION = "session"
    PLAN = "five-year plan"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A number at ``[start, end)`` of a text, and what it counts.

    Of one that is not sure the form has other uses too: a Roman numeral, "No. 3", 第二天.
    """

    start: int
    end: int
    number: int
    counted: Counted = Counted.OTHER
    is_sure: bool = True


_COUNT = "(?:[0-9]{1,3}|[一二三四五六七八九十百零〇]{1,7})"
_BODIES = "全国|中央|人大|政协|中[纪国共]|常委|[省市县区]|国际奥"
_CHINESE = re.compile(
    rf"第(?P<plan_full>{_COUNT})个五年"
    rf"|第(?P<number>{_COUNT})(?!个五年|季度|[\d一二三四五六七八九十百万亿.%])[届次号名位条章期批轮]?"
    # 二十届三中全会: the term and the plenary session.
    rf"|(?<![第\d一二三四五六七八九十])(?P<term>{_COUNT})届(?=(?:{_BODIES})|[一二三四五六七八九]中全会)"
    rf"|(?<=届)(?P<plenum>{_COUNT})中全会"
    rf"|(?<=[大协会])(?P<session>{_COUNT})次(?:全体)?会议"
    r"|(?P<first>首)届"
    r"|(?<=党的)(?P<congress>二?十[一二三四五六七八九]?|[一二三四五六七八九])大"
    r"(?!类|项|领|行动|任务|工程|重)"
    r"|(?P<congress_alone>十[一二三四五六七八九]|二十[一二三四]?)大"
    r"(?=以来|报告|精神|代表|召开|提出|指出|强调|作出)"
    rf"|(?<=[“\"「‘'])(?P<plan>{_COUNT})五(?=[”\"」’'])"
)
_COUNTED = {
    "term": Counted.TERM,
    "first": Counted.TERM,
    "congress": Counted.TERM,
    "congress_alone": Counted.TERM,
    "plenum": Counted.PLENUM,
    "session": Counted.SESSION,
    "plan": Counted.PLAN,
    "plan_full": Counted.PLAN,
}
_AFTER = (
    (re.compile(r"届|次全国代表大会"), Counted.TERM),
    (re.compile(r"次(?:中央委员会)?全体会议|次全会|[个]?中全会"), Counted.PLENUM),
    (re.compile(r"次会议"), Counted.SESSION),
)
# 第一 is often no number in English ("top", "leading"), 第二天 is the next day.
_LOOSE = re.compile(
    "[天日年]|者|产业|世界|人称|课堂|梯队|医院|中学|小学|医科|外国|师范|大街|步|位|个|名"
)

_ENGLISH = re.compile(
    rf"(?<![\w.-])(?:(?P<digits>\d{{1,3}}(?:st|nd|rd|th))|(?P<word>(?i:{small_numbers.ORDINAL_WORDS}))"
    r"|(?i:no)\. ?(?P<numbered>\d{1,3})|(?P<roman>[IVXL]{2,7}))(?!\w)"
)
# Seconds of time, thirds of a cake.
_NOT_ORDINAL = re.compile(r"(?i)(?:\b(?:per|a|one|each|every|two|split|any|this)[ -]|\d[ -])$")
_HEAD = re.compile(
    r"(?i)[ -](?:[\w'’]+[ -]){0,4}?(?:(?P<plenum>plenary|plenums?)|(?P<session>sessions?|meeting)"
    r"|(?P<plan>five[- ]year)|(?P<term>(?:congress|central committee|npc\b|cppcc|national committee"
    r"|conference|olympi|games)))"
)
_HEADS = {
    "plenum": Counted.PLENUM,
    "session": Counted.SESSION,
    "plan": Counted.PLAN,
    "term": Counted.TERM,
}
_REACH = 80


def chinese_ordinals(content: str) -> list[Ordinal]:
    """Return the ordinals of a Chinese text, in simplified characters, in order."""
    return list(_read_chinese(content))


def _read_chinese(content: str) -> Iterator[Ordinal]:
    for match in _CHINESE.finditer(content):
        kind = match.lastgroup or ""
        number = 1 if kind == "first" else small_numbers.chinese(match[kind])
        if not number:
            continue
        counted, is_sure = _COUNTED.get(kind), True
        if counted is None:
            counted = _counted_after(content, match.end(kind))
            is_loose = number == 1 or _LOOSE.match(content, match.end(kind))
            is_sure = counted is not Counted.OTHER or not is_loose
        yield Ordinal(*match.span(), number, counted, is_sure)


def _counted_after(content: str, end: int) -> Counted:
    for pattern, counted in _AFTER:
        if pattern.match(content, end):
            return counted
    return Counted.OTHER


def english_ordinals(content: str) -> list[Ordinal]:
    """Return the ordinals of an English text in order."""
    return list(_read_english(content))


def _read_english(content: str) -> Iterator[Ordinal]:
    for match in _ENGLISH.finditer(content):
        kind, text = match.lastgroup or "", match.group()
        if kind == "roman":
            number = small_numbers.roman(text)
        elif kind == "numbered":
            number = int(match["numbered"])
        else:
            number = small_numbers.ordinal(text)
        if not number:
            continue
        before = content[max(0, match.start() - 8) : match.start()]
        is_sure = kind in ("digits", "word") and not (
            kind == "word" and number in (2, 3, 4) and _NOT_ORDINAL.search(before)
        )
        head = _HEAD.match(content, match.end(), match.end() + _REACH)
        counted = _HEADS[head.lastgroup or ""] if head else Counted.OTHER
        yield Ordinal(*match.span(), number, counted, is_sure)
