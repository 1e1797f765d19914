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

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Rule

_PAIRS = {"(": ")", "[": "]", "（": "）", "“": "”", "《": "》", "【": "】"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_MARK = re.compile("[" + re.escape("".join([*_PAIRS, *_CLOSING, '"'])) + "]")
_LIST_MARK = re.compile(r"(?:^|[\s(（])(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})$")
_SMILEY = re.compile(r"[:;]-?$")
_OPENS_AFTER = re.compile(r"(?:^|[\s(\[“‘'\-–—/])$")


class UnpairedMark(Rule):
    category = Category.PUNCTUATION
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        texts = [text for _, text in document.targets]
        for number, text in enumerate(texts):
            following = texts[number + 1].content.lstrip() if number + 1 < len(texts) else ""
            for at in _unpaired(text.content):
                mark = text.content[at]
                if mark in "“\"" and following.startswith(mark):
                    continue  # the quotation goes on in the next paragraph
                missing = _PAIRS.get(mark) or _CLOSING.get(mark) or mark
                yield Observation(
                    message=f'{mark} without its partner {missing} in this paragraph',
                    spans=(text.span(at, at + 1),),
                )


def _unpaired(content: str) -> list[int]:
    """Return the offsets of the marks that have no partner."""
    open_marks: list[int] = []
    alone: list[int] = []
    for match in _MARK.finditer(content):
        at, mark = match.start(), match.group()
        if mark == '"':
            _straight(content, at, open_marks, alone)
        elif mark in _PAIRS:
            open_marks.append(at)
        elif any(content[other] == _CLOSING[mark] for other in open_marks):
            while content[open_marks[-1]] != _CLOSING[mark]:
                alone.append(open_marks.pop())
            open_marks.pop()
        elif not (mark in ")）" and (_LIST_MARK.search(content[:at][-6:]) or _SMILEY.search(content[:at][-2:]))):
            alone.append(at)
    return sorted([*alone, *open_marks])


def _straight(content: str, at: int, open_marks: list[int], alone: list[int]) -> None:
    """Pair a straight mark: it opens after a space, and closes what is open."""
    opens = bool(_OPENS_AFTER.search(content[:at][-1:])) and not content[at + 1 : at + 2].isspace()
    is_open = [other for other in open_marks if content[other] == '"']
    if is_open and opens and at + 1 < len(content):
        alone.append(is_open[-1])  # a second opening: the first one was never closed
        open_marks.remove(is_open[-1])
        open_marks.append(at)
    elif is_open:
        open_marks.remove(is_open[-1])
    elif opens or not content[max(0, at - 1) : at].isdigit():
        open_marks.append(at)
