"""Dates in English text, American and British."""

from __future__ import annotations

from dataclasses import replace

from checker.lang.dates.dates import Date, Part
from checker.lang.dates.english_date_shapes import KINDS, PART_BEFORE, REACH
from checker.lang.dates.english_lunar import lunar_dates

_PARTS = dict.fromkeys("early beginning start first".split(), Part.EARLY) | dict.fromkeys(
    "late end last".split(), Part.LATE
)
_BEFORE_ITS_YEAR = frozenset({" ", " of ", " in ", " of the "})
_AFTER_ITS_YEAR = frozenset({" ", "'s ", "’s "})


def dates(content: str) -> list[Date]:
    """Return the dates of a text in order; "March 5 last year" is one, "4 p.m. on July 5" two."""
    found: dict[int, list[Date]] = {}
    taken: set[int] = set()
    for one in lunar_dates(content):
        found[one.start] = [one]
        taken.update(range(one.start, one.end))
    both = content + content.lower()
    for anchors, pattern, reader in KINDS:
        if not any(anchor in both for anchor in anchors):
            continue
        for match in pattern.finditer(content):
            place = range(*match.span())
            read = list(reader(match)) if taken.isdisjoint(place) else []
            if read:
                found[match.start()] = read
                taken.update(place)
    return _joined(content, [_whole(content, one) for at in sorted(found) for one in found[at]])


def _whole(content: str, one: Date) -> Date:
    """Return a date with the "early" or "the end of" before it."""
    if one.day is not None or one.hour is not None or one.plan is not None:
        return one
    before = PART_BEFORE.search(content[max(0, one.start - REACH) : one.start])
    if not before:
        return one
    part = _PARTS.get(before["part"].split()[0].lower(), Part.MIDDLE)
    return replace(one, start=one.start - (before.end() - before.start()), part=part)


def _joined(content: str, tokens: list[Date]) -> list[Date]:
    """Join "the first half" with "of 2024" and "last year's" with "first half"."""
    joined: list[Date] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if last and _is_one(last, content[last.end : token.start], token):
            joined[-1] = last.joined(token)
        else:
            joined.append(token)
    return joined


def _is_one(left: Date, gap: str, right: Date) -> bool:
    if _is_year(right) and left.months and left.year is None and left.years_on is None:
        return gap in _BEFORE_ITS_YEAR
    has_no_year = right.year is None and right.years_on is None
    return _is_year(left) and has_no_year and right.months is not None and gap in _AFTER_ITS_YEAR


def _is_year(one: Date) -> bool:
    is_year = one.year is not None or one.years_on is not None
    return is_year and one.months is None and one.part is None
