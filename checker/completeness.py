"""How much of a Chinese passage its translation holds: by lengths, and by what stands in both."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.context import Context
from checker.document import Pair
from checker.lang import everyday
from glossary.model import Concept

# English letters and digits for a Chinese character. Measured on 487 sentences of news with a
# professional translation: the logarithm scatters by 0.20 in long sentences, 0.25 in short ones.
LETTERS_PER_CHARACTER = 3.8
_SCATTER, _SCATTER_OF_SHORT = 0.04, 0.4
_DIGITS_LENGTH, _SOUND_LENGTH = 0.8, 0.5
# So many characters of a document's own make its length as weighty as what is usual.
_UNKNOWN = 1000
# A row of clauses is missing where nothing of it is shown, what is not shown weighs more than one
# term, it is not shorter than this, and the rest fits the English.
_CLAUSE_LENGTH = 8
_FITS = (0.7, 1.3)
_SHOWN = 0.5
_MOST_CLAUSES, _MOST_MARKS = 40, 400

_NO_HAN = re.compile(r"[^\u3400-\u9fff\U00020000-\U0003ffff]+")
_DIGITS = re.compile(r"\d+[日年号]?")
_LATIN_LETTERS = re.compile(r"[A-Za-z]+")
# A foreign name written by its sounds: 阿拉巴马 is four characters for seven letters.
_SOUNDS = re.compile(
    "[阿埃艾奥巴贝比波博布查达德迪丁杜多厄尔法菲费弗福盖戈格古哈海汉赫胡基吉加杰卡凯坎柯科克库拉莱兰劳勒雷里利列"
    "林琳刘卢鲁伦罗洛马玛迈曼梅门蒙米密明莫姆穆纳娜南内尼诺努欧帕潘佩皮普奇恰乔切琼萨塞桑瑟沙舍史斯索塔泰坦汤特"
    "提廷图托瓦威韦维温文沃乌西希夏歇谢辛休雅亚扬耶伊易尤约泽扎詹兹佐圣顿盛治]{3,}"
)
# The name as it is abroad: 特洛伊大学（Troy University）.
_ORIGINAL = re.compile(r"[（(][A-Za-z][A-Za-z .,·’'-]{1,80}[）)]")
_LETTER = re.compile(r"[^\W_]")
_NO_LETTER = re.compile(r"[\W_]+")
_CLAUSE = re.compile(r"[^。！？!?；;，,：:…\n]+[。！？!?；;，,：:…\n]*[”’」』）)]*")
_NUMBER = re.compile(r"\d[\d,，]*(?:\.\d+)?")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]+")
_WORD = re.compile(r"[^\W_]{2,}")
_STEM = 5
# An everyday word has more renderings than any list of them.
_EVERYDAY = 0.5
_EMPTY = frozenset(
    "the and for with from that this of in on to at by as is are be it or an".split()
)

Place = tuple[int, int]
_Forms = frozenset[frozenset[str]]


@lru_cache(maxsize=1024)  # several rules ask for the same sources, one after the other
def length(source: str) -> float:
    """Return the length of a Chinese text in characters, as its translation will show it."""
    written = _DIGITS.sub("", _ORIGINAL.sub("", source))
    return (
        len(_NO_HAN.sub("", written))
        + _DIGITS_LENGTH * len(_DIGITS.findall(source))
        + sum(map(len, _LATIN_LETTERS.findall(written))) / LETTERS_PER_CHARACTER
        - (1 - _SOUND_LENGTH) * sum(map(len, _SOUNDS.findall(written)))
    )


def letters(target: str) -> int:
    """Return the number of letters and digits."""
    return len(_NO_LETTER.sub("", target))


def fullness(source: str, target: str) -> float:
    """Return how long a translation is, where 1 is what the source lets expect."""
    return share(length(source), letters(target))


def wordiness(pairs: Iterable[Pair]) -> float:
    """Return how long the English of a document is as a whole; a short one is as is usual.

    Work reports take a quarter more English than news.
    """
    both = [(pair.source, pair.target) for pair in pairs if pair.source and pair.target]
    characters = _UNKNOWN + sum(length(source.content) for source, _ in both)
    written = sum(letters(target.content) for _, target in both)
    return share(characters, written + int(_UNKNOWN * LETTERS_PER_CHARACTER))


def share(characters: float, written: int) -> float:
    """Return the share of its usual length that a translation of so many letters has."""
    return written / (LETTERS_PER_CHARACTER * max(characters, 1.0))


def misfit(characters: float, written: int) -> float:
    """Return the cost of a translation that is longer or shorter than its source lets expect.

    It grows with the distance and with the length: half of a long sentence is rarer than half of a
    short one.
    """
    spread = _SCATTER + _SCATTER_OF_SHORT / max(characters, 1.0)
    return _off(characters, written) ** 2 / (2 * spread)


def _off(characters: float, written: int) -> float:
    """Return how far the length is from what is usual, as a logarithm."""
    return math.log(max(share(characters, written), 0.001))


def quoted(text: str, most: int = 20) -> str:
    """Return the beginning of a text in quotation marks."""
    text = " ".join(text[: 10 * most].split())
    return f"“{text[:most].rstrip()}…”" if len(text) > most else f"“{text}”"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something at ``[start, end)`` of the source that its translation shows, if it is complete.

    Each of ``forms`` is a way to show it, as its keys: significant digits, or the stems of words.
    A term may be said in other words, so it weighs less than a number.
    """

    start: int
    end: int
    forms: _Forms
    weight: float = 2.0

    def share(self, shown: frozenset[str]) -> float:
        """Return how much of its best form an English text with these keys shows, up to 1."""
        return max((len(form & shown) / len(form) for form in self.forms), default=0.0)


