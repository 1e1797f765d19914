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
_ORDINAL = re.compile(
    rf"(?:^|(?<=[.!?:;] )|(?<=[.!?]\" ))[\s\"“]*(?P<word>{'|'.join(_PLAIN)})(?P<ly>ly)?"
    r"(?P<all> of all)?(?=, )",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Mark:
    number: int
    is_adverb: bool
    span: Span
    text: str


class BrokenSeries(Rule):
    category = Category.STYLE
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        marks = [
            _Mark(
                _PLAIN.index(match["word"].lower()) + 1,
                bool(match["ly"]),
                text.span(match.start("word"), match.end()),
                match.group().strip(' "“'),
            )
            for _, text in document.targets
            for match in _ORDINAL.finditer(text.content)
        ]
        series: list[_Mark] = []
        for mark in marks:
            if mark.number == 1:
                series = [mark]
                continue
            if series:
                yield from _judged(series, mark)
                series.append(mark)


def _judged(series: list[_Mark], mark: _Mark) -> Iterator[Observation]:
    last = series[-1]
    if mark.number > last.number + 1:
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
