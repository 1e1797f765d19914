"""Digits that are run together or torn apart.

Dates, times and figures that lost a mark on their way: "201869", "2020-07-2617: 37: 29", "49,00",
"1. 5 percent". Codes, versions and telephone numbers pass.

Found:
    It was published on 2020-07-2617: 37: 29.

Passed:
    The share 600519 closed at 1,725.50 yuan on 2020-07-26 at 17:37:29.
"""

import re
from collections.abc import Iterator

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Rule

_FAULTS = (
    (
        re.compile(r"(?<![\w.-])(?:19|20)\d\d-\d\d-\d{4}(?:: ?\d\d)*(?!\d)"),
        "date and time are run together",
    ),
    (re.compile(r"(?<![\d:])\d{1,2}: \d\d: \d\d(?!\d)"), "the time is torn apart"),
    (
        re.compile(
            r"(?<![\w.,/-])(?:19|20)\d\d(?:1[0-2]|[1-9])\d(?:[ap]m)?(?= ?(?:year|month|day)s?\\b)"
        ),
        "year, month and day are run together",
    ),
    (
        re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})*,\d{2}(?![\d,]|\w)(?=\s|[.;)]|$)"),
        "after a comma stand three digits",
    ),
    (
        re.compile(
            r"(?<![\d.])\d{1,4}(?:\. | \.)\d{1,2}(?= ?(?:percent|per cent|%|(?:m|b|tr)illion)\b)"
        ),
        "the decimal point is torn from its figure",
    ),
    (
        re.compile(
            r"(?<![\d,])\d{1,3}, \d{3}(?:, \d{3})*(?= (?:yuan|people|tons?|square|km|million)\b)"
        ),
        "the figure is torn apart",
    ),
)
_YEAR_MONTH_DAY = re.compile(
    r"(?<![\w.,/#-])(?:199\d|20[0-3]\d)\d{2}(?![\w.,%/-]|\s?(?:yuan|people))"
)
_CODE = re.compile(r"(?i)(?:code|no\.?|number|postal|zip|share|stock|sh|sz|:|\()\s*$")


class BrokenFigure(Rule):
    category = Category.OTHER
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        for _, text in document.targets:
            for pattern, fault in _FAULTS:
                for match in pattern.finditer(text.content):
                    if not context.in_address(text, *match.span()):
                        yield Observation(fault, (text.span(*match.span()),))
            for match in _YEAR_MONTH_DAY.finditer(text.content):
                before = text.content[max(0, match.start() - 12) : match.start()]
                if not _CODE.search(before):
                    yield Observation(
                        "a year and other digits are run together", (text.span(*match.span()),)
                    )
