"""A date that is another one than in the source.

The year, the month, the day, the hour, the quarter or half, the part of a month, the decade and
the years of a five-year plan are compared as far as both sides say them. 去年 is counted from the
date of the text, where that is known. A date that is missing, or that may be told in other words,
passes; so does 5/3/2024, which may be either.

The source of the examples has 3月5日.

Found:
    The meeting opened on March 15.

Passed:
    The meeting opened on March 5, 2024.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from checker.context import Context
from checker.document import Document, Pair
from checker.finding import Category, Fix, Observation, Severity
from checker.lang.dates import chinese_dates, english_dates
from checker.lang.dates.date_matching import contradictions, is_said
from checker.lang.dates.dates import Date, plan_years
from checker.lang.dates.english_date_writing import mended, written
from checker.rule import Need, Rule
from checker.text import Span
from checker.wording import merged


class DateMismatch(Rule):
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    needs = frozenset({Need.SOURCE})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        pairs = context.sure_pairs
        yield from merged(
            one for pair in pairs for one in _wrong_dates(pair, context.source(pair), context.day)
        )


def _wrong_dates(pair: Pair, source: str, day: date | None) -> Iterator[Observation]:
    sources = chinese_dates.dates(source)
    if not sources:
        return
    theirs, ours = pair.both
    target = ours.content
    targets = english_dates.dates(target)
    plans = [
        (first, last, named)
        for plan, first, last in _misdated_plans(targets, target)
        for named in sources
        if named.plan == plan.plan
    ]
    for first, last, named in plans:
        places = ours.span(first.start, last.end), theirs.span(named.start, named.end)
        yield _misdated_plan(named, target[first.start : last.end], *places)
    dated = {id(one) for first, last, _ in plans for one in (first, last)}
    sources = [one.resolved(day) for one in sources]
    targets = [one.resolved(day) for one in targets if id(one) not in dated]
    for one, its in contradictions(source, target, sources, targets):
        if one.plan and its.plan and one.plan != its.plan:
            continue  # ordinal-mismatch says it
        # Of two places with one date, either may be the wrong one.
        is_sure = its.is_sure and not is_said(its, sources)
        yield _wrong_date(pair, source, one, its, is_sure)


def _misdated_plans(targets: Sequence[Date], content: str) -> Iterator[tuple[Date, Date, Date]]:
    """Yield each five-year plan with the two years behind it, where they are not its years."""
    for plan, (first, last) in zip(targets, pairwise(targets[1:]), strict=False):
        years = plan_years(plan.plan) if plan.plan is not None else None
        is_behind = first.start - plan.end <= 2 or content[plan.end : first.start] == " period ("
        is_near = is_behind and last.start - first.end <= 4
        if years and is_near and {first.year, last.year} - {*years, None}:
            yield plan, first, last


def _misdated_plan(named: Date, years: str, place: Span, source_place: Span) -> Observation:
    right = "-".join(map(str, plan_years(named.plan or 0) or ()))
    return Observation(
        message=f"{written(named)} is that of {right}; the English has {years}",
        spans=(place,),
        suggestions=(right,),
        fixes=(Fix(place, right),),
        source_spans=(source_place,),
    )


def _wrong_date(pair: Pair, source: str, one: Date, its: Date, is_sure: bool) -> Observation:
    theirs, ours = pair.both
    words = ours.content[its.start : its.end]
    differing = one.differing(its)
    right = mended(words, its, one, differing[0]) if len(differing) == 1 else None
    place = ours.span(its.start, its.end)
    is_plain = place.end - place.start == len(words)
    return Observation(
        message=f"{source[one.start : one.end]} is {written(one)}; the English has “{words}”",
        spans=(place,),
        suggestions=(right or written(one),),
        fixes=(Fix(place, right),) if right and is_plain and is_sure else (),
        source_spans=(theirs.span(one.start, one.end),),
    )
