"""Small whole numbers as words: Chinese numerals, English ordinals, Roman numerals."""

from __future__ import annotations

import re

from checker.lang.quantities.numerals import number_of

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
    """Return the whole number that digits or Chinese numerals write, or nothing."""
    value = number_of(text)
    return int(value) if value is not None and value.denominator == 1 else None


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


def ordinal_like(words: str, number: int) -> str:
    """Return a number written as another ordinal is: "14th", "fourteenth", "Fourteenth"."""
    word = ordinal_word(number)
    if words[0].isdigit() or not word:
        return ordinal_digits(number)
    return word.capitalize() if words[0].isupper() else word


def cardinal_like(words: str, number: int) -> str:
    """Return a number up to twenty written as another one is: "4", "four", "Four"."""
    if words.isdecimal():
        return str(number)
    word = _CARDINALS[number - 1]
    return word.capitalize() if words[0].isupper() else word