def marks(pair: Pair, context: Context) -> list[Mark]:
    """Return the numbers, Latin words, terms and everyday words of a pair's source, in order."""
    source = context.source(pair)
    found = []
    for key, start, end in _digits(source):
        # 25日 may be "Friday".
        weight = 1.0 if source[end : end + 1] in ("日", "号") else 2.0
        found.append(Mark(start, end, _one(key), weight))
    for match in _LATIN.finditer(source):
        found.append(Mark(*match.span(), _one(match.group().casefold()[:_STEM])))
    for term in context.source_terms.get(pair, ()):
        if term.end - term.start > 1:
            found.append(Mark(term.start, term.end, _renderings(term.concept), 1.0))
    for start, end, forms in everyday.places(source):
        found.append(Mark(start, end, frozenset(map(_stems, forms)), _EVERYDAY))
    return sorted(found, key=lambda mark: mark.start)


def keys(target: str) -> frozenset[str]:
    """Return what an English text shows: significant digits and stems of words."""
    return frozenset(key for key, _, _ in _digits(target)) | _stems(target)


def _digits(content: str) -> Iterator[tuple[str, int, int]]:
    """Yield the significant digits of each number: the same for 3500万 and 35 million."""
    for match in _NUMBER.finditer(content):
        key = re.sub(r"\D", "", match.group()).strip("0")
        if len(key) > 1:
            yield key, *match.span()


def _one(key: str) -> _Forms:
    return frozenset([frozenset([key])])


def _renderings(concept: Concept) -> _Forms:
    """Return the stems of each form of a concept, good or bad."""
    forms = (_stems(term.text) for term in concept.forms("en"))
    return frozenset(form for form in forms if form)


def _stems(english_text: str) -> frozenset[str]:
    words = _WORD.findall(english_text.casefold())
    return frozenset(word[:_STEM] for word in words if word not in _EMPTY)


def missing_clauses(source: str, target: str, found: Sequence[Mark]) -> Place | None:
    """Return the clauses in a row that the English says nothing of, if there are any for sure.

    Of several such rows it is the one with the most marks; ``found`` are those of the source.
    """
    shown = keys(target)
    spans = [one.span() for one in _CLAUSE.finditer(source) if _LETTER.search(one.group())]
    last = spans[:_MOST_CLAUSES][-1][1] if spans else 0
    found = [mark for mark in found if mark.start < last][:_MOST_MARKS]
    whole, written = length(source), letters(target)
    best: tuple[float, float, int, int] | None = None
    for first in range(min(len(spans), _MOST_CLAUSES)):
        absent, gone = 0.0, 0.0
        for start, end in spans[first:_MOST_CLAUSES]:
            inside = [mark for mark in found if start <= mark.start < end]
            if any(mark.share(shown) >= _SHOWN for mark in inside):
                break
            absent += sum(mark.weight for mark in inside)
            gone += length(source[start:end])
            fit = written / (LETTERS_PER_CHARACTER * max(whole - gone, 1.0))
            if absent > 1 and gone >= _CLAUSE_LENGTH and _FITS[0] <= fit <= _FITS[1]:
                best = max(best or (0.0, 0.0, 0, 0), (absent, -abs(fit - 1), spans[first][0], end))
    return best[2:] if best else None
