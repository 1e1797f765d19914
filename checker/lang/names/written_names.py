"""Names of persons as they are written in English in pinyin, or nearly so.

Only what is plainly mainland pinyin is read: each word falls into syllables of pinyin, and the
surname is one syllable or a compound surname.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from checker.lang.names.pinyin import Syllables, split
from checker.lang.names.surnames import COMPOUND

_WORD = r"[A-Z][a-zü]+(?:['’-](?!s\b)[A-Za-zü]+)*"
_ROW = re.compile(rf"(?<![\w'’-]){_WORD}(?:(?:[ ]|\r?\n){_WORD})+")
_WORDS = re.compile(_WORD)
_COMPOUND = {written: surname for surname, written in COMPOUND.items()}
_LONGEST = 40  # letters of a name


@dataclass(frozen=True, slots=True)
class Form:
    """One way to read a name in pinyin; ``turned`` if the given name stands first."""

    surname: str
    given: Syllables
    turned: bool

    @property
    def syllables(self) -> Syllables:
        """The syllables in the order of the Chinese."""
        surname = _COMPOUND.get(self.surname)
        ways = split(self.surname)
        first = next((way for way in ways if len(way) == (len(surname) if surname else 1)), ())
        return (*first, *self.given)


@dataclass(frozen=True, slots=True)
class Written:
    """A name at ``[start, end)`` of an English text, with the ways to read it."""

    text: str
    start: int
    end: int
    forms: tuple[Form, ...]

    @property
    def plain(self) -> str:
        """The name in lower case and without apostrophes."""
        return self.text.lower().replace("'", "").replace("’", "")

    @property
    def is_plain(self) -> bool:
        """Whether it is two words without a hyphen, as on the mainland."""
        return "-" not in self.text and self.text.count(" ") == 1

    def overlaps(self, other: Written) -> bool:
        """Whether the two have a word in common."""
        return self.start < other.end and other.start < self.end


def names(content: str) -> Iterator[Written]:
    """Yield what may be the name of a person, in order; three words before the first two."""
    for row in _ROW.finditer(content):
        words = list(_WORDS.finditer(content, *row.span()))
        for at, first in enumerate(words[:-1]):
            for last in reversed(words[at + 1 : at + 3]):
                given = content[words[at + 1].start() : last.end()].split()
                forms = tuple(_forms(first.group(), given))
                if forms:
                    text = content[first.start() : last.end()]
                    yield Written(" ".join(text.split()), first.start(), last.end(), forms)


def pairs(content: str) -> Iterator[Written]:
    """Yield what may be a misspelt name: two capitalised words of which one is pinyin."""
    for row in _ROW.finditer(content):
        words = list(_WORDS.finditer(content, *row.span()))
        for first, last in pairwise(words):
            text = f"{first.group()} {last.group()}"
            if len(text) <= _LONGEST and _is_half_read(first.group(), last.group()):
                forms = tuple(_forms(first.group(), [last.group()]))
                yield Written(text, first.start(), last.end(), forms)


def _is_half_read(first: str, last: str) -> bool:
    """Whether the first word may be a surname, or the last one a given name."""
    return _is_surname(first) or any(len(way) <= 2 for way in split(last))


def _forms(first: str, rest: list[str]) -> Iterator[Form]:
    """Yield the ways to read "Wang Lixin", "Wang Li Xin" or "Lixin Wang"."""
    if _is_surname(first):
        ways = split(rest[0]) if len(rest) == 1 else _together(rest)
        yield from (Form(first.lower(), way, False) for way in ways if len(way) <= 2)
    if len(rest) == 1 and _is_surname(rest[0]):
        yield from (Form(rest[0].lower(), way, True) for way in split(first) if len(way) <= 2)


def _together(words: list[str]) -> list[Syllables]:
    ways = [tuple(word.lower() for word in words)]
    return ways if all((word.lower(),) in split(word) for word in words) else []


def _is_surname(word: str) -> bool:
    return word.lower() in _COMPOUND or (word.lower(),) in split(word)
