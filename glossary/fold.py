"""English folded for comparison: words without case, hyphen, possessive or British spelling.

A folded word is found again in the raw text by its number.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

# The group makes split() return the words between what is none.
_WORD = re.compile(
    r"([A-Za-z]{2,}(?![\w'’])"  # most words; what follows would read them in the same way
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\d+(?:[.,]\d+)*[^\W\d_]*"  # 1.2, 10,000, 14th
    r"|[^\W_]+(?:['’][^\W_]+)*"  # people's, Xi'an
    r"|[,;:.!?/%()&+—\[\]<>=*#~|•…。，、；：（）\ufffc])"
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


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Fold one word as it stands in a text."""
    word = _POSSESSIVE.sub("", word.replace("’", "'")).casefold()
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(mark for mark in decomposed if _is_letter(mark))
    for pattern, american in _AMERICAN:
        word = pattern.sub(american, word)
    return "and" if word == "&" else word


def _is_letter(mark: str) -> bool:
    # The Arabic ligature of four words decomposes to words with spaces; it is one word here.
    return not (unicodedata.combining(mark) or mark.isspace())


class FoldedText:
    """The folded words of a text in order, and their places; "the" is passed over."""

    __slots__ = ("_ends", "_kept", "_text", "words")

    def __init__(self, text: str) -> None:
        parts = _WORD.split(text)
        folded = [fold_word(word) for word in parts[1::2]]
        self._text = text
        self._ends = array("I", accumulate(map(len, parts)))
        self._kept = [at for at, word in enumerate(folded) if word and word != "the"]
        self.words = [folded[at] for at in self._kept]

    def start(self, number: int) -> int:
        """Return where in the text a word begins."""
        return self._ends[2 * self._kept[number]]

    def end(self, number: int) -> int:
        """Return where in the text a word ends, its possessive left out."""
        at = 2 * self._kept[number]
        possessive = _POSSESSIVE.search(self._text, self._ends[at], self._ends[at + 1])
        return possessive.start() if possessive else self._ends[at + 1]


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and the span ``[start, end)`` of the text that it stands for."""

    folded: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Return the folded words of a text in order, each with its place."""
    text_words = FoldedText(text)
    return [
        Word(word, text_words.start(at), text_words.end(at))
        for at, word in enumerate(text_words.words)
    ]


def fold(text: str) -> str:
    """Return the folded words of a text joined by single spaces."""
    # As in FoldedText, without the places.
    return " ".join(
        [word for word in map(fold_word, _WORD.findall(text)) if word and word != "the"]
    )
