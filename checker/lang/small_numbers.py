"""Small whole numbers as words: Chinese numerals, English ordinals, Roman numerals."""

from __future__ import annotations

import re

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "两": 2,
    "首": 1,
}
_UNITS = {"十": 10, "百": 100}

_ONES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {word: value for value, word in enumerate(_ONES, start=1)} | {
    word[:-1] + "ieth": 10 * value for value, word in enumerate(_TENS, start=2)
}
_ORDINALS |= {
    f"{word}-{_ONES[one]}": 10 * ten + one + 1
    for ten, word in enumerate(_TENS, start=2)
    for one in range(9)
}
_WORDS = {value: word for word, value in _ORDINALS.items()}
_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
CARDINALS = {word: value for value, word in enumerate(_CARDINALS, start=1)}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}

# The longest first, so that "sixteenth" is not "sixt" and "twenty-first" not "twenty".
ORDINAL_WORDS = "|".join(
    re.escape(word).replace("\\-", "[- ]") for word in sorted(_ORDINALS, key=len, reverse=True)
)
_LONGEST = 12


def chinese(text: str) -> int | None:
    """Return the number that digits or Chinese numerals below 1,000 write, or nothing.

    Digits in a row stand for themselves: 二〇二四 is 2024.
    """
    if len(text) > _LONGEST:
        return None
    if text.isdecimal():
        return int(text)
    if text and all(sign in _DIGITS for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    total, digit = 0, None
    for sign in text:
        if sign in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[sign]
            digit = 0
        elif sign in _DIGITS:
            digit = _DIGITS[sign]
        else:
            return None
    return total + (digit or 0) if text else None


def ordinal(text: str) -> int | None:
    """Return the number of "14th", "fourteenth" or "twenty-first", or nothing."""
    number = text[:-2]
    if number.isdecimal() and len(number) <= _LONGEST:
        return int(number)
    return _ORDINALS.get(text.lower().replace(" ", "-"))


def ordinal_word(number: int) -> str | None:
    """Return "fourteenth" for 14, up to 99."""
    return _WORDS.get(number)


def ordinal_digits(number: int) -> str:
    """Return "14th" for 14."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def roman(text: str) -> int | None:
    """Return the number of a Roman numeral up to 89, or nothing."""
    if not re.fullmatch(r"L?X{0,4}(?:IX|IV|V?I{0,3})", text) or not text:
        return None
    values = [_ROMAN[sign] for sign in text]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )
