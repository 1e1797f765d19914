"""Everyday words of news in both languages, enough to see that two sentences speak of one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_WORD = re.compile(r"[A-Za-z]+")


def in_chinese(text: str) -> set[str]:
    """Return the everyday words in a simplified Chinese text, the longest ones."""
    return set(_tables().chinese.findall(text))


def places(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield ``(start, end, English words)`` for the everyday words of several characters."""
    tables = _tables()
    for match in tables.chinese.finditer(text):
        if match.end() - match.start() > 1:
            yield *match.span(), tables.english[match.group()]


def in_english(text: str) -> set[str]:
    """Return the everyday words, in Chinese, that an English text may be speaking of."""
    by_english = _tables().by_english
    forms = {form for word in _WORD.findall(text) for form in (word, word.lower())}
    return {word for form in forms for word in by_english.get(form, ())}


def everyday_words() -> Iterator[tuple[str, str]]:
    """Yield each Chinese word with each English word for it."""
    file = resources.files("checker.lang") / "everyday.txt"
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            word, *forms = line.split()
            yield from ((word, form) for form in forms)


@dataclass(frozen=True)
class _Tables:
    """The words: what finds the longest Chinese ones, their English, and the other way round."""

    chinese: re.Pattern[str]
    english: dict[str, tuple[str, ...]]
    by_english: dict[str, list[str]]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    english: dict[str, tuple[str, ...]] = {}
    by_english: dict[str, list[str]] = {}
    for word, form in everyday_words():
        english[word] = (*english.get(word, ()), form)
        by_english.setdefault(form, []).append(word)
    longest_first = sorted(english, key=len, reverse=True)
    return _Tables(re.compile("|".join(map(re.escape, longest_first))), english, by_english)
