"""Slogans with a number (“四个全面”, “三严三实”) and their members, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.lang.counting.english_lists import EnglishList, longest_list
from checker.lang.counting.lists import paired_sentences
from checker.lang.quantities import small_numbers

_SIGNS = "一二三四五六七八九十"
_NUMBER = f"{_SIGNS}两"
# “四个全面”; a slogan of two numbers (“三严三实”) has two in English too.
_CHINESE = re.compile(
    rf"[“「『‘](?P<number>[{_NUMBER}]|十[{_NUMBER}])(?!分)"
    rf"(?P<name>[^“”「」『』‘’{_NUMBER}，。；：、]{{1,8}})[”」』’]"
)
_WORDS = "|".join(list(small_numbers.CARDINALS)[1:12])
_CAPITALISED = "|".join(word.capitalize() for word in _WORDS.split("|"))
_ENGLISH = re.compile(
    rf"[“\"‘'](?i:the )?(?P<quoted>(?i:{_WORDS})|\d\d?)[- ]"
    r"(?P<name>[A-Za-z-]+(?: [A-Za-z'’-]+){0,5})[”\"’',.]"
    rf"|\b(?P<plain>{_CAPITALISED})[- ](?P<noun>[A-Z][a-z]+s)\b"
)
_ANNOUNCED = re.compile(
    rf"(?P<number>[{_NUMBER}])(?:个|大|项|种|类|点|条)(?P<name>[^：。，；、—]{{1,12}})[：—]{{1,2}}"
)
_COLON = re.compile(r":\s|\s?[—–]\s?|\s-\s")
_WORDS_OF_A_MEMBER = 30


@dataclass(frozen=True, slots=True)
class Announced:
    """Members that are announced by number at ``[start, end)``: 三个坚持."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Slogan:
    """A slogan with its number at ``[start, end)``; ``number_end`` is where the number ends."""

    number: int
    start: int
    end: int
    number_end: int


def chinese_slogans(content: str) -> Iterator[Slogan]:
    """Yield the quoted slogans of a Chinese text that count their members."""
    for match in _CHINESE.finditer(content):
        number = small_numbers.chinese(match["number"])
        if number and number > 1:
            yield Slogan(number, match.start("number"), match.end("name"), match.end("number"))


def english_slogans(content: str) -> Iterator[Slogan]:
    """Yield the slogans of an English text, in quotation marks or in capitals."""
    for match in _ENGLISH.finditer(content):
        kind = "quoted" if match["quoted"] else "plain"
        word = match[kind]
        number = int(word) if word.isdecimal() else small_numbers.CARDINALS[word.lower()]
        end = match.end("name" if match["quoted"] else "noun")
        yield Slogan(number, match.start(kind), end, match.end(kind))


def opposed_slogans(source: str, target: str) -> Iterator[tuple[Slogan, Slogan]]:
    """Yield a slogan of a source with that of its target that has another number in its place."""
    chinese = {one.number: one for one in chinese_slogans(source)}
    if not chinese:
        return
    english = {one.number: one for one in english_slogans(target)}
    missing = [one for number, one in chinese.items() if not _is_in_english(number, target)]
    extra = [one for number, one in english.items() if not _is_in_chinese(number, source)]
    if len(missing) == len(extra) == 1:
        yield missing[0], extra[0]


def _is_in_english(number: int, target: str) -> bool:
    word = next(word for word, value in small_numbers.CARDINALS.items() if value == number)
    return re.search(rf"(?i)\b(?:{word}|{number})\b|{word}fold", target) is not None


def _is_in_chinese(number: int, source: str) -> bool:
    signs = {2: "二两双"}.get(number) or _SIGNS[min(number, 10) - 1]
    return str(number) in source or any(sign in source for sign in signs)


def short_of_members(source: str, target: str) -> Iterator[tuple[Announced, EnglishList]]:
    """Yield what a source announces and lists in full (三个坚持：…) and English lists in part.

    The English list is the one behind the only colon or dash of the sentence.
    """
    for start, end, english_start, english_end in paired_sentences(source, target):
        announced = _ANNOUNCED.search(source, start, end)
        colons = [match.end() for match in _COLON.finditer(target, english_start, english_end)]
        if announced and len(colons) == 1:
            number = small_numbers.chinese(announced["number"]) or 0
            found = longest_list(target, colons[0], english_end, _WORDS_OF_A_MEMBER)
            if found.most < number == _members(source[announced.end() : end]):
                yield Announced(number, announced.start(), announced.end("name")), found


def _members(text: str) -> int:
    """Return how many members a list of clauses has: three in 坚持改革，坚持开放，坚持创新."""
    sign = next((sign for sign in "；、，" if sign in text), "")
    return len(text.rstrip("。；！").split(sign)) if sign else 1
