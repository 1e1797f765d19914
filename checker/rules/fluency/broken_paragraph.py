"""A sentence that is cut in two by the end of a paragraph.

A paragraph ends without a mark, and the next one goes on in lower case, or the paragraph ends in
a word that cannot end anything ("It is", "To", "of the"). Lists, verse, tables and text
that is wrapped with empty lines throughout pass.

Found:
    The leader of the institute said: It is

    necessary to treat the question with care.

Passed:
    The leader of the institute said:

    "It is necessary to treat the question with care."
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Rule
from checker.text import Span, Text

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?$")
# After these something must come; the others may end a heading ("What the money is for").
_SURELY_OPEN = frozenset("a an the and or nor than our your their its whose every".split())
_OPEN_WORDS = _SURELY_OPEN | frozenset(
    "of to with from for by at into is are was were be been has have had will would can could "
    "should must may might such".split()
)
# A paragraph that goes on after a comma or dash is a list or a letter more often than a fault.
_STARTS_LOW = re.compile(r"[\s\"“(]*[a-z]+(?:['’]s)?[ ,]")
# "by Li Na", "photo by Li Na", "von der Leyen came".
_NO_REST = re.compile(r"\s*(?:(?:[a-z]+ )?by|de|van|von|der|bin|al|el|du|di|da)(?: der)? [A-Z]")
_ENDED = re.compile(r"[.!?…][\"”'’)\]]*\s*$")
_BULLET = re.compile(r"\s*(?:[-*•·–—#|>]|\(?\w{1,3}[.)]\s|\d+(?:\.\d+)+\s|\d+\s+[\d:,.]+ -->)")
_CELL = re.compile(r"<(?:li|t[dh]|d[td]|option|blockquote)\b[^<>]*>(?:\s|<\w[^<>]*>)*$")
_ITEM = re.compile(r"[;,] (?:and|or)\s*$")
_VERSE = 50
_NEAR = 200
# A sentence is not cut in more than three pieces; so many are a list without marks.
_MOST_CUTS = 2
# Where paragraphs are broken like this all over, the line breaks mean nothing.
_WRAPPED = 0.2
_FEWEST = 5
_LONGEST_HEADING = 120


class BrokenParagraph(Rule):
    category = Category.GRAMMAR
    severity = Severity.MAJOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        pairs = [
            (one, other)
            for (_, one), (_, other) in pairwise(document.targets)
            if not (_is_listed(document, one) or _is_listed(document, other))
        ]
        broken = [_is_cut(one.content, other.content) for one, other in pairs]
        if sum(broken) > max(_FEWEST, _WRAPPED * len(pairs)):
            return
        rows = groupby(zip(broken, pairs, strict=True), key=itemgetter(0))
        for row in [[pair for _, pair in row] for is_broken, row in rows if is_broken]:
            yield from _judged(row)


def _judged(row: Sequence[tuple[Text, Text]]) -> Iterator[Observation]:
    """Judge breaks that follow each other; a cut sentence comes to its end, a list does not."""
    is_list = len(row) > _MOST_CUTS or not _ENDED.search(row[-1][1].content)
    for one, other in row:
        if not is_list or _last(one.content) in _SURELY_OPEN:
            yield Observation(
                "the sentence is cut in two by a new paragraph",
                (_last_word(one), _first_word(other)),
            )


def _is_listed(document: Document, text: Text) -> bool:
    """Whether this is an item, a cell, a quotation set apart or a stanza."""
    start = text.span(0, 1).start
    before = document.content[max(0, start - _NEAR) : start]
    line = before[before.rfind("\n") + 1 :] + text.content
    verses = text.content.strip().split("\n")
    is_verse = len(verses) > 1 and all(len(verse) < _VERSE for verse in verses)
    return is_verse or bool(_BULLET.match(line) or _CELL.search(before))


def _is_cut(before: str, after: str) -> bool:
    words, last = before.split(), _last(before)
    if not last or len(words) < 2 or not after.strip() or _ITEM.search(before):
        return False
    goes_on = bool(_STARTS_LOW.match(after)) and not _NO_REST.match(after)
    if words[-2].endswith(":") and last.lower() in _OPEN_WORDS:
        return True  # "Dong Yu: To"
    if last in _OPEN_WORDS:
        return goes_on or last in _SURELY_OPEN or len(before) > _LONGEST_HEADING
    return goes_on and len(words) > 2


def _last(content: str) -> str:
    match = _WORD.search(content.rstrip())
    return match.group() if match else ""


def _last_word(text: Text) -> Span:
    end = len(text.content.rstrip())
    return text.span(text.content.rfind(" ", 0, end) + 1, end)


def _first_word(text: Text) -> Span:
    start = len(text.content) - len(text.content.lstrip())
    return text.span(start, start + len(text.content[start:].split(maxsplit=1)[0]))
