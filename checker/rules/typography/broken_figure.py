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
from checker.lang import months
from checker.rule import Rule

_FAULTS = (
    (
        re.compile(
            r"(?<![\w.-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
            r"(?:[01]\d|2[0-3])(?:: ?\d\d)*(?!\d)"
        ),
        "date and time are run together",
    ),
    (
        re.compile(rf"\b{months.IN_FULL} (?:[12]\d|3[01]|[1-9])(?:19|20)\d\d(?!\d)"),
        "day and year are run together",
    ),
    (re.compile(r"(?<![\d:])\d{1,2}: \d\d: \d\d(?!\d)"), "the time is torn apart"),
    (
        re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})*,\d{2}(?![\d,]|\w)(?=\s|[.;)]|$)"),
        "after a comma stand three digits",
    ),
    (
        re.compile(
            r"(?<![\d.])\d{1,4}(?:\. | \.)\d{1,2}(?= ?(?:%|(?:per ?cent|(?:m|b|tr)illion)\b))"
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
# Something that is counted may follow: then the digits are one figure without its comma.
_YEAR_MONTH_DAY = re.compile(
    r"(?<![\w.,/#$€£¥-])(?:199\d|20[0-3]\d)(?!00)\d{2}(?![\w,%/-]|\.\w"
    r"|\s?(?:yuan|people|km|mu|square|cubic|dollars|euros|[a-z]+(?:s|ees|men)\b))"
)
_CODE = re.compile(
    r"(?i)(?:code|no\.?|number|postal|zip|box|share|stock|sh|sz|shanghai|ticker|id|is|ref\.?|order|case|"
    r"batch|lot|file|room|version|build|patent|serial|the|run|:|\()\s*$"
)
# What stands before a figure that is whole, by the fault that it seems to have.
_WHOLE_AFTER = {
    "the time is torn apart": re.compile(r"(?i)\b(?:ratio|scale)s? (?:of |is |was )?$"),
    "after a comma stand three digits": re.compile(
        r"(?i)\b(?:pages?|items?|articles?|clauses?|sections?|chapters?|rows?|lines?|rules?|tables?|"
        r"figures?|nos?\.?|numbers?|steps?|points?|paragraphs?|pp\.) $"
    ),
    # "On May 10, 200 people came", "Of the first 20, 120 people stayed".
    "the figure is torn apart": re.compile(
        r"(?:^|\s)(?!(?:Over|About|Nearly|Some|Around|Almost|Only|Another) $)[A-Z][\w.]* $"
        r"|\b(?:at|by|aged?|first|last|[Ff]rom [\d,]+ to) $"
    ),
}
_WORDS_OF_ITEM = 2


class BrokenFigure(Rule):
    category = Category.OTHER
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        for _, text in document.targets:
            for pattern, fault in _FAULTS:
                for match in pattern.finditer(text.content):
                    whole = context.in_address(text, *match.span()) or _is_whole(
                        fault, text.content, match
                    )
                    if not whole:
                        yield Observation(fault, (text.span(*match.span()),))
            for match in _YEAR_MONTH_DAY.finditer(text.content):
                before = text.content[max(0, match.start() - 12) : match.start()]
                if not _CODE.search(before) and not context.in_address(text, *match.span()):
                    yield Observation(
                        "a year and other digits are run together", (text.span(*match.span()),)
                    )


def _is_whole(fault: str, content: str, match: re.Match[str]) -> bool:
    """Whether the figure is as it should be: a list of pages, a day before a count."""
    before, after = (
        content[max(0, match.start() - 80) : match.start()],
        content[match.end() : match.end() + 80],
    )
    pattern = _WHOLE_AFTER.get(fault)
    if pattern and pattern.search(before[-24:]):
        return True
    is_place = before[-1:] == "(" and after[:1] == ")"
    if fault.startswith("the decimal"):
        # A year may end one sentence, and a figure begin the next; "1. 5 percent go to ..." may
        # be the first item of a list.
        ends_in_year = re.match(r"(?:19|20)\d\d\. ", match.group())
        return bool(ends_in_year) or (not before.strip() and len(after.split()) > _WORDS_OF_ITEM)
    return fault.startswith("after a comma") and is_place
