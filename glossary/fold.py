"""English folded for comparison: words without case, hyphen, possessive or British spelling.

Every folded word keeps the span of the raw text that it was read from.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\d+(?:[.,]\d+)*[^\W\d_]*"  # 1.2, 10,000, 14th
    r"|[^\W_]+(?:['’][^\W_]+)*"  # people's, Xi'an
    r"|[,;:.!?/%()&+—\[\]<>=*#~|•…。，、；：（）\ufffc]"
    # These marks separate words; hyphens and quotation marks do not.
)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_AMERICAN = (
    (re.compile(r"isation(s?)$"), r"ization\1"),
    (re.compile(r"(?<=[a-z]{3})is(e|ed|es|er|ers|ing)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{3})ys(e|ed|es|ing)$"), r"yz\1"),
    (re.compile(r"^(lab|harb|neighb|fav|hon|behavi|col|endeav|rum|vig)our"), r"\1or"),
    (re.compile(r"^(cent|theat|fib|lit|met|kilomet)re(s?)$"), r"\1er\2"),
    (re.compile(r"^(def|off)ence"), r"\1ense"),
    (re.compile(r"^programme"), "program"),
)


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and the span ``[start, end)`` of the text that it stands for."""

    folded: str
    start: int
    end: int


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Fold one word as it stands in a text."""
    word = _POSSESSIVE.sub("", word.replace("’", "'")).casefold()
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    for pattern, american in _AMERICAN:
        word = pattern.sub(american, word)
    return "and" if word == "&" else word


def words(text: str) -> list[Word]:
    """Return the folded words of a text in order; "the" is passed over."""
    found = []
    for match in _WORD.finditer(text):
        folded = fold_word(match.group())
        if folded and folded != "the":
            end = match.end()
            possessive = _POSSESSIVE.search(match.group())
            if possessive:
                end -= len(possessive.group())
            found.append(Word(folded, match.start(), end))
    return found


def fold(text: str) -> str:
    """Return the folded words of a text joined by single spaces."""
    folded = map(fold_word, _WORD.findall(text))  # as in words(), without their places
    return " ".join(word for word in folded if word and word != "the")
