"""A count in words that skips a number or changes its form.

"First, … Third, …" has lost its second; "First, … Second, … Thirdly, …" mixes two ways of
counting. Only words that open a paragraph or sentence and are followed by a comma count.

Found:
    First, the standing is high.

    Third, the measures are real.

Passed:
    First, the standing is high. Second, the measures are real. Finally, the time is right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Rule
from checker.text import Span

_PLAIN = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_NAMES = "|".join(_PLAIN)
_ORDINAL = re.compile(
    rf"(?:^|(?<=[.!?:;] )|(?<=[.!?]\" ))[\s\"“]*(?P<word>{_NAMES})(?P<ly>ly)?"
    # Not "Third, fourth and fifth graders".
    rf"(?P<all> of all)?(?=, )(?!, (?:and )?(?:{_NAMES}|last)\b(?!,))",
    re.IGNORECASE,
)
_THEN = re.compile(r"(?i)(?:^|[.!?;]\s+)(?:then|next|also|another)\b")


@dataclass(frozen=True, slots=True)
class _Mark:
    number: int
    is_adverb: bool
    span: Span
    text: str
    start: int
    end: int


class BrokenSeries(Rule):
    category = Category.STYLE
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        whole = ""
        marks: list[_Mark] = []
        for _, text in document.targets:
            at = len(whole)
            whole += text.content + "\n"
            marks.extend(
                _Mark(
                    _PLAIN.index(match["word"].lower()) + 1,
                    bool(match["ly"]),
                    text.span(match.start("word"), match.end()),
                    match.group().strip(' "“'),
                    at + match.start(),
                    at + match.end(),
                )
                for match in _ORDINAL.finditer(text.content)
            )
        outer: list[list[_Mark]] = []
        for mark in marks:
            if mark.number == 1:
                outer.append([mark])
                continue
            # A series inside another one may be over.
            while (
                len(outer) > 1 and len(outer[-1]) > 1 and mark.number != outer[-1][-1].number + 1
            ) and any(mark.number == series[-1].number + 1 for series in outer[:-1]):
                outer.pop()
            if outer:
                yield from _judged(outer[-1], mark, whole)
                outer[-1].append(mark)


def _judged(series: list[_Mark], mark: _Mark, whole: str) -> Iterator[Observation]:
    last = series[-1]
    if mark.number > last.number + 1 and not _is_told(whole[last.end : mark.start], last.number):
        missing = _PLAIN[last.number]
        yield Observation(
            f'"{mark.text}" follows "{last.text}"; "{missing}" is missing', (last.span, mark.span)
        )
    # "First" goes well with either way of counting.
    ways = {one.is_adverb for one in series if one.number > 1}
    if mark.number == last.number + 1 and ways == {not mark.is_adverb}:
        word = _PLAIN[mark.number - 1] + ("" if mark.is_adverb else "ly")
        suggestion = word.capitalize() if mark.text[0].isupper() else word
        yield Observation(
            f'"{mark.text}" follows "{last.text}"; one series counts in one way',
            (mark.span,),
            suggestions=(suggestion,),
        )


def _is_told(between: str, number: int) -> bool:
    """Whether the missing one is there in other words: "The second task is ...", "Then, ..."."""
    return bool(re.search(rf"(?i)\b{_PLAIN[number]}(?:ly)?\b", between) or _THEN.search(between))
