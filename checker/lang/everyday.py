"""Everyday words of news in both languages, enough to see that two sentences speak of one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

_WORD = re.compile(r"[A-Za-z]+")


def in_chinese(text: str) -> set[str]:
    """Return the everyday words in a simplified Chinese text, the longest ones."""
    by_first, _ = _words()
    found = set()
    at = 0
    while at < len(text):
        word = next((one for one in by_first.get(text[at], ()) if text.startswith(one, at)), "")
        if word:
            found.add(word)
        at += max(1, len(word))
    return found


def places(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield ``(start, end, English words)`` for the everyday words in a simplified Chinese text."""
    english = _english()
    for match in _chinese_word().finditer(text):
        yield *match.span(), english[match.group()]


def in_english(text: str) -> set[str]:
    """Return the everyday words, in Chinese, that an English text may be speaking of."""
    _, by_english = _words()
    forms = {form for word in _WORD.findall(text) for form in (word, word.lower())}
    return {word for form in forms for word in by_english.get(form, ())}


def everyday_words() -> Iterator[tuple[str, str]]:
    """Yield each Chinese word with each English word for it."""
    file = resources.files("checker.lang") / "everyday.txt"
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            word, *forms = line.split()
            yield from ((word, form) for form in forms)


@lru_cache(maxsize=1)
def _english() -> dict[str, tuple[str, ...]]:
    forms: dict[str, tuple[str, ...]] = {}
    for word, form in everyday_words():
        forms[word] = (*forms.get(word, ()), form)
    return forms


@lru_cache(maxsize=1)
def _chinese_word() -> re.Pattern[str]:
    longest_first = sorted((word for word in _english() if len(word) > 1), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return Chinese words by their first characters, and by the English for them."""
    by_first: dict[str, list[str]] = {}
    by_english: dict[str, list[str]] = {}
    for word, form in everyday_words():
        if word not in by_first.setdefault(word[0], []):
            by_first[word[0]].append(word)
        by_english.setdefault(form, []).append(word)
    for words in by_first.values():
        words.sort(key=len, reverse=True)
    return by_first, by_english
