"""Quantities in simplified Chinese: 近3亿2000万元, 百分之三十, 三成, 增长2倍, 翻两番, 三五年."""

from __future__ import annotations

import re
from fractions import Fraction

from checker.lang.numerals import number_of, plain
from checker.lang.quantity import Bound, Quantity, Role, as_ranges
from checker.lang.units import (
    BY_CHINESE,
    DISCOUNT,
    FRACTION,
    MILLE,
    PERCENT,
    TENTH,
    TIMES,
    Unit,
)

_DIGIT = "[零〇○一二两三四五六七八九]"
_ARABIC = (
    r"(?<![\d.])(?:\d{1,3}(?:[,，\u00a0\u2009\u202f ]\d{3})+(?!\d)|\d{1,15}(?!\d))(?:\.\d{1,8})?"
)
# 千 and 兆 belong to some units.
_THOUSAND = "千(?![瓦克米伏赫焦卡帕升])"
_SCALE = rf"(?:[十百千]?(?:万亿|亿|万(?!分之))|百(?!分)|{_THOUSAND}|兆(?![瓦帕赫字比欧]))"
_CHINESE = rf"(?:{_DIGIT}|十|百(?!分)|{_THOUSAND}|万(?!分之)|亿|点(?={_DIGIT}))"
_NUMBER = re.compile(
    rf"(?:(?P<whole>{_CHINESE}{{1,6}}|百|千|万|\d{{1,6}})分之)?"
    rf"(?P<number>{_ARABIC}(?:[余多]?{_SCALE}(?:[\d.]{{1,8}}{_SCALE})*)?"
    rf"|{_CHINESE}{{1,16}}(?:[余多][万亿])?)"
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
# What stands before a number, and on which side of it the true one lies.
_BEFORE = re.compile(
    r"(?:(?P<below>不超过|[未没]有?超过|不高于|不多于|不大于|不足|不到|未到|低于|少于|小于|至多|最多|"
    r"将近|接近|逼近|近)"
    r"|(?P<above>不低于|不少于|不小于|不下于?|至少|最少|超过|超出|超|逾|突破|高于|多于|大于|高出)"
    r"|(?P<about>大约|约为?|大概|左右|估计))[了达到至为]?(?:人民币)?$"
)
_AFTER = re.compile(
    r"(?P<inner>[余多]|半)?(?:人|名|户|家|个|项|种|件|次)?"
    r"(?:(?P<above>以上|之上|开外)|(?P<below>以下|以内|之内|之下)|(?P<about>左右|上下))?"
)
# 增长2倍 comes to three times, 增长到2倍 to two.
_GROWN = re.compile(
    r"(?:增长?|增加|提高|提升|上升|上涨|涨|扩大|扩张|多|高|高出|超出|升|贵)[了出]?"
    r"(?:将?近|大?约|逾|超过?|至少|高达)?$"
)
_REACHED = re.compile(r"[到至为达是成的](?:将?近|大?约|逾|超过?|至少|其)?$")
_DOUBLING = re.compile(
    r"翻了?(?:[近约超逾]|将近|超过)?(?:(?P<times>[一两二三四]|[1-4])番|(?P<once>倍|番))"
)
_HALF = re.compile(r"一半|过半|减半|半数|对半|大半|多半|近半|半(?=[年天个价米斤吨亩公])")
# Two digits side by side are a range: 三五年, 七八个.
_NEIGHBOURS = {"一二", "二三", "两三", "三四", "三五", "四五", "五六", "六七", "七八", "八九"}
_JOIN = re.compile(r"[-—–―~～－至到和或、与]{1,2}")

_OPEN = frozenset("几数成")
_UPWARD = re.compile(r"(?<!千)上$")
_BARE = frozenset("百千万亿")
# The figure of a rate changes with the unit that it is counted by: 10元/斤 is 20 yuan per kilogram.
_RATE_AFTER = re.compile(r"[/／每一](?:[公市]?斤|千克|亩|公顷|吨|平方米|平米)")
_RATE_BEFORE = re.compile(r"(?:亩产|单产|亩均|每[公市]?斤|每千克|每亩|每公顷|每吨)[^，。；]{0,8}$")
_YEAR_DIGITS = 4
# What stands beside a number that counts nothing.
_NAME_BEFORE = re.compile(
    r"(?:第|[A-Za-z]-?|[A-Za-z][-–]|[#＃№/]|[\d][:：]|代码[:：为]?|电话[:：]?)$"
)
_NAME_AFTER = re.compile(
    r"[-–]?(?!km|kg|kW|[MGT]W|mm|cm)[A-Za-z]|[:：/]\d|世纪|年代|周年|届|中全会|大(?=[以报召精代会])"
    r"|[号楼栋室路团师]|(?<=[05])后(?![来续])|五(?=[”规期时])"
)
_DATE = re.compile(r"\d{4}([-./])\d{1,2}\1\d{1,2}")
_DATE_AFTER = re.compile(r"[年](?:[^内来间多以]|$)|月|日|号|时(?![间候])|点(?!\d)|分(?![之钟])|刻")
_TIME = frozenset({"months", "days", "age"})
_STEP_BACK = 14


def quantities(text: str) -> list[Quantity]:
    """Return the quantities in simplified Chinese, in order.

    Of other numerals those are there that may explain a number of the translation; they are not
    ``sure``. Open ones such as 十几 are left out.
    """
    text = plain(text)
    found = [_doubled(match) for match in _DOUBLING.finditer(text)]
    found += [_halved(text, match) for match in _HALF.finditer(text)]
    taken = {one.first for one in found} | {one.last - 2 for one in found}
    for match in _NUMBER.finditer(text):
        if match.start() not in taken:
            found += _read(text, match)
    found.sort(key=lambda one: one.start)
    return as_ranges(found, lambda end, start: bool(_JOIN.fullmatch(text[end:start])))


def _doubled(match: re.Match[str]) -> Quantity:
    times = number_of(match["times"]) if match["times"] else Fraction(1)
    ratio = Fraction(2 ** int(times or 1))
    start, end = match.span()
    return Quantity(start, end, start, end, ratio, (ratio,), TIMES)


def _halved(text: str, match: re.Match[str]) -> Quantity:
    start, end = match.span()
    half = Fraction(1, 2)
    unit, last = _unit_at(text, end) if match[0] == "半" else (None, end)
    if unit and unit.dimension not in _TIME:
        return Quantity(start, last, start, end, half, (half,), unit)
    return Quantity(start, end, start, end, half, (half,), FRACTION, sure=False)


def _read(text: str, match: re.Match[str]) -> list[Quantity]:
    """Return what a numeral is: a quantity, the two ends of a range, or nothing."""
    start, end = match.span("number")
    written = match["number"]
    if written[:2] in _NEIGHBOURS:
        return _neighbours(written, start, end)
    number = number_of(re.sub("[余多]", "", written))
    is_open = match["open"] == "几" or text[start - 1 : start] in _OPEN
    if number is None or is_open:
        return []
    if match["whole"]:
        return _share(text, match, number)
    unit, unit_end = _unit_at(text, match.end())
    bound, last = _bound(text, match, unit_end)
    role = _role(text, start, end, unit)
    is_rate = _RATE_AFTER.match(text, unit_end) or _RATE_BEFORE.search(
        text, max(0, start - _STEP_BACK), start
    )
    sure = (
        role is Role.FIGURE and not is_rate and _is_sure(written, number, unit, text, start, bound)
    )
    unit = unit if role is Role.FIGURE else None
    if unit is TIMES:
        readings = _ratios(text, start, number)
    else:
        readings = _readings(written, number, unit, text[unit_end : unit_end + 1] == "半")
    hedge = _hedge(text, start)
    return [
        Quantity(start, last, start, end, number, readings, unit, bound, role, sure, hedge=hedge)
    ]


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
    bound, end = _bound(text, match, last)
    unit: Unit | None = {"百": PERCENT, "千": MILLE}.get(match["whole"])
    if unit is None:
        whole = number_of(match["whole"]) or (10**4 if match["whole"] == "万" else None)
        if not whole:
            return []
        unit, number = FRACTION, number / whole
    hedge = _hedge(text, first)
    return [Quantity(first, end, first, last, number, (number,), unit, bound, hedge=hedge)]


def _unit_at(text: str, at: int) -> tuple[Unit | None, int]:
    """Return the unit that begins at a place, and where it ends."""
    match = _UNIT.match(text, at)
    return (BY_CHINESE[match[0]], match.end()) if match else (None, at)


def _bound(text: str, match: re.Match[str], end: int) -> tuple[Bound, int]:
    """Return on which side the true number lies, and where the quantity ends."""
    after = _AFTER.match(text, end)
    for side in (after, _before(text, match.start())):
        for name, bound in (("above", Bound.ABOVE), ("below", Bound.BELOW), ("about", Bound.ABOUT)):
            if side and side[name]:
                return bound, after.end() if after and side is after else end
    if match["number"] in _BARE and _UPWARD.search(text, max(0, match.start() - 2), match.start()):
        return Bound.ABOVE, end
    if match["more"] or "余" in match["number"] or "多" in match["number"]:
        return Bound.ABOVE, end
    if after and after["inner"] in ("余", "多"):
        return Bound.ABOVE, end + 1
    return Bound.EXACT, end


def _before(text: str, start: int) -> re.Match[str] | None:
    return _BEFORE.search(text, max(0, start - 12), start)


def _hedge(text: str, start: int) -> int | None:
    before = _before(text, start)
    return before.start() if before else None


def _role(text: str, start: int, end: int, unit: Unit | None) -> Role:
    """Return what a numeral does, by its neighbours."""
    if _NAME_BEFORE.search(text, max(0, start - 4), start) or _in_date(text, start, end):
        return Role.NAME
    is_year = text[end : end + 1] == "年" and end - start >= _YEAR_DIGITS
    if is_year or (unit is None and end - start <= 2 and _DATE_AFTER.match(text, end)):
        return Role.DATE
    if (unit is None or unit.dimension in _TIME) and _NAME_AFTER.match(text, end):
        return Role.NAME
    return Role.FIGURE


def _in_date(text: str, start: int, end: int) -> bool:
    """Whether a numeral is part of 2024-03-05."""
    marks = "-./"
    if text[end : end + 1] not in marks and text[start - 1 : start] not in marks:
        return False
    dates = _DATE.finditer(text, max(0, start - 8), end + 8)
    return any(date.start() <= start < date.end() for date in dates)


def _is_sure(
    written: str, number: Fraction, unit: Unit | None, text: str, start: int, bound: Bound
) -> bool:
    """Whether a numeral is unmistakably a figure."""
    if written in _BARE:
        return bound is Bound.ABOVE or bool(unit and unit.dimension == "area")
    if unit is TENTH:
        return bool(re.match(r"[近超约逾占达有的过到由从降增]", text[max(0, start - 1) : start]))
    if unit is DISCOUNT:
        return bool(re.match(r"[打享惠至的]", text[max(0, start - 1) : start]))
    if written[0].isdigit():
        return "，" not in written
    if unit is not None:
        return unit.dimension not in _TIME and (written != "一" or unit is TIMES)
    return number >= 100 and written[0] not in _BARE and len(written) > 1


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


def _ratios(text: str, start: int, number: Fraction) -> tuple[Fraction, ...]:
    """Return the ratios that a number of 倍 may mean."""
    low = max(0, start - _STEP_BACK)
    if _GROWN.search(text, low, start):
        return (number + 1,)
    if _REACHED.search(text, low, start):
        return (number,)
    return (number, number + 1)
