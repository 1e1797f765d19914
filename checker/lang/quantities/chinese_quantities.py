"""Quantities in simplified Chinese: 近3亿2000万元, 百分之三十, 三成, 增长2倍, 翻两番, 三五年."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from checker.lang.quantities.chinese_context import (
    BARE,
    TIME,
    bound_of,
    growth_of,
    hedge_of,
    rate_of,
    ratios_of,
    role_of,
)
from checker.lang.quantities.numerals import number_of, plain
from checker.lang.quantities.quantity import Bound, Quantity, Role, as_ranges
from checker.lang.quantities.spacing import without_spaces
from checker.lang.quantities.units import (
    AGE,
    BY_CHINESE,
    COAL_TON,
    DISCOUNT,
    FRACTION,
    LI,
    MILLE,
    PERCENT,
    TENTH,
    TIMES,
    TON,
    Unit,
)

_DIGIT = "[零〇○一二两三四五六七八九]"
_ARABIC = (
    r"(?<![\d.])(?:\d{1,3}(?:[,，\u00a0\u2009\u202f ]\d{3})+(?!\d)|\d{1,15}(?!\d))(?:\.\d{1,8})?"
)
# 千 and 兆 belong to some units.
_THOUSAND = "千(?![瓦克米伏赫焦卡帕升])"
_SCALE = rf"(?:[十百千]?(?:万亿|亿|万(?!分之))|百(?!分)|{_THOUSAND}|兆(?![瓦帕赫字比欧焦]))"
_CHINESE = rf"(?:{_DIGIT}|十|百(?!分)|{_THOUSAND}|万(?!分之)|亿|点(?={_DIGIT}))"
_NUMBER = re.compile(
    rf"(?:(?P<whole>[一二三四五六七八九十百千万亿]{{1,6}}|\d{{1,6}}万?)分之)?"
    rf"(?P<number>{_ARABIC}(?:[余多]?{_SCALE}(?:[余多]亿|(?:[\d.]{{1,8}}{_SCALE})*(?:(?<=万)\d{{4}}(?![\d.年]))?))?"
    rf"|{_CHINESE}{{1,16}}(?:[余多](?:万亿|[万亿]))?)"
    r"(?P<open>[几来])?(?P<more>[余多])?"
)
# What may not follow a unit of one character: it is part of another word then.
_WORDS = {
    "元": "旦宵素首件老气", "里": "面程约屯头边外亚昂", "米": "饭粉线面兰", "年": "级轻代",
    "天": "下然空气津", "克": "服拉隆里罗斯", "升": "级至到值降温高起学", "担": "任负保当心",
    "丈": "夫", "瓦": "斯", "周": "年边转", "成": "立为功员本就长果绩年都熟效了人套片群品交",
}  # fmt: skip
_UNIT = re.compile(
    "|".join(
        re.escape(form) + (f"(?![{_WORDS[form]}])" if form in _WORDS else "")
        for form in sorted(BY_CHINESE, key=len, reverse=True)
    )
)
_DOUBLING = re.compile(
    r"翻了?(?:[近约超逾]|将近|超过)?(?:(?P<times>[一两二三四]|[1-4])番|(?P<once>倍|番))"
)
_HALF = re.compile(r"一半|过半|减半|半数|对半|大半|多半|近半|半(?!斤八两)(?=[年天个价米斤吨亩公])")
_HUNDREDTHS = re.compile(r"[一二三四五六七八九](?![一二三四五六七八九十百千万亿成个])")
# 1米75 is 1.75 meters, 10秒2 is 10.2 seconds.
_DECIMALS = re.compile(r"\d{1,2}(?![\d.%％年月日时个万亿米秒公分厘毫])")
_DECIMAL_UNITS = frozenset("米秒")
_IDIOM = re.compile("二百五(?!十)|三百六十行")
# A small number that counts something beyond doubt.
_COUNTED = re.compile(
    r"(?<![第其这那每十百千万亿])[两二三四五六七八九十]{1,3}(?:[个项名家种场座条款]|位(?!一体))"
)
# A long row of digits is a code or a telephone, unless it counts something.
_CODE = re.compile(r"\d{7,}(?!\d|[余多]?[万亿例人名户家个项种件次张台辆套座所])")
_COAL_BEFORE = re.compile(r"标准?煤(?:约|近|逾|超过?|达到?|量){0,2}$")
_PAIR = re.compile("[双俩]")
_BEFORE_TENTHS = frozenset("近超约逾占达有的过到由从降增中为")
# Two digits side by side are a range: 三五年, 七八个.
_NEIGHBOURS = frozenset("一二 一两 二三 两三 三四 三五 四五 五六 六七 七八 八九".split())
_JOIN = re.compile(r"[-—–―~～－至到和或、与]{1,2}")
# 几百, 数百, 成百, but not 总数500 and 完成500.
_OPEN = re.compile("(?<=几)|(?<=[数成])(?=[十百千万亿])")


def quantities(text: str) -> list[Quantity]:
    """Return the quantities in simplified Chinese, in order.

    Of other numerals those are there that may explain a number of the translation; they are not
    ``sure``. Open ones such as 十几 are left out.
    """
    text, back = without_spaces(plain(text))
    found = [_doubled(match) for match in _DOUBLING.finditer(text)]
    found += [_halved(text, match) for match in _HALF.finditer(text)]
    found += [_paired(match) for match in _PAIR.finditer(text)]
    taken = {place for one in found for place in range(one.start, one.last)}
    read = 0
    for match in _NUMBER.finditer(text):
        if match.start() >= read and match.start() not in taken:
            new = _read(text, match)
            read = new[-1].end if new else read
            found += new
    found.sort(key=lambda one: one.start)
    joined = as_ranges(found, lambda end, start: bool(_JOIN.fullmatch(text[end:start])))
    return [_moved(one, back) for one in joined]


def _moved(one: Quantity, back: Callable[[int, int], tuple[int, int]]) -> Quantity:
    start, end = back(one.start, one.end)
    first, last = back(one.first, one.last)
    hedge = None if one.hedge is None else back(one.hedge, one.end)[0]
    return replace(one, start=start, end=end, first=first, last=last, hedge=hedge)


def _doubled(match: re.Match[str]) -> Quantity:
    times = number_of(match["times"]) if match["times"] else Fraction(1)
    ratio = Fraction(2 ** int(times or 1))
    start, end = match.span()
    return Quantity(start, end, start, end, ratio, (ratio,), TIMES)


def _paired(match: re.Match[str]) -> Quantity:
    start, end = match.span()
    return Quantity(start, end, start, end, Fraction(2), (Fraction(2),), sure=False)


def _halved(text: str, match: re.Match[str]) -> Quantity:
    start, end = match.span()
    half = Fraction(1, 2)
    unit, last = _unit_at(text, end) if match[0] == "半" else (None, end)
    if unit and unit.dimension not in TIME:
        return Quantity(start, last, start, end, half, (half,), unit)
    return Quantity(start, end, start, end, half, (half,), FRACTION, sure=False)


def _read(text: str, match: re.Match[str]) -> list[Quantity]:
    """Return what a numeral is: a quantity, the two ends of a range, or nothing."""
    start, end = match.span("number")
    written = match["number"]
    if written[:2] in _NEIGHBOURS:
        return _neighbours(written, start, end)
    number = number_of(re.sub("[余多]", "", written))
    if number is None or match["open"] == "几" or _OPEN.match(text, start):
        return []
    if match["whole"]:
        return _share(text, match, number)
    unit, unit_end = _unit_at(text, match.end())
    if unit is TON and _COAL_BEFORE.search(text, max(0, start - 8), start):
        unit = COAL_TON
    number, unit_end = _in_tenths(text, number, unit, unit_end)
    bound, last = bound_of(text, match, unit_end)
    role = role_of(text, start, end, unit)
    sure = role is Role.FIGURE and _is_sure(written, number, unit, text, start, bound)
    unit = unit if role is Role.FIGURE else None
    hedge, per = hedge_of(text, start), rate_of(text, start, unit_end)
    if unit is TIMES:
        readings = ratios_of(text, start, number)
        grown = growth_of(text, start)
        hedge = hedge if grown is None else grown
    else:
        readings = _readings(written, number, unit, text.startswith(("半", "个半"), unit_end))
    place = (start, last, start, end)
    return [Quantity(*place, number, readings, unit, bound, role, sure, hedge=hedge, per=per)]


def _neighbours(written: str, start: int, end: int) -> list[Quantity]:
    found = []
    for place, digit in enumerate(written[:2]):
        number = number_of(digit + written[2:])
        if number is not None:
            at = start + place
            found.append(Quantity(at, end, at, end, number, (number,), sure=False))
    return found


def _share(text: str, match: re.Match[str], number: Fraction) -> list[Quantity]:
    """Return the quantity of 百分之三十 or 三分之二."""
    first, last = match.start("whole"), match.end("number")
    bound, end = bound_of(text, match, last)
    unit: Unit | None = {"百": PERCENT, "千": MILLE}.get(match["whole"])
    if unit is None:
        whole = number_of(match["whole"]) or (10**4 if match["whole"] == "万" else None)
        if not whole:
            return []
        unit, number = FRACTION, number / whole
    hedge = hedge_of(text, first)
    return [Quantity(first, end, first, last, number, (number,), unit, bound, hedge=hedge)]


def _in_tenths(text: str, number: Fraction, unit: Unit | None, end: int) -> tuple[Fraction, int]:
    """Return the number of 三成五, 七五折 and 1米75, and where it ends."""
    if unit is DISCOUNT and number > 10:
        return number / 10, end
    decimals = _DECIMALS.match(text, end) if text[end - 1 : end] in _DECIMAL_UNITS else None
    if decimals:
        return number + Fraction(int(decimals[0]), 10 ** len(decimals[0])), decimals.end()
    more = _HUNDREDTHS.match(text, end) if unit is TENTH else None
    if more:
        return number + Fraction(number_of(more[0]) or 0) / 10, more.end()
    return number, end


def _unit_at(text: str, at: int) -> tuple[Unit | None, int]:
    """Return the unit that begins at a place, and where it ends."""
    match = _UNIT.match(text, at)
    return (BY_CHINESE[match[0]], match.end()) if match else (None, at)


def _is_sure(
    written: str, number: Fraction, unit: Unit | None, text: str, start: int, bound: Bound
) -> bool:
    """Whether a numeral is unmistakably a figure."""
    if written in BARE:
        return bound is Bound.ABOVE or bool(unit and unit.dimension == "area")
    if unit is TENTH:
        is_used = text.startswith("成新", start + len(written))
        return text[start - 1 : start] in _BEFORE_TENTHS or (written.isdecimal() and not is_used)
    if unit is DISCOUNT:
        return bool(re.match(r"[打享惠至的]", text[max(0, start - 1) : start]))
    if written[0].isdigit():
        return "，" not in written and (unit is not None or not _CODE.match(text, start))
    if unit is LI or _IDIOM.match(text, start):
        return False
    if unit is None and bound is Bound.EXACT and _COUNTED.match(text, start):
        return True
    if unit is not None:
        is_plain = unit.dimension not in TIME or unit is AGE
        return is_plain and (written != "一" or unit is TIMES)
    return number >= 100 and written[0] not in BARE and not BARE.isdisjoint(written)


def _readings(
    written: str, number: Fraction, unit: Unit | None, and_half: bool
) -> tuple[Fraction, ...]:
    readings: tuple[Fraction, ...] = (number,)
    if and_half:
        readings += (number + Fraction(1, 2),)
    if unit and unit.dimension == "months" and len(written) == 2:
        readings += (2000 + number, 1900 + number)
    if "，" in written:
        readings += tuple(Fraction(part) for part in re.findall(r"\d+", written)[:4])
    return readings
