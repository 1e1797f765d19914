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
from checker.text import Span

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
        places: dict[tuple[int, str], list[Span]] = {}
        for number, at in alone:
            if (number, at) not in joined:
                mark = texts[number].content[at]
                places.setdefault((number, mark), []).append(texts[number].span(at, at + 1))
        for (_, mark), spans in places.items():
            missing = _PAIRS.get(mark) or _CLOSING.get(mark) or mark
            yield Observation(
                message=f"{mark} without its partner {missing} in this paragraph",
                spans=tuple(spans),
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
    """Return the offsets of the marks that have no partner; each kind is paired for itself."""
    open_marks: dict[str, list[int]] = {mark: [] for mark in (*_PAIRS, '"')}
    alone: list[int] = []
    for match in _MARK.finditer(content):
        at, mark = match.start(), match.group()
        if mark in _QUOTES:
            opens = _opens(content, at)
            if not opens and open_marks['"']:
                open_marks['"'].pop()
            elif opens or not content[max(0, at - 1) : at].isnumeric():  # else it may be inches
                open_marks['"'].append(at)
        elif mark in _PAIRS:
            open_marks[mark].append(at)
        elif open_marks[_CLOSING[mark]]:
            open_marks[_CLOSING[mark]].pop()
        elif not _is_list_mark(content, at):
            alone.append(at)
    return sorted([*alone, *(at for stack in open_marks.values() for at in stack)])


def _is_list_mark(content: str, at: int) -> bool:
    """Whether the bracket belongs to "a)" or to a smiley."""
    before = content[max(0, at - 6) : at]
    return content[at] in ")）" and bool(_LIST_MARK.search(before) or _SMILEY.search(before))


def _opens(content: str, at: int) -> bool:
    """Whether a quotation mark opens: it stands after a space or bracket, and before a word."""
    before, after = content[max(0, at - 1) : at], content[at + 1 : at + 2]
    return bool(_OPENS_AFTER.search(before)) and bool(after) and not after.isspace()
