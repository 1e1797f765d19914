"""Which dates of a translation contradict those of its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.lang.dates.dates import Date, Precision, plan_years

# Growth has a "from last year" in English that needs no word in Chinese.
_COMPARES = re.compile("同比|环比|上年|同期|增[长加]|下降|减少")
# A time may be told in another zone.
_ZONE = re.compile(r"\b(?:GMT|UTC|E[SD]T|P[SD]T|CES?T|BST)\b")
# "26日" within so many days of "7月25日" is in July.
_NEAR = 10
_NEXT = 2
# Of more dates than this the pairing would take long and say little.
_MOST = 60


def contradictions(
    source: str, target: str, sources: Sequence[Date], targets: Sequence[Date]
) -> Iterator[tuple[Date, Date]]:
    """Yield each date of a source with the date of its target that stands there instead.

    A date that is missing contradicts nothing. Only dates of one precision are opposed: where
    nothing else of it is left on either side, or where two differ in a single field.
    """
    if len(sources) > _MOST or len(targets) > _MOST:
        return
    sources = list(_with_months(sources))
    for precision in {one.precision: None for one in sources}:
        of_source = [one for one in sources if one.precision is precision]
        of_target = [one for one in targets if one.precision is precision]
        missing, extra = _left(of_source, of_target)
        if not missing or (precision is Precision.TIME and _ZONE.search(target)):
            continue
        extra = [one for one in extra if not _is_in_other_words(one, source, sources)]
        # With as many dates on both sides, one that is said again stands for another.
        if len(missing) > 1 or len(extra) > 1 or len(of_source) != len(of_target):
            extra = [one for one in extra if not is_said(one, sources)]
        yield from _opposed(missing, extra)


def _with_months(dates: Sequence[Date]) -> Iterator[Date]:
    """Yield the dates, a lone 26日 with the month named before it, or after it near by."""
    named: Date | None = None
    following = [one for one in dates if _has_month(one)][::-1]
    for one in dates:
        if _has_month(one):
            named = following.pop()
        if named and _is_near(one, named, _NEAR):
            yield replace(one, months=named.months)
        elif not named and following and _is_near(one, following[-1], _NEXT):
            yield replace(one, months=following[-1].months)
        else:
            yield one


def _has_month(one: Date) -> bool:
    return one.day is not None and one.months is not None and not one.is_lunar


def _is_near(one: Date, named: Date, reach: int) -> bool:
    if one.day is None or named.day is None or one.months is not None or one.months_on is not None:
        return False
    return abs(one.day - named.day) <= reach


def _left(sources: list[Date], targets: list[Date]) -> tuple[list[Date], list[Date]]:
    """Return what is left of both when the dates that agree are paired, the best pairs first."""
    pairs = sorted(
        (-shared, abs(at / len(sources) - other / len(targets)), at, other)
        for at, one in enumerate(sources)
        for other, its in enumerate(targets)
        if (shared := one.shared(its)) >= 0
    )
    paired: set[int] = set()
    used: set[int] = set()
    for _, _, at, other in pairs:
        if at not in paired and other not in used:
            paired.add(at)
            used.add(other)
    return (
        [one for at, one in enumerate(sources) if at not in paired],
        [one for at, one in enumerate(targets) if at not in used],
    )


def _is_in_other_words(one: Date, source: str, sources: Sequence[Date]) -> bool:
    """Whether a date of the target that is none of the source's may be true nevertheless."""
    if one.precision is Precision.YEAR and one.year is not None:
        years = [plan_years(its.plan) for its in sources if its.plan is not None]
        return str(one.year) in source or any(one.year in pair for pair in years if pair)
    return -1 in (one.years_on, one.months_on) and _COMPARES.search(source) is not None


def is_said(one: Date, sources: Sequence[Date]) -> bool:
    """Whether any of the source's dates says what a date of the target says."""
    return any(its.shared(one) > 0 and (one.day is None or its.day is not None) for its in sources)


def _opposed(missing: list[Date], extra: list[Date]) -> Iterator[tuple[Date, Date]]:
    for left in (missing, [one for one in missing if not one.is_relative]):
        if len(_values(left)) == 1 == len(_values(extra)):
            yield from ((one, its) for one, its in zip(left, extra, strict=False))
            return
    for one in missing:
        near = [its for its in extra if len(one.differing(its)) == 1 and one.said() & its.said()]
        if len(_values(near)) == 1:
            yield one, near[0]


def _values(dates: list[Date]) -> Counter[frozenset[tuple[str, object]]]:
    return Counter(one.said() for one in dates)
