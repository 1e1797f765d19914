"""Quantities in English: "nearly $3.5bn", "2.03 million hectares", "two thirds", "tripled"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from checker.lang.quantities.english_context import bound_of, role_of
from checker.lang.quantities.english_numbers import Words, words
from checker.lang.quantities.english_units import currency_before, rate_at, unit_at, whole_unit
from checker.lang.quantities.quantity import Quantity, Role, as_ranges, step_of
from checker.lang.quantities.units import DAY, FRACTION, TIMES, YEAR, Unit

_SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
_SHORT = {"m": 10**6, "b": 10**9, "k": 10**3}
_SPACED = r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d,A-Za-z])"
_DIGITS = re.compile(
    rf"(?<![\d.])(?<!\d,)(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|{_SPACED}|\d{{1,15}}(?!\d))"
    r"(?:\.\d{1,8}(?!\d))?"
    rf"(?:[ -]?(?P<scale>{'|'.join(_SCALES)})\b|(?P<short>[mbk])\b)?",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_JOIN = re.compile(r"(?: ?[-–—~] ?| to (?:about |nearly |over )?| and | or |, )")
_RATIO = re.compile(
    r"\b(?=[dtqho])(?:(?P<two>doubl(?:e[sd]?|ing)|twice|two-?fold)"
    r"|(?P<three>tripl(?:e[sd]?|ing)|treble[sd]?|thrice)"
    r"|(?P<four>quadrupl(?:e[sd]?|ing))|(?P<five>quintupl(?:e[sd]?|ing))"
    r"|(?P<eight>octupl(?:e[sd]?|ing))"
    r"|(?P<half>hal(?:f|ve[sd]?|ving)))\b",
    re.IGNORECASE,
)
# From here on a number in words is a figure, whatever it counts: "one" may be a pronoun.
_LEAST = 2
_RATIOS = {
    "half": Fraction(1, 2),
    "two": Fraction(2),
    "three": Fraction(3),
    "four": Fraction(4),
    "five": Fraction(5),
    "eight": Fraction(8),
}
_FOLD = re.compile(r"[ -]?fold\b")
_GROWTH_AFTER = re.compile(
    r"[^,.;]{0,12}\b(?:more|higher|larger|greater|longer|faster|above|over|increase|growth|rise)\b"
)
_GROWTH_BEFORE = re.compile(r"\b(?:increas|gr[eo]w|r[io]se|up|expand|jump|surg|by)\w*[^,.;]{0,30}$")
# Words that may stand for a number of the source.
_LOOSE: dict[str, tuple[int, Unit | None]] = {
    "decade": (10, YEAR), "century": (100, YEAR), "couple": (2, None), "both": (2, None),
    "pair": (2, None), "around the clock": (1, DAY), "round the clock": (1, DAY),
    "round-the-clock": (1, DAY), "twenties": (20, None), "thirties": (30, None),
    "forties": (40, None), "fifties": (50, None), "sixties": (60, None),
    "seventies": (70, None), "eighties": (80, None), "nineties": (90, None),
    "hundreds": (100, None), "thousands": (10**3, None), "tens of thousands": (10**4, None),
    "hundreds of thousands": (10**5, None), "millions": (10**6, None),
    "tens of millions": (10**7, None), "hundreds of millions": (10**8, None),
    "billions": (10**9, None), "tens of billions": (10**10, None),
    "hundreds of billions": (10**11, None), "trillions": (10**12, None),
}  # fmt: skip
# "Yale and two other universities" are three.
_OTHERS = re.compile(r" (?:others?|more|further|additional)\b(?! than)")
_PLAN = re.compile(r"five-year plan", re.IGNORECASE)
_LOOSE_WORD = re.compile(
    rf"\b(?=[dcbphtmarfsen])(?:{'|'.join(sorted(_LOOSE, key=len, reverse=True))})\b", re.IGNORECASE
)


class _Place(NamedTuple):
    """Where a quantity begins, and where its number begins and ends."""

    start: int
    first: int
    last: int


def quantities(text: str) -> list[Quantity]:
    """Return the quantities in English, in order.

    Of other numbers those are there that may explain a number of the source, as "third" and
    "one"; they are not ``sure``. Open ones ("dozens", "several") are left out.
    """
    found = [_read_digits(text, match) for match in _DIGITS.finditer(text)]
    ends = {one.last for one in found}
    found += [_read_words(text, one) for one in words(text) if one.is_part or one.end not in ends]
    found += [_ratio(text, match) for match in _RATIO.finditer(text)]
    found += [_loose(match) for match in _LOOSE_WORD.finditer(text)]
    found.sort(key=lambda one: one.first)
    return as_ranges(found, lambda end, start: bool(_JOIN.fullmatch(text, end, start)))


def _read_digits(text: str, match: re.Match[str]) -> Quantity:
    """Return the quantity of a number in digits with what stands around it."""
    start, end = match.span()
    money, outset = currency_before(text, start)
    scale, short = (match["scale"] or "").lower(), (match["short"] or "").lower()
    loose = _SHORT[short] if short and not money else 1
    if loose > 1:
        end, short = match.start("short"), ""
    digits = re.sub(r"[^\d.]", "", match[0])
    step = Fraction(_SCALES.get(scale) or _SHORT.get(short) or 1)
    number = Fraction(digits) * step
    step /= 10 ** len(digits.partition(".")[2])
    role = Role.FIGURE if money or scale else role_of(text, start, end)
    found = _in_place(text, _Place(outset, start, end), number, money, role, step)
    if loose > 1:
        return replace(found, readings=(number, number * loose), sure=False)
    if found.unit is None and _BARE_YEAR.fullmatch(match[0]):
        return replace(found, role=Role.DATE, sure=False)
    return found


def _read_words(text: str, words: Words) -> Quantity:
    """Return the quantity of a number in words with what stands around it."""
    place = _Place(words.start, words.start, words.end)
    role = Role.DATE if words.is_ordinal else Role.FIGURE
    unit = None
    if words.is_part:
        unit = whole_unit(text, words.end) or FRACTION
    found = _in_place(text, place, words.number, unit, role, step_of(words.number))
    is_sure = found.sure and (found.unit is not None or words.number >= _LEAST)
    is_sure = is_sure and not _PLAN.match(text, words.start)
    return replace(found, sure=is_sure)


def _in_place(
    text: str, place: _Place, number: Fraction, unit: Unit | None, role: Role, step: Fraction
) -> Quantity:
    """Return the quantity of a number at a place: with the unit after it, and the words before."""
    start, first, last = place
    if role is not Role.FIGURE:
        return Quantity(start, last, first, last, number, (number,), role=role, sure=False)
    fold = _FOLD.match(text, last)
    after, end, more = (TIMES, fold.end(), "") if fold else unit_at(text, last)
    bound, end, hedge = bound_of(text, start, end, more)
    readings: tuple[Fraction, ...] = (number,)
    unit = unit or after
    if unit is TIMES:
        is_open = (
            fold
            or number == 1
            or _GROWTH_AFTER.match(text, end)
            or _GROWTH_BEFORE.search(text, max(0, start - 60), start)
        )
        readings += (number + 1,) if is_open else ()
    return Quantity(
        start, end, first, last, number, readings, unit, bound, step=step, hedge=hedge,
        per=rate_at(text, end), sure=unit is not None or not _OTHERS.match(text, end),
    )  # fmt: skip


def _loose(match: re.Match[str]) -> Quantity:
    """Return what a word such as "decade" may stand for."""
    number, unit = _LOOSE[match[0].lower()]
    start, end = match.span()
    value = Fraction(number)
    return Quantity(start, end, start, end, value, (value,), unit, sure=False)


def _ratio(text: str, match: re.Match[str]) -> Quantity:
    """Return what a word such as "doubled" says."""
    start, end = match.span()
    bound, _, hedge = bound_of(text, start, end, "")
    ratio, unit, is_sure = _RATIOS[match.lastgroup or ""], TIMES, False
    if match["half"]:
        unit = whole_unit(text, end) or FRACTION
    else:
        is_sure = match[0].lower() not in ("twice", "double", "triple", "thrice")
    return Quantity(start, end, start, end, ratio, (ratio,), unit, bound, sure=is_sure, hedge=hedge)
