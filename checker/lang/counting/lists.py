"""Lists of items in Chinese and English, and how many items they can have at most.

Chinese marks a list with 、, so its length is sure. English marks it with commas that have other
uses too, so all that is sure is how many items no list of a sentence can exceed: those between
separators that follow one another closely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.lang.counting.english_lists import EnglishList, longest_list, opened_lists
from checker.lang.sentences import sentences

_CHINESE_SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]?[”』」]?")
# A list stands between these.
_CLAUSE = re.compile(r"[^，。；：！？（）()“”《》…—\n]+")
# Not in 共和, 和平, 参与, 涉及.
_CHINESE_AND = re.compile(
    "以及|(?<![共温缓总调])和(?![平谐解睦])|(?<!参)与(?![会其])|(?<![涉普危触波提顾])及(?![时其格])|或"
)
# 及 may be part of a word or mean "to": 由治及兴.
_LAST_AND = re.compile("以及|[和与或]")
# An item with these is a clause or long.
_CLAUSE_SIGN = re.compile("[的是为将在被把]")
# Rows of such verbs are joined to one in good English: 学习、宣传、贯彻.
_JOINED = re.compile(
    "^(?:学习|领会|宣传|贯彻|落实|维护|捍卫|坚持|坚决|认真|深刻|深入|全面|积极|切实|不断|努力|大力"
    "|加快|加强|推进|推动|促进|完善|健全|巩固|拓展|提升|提高|支持|鼓励|关心|爱护)"
)
_LONGEST_ITEM = 8
_LEAST = 3

# An item of one character seldom has more words than this, nor one of eight.
_WORDS_FOR_A_CHARACTER = 1.4
_MORE_WORDS = 3
_ABBREVIATED = 4
_SHOWN = 6
_MOST_SHOWN = 8
# A sentence and its translation: how far the ratio of their lengths is from that of the texts, with
# so many characters on top.
_FURTHEST = 1.9
_SHORT = 5
# 服贸会, 发改委: a short name of something long.
_SHORT_NAME = re.compile("^.{1,3}[会委办局部厅署院所赛]$")


@dataclass(frozen=True, slots=True)
class ChineseList:
    """A list at ``[start, end)``; what stands before its first and after its last item is in both.

    It has at least ``len(items)`` members.
    """

    items: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    start: int
    end: int

    @property
    def words(self) -> int:
        """How many words an item that has another one on both sides can have in English."""
        # A single character is often short for a phrase: 老、少、边、穷地区.
        inner = max(map(_full_length, self.items[1:-1]))
        return int(_WORDS_FOR_A_CHARACTER * inner) + _MORE_WORDS

    @property
    def shown(self) -> str:
        """The list without most of what stands before and after it."""
        first, *inner, last = self.items
        before = f"…{first[-_SHOWN:]}" if len(first) > _SHOWN else first
        after = f"{last[:_SHOWN]}…" if len(last) > _SHOWN else last
        if len(inner) > _MOST_SHOWN:
            inner = [*inner[:_MOST_SHOWN], "…"]
        return "、".join((before, *inner, after))


def paired_sentences(source: str, target: str) -> list[tuple[int, int, int, int]]:
    """Return the spans of the sentences of both texts, as pairs, else as a whole.

    There are pairs if both have as many, and all are about as long as the texts let expect.
    """
    chinese = [match.span() for match in _CHINESE_SENTENCE.finditer(source)]
    english = sentences(target)
    pairs = [(*one, *its) for one, its in zip(chinese, english, strict=False)]
    usual = _ratio(0, len(source), 0, len(target))
    if len(chinese) == len(english) and all(
        1 / _FURTHEST < _ratio(*one) / usual < _FURTHEST for one in pairs
    ):
        return pairs
    return [(0, len(source), 0, len(target))]


def _ratio(start: int, end: int, english_start: int, english_end: int) -> float:
    """Return how long the English is for its Chinese; of short sentences little is known."""
    return (english_end - english_start + 4 * _SHORT) / (end - start + _SHORT)


def chinese_lists(content: str, start: int, end: int) -> Iterator[ChineseList | None]:
    """Yield the lists of three items or more of a part of a text, ``None`` for a doubtful one."""
    for match in _CLAUSE.finditer(content, start, end):
        items = tuple(match.group().split("、"))
        if len(items) == 1:
            continue
        joined = _LAST_AND.split(items[-1])
        if len(joined) == 2 and (len(items) == 2 or _is_like(joined[0], items[1:-1])):
            items = (*items[:-1], *joined)
        if len(items) < _LEAST:
            continue
        first = items[0].removeprefix("以及").lstrip("和与及或并")
        is_one = "分别" not in match.group() and not _CHINESE_AND.search(first)
        is_plain = is_one and len(_CHINESE_AND.findall(items[-1])) <= 1
        is_plain = is_plain and all(map(_is_plain, items[1:-1]))
        places = tuple(_places(content, items, match.start()))
        yield ChineseList(items, places, *match.span()) if is_plain else None


def _places(content: str, items: Sequence[str], at: int) -> Iterator[tuple[int, int]]:
    for item in items:
        start = content.index(item, at)
        at = start + len(item)
        yield start, at


def _is_like(item: str, inner: Sequence[str]) -> bool:
    """Whether what stands before the last 和 is as long as the items before it."""
    return 0 < min(map(len, inner)) <= len(item) <= max(map(len, inner))


def _full_length(item: str) -> int:
    """Return how many characters an item has, or would have without its abbreviations."""
    if len(item) == 1:
        return _ABBREVIATED
    return len(item) * 2 if _SHORT_NAME.match(item) else len(item)


def _is_plain(item: str) -> bool:
    is_word = 0 < len(item) <= _LONGEST_ITEM and not _JOINED.match(item)
    return is_word and not _CHINESE_AND.search(item) and not _CLAUSE_SIGN.search(item)


def short_lists(source: str, target: str) -> Iterator[tuple[ChineseList, EnglishList]]:
    """Yield the longest list of a sentence with the list in English that cannot be as long.

    Sentences with a doubtful list are passed over.
    """
    if "、" not in source:
        return
    for start, end, english_start, english_end in paired_sentences(source, target):
        found = list(chinese_lists(source, start, end))
        lists = [one for one in found if one]
        if lists and len(lists) == len(found):
            longest = max(lists, key=lambda one: len(one.items))
            words = max(one.words for one in lists)
            english = longest_list(target, english_start, english_end, words)
            if english.most < len(longest.items):
                yield longest, english


def long_lists(source: str, target: str) -> Iterator[tuple[ChineseList, EnglishList]]:
    """Yield the only list of a sentence with the only one in English, if that is surely longer.

    The English list begins behind "such as" or a colon; 等 may stand for an item more.
    """
    if "、" not in source:
        return
    for start, end, english_start, english_end in paired_sentences(source, target):
        lists = list(chinese_lists(source, start, end))
        if len(lists) != 1 or not lists[0] or _CHINESE_AND.search(lists[0].items[-1]):
            continue
        found = list(opened_lists(target, english_start, english_end))
        # Items of four characters may be two things each: 财税金融、农业农村.
        things = max(1, max(map(len, lists[0].items[1:-1])) // 2)
        most = things * len(lists[0].items) + ("等" in lists[0].items[-1])
        if len(found) == 1 and found[0].most > most:
            yield lists[0], found[0]
