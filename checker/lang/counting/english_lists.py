"""Lists in English: what stands between commas and "and"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_AND = r"and|or|nor|as well as|along with|together with|plus"
_SEPARATOR = re.compile(
    rf"(?i)(?P<mark>[,;])(?P<joined>\s*(?:{_AND})\b)?|\b(?:{_AND})\b|[&/、]|\.\.\."
)
# What begins a clause or phrase after a separator: an item only where the next one begins alike.
_OPENER = re.compile(
    r"(?i)(?:[,;]\s*)?(?:\b(?:and|or|but)\b)?\s*\b(?P<word>which|who|whom|where|whose|he|she|it|they|we"
    r"|i|you|there|this|that|these|those|none|neither|all|both|said|says|according|with|by|but"
    r"|while|so|as(?! well as)|because|since|if|when|after|before|although|though|unless|has|have"
    r"|had|is|are|was|were|will|would|can|could|may|might|must|should|also|then|thus|therefore"
    r"|especially|particularly|respectively|thereby|in|on|at|for|from|to|into|during|among|amid"
    r"|through|under|more than)\b"
)
_PLACE_AFTER = re.compile(r" (?:in|on|at|along|around|for|from|to|with)\b")
# A comma of thousands, of a year, or before who said it.
_NO_SEPARATOR = re.compile(
    r"(?i),\s*(?:(?:\d{3}|(?:19|20)\d\d)\b"
    r"|(?:the|an?) (?:(?!and\b|or\b)[\w'’-]+ ){1,6}(?:said|says|added|noted)(?=[.,]|$))"
)
_INTRODUCTION = re.compile(
    r"(?i)[\s\"“]*(?:even )?(?:in|on|at|during|after|by|for|with|from|as|since|according|under"
    r"|through|of|when|if|while|today|now|among|meanwhile|however|moreover|besides|then|therefore"
    r"|thus|currently|recently|to)\b(?: [\w.'’-]+){0,6}$"
)
_BREAK = re.compile(
    r"(?<![A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)[.!?][\"”’)]*\s+[\"“]?[A-Z]"
    r"|:\s|\b(?:such as|including|namely|like)\b"
)
_WORD = re.compile(r"[\w'’-]+")
_WORD_BEFORE = re.compile(r"[\w'’-]+\s*$")
_WORD_AFTER = re.compile(r"\s*[\w'’-]+")
# No list of interest is longer.
_MOST = 60
# An introduction is not longer than this.
_REACH = 80
# A list of short items that is whole: "such as A, B and C" before a stop or a small word.
_LIST_OPENER = re.compile(r"(?i)(?:\b(?:such as|including|namely|like)\b:?|:)\s+")
_INSIDE = r"(?!(?:and|or|such|including|namely|like)\b)"
_ITEM = rf"{_INSIDE}[A-Za-z][\w'’-]*(?: {_INSIDE}[\w'’-]+){{0,4}}"
_WHOLE_LIST = re.compile(
    rf"(?P<items>{_ITEM}(?:, {_ITEM}){{0,20}},? (?:and|or) {_ITEM})"
    r"(?=[.;:,)]|$| (?:in|on|at|of|for|to|is|are|was|were|has|have|will)\b)"
)
_BETWEEN = re.compile(r",? (?:and|or) |, ")
_MORE = re.compile(r"(?i)\b(?:others?|etc|more|so on)\b")
# What joins an item to a list, before it and after it.
_JOINED_BEFORE = re.compile(r"(?:,|;|\b(?:and|or))\s+(?:[\w'’-]+\s+){0,2}$")
_JOINED_AFTER = re.compile(r"(?:\s+[\w'’-]+){0,2}(?:[,;]|\s+(?:and|or|as)\b)")
_BESIDE = 40


@dataclass(frozen=True, slots=True)
class EnglishList:
    """Where the longest list of a text may be, and how many items it can have at most."""

    most: int
    start: int
    end: int


def opened_lists(content: str, start: int, end: int) -> Iterator[EnglishList]:
    """Yield the lists that "such as", a colon and the like open in ``content[start:end]``."""
    for opener in _LIST_OPENER.finditer(content, start, end):
        found = _WHOLE_LIST.match(content, opener.end(), end)
        if found and not _MORE.search(found["items"]):
            yield EnglishList(len(_BETWEEN.findall(found["items"])) + 1, *found.span("items"))


def longest_list(content: str, start: int, end: int, longest: int) -> EnglishList:
    """Return the longest that a list in a part of an English text can be, and where.

    ``longest`` is the number of words that its items can have.
    """
    best: list[re.Match[str]] = []
    run: list[re.Match[str]] = []
    opener, is_plain = "", False
    for separator in _SEPARATOR.finditer(content, start, end):
        if _is_no_separator(content, start, separator):
            run = []
            continue
        word = _opener(content, separator)
        if run and (word != opener or not _goes_on(content, run[-1], separator, longest)):
            run = []
        run, opener = [*run, separator][-_MOST:], word
        if len(run) + (not word) > len(best) + is_plain and len(run) >= len(best):
            best, is_plain = run, not word
    # Items may have commas inside: "Zhengzhou, Henan; Wuhan, Hubei".
    semicolons = content.count(";", start, end)
    if semicolons >= len(best):
        return EnglishList(semicolons + 1, start, end)
    before = _WORD_BEFORE.search(content[start : best[0].start()])
    after = _WORD_AFTER.match(content, best[-1].end(), end)
    return EnglishList(
        len(best) + 1,
        start + before.start() if before else best[0].start(),
        after.end() if after else best[-1].end(),
    )


def _is_no_separator(content: str, start: int, separator: re.Match[str]) -> bool:
    if _NO_SEPARATOR.match(content, separator.start()):
        return True
    if separator["mark"] != "," or separator.start() - start > _REACH:
        return False
    return _INTRODUCTION.match(content[start : separator.start()]) is not None


def _opener(content: str, separator: re.Match[str]) -> str:
    # "along two rivers and in the hills" are two items.
    if not separator["mark"] and _PLACE_AFTER.match(content, separator.end()):
        return ""
    opener = _OPENER.match(content, separator.start())
    return opener["word"].lower() if opener else ""


def _goes_on(content: str, last: re.Match[str], separator: re.Match[str], longest: int) -> bool:
    between = content[last.end() : separator.start()]
    if _BREAK.search(between) or len(_WORD.findall(between)) > longest:
        return False
    if {last["mark"], separator["mark"]} == {",", ";"}:
        return False
    if not last["mark"]:
        # "Li and Ma sent songs and flowers" has no list of four, "planning and work and life" has.
        is_near = len(_WORD.findall(between)) <= 2
        return bool(separator["mark"]) or is_near or not last.group()[-1:].isalpha()
    # The item after ", and" is the last one, save before "as well as".
    return not last["joined"] or bool(separator["joined"]) or " " in separator.group()


def is_alone(its: EnglishList, target: str) -> bool:
    """Whether nothing beside a list may belong to it."""
    before = target[max(0, its.start - _BESIDE) : its.start]
    return not _JOINED_BEFORE.search(before) and not _JOINED_AFTER.match(target, its.end)
