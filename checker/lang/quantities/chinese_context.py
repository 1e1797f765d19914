"""What stands about a number in Chinese: 近, 以上, 第, 年, 增长 before 倍, 每亩."""

from __future__ import annotations

import re
from fractions import Fraction

from checker.lang.quantities.quantity import Bound, Role
from checker.lang.quantities.units import BY_CHINESE, Unit

# Scales that stand without a digit.
BARE = frozenset("百千万亿")
# Dimensions of durations.
TIME = frozenset({"months", "days", "age"})

# What stands before a number, and on which side of it the true one lies.
_BEFORE = re.compile(
    r"(?:(?P<below>不(?:会|得|能|应|可)?(?:超过|高于|多于|大于)|[未没]有?超过|不足|不到|未到|低于|少于|小于|至多|最多|"
    r"将近|接近|逼近|近)"
    r"|(?P<above>不(?:会|得|能|应|可)?(?:低于|少于|小于)|不下于?|至少|最少|超过|超出|超|逾|突破|升破|(?<![超通经不])过|高于|多于|大于|高出)"
    r"|(?P<about>大约|约为?|大概|左右|估计))(?:[了达到至为]|要有?)?(?:人民币)?$"
)
_AFTER = re.compile(
    r"(?P<inner>[余多]|半)?(?:人|名|户|家|个|项|种|件|次)?"
    r"及?(?:(?P<above>以上|之上|开外)|(?P<below>以下|以内|之内|之下)|(?P<about>左右|上下))?"
)
# 增长2倍 comes to three times, 增长到2倍 to two.
_GROWN = re.compile(
    r"(?:增长?|增加|提高|提升|上升|上涨|涨|扩大|扩张|多|高|高出|超出|升|贵)[了出]?"
    r"(?:将?近|大?约|逾|超过?|至少|高达)?$"
)
_REACHED = re.compile(r"[到至为达是成的](?:将?近|大?约|逾|超过?|至少|其)?$")
_UPWARD = re.compile(r"(?<!千)上$")
# A rate counts by another unit: 10元/斤 is 20 yuan per kilogram.
_RATE_AFTER = re.compile(r"[/／每一](?P<per>公?斤|千克|亩|公顷|吨|平方米|平米)")
_RATE_BEFORE = re.compile(r"(?:每(?P<per>公?斤|千克|亩|公顷|吨)|(?P<mu>亩)[产均])[^，。；]{0,20}$")
_YEAR_DIGITS = 4
# What stands beside a number that counts nothing.
_NAME_BEFORE = re.compile(
    r"(?:[第双]|[A-Za-z]-?|[A-Za-z][-–]|[#＃№/]|\d[:：·]|代码[:：为]?|电话[:：]?)$"
)
_NAME_AFTER = re.compile(
    r"[-–]?(?!km|kg|kW|[MGT]W|mm|cm)[A-Za-z]|[:：/·]\d|世纪|年代|周年|届|中全会|大(?=[以报召精代会])"
    r"|[号楼栋室路团师]|(?<=[05])后(?![来续])|五(?=[”规期时])|购物节|大促|晚会"
)
# The year in the name of an exercise or a fair: 和平使命-2021.
_AFTER_DASH = re.compile(r"(?<=[\u4e00-\u9fff])[-–—](?:19|20)\d\d")
_DATE = re.compile(r"\d{4}([-./])\d{1,2}\1\d{1,2}")
_DATE_AFTER = re.compile(r"[年](?:[^内来间多以]|$)|月|日|号|时(?![间候])|点(?!\d)|分(?![之钟])|刻")
_STEP_BACK = 14


def bound_of(text: str, match: re.Match[str], end: int) -> tuple[Bound, int]:
    """Return on which side the true number lies, and where the quantity ends."""
    after = _AFTER.match(text, end)
    for side in (after, _before(text, match.start())):
        for name, bound in (("above", Bound.ABOVE), ("below", Bound.BELOW), ("about", Bound.ABOUT)):
            if side and side[name]:
                return bound, after.end() if after and side is after else end
    if match["number"] in BARE and _UPWARD.search(text, max(0, match.start() - 2), match.start()):
        return Bound.ABOVE, end
    if match["more"] or "余" in match["number"] or "多" in match["number"]:
        return Bound.ABOVE, end
    if after and after["inner"] in ("余", "多"):
        return Bound.ABOVE, end + 1
    return Bound.EXACT, end


def _before(text: str, start: int) -> re.Match[str] | None:
    return _BEFORE.search(text, max(0, start - 12), start)


def hedge_of(text: str, start: int) -> int | None:
    """Return where a 近 or 超过 before a number begins."""
    before = _before(text, start)
    return before.start() if before else None


def role_of(text: str, start: int, end: int, unit: Unit | None) -> Role:
    """Return what a numeral does, by its neighbours."""
    is_quoted = text[start - 1 : start] == "“" and text[end : end + 1] == "”"
    is_name = is_quoted or _NAME_BEFORE.search(text, max(0, start - 4), start)
    if is_name or _in_date(text, start, end):
        return Role.NAME
    is_year = end - start >= _YEAR_DIGITS and (
        text[end : end + 1] == "年" or bool(_AFTER_DASH.match(text, start - 1, end))
    )
    if is_year or (unit is None and end - start <= 2 and _DATE_AFTER.match(text, end)):
        return Role.DATE
    if (unit is None or unit.dimension in TIME) and _NAME_AFTER.match(text, end):
        return Role.NAME
    return Role.FIGURE


def _in_date(text: str, start: int, end: int) -> bool:
    """Whether a numeral is part of 2024-03-05."""
    marks = "-./"
    if text[end : end + 1] not in marks and text[start - 1 : start] not in marks:
        return False
    dates = _DATE.finditer(text, max(0, start - 8), end + 8)
    return any(date.start() <= start < date.end() for date in dates)


def rate_of(text: str, start: int, end: int) -> Unit | None:
    """Return the unit that a rate is counted by: 亩 in 亩产1000斤, 斤 in 10元/斤."""
    rate = _RATE_AFTER.match(text, end) or _RATE_BEFORE.search(text, max(0, start - 24), start)
    return BY_CHINESE[rate[rate.lastgroup or 0]] if rate else None


def growth_of(text: str, start: int) -> int | None:
    """Return where the 增长 before a number of 倍 begins, if there is one."""
    grown = _GROWN.search(text, max(0, start - _STEP_BACK), start)
    return grown.start() if grown else None


def ratios_of(text: str, start: int, number: Fraction) -> tuple[Fraction, ...]:
    """Return the ratios that a number of 倍 may mean."""
    low = max(0, start - _STEP_BACK)
    if growth_of(text, start) is not None:
        return (number + 1,)
    if _REACHED.search(text, low, start):
        return (number,)
    return (number, number + 1)
