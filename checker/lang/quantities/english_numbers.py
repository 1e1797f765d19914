"""Numbers written as English words: twenty-one, two hundred and thirty, two thirds, one in five."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

_ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_LARGE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALES = {"dozen": 12, "hundred": 100, **_LARGE}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip

_WORD = "|".join((*_ONES, *_TENS, *_SCALES))
_AND = "|".join(f"(?<={word}) and " for word in ("hundred", "thousand", "million"))
_ROW = rf"(?:{_WORD})(?:(?:[ -]| - |{_AND})(?:{_WORD})\b)*"
_SMALL = "|".join(("an?", *list(_ONES)[1:13]))
_LARGER = "hundred|thousand|million|billion|trillion"
# A look at the first letters spares most words the long way.
_FIRST = (
    r"(?=an? [a-z]|\d{1,3}[ -](?:[-hqtfsen]|in |out )|[bz]|on|t[wherio]|f[io]|s[ie]|e[li]|ni|do|"
    r"h[ua]|mi)"
)
_NUMBER = re.compile(
    rf"\b{_FIRST}(?:"
    rf"(?P<above>{_SMALL}|\d{{1,3}})(?:[ -]| - )(?P<part>{'|'.join(_PARTS)})s?\b"
    r"(?! (?:most|largest|biggest|of \d))"
    rf"|(?P<some>{_SMALL}|\d{{1,3}}) (?:in|out of)(?: every)? "
    rf"(?P<all>{'|'.join(_ONES)}|\d{{1,3}}(?:,000)?)\b(?!,\d|\.\d)"
    rf"|half (?:an? )?(?P<halved>dozen|{_LARGER})\b"
    rf"|(?:an? )?(?P<row>{_ROW})(?P<and_half> and a half)?(?P<scale>[ -](?:{_LARGER}))?"
    r"(?:\b|(?=fold\b))"
    rf"|(?:(?P<tens>{'|'.join(_TENS)})-)?(?P<ordinal>{'|'.join(_ORDINALS)})s?\b"
    r")"
)
# No number has more words.
_LONGEST = 16


@dataclass(frozen=True, slots=True)
class Words:
    """A number in words at ``[start, end)``.

    ``is_part`` says that it is one such as "two thirds", ``is_ordinal`` one such as "third".
    """

    start: int
    end: int
    number: Fraction
    is_part: bool = False
    is_ordinal: bool = False


def words(text: str) -> Iterator[Words]:
    """Yield the numbers that are written as words, in order."""
    lowered = text.lower()
    for match in _NUMBER.finditer(lowered if len(lowered) == len(text) else text):
        start, end = match.span()
        if match["part"]:
            above, below = _small(match["above"]), _PARTS[match["part"]]
            yield Words(start, end, Fraction(above, below), is_part=True)
        elif match["some"]:
            above, below = _small(match["some"]), _small(match["all"])
            if 0 < above < below:
                yield Words(start, end, Fraction(above, below), is_part=True)
        elif match["halved"]:
            yield Words(start, end, Fraction(_SCALES[match["halved"]], 2))
        elif match["ordinal"]:
            tens = _TENS[match["tens"]] if match["tens"] else 0
            value = Fraction(tens + _ORDINALS[match["ordinal"]])
            yield Words(start, end, value, is_ordinal=True)
        else:
            number = number_of_words(match["row"])
            if number is not None:
                number += Fraction(1, 2) if match["and_half"] else 0
                scale = _SCALES[match["scale"][1:]] if match["scale"] else 1
                yield Words(start, end, number * scale)


def _small(word: str) -> int:
    """Return the value of a word below twenty or of a few digits."""
    digits = word.replace(",", "")
    return 1 if word in ("a", "an") else int(digits) if digits.isdecimal() else _ONES[word]


def number_of_words(row: str) -> Fraction | None:
    """Return the value of words such as "two hundred and thirty", None if they are no number."""
    total, section, last = 0, 0, 0
    names = [word for word in re.split(r"[ -]+", row) if word != "and"]
    if len(names) > _LONGEST:
        return None
    for name in names:
        if name in _LARGE:
            total, section, last = total + (section or 1) * _LARGE[name], 0, 0
        elif name in _SCALES:
            section, last = (section or 1) * _SCALES[name], _SCALES[name]
        else:
            value = _ONES.get(name, _TENS.get(name, 0))
            if last and (last < 20 or value >= last):
                return None
            section, last = section + value, value
    return Fraction(total + section)
