"""Pinyin of Chinese names: which characters a romanised word can stand for, and how to write one.

As in GB/T 28039-2011: surname first, the given name written together, an apostrophe before a
syllable that begins with a vowel; ü is Y U in passports (LYU), and U, V or Ü elsewhere. A tone is
never written. The readings are pypinyin's, which is loaded when the first one is asked for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from checker.lang.names.surnames import COMPOUND, READINGS

# The finals that each initial takes.
_FINALS = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ü yu v "
    "ue üe yue ve",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo ü yu v "
    "ue üe yue ve",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
_PARTS = {
    initial + final: (initial, final)
    for initial, finals in _FINALS.items()
    for final in finals.split()
}
SYLLABLES = frozenset(_PARTS)
# What looks like syllables, initial and final: any initial stands with any final.
LOOSE = _PARTS | {
    initial + final: (initial, final)
    for initial in filter(None, _FINALS)
    for _, final in _PARTS.values()
}
# How else a reading with ü is written.
_WITH_DOTS = {
    "lv": ("lyu", "lü", "lu"), "nv": ("nyu", "nü", "nu"),
    "lve": ("lyue", "lüe", "lue"), "nve": ("nyue", "nüe", "nue"),
}  # fmt: skip
# Characters that are read otherwise in given names than pypinyin reads them first.
_IN_NAMES = {
    "似": "si", "隽": "jun", "长": "chang", "了": "liao", "的": "di", "还": "huan", "都": "du",
    "曾": "zeng", "卜": "bu", "乐": "le", "朝": "chao", "传": "chuan",
}  # fmt: skip
_LONGEST_WORD = 24
_MOST_SYLLABLES = 4
_HAN = re.compile(r"[\u3400-\u9fff]")

Syllables = tuple[str, ...]


@lru_cache(maxsize=8192)
def split(word: str) -> tuple[Syllables, ...]:
    """Return the ways to read a word as syllables of pinyin, lower case; none if it is no pinyin.

    An apostrophe or hyphen divides syllables: "Xi'an" is read in one way, "Xian" in two. A long
    word, of more than four syllables between such marks, is no name.
    """
    if len(word) > _LONGEST_WORD:
        return ()
    ways: list[Syllables] = [()]
    for piece in re.split("['’-]", word.lower()):
        ways = [(*way, *more) for way in ways for more in _pieces(piece)]
    return tuple(ways)


def _pieces(letters: str, most: int = _MOST_SYLLABLES) -> Iterator[Syllables]:
    if letters in SYLLABLES:
        yield (letters,)
    for end in range(1, min(7, len(letters))) if most > 1 else ():
        if letters[:end] in SYLLABLES:
            for rest in _pieces(letters[end:], most - 1):
                yield (letters[:end], *rest)


@lru_cache(maxsize=8192)
def spellings(character: str) -> frozenset[str]:
    """Return all ways to write a character in pinyin, of all its readings."""
    if not _HAN.match(character):
        return frozenset()
    read = {*_readings(character), *READINGS.get(character, ())}
    return frozenset(read.union(*(_WITH_DOTS.get(one, ()) for one in read)))


def surname_spellings(surname: str) -> frozenset[str]:
    """Return the ways to write a surname of one or two characters."""
    if surname in COMPOUND:
        return frozenset({COMPOUND[surname]})
    return frozenset(READINGS[surname]) if surname in READINGS else spellings(surname)


def surname_of(name: str) -> str:
    """Return the surname of a Chinese name: its first character, or two of a compound one."""
    return name[:2] if name[:2] in COMPOUND else name[:1]


def romanise(name: str, known: Sequence[str] = ()) -> str:
    """Return a person's name in pinyin: "Wang Lixin", "Ouyang Li'ao", "Lyu Yan".

    ``known`` are the syllables that were written for its characters: where a character has
    several readings, the one that was written is taken.
    """
    surname = surname_of(name)
    written = known if len(known) == len(name) else [""] * len(name)
    syllables = [_best(one, seen) for one, seen in zip(name, written, strict=True)]
    given = syllables[len(surname) :]
    family = COMPOUND.get(surname) or _surname(surname, syllables[0])
    return f"{family.capitalize()} {join(given)}".strip()


def write(characters: str, written: Sequence[str]) -> str:
    """Return characters as one word of pinyin; what was written for one is kept if it can be."""
    pairs = zip(characters, written, strict=True)
    return join([_best(character, one) for character, one in pairs])


def join(syllables: Sequence[str]) -> str:
    """Return syllables as one capitalised word, with the apostrophes it needs."""
    rest = (f"'{one}" if one[0] in "aeo" else one for one in syllables[1:])
    return "".join([*syllables[:1], *rest]).capitalize()


def alike(one: str, other: str) -> bool:
    """Whether two syllables are easily taken for one another: initial or final is the same."""
    if one not in _PARTS or other not in _PARTS:
        return False
    (initial, final), (other_initial, other_final) = _PARTS[one], _PARTS[other]
    return final == other_final or initial == other_initial != ""


class Sounds:
    """A Chinese text by the syllables that its characters can be read as."""

    def __init__(self, content: str) -> None:
        self.content = content
        self._found: dict[Syllables, list[int]] = {}

    @cached_property
    def spellings(self) -> list[frozenset[str]]:
        """The ways to write each character."""
        return [spellings(character) for character in self.content]

    @cached_property
    def places(self) -> dict[str, set[int]]:
        """Where characters stand that can be read as a syllable, by the syllable."""
        places: dict[str, set[int]] = defaultdict(set)
        for at, readings in enumerate(self.spellings):
            for one in readings:
                places[one].add(at)
        return dict(places)

    def find(self, syllables: Syllables) -> list[int]:
        """Return where characters stand that can be read as these syllables, one for each."""
        if syllables not in self._found:
            standing = [self.places.get(one, set()) for one in syllables]
            offset, rarest = min(enumerate(standing), key=lambda numbered: len(numbered[1]))
            starts = {at - offset for at in rarest}
            for number, there in enumerate(standing):
                starts = {at for at in starts if at + number in there}
            self._found[syllables] = sorted(starts)
        return self._found[syllables]

    def reads(self, at: int, syllables: Sequence[str]) -> bool:
        """Whether the characters from ``at`` can be read as these syllables."""
        read = self.spellings[at : at + len(syllables)]
        return len(read) == len(syllables) and all(
            one in readings for one, readings in zip(syllables, read, strict=True)
        )


@lru_cache(maxsize=8192)
def _readings(character: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    return tuple(pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=False)[0])


def _best(character: str, written: str) -> str:
    if written in spellings(character):
        return written
    first = _IN_NAMES.get(character) or _readings(character)[0]
    return _WITH_DOTS.get(first, (first,))[0]


def _surname(surname: str, syllable: str) -> str:
    allowed = READINGS.get(surname, (syllable,))
    return syllable if syllable in allowed else allowed[0]
