"""Figures as they are written in English: 2,030,000, "20.3 million", "3.5bn"."""

from __future__ import annotations

import re
from fractions import Fraction

from checker.lang.quantities.quantity import step_of
from checker.lang.quantities.units import Unit

_WORDS = ((10**12, "trillion", "tn"), (10**9, "billion", "bn"), (10**6, "million", "mn"))
_SCALE = re.compile(r"(?P<gap>[ -]?)(?P<short>mn|mln|bn|bln|tn|trn|[mb])?(?:[mbt]r?illion)?$", re.I)
_HAS_SCALE = re.compile(r"(?:million|billion|trillion|\d(?:mn|mln|bn|bln|tn|trn|m|b))$", re.I)
_PLAIN_DIGITS = re.compile(r"\d{4,}$")
_COUNTS = dict(
    enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
)
_PARTS = dict(enumerate("third quarter fifth sixth seventh eighth ninth".split(), start=3))
# The digits of a converted figure, and the decimals from which a figure is written out.
_SIGNIFICANT, _DECIMALS = 3, 4


def written(number: Fraction, like: str = "") -> str:
    """Return a number in digits, in the style of another: with "million", with commas or not."""
    if like[:1].isalpha() and number in _COUNTS:
        word = _COUNTS[int(number)]
        return word.capitalize() if like[0].isupper() else word
    if like[:1].isalpha() and number == Fraction(1, 2):
        return "half"
    if not step_of(number) and number:
        return _part(number)
    if _HAS_SCALE.search(like) or (number >= 10**6 and not like[-3:].isdecimal()):
        for power, word, short in _WORDS:
            scaled = number / power
            if scaled >= 1 and _decimals(scaled) <= _DECIMALS:
                match = _SCALE.search(like)
                if match and match["short"]:
                    return f"{_digits(scaled)}{match['gap']}{short}"
                return f"{_digits(scaled)}{(match and match['gap']) or ' '}{word}"
    return _digits(number, "" if _PLAIN_DIGITS.fullmatch(like) else ",")


def rounded(number: Fraction) -> Fraction:
    """Return a number with three significant digits, more only before the decimal point."""
    if not number:
        return number
    places, size = 0, abs(number)
    while size >= 10**_SIGNIFICANT:
        size, places = size / 10, places + 1
    while 0 < size < 10 ** (_SIGNIFICANT - 1) and places > -_DECIMALS:
        size, places = size * 10, places - 1
    return Fraction(round(number / Fraction(10) ** places)) * Fraction(10) ** places


def with_unit(number: Fraction, unit: Unit, like: str = "") -> str:
    """Return a figure with its unit: "400 hectares", "5%", "$3 billion"."""
    figure, name = written(number, like), unit.name
    return f"{figure}{name}" if name in ("%", "‰") else f"{figure} {name}"


def _part(number: Fraction) -> str:
    """Return a fraction in words, "two thirds", or in digits."""
    above, below = number.numerator, number.denominator
    if above not in _COUNTS or below not in _PARTS:
        return f"{above}/{below}"
    return f"{_COUNTS[above]} {_PARTS[below]}{'s' if above > 1 else ''}"


def _decimals(number: Fraction) -> int:
    step = step_of(number)
    return len(str(step.denominator)) - 1 if step < 1 else 0


def _digits(number: Fraction, mark: str = ",") -> str:
    places = _decimals(number)
    whole, part = divmod(int(number * 10**places), 10**places)
    figure = f"{whole:,}".replace(",", mark)
    return f"{figure}.{part:0{places}}" if places else figure
