"""What a Chinese sentence and its translation have in common, whatever the words.

Figures by their leading digits (1.2万 and 12,000 are both ``n:12``), months, Latin words that
stand in the Chinese, Chinese names by their pinyin, marks, and everyday words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from checker.lang import everyday, months

# Marks that a translation keeps as a rule.
_MARKS = {
    "?": re.compile("[?？]"),
    "!": re.compile("[!！]"),
    '"': re.compile('["“”「」『』]'),
    "(": re.compile("[(（]"),
    "%": re.compile("%|％|百分之|per ?cent"),
    ":": re.compile("[:：]"),
}
_HAN = re.compile(r"[\u3400-\u9fff]+")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MONTH = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])月")
_LATIN = re.compile(r"[A-Za-z][A-Za-z]+")
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+(?:['’][a-z]+)?")
_MONTHS = {
    form: number for number, name in enumerate(months.NAMES, start=1) for form in (name, name[:3])
} | {"Sept": 9}
# The longest word of a name, in syllables: "Shijiazhuang" has four.
_SYLLABLES = 4
# Digits of a figure that are looked at; a longer one is no figure.
_MOST_DIGITS = 12
_INITIAL = "(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)"
_FINAL = "(?:i?ang?|i?ong|u?ang?|[iu]?ao|uai|uo|[iu]e|i[nu]|ing|eng?|ei|ou|ai|er|u[ei]|un|[aeiou])"
_PINYIN = re.compile(rf"(?:{_INITIAL}?{_FINAL}['’]?){{1,{_SYLLABLES}}}$")


def anchors(
    source: Sequence[str],
    target: Sequence[str],
    terms: tuple[Sequence[frozenset[str]], Sequence[frozenset[str]]],
) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """Return the anchors of each sentence on both sides; only what both sides have is one.

    ``terms`` are the names of the terms in each sentence, and are anchors too (``t:name``).
    """
    target_keys = [_of_target(one) | _named(own) for one, own in zip(target, terms[1], strict=True)]
    names = {key for keys in target_keys for key in keys if key.startswith("p:")}
    source_keys = [
        _of_source(one, names) | _named(own) for one, own in zip(source, terms[0], strict=True)
    ]
    common = set().union(*source_keys) & set().union(*target_keys)
    return (
        [frozenset(keys & common) for keys in source_keys],
        [frozenset(keys & common) for keys in target_keys],
    )


def _named(terms: Iterable[str]) -> set[str]:
    return {f"t:{name}" for name in terms}


def _of_source(sentence: str, names: set[str]) -> set[str]:
    keys = _figures(sentence)
    keys.update(f"e:{word}" for word in everyday.in_chinese(sentence))
    keys.update(f"m:{int(month)}" for month in _MONTH.findall(sentence))
    keys.update(f"w:{word.casefold()}" for word in _LATIN.findall(sentence))
    if names:
        for row in _HAN.findall(sentence):
            keys.update(names.intersection(_pinyin(row)))
    return keys


def _of_target(sentence: str) -> set[str]:
    keys = _figures(sentence)
    keys.update(f"e:{word}" for word in everyday.in_english(sentence))
    keys.update(f"w:{word.casefold()}" for word in _LATIN.findall(sentence))
    for word in _CAPITALISED.findall(sentence):
        if word in _MONTHS:
            keys.add(f"m:{_MONTHS[word]}")
        folded = re.sub("['’](?:s$)?", "", word.casefold())
        if _PINYIN.match(folded):
            keys.add(f"p:{folded}")
    return keys


def _figures(sentence: str) -> set[str]:
    found = (
        figure.replace(",", "").replace(".", "").strip("0")[:_MOST_DIGITS]
        for figure in _DIGITS.findall(sentence)
    )
    keys = {f"n:{figure}" for figure in found if figure}
    keys.update(f"s:{name}" for name, mark in _MARKS.items() if mark.search(sentence))
    return keys


def _pinyin(row: str) -> Iterable[str]:
    """Yield what could be the name of one to four characters next to one another."""
    syllables = [_syllable(character) for character in row]
    for start in range(len(syllables)):
        for end in range(start + 1, min(start + _SYLLABLES, len(syllables)) + 1):
            yield "p:" + "".join(syllables[start:end])


@cache
def _syllable(character: str) -> str:
    from pypinyin import lazy_pinyin

    return str(lazy_pinyin(character)[0])
