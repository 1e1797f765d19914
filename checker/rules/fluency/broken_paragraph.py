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
from collections.abc import Iterator
from itertools import pairwise

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Rule
from checker.text import Span, Text

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?$")
_OPEN_WORDS = frozenset(
    "a an the and or nor of to with from for by at into than is are was were be been has have had "
    "will would can could should must may might our your their its whose such every".split()
)
# A paragraph that goes on after a comma or dash is a list or a letter more often than a fault.
_STARTS_LOW = re.compile(r"[\s\"“(]*[a-z]+(?:['’]s)?[ ,]")
_BULLET = re.compile(r"\s*(?:[-*•·–—#|>]|\(?\w{1,3}[.)]\s)")
# Where paragraphs are broken like this all over, the line breaks mean nothing.
_WRAPPED = 0.2
_FEWEST = 5


class BrokenParagraph(Rule):
    category = Category.GRAMMAR
    severity = Severity.MAJOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        texts = [text for _, text in document.targets]
        pairs = [pair for pair in pairwise(texts) if not any(map(_is_listed, pair))]
        broken = [(one, other) for one, other in pairs if _is_cut(one.content, other.content)]
        if len(broken) > max(_FEWEST, _WRAPPED * len(pairs)):
            return
        for one, other in broken:
            yield Observation(
                "the sentence is cut in two by a new paragraph",
                (_last_word(one), _first_word(other)),
            )


def _is_listed(text: Text) -> bool:
    return bool(_BULLET.match(text.content))


def _is_cut(before: str, after: str) -> bool:
    words = before.split()
    last = _WORD.search(before.rstrip())
    if last is None or len(words) < 2 or not after.strip():
        return False
    after_label = words[-2].endswith(":")  # "Dong Yu: To"
    if last.group() in _OPEN_WORDS or (after_label and last.group().lower() in _OPEN_WORDS):
        return True
    return bool(_STARTS_LOW.match(after)) and len(words) > 2


def _last_word(text: Text) -> Span:
    end = len(text.content.rstrip())
    return text.span(text.content.rfind(" ", 0, end) + 1, end)


def _first_word(text: Text) -> Span:
    start = len(text.content) - len(text.content.lstrip())
    return text.span(start, start + len(text.content[start:].split(maxsplit=1)[0]))
