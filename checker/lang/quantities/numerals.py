"""The values of Chinese numerals: 一千二百三十, 三万五, 3亿2000万, 二点五, 二〇二四, １２，３４５.

Values are exact. What is no number has none (None): 十几, 千百, 万万千.
"""

from __future__ import annotations

import re
from fractions import Fraction

_DIGITS = {
    character: value
    for value, characters in enumerate(
        ("零〇○", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for character in characters
}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_SCALES = {**_SMALL, **_LARGE}

_DIGIT = "[" + "".join(_DIGITS) + "]"
# No number in a text is longer.
_LONGEST = 24
_LARGEST = 10**18
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
_GROUPS = re.compile(r"(?<=\d)[,，\u00a0\u2009\u202f ](?=\d{3})")
_TOKEN = re.compile(rf"\d+(?:\.\d+)?|{_DIGIT}|[{''.join(_SCALES)}]")
_DIGIT_ROW = re.compile(rf"{_DIGIT}{{2,}}")


def plain(text: str) -> str:
    """Return a text with full-width digits made plain; the offsets stay."""
    return text.translate(_FULL_WIDTH)


def number_of(text: str) -> Fraction | None:
    """Return the value of a numeral in Chinese or Arabic digits, or None if it has none."""
    if not text or len(text) > _LONGEST:
        return None
    text = _GROUPS.sub("", plain(text))
    whole, point, decimals = text.partition("点")
    if point:
        return _with_decimals(whole, decimals)
    if _DIGIT_ROW.fullmatch(text):
        return Fraction("".join(str(_DIGITS[digit]) for digit in text))
    tokens = _TOKEN.findall(text)
    if not tokens or "".join(tokens) != text:
        return None
    number = _by_place(tokens)
    return number if number is None or number < _LARGEST else None


def _with_decimals(whole: str, decimals: str) -> Fraction | None:
    """Return the value of 三点一四 or 一点五亿 from its two halves."""
    scale = decimals.lstrip("".join(_DIGITS))
    places = decimals[: len(decimals) - len(scale)]
    value, factor = number_of(whole), number_of(scale) if scale else Fraction(1)
    if value is None or factor is None or not places:
        return None
    part = int("".join(str(_DIGITS[digit]) for digit in places))
    return (value + Fraction(part, 10 ** len(places))) * factor


def _by_place(tokens: list[str]) -> Fraction | None:
    """Return the value of digits and scales by their places, None if they do not fit together."""
    total = section = Fraction(0)
    waiting: Fraction | None = None
    scale, above = 1, 10**4
    for token in tokens:
        if token in _SMALL:
            scale = _SMALL[token]
            if (waiting is not None and waiting >= above) or scale >= above:
                return None
            section += (1 if waiting is None else waiting) * scale
            waiting, above = None, scale
        elif token in _LARGE:
            if _LARGE[token] == scale:
                return None
            scale, above = _LARGE[token], 10**4
            section += waiting or 0
            total = _joined(total, section, scale)
            section, waiting = Fraction(0), None
        elif waiting:
            return None
        else:
            waiting = Fraction(_DIGITS[token]) if token in _DIGITS else Fraction(token)
    return total + section + _last(waiting, scale, tokens)


def _joined(total: Fraction, section: Fraction, scale: int) -> Fraction:
    """Return the value up to a large scale: 万 before 亿 multiplies it, 亿 before 万 adds."""
    if total and total < scale:
        return (total + section) * scale
    return total + (section or 1) * scale


def _last(waiting: Fraction | None, scale: int, tokens: list[str]) -> Fraction:
    """Return what the last digit counts: the thousands in 三万五, the ones in 三万零五."""
    if waiting is None:
        return Fraction(0)
    is_short = len(tokens) > 1 and tokens[-1] in _DIGITS and _SCALES.get(tokens[-2], 0) >= 100
    return waiting * scale / 10 if is_short else waiting
