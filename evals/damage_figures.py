"""Errors in figures, dates and units, put into good translations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evals.damage import Damage, Good, put

# Figures that stand alone: no part of a date, a time, a name (COVID-19) or an address.
_FIGURE = re.compile(
    r"(?<![\w.,:/%-])(?:(?:RMB|US\$|[$€£¥])\s?)?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?![\w:/]|[.,]\d|\s[ap]\.?m\b)"
)
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_MONTH = "|".join(_MONTHS)
_DATED = re.compile(
    rf"(?:{_MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+(?:{_MONTH})|\b(?:19|20)\d\d\b"
)
_CHINESE_DIGITS = str.maketrans("零〇○一二两三四五六七八九", "0001223456789", "，,.．点十百千")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９％", "0123456789%")


def _figures(good: Good) -> Iterator[re.Match[str]]:
    """Yield the figures of the target of which the source has the significant digits."""
    digits = good.source.translate(_FULL_WIDTH).translate(_CHINESE_DIGITS)
    dated = [match.span() for match in _DATED.finditer(good.target)]
    for match in _FIGURE.finditer(good.target):
        significant = re.sub("[,.]", "", match["number"]).strip("0")
        apart = not any(start < match.end() and match.start() < end for start, end in dated)
        model = re.search(rf"[A-Za-z-]{match['number']}|{match['number']}[A-Za-z]", good.source)
        if apart and significant and significant in digits and not model:
            yield match


_SCALES = ("thousand", "million", "billion", "trillion")
_SCALED = re.compile(rf"(?<=[\d-] |\d-)({'|'.join(_SCALES)})\b|(?<=\d)({'|'.join(_SCALES)})\b")


def magnitude(good: Good) -> Iterator[Damage]:
    """Write billion for million and the like, or ten times as much, or a tenth."""
    if re.search("[万亿兆千]", good.source):
        for match in _SCALED.finditer(good.target):
            at = _SCALES.index(match.group())
            others = [_SCALES[near] for near in (at - 1, at + 1) if 0 <= near < len(_SCALES)]
            yield put("magnitude", good, match.span(), good.rng.choice(others))
    for match in _figures(good):
        new = _shifted(match["number"], good.rng.choice((1, -1)))
        if new:
            yield put("magnitude", good, match.span("number"), new)


def _shifted(number: str, places: int) -> str | None:
    """Return a number times ten or a tenth of it, or None where that is not well written."""
    whole, _, fraction = number.replace(",", "").partition(".")
    if places == 1:
        digits, rest = (whole + fraction[0], fraction[1:]) if fraction else (whole + "0", "")
    elif not fraction and whole.endswith("0") and len(whole) > 1:
        digits, rest = whole[:-1], ""
    elif fraction and len(whole) > 1:
        digits, rest = whole[:-1], whole[-1] + fraction
    else:
        return None
    grouped = f"{int(digits):,}" if int(digits) >= 1000 else str(int(digits))
    return grouped + (f".{rest}" if rest else "")


def digit(good: Good) -> Iterator[Damage]:
    """Change one digit of a figure."""
    for match in _figures(good):
        start, end = match.span("number")
        at = good.rng.choice([at for at in range(start, end) if good.target[at].isdigit()])
        old = int(good.target[at])
        new = str(good.rng.choice([other for other in range(1, 10) if other != old]))
        text = good.target[:at] + new + good.target[at + 1 :]
        yield Damage("digit", text, start, end)


_DAY = re.compile(
    rf"(?:(?:{_MONTH})\s+|\b[Tt]he\s+)(?P<day>\d{{1,2}})(?P<tail>st|nd|rd|th)?(?![\d,]*\d|\w)"
)
_YEAR = re.compile(r"(?<![\d,.$-])(?:19|20)\d\d(?![\d,]*\d|\w|-)")


def calendar(good: Good) -> Iterator[Damage]:
    """Write another month, or the day or the year beside the right one."""
    source = good.source.translate(_FULL_WIDTH)
    for match in re.finditer(rf"\b(?:{_MONTH})\b", good.target):
        at = _MONTHS.index(match.group())
        if re.search(rf"(?<!\d){at + 1}月", source):
            other = good.rng.choice(_MONTHS[:at] + _MONTHS[at + 1 :])
            yield put("date", good, match.span(), other)
    for match in _DAY.finditer(good.target):
        day = int(match["day"])
        if re.search(rf"(?<!\d){day}\s?[日号]", source):
            new = day - 1 if day > 27 or (day > 1 and good.rng.random() < 0.5) else day + 1
            tail = _ordinal_tail(new) if match["tail"] else ""
            start = match.start("day")
            yield put("date", good, (start, match.end()), f"{new}{tail}")
    for match in _YEAR.finditer(good.target):
        if re.search(rf"(?<!\d){match.group()}\s?年", source):
            new = int(match.group()) + good.rng.choice((-1, 1))
            yield put("date", good, match.span(), str(new))


def _ordinal_tail(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


# What the source says, what the target says for it, and what is wrong in its place.
_YUAN = "(?<![美欧港日韩澳台公百加])元"
_NUMBER = r"(?<=\d)"
_UNITS = tuple(
    (re.compile(asked), re.compile(right), wrong)
    for asked, right, wrong in (
        ("公里|千米|km", rf"{_NUMBER}( |-)(?:kilomet(?:er|re)s?|km)\b", r"\1miles"),
        ("公顷", rf"{_NUMBER}( |-)hectares?\b", r"\1acres"),
        ("亩", rf"{_NUMBER}( |-)mu\b", r"\1acres"),
        ("亩", rf"{_NUMBER}( |-)mu\b", r"\1hectares"),
        ("[^公千毫厘海里]米|[^a-z]m[^a-z]", rf"{_NUMBER}( |-)met(?:er|re)s?\b", r"\1feet"),
        ("公斤|千克", rf"{_NUMBER}( |-)(?:kilograms?|kilos?|kg)\b", r"\1pounds"),
        ("吨", rf"{_NUMBER}( |-)(?:tons?|tonnes?)\b", r"\1kilograms"),
        ("℃|摄氏|°C", r"(?<= )(degrees )Celsius\b", r"\1Fahrenheit"),
        (_YUAN, r"\bRMB\s?(?=\d)", "US$"),
        (_YUAN, r"\b(?:yuan|RMB)\b", "dollars"),
        ("美元", r"(?:\b(?:US|USD)\s?)?\$(?=\d)", "RMB "),
        ("美元", r"\b(?:US |U\.S\. )?dollars\b", "yuan"),
        ("欧元", r"\b[Ee]uros?\b", "dollars"),
        ("[%％]|百分之", rf"{_NUMBER}(?:%| per ?cent)(?!\w| point|age)", " percentage points"),
        ("百分点", r"\bpercentage points?\b", "percent"),
    )
)  # fmt: skip


def other_unit(good: Good) -> Iterator[Damage]:
    """Write another unit beside the same figure."""
    for asked, right, wrong in _UNITS:
        if not asked.search(good.source) or ("points" in wrong and "百分点" in good.source):
            continue
        for match in right.finditer(good.target):
            if match.group() in ("yuan", "RMB") and not re.search(
                r"\d(?: \w+illion)? $", good.target[: match.start()]
            ):
                continue
            yield put("unit", good, match.span(), match.expand(wrong))
