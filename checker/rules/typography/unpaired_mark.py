"""A bracket or quotation mark without its partner.

Looked for in each paragraph. A quotation that runs over several paragraphs has an opening mark
at the head of each and passes, as do list marks such as "a)" and inches.

Found:
    The circle (the fourth of its kind was named in 2020.

Passed:
    The circle (the fourth of its kind) was named in 2020.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Rule

_PAIRS = {"(": ")", "[": "]", "（": "）", "《": "》", "【": "】"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
# Which way a quotation mark is bent is often wrong, where it stands is not; so they are one kind.
_QUOTES = '"“”'
_MARK = re.compile("[" + re.escape("".join([*_PAIRS, *_CLOSING, _QUOTES])) + "]")
_LIST_MARK = re.compile(r"(?:^|[\s(（])(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})$")
_SMILEY = re.compile(r"[:;]-?$")
_OPENS_AFTER = re.compile(r"(?:^|[\s(\[‘'\-–—/])$")
# A quotation longer than this has lost its mark.
_MOST_PARAGRAPHS = 4


class UnpairedMark(Rule):
    category = Category.PUNCTUATION
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        texts = [text for _, text in document.targets]
        alone = [
            (number, at) for number, text in enumerate(texts) for at in _unpaired(text.content)
        ]
        joined = _joined([text.content for text in texts], alone)
        for number, at in alone:
            if (number, at) not in joined:
                mark = texts[number].content[at]
                missing = _PAIRS.get(mark) or _CLOSING.get(mark) or mark
                yield Observation(
                    message=f"{mark} without its partner {missing} in this paragraph",
                    spans=(texts[number].span(at, at + 1),),
                )


def _joined(contents: list[str], alone: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the quotation marks that belong to a quotation over several paragraphs.

    Either each paragraph opens with a mark again, or one opens and a later one closes.
    """
    quotes = [(number, at) for number, at in alone if contents[number][at] in _QUOTES]
    joined: set[tuple[int, int]] = set()
    for number, at in quotes:
        following = contents[number + 1].lstrip()[:1] if number + 1 < len(contents) else ""
        if following and following in _QUOTES:
            joined.add((number, at))
    for (first, opening), (last, closing) in pairwise(quotes):
        near = 0 < last - first <= _MOST_PARAGRAPHS
        if near and _opens(contents[first], opening) and not _opens(contents[last], closing):
            joined |= {(first, opening), (last, closing)}
    return joined


def _unpaired(content: str) -> list[int]:
    """Return the offsets of the marks that have no partner."""
    open_marks: list[int] = []
    alone: list[int] = []
    for match in _MARK.finditer(content):
        at, mark = match.start(), match.group()
        if mark in _QUOTES:
            _quote(content, at, open_marks, alone)
        elif mark in _PAIRS:
            open_marks.append(at)
        elif any(content[other] == _CLOSING[mark] for other in open_marks):
            while content[open_marks[-1]] != _CLOSING[mark]:
                alone.append(open_marks.pop())
            open_marks.pop()
        elif mark not in ")）" or not (
            _LIST_MARK.search(content[max(0, at - 6) : at])
            or _SMILEY.search(content[max(0, at - 2) : at])
        ):
            alone.append(at)
    return sorted([*alone, *open_marks])


def _quote(content: str, at: int, open_marks: list[int], alone: list[int]) -> None:
    """Pair a quotation mark: it opens after a space or bracket, else it closes what is open."""
    opens = _opens(content, at)
    open_quotes = [other for other in open_marks if content[other] in _QUOTES]
    if open_quotes:
        open_marks.remove(open_quotes[-1])
        if opens:  # a second opening: the first one was never closed
            alone.append(open_quotes[-1])
            open_marks.append(at)
    elif (
        opens or not content[max(0, at - 1) : at].isdigit()
    ):  # after a digit it may be the sign for inches
        open_marks.append(at)


def _opens(content: str, at: int) -> bool:
    before, after = content[max(0, at - 1) : at], content[at + 1 : at + 2]
    return bool(_OPENS_AFTER.search(before)) and bool(after) and not after.isspace()
