"""Growth on the year before given as growth on the month or quarter before, or the other way.

同比 compares with the same time of the year before, 环比 with the month or quarter just before.
Where a text has both, its figures say which is which. English that says neither passes.

The source of the examples has 8月份，出口同比增长5.2%，环比下降0.3%.

Found:
    In August, exports rose 5.2 percent month on month and fell 0.3 percent year on year.

Passed:
    In August, exports rose 5.2 percent from a year earlier and fell 0.3 percent month on month.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.context import Context
from checker.document import Document, Pair
from checker.finding import Category, Fix, Observation, Severity
from checker.rule import Need, Rule
from checker.wording import merged

_CHINESE = re.compile(
    r"(?P<year>同比)|(?P<before>环比)|(?P<figure>\d{1,9}(?:\.\d{1,9})?)(?=个?百分|[%％倍])"
)
# With these in the source, the English may compare with the year or with the month before.
_A_YEAR = re.compile("同比|[去上前往历]年|同期|年[前均度增化]")
_A_MONTH = re.compile("环比|[上前每逐]个?[月季周]|[月季周]度|[比较][^，。；]{0,6}[月季周]")
_EARLIER = r"(?:from|than|over|on|compared (?:with|to)) (?:that of |in |the figure )?"
_ENGLISH = re.compile(
    rf"(?i)\b(?P<year>year[- ](?:on|over)[- ]year|yoy|y-o-y"
    rf"|(?:{_EARLIER})?a year (?:earlier|ago|before)"
    rf"|{_EARLIER}(?:the )?(?:last|previous|preceding) year"
    rf"|(?:{_EARLIER})?(?:the )?(?:same|corresponding) period (?:of |in )?"
    r"(?:last|the previous) year)\b"
    rf"|\b(?P<before>(?P<unit>month|quarter|week)[- ](?:on|over)[- ](?P=unit)"
    r"|(?-i:M[oO]M|Q[oO]Q)|m-o-m|q-o-q"
    rf"|(?:{_EARLIER})?a (?:month|quarter) (?:earlier|ago|before)"
    rf"|{_EARLIER}(?:the )?(?:last|previous|preceding) (?:month|quarter))\b"
    r"|(?P<figure>\d{1,9}(?:\.\d{1,9})?)(?=[- ]?(?:%|percent|per cent|times|basis))"
)
_MEANT = {"year": "同比", "before": "环比"}
_SAID = {"year": "with the year before", "before": "with the month or quarter before"}


@dataclass(frozen=True, slots=True)
class _Mark:
    kind: str
    text: str
    start: int
    end: int


class YearOnYear(Rule):
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    needs = frozenset({Need.SOURCE})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        pairs = context.sure_pairs
        yield from merged(one for pair in pairs for one in _judged(pair, context.source(pair)))


def _judged(pair: Pair, source: str) -> Iterator[Observation]:
    if "同比" in source or "环比" in source:
        marks = _marks(_CHINESE, source)
        wrong = _wrong(source, marks, _marks(_ENGLISH, pair.both[1].content))
        if wrong:
            yield _observation(pair, source, marks, wrong)


def _marks(pattern: re.Pattern[str], content: str) -> list[_Mark]:
    return [
        _Mark(kind, match.group(), *match.span())
        for match in pattern.finditer(content)
        for kind in ("year", "before", "figure")
        if match[kind]
    ]


def _wrong(source: str, marks: Sequence[_Mark], its: Sequence[_Mark]) -> list[_Mark]:
    """Return the marks of the target that compare with another time than the source does."""
    if "环比" in source and "同比" in source:
        meant, said = _of_figures(marks), _of_figures(its)
        if not meant or not said or len(meant) != len(said):
            return []
        return [
            mark
            for figure, mark in said.items()
            if figure in meant and meant[figure].kind != mark.kind
        ]
    kind, may_be = ("before", _A_MONTH) if "同比" in source else ("year", _A_YEAR)
    return [] if may_be.search(source) else [mark for mark in its if mark.kind == kind]


def _of_figures(marks: Sequence[_Mark]) -> dict[str, _Mark]:
    """Return the comparison of each figure, or nothing where the text does not tell them apart.

    Figure and comparison take turns: 同比增长5.2%，环比下降0.3%, "5.2% year on year and 0.3% …".
    """
    ends = [at for at, mark in enumerate(marks) if mark.kind != "figure"]
    pairs = [marks[at : at + 2] for at in range(0, len(marks), 2)]
    takes_turns = len(marks) == 2 * len(ends) and all(
        (one.kind == "figure") != (other.kind == "figure") for one, other in pairs
    )
    # All before or all behind their figures.
    if not takes_turns or len({one.kind == "figure" for one, _ in pairs}) > 1:
        return {}
    sorted_pairs = [pair if pair[0].kind == "figure" else pair[::-1] for pair in pairs]
    found = {figure.text: mark for figure, mark in sorted_pairs}
    return found if len(found) == len(pairs) else {}


def _observation(
    pair: Pair, source: str, marks: Sequence[_Mark], wrong: Sequence[_Mark]
) -> Observation:
    theirs, ours = pair.both
    meant = "before" if wrong[0].kind == "year" else "year"
    places = [ours.span(mark.start, mark.end) for mark in wrong]
    right = [_turned(mark, wrong, source) for mark in wrong]
    is_sure = len({mark.kind for mark in wrong}) == 2 or wrong[0].kind == "before"
    return Observation(
        message=f"{_MEANT[meant]} compares {_SAID[meant]}; the English has “{wrong[0].text}”",
        spans=tuple(places),
        suggestions=tuple(dict.fromkeys(right)),
        fixes=tuple(map(Fix, places, right)) if is_sure else (),
        source_spans=tuple(
            theirs.span(mark.start, mark.end) for mark in marks if mark.kind == meant
        ),
    )


def _turned(mark: _Mark, wrong: Sequence[_Mark], source: str) -> str:
    """Return the other comparison: that of the place it was swapped with, else in like style."""
    swapped = next((other.text for other in wrong if other.kind != mark.kind), None)
    if swapped:
        return swapped
    if mark.kind == "before" and re.match(r"(?i)(?:from|than|over|on|compared|a )", mark.text):
        return "from a year earlier"
    unit = "year" if mark.kind == "before" else "quarter" if "季" in source else "month"
    return f"{unit}-on-{unit}" if "-" in mark.text else f"{unit} on {unit}"
