"""What a date says, in either language: each field is known or not, so that two can be compared.

"3月5日", "去年底", "前三季度", "the 1990s" and "10:30 a.m." are all dates here. A date says only
what stands there: "the 5th" has a day and no month.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any


class Part(Enum):
    """Where in a month, a year or a decade."""

    EARLY = "early"
    MIDDLE = "mid"
    LATE = "late"


class Precision(Enum):
    """The finest thing that a date says."""

    CENTURY = "century"
    DECADE = "decade"
    PLAN = "five-year plan"
    YEAR = "year"
    MONTHS = "months"
    MONTH = "month"
    DAY = "day"
    TIME = "time"


# What makes a date, without its place.
FIELDS = (
    "year", "years_on", "months", "months_on", "day", "days_on", "part", "decade", "century",
    "hour", "minute", "plan", "is_lunar",
)  # fmt: skip
_NOT_LUNAR = tuple(name for name in FIELDS if name not in ("months", "day", "is_lunar"))


@dataclass(frozen=True, slots=True)
class Date:
    """A date at ``[start, end)`` of a text; what it does not say is ``None``.

    ``year`` is that of the common era, ``months`` the first and the last one ((1, 6) is the first
    half of a year, (3, 3) March), ``day`` that of the month. ``years_on``, ``months_on`` and
    ``days_on`` count from the text's own date: 去年 is -1. ``decade`` is 1990, or 90 where the
    century is not said; ``century`` is 20 for the 1900s. ``hour`` is 0 to 24 where
    ``is_half_day`` is false, else 0 to 12 with the half of the day unknown. ``plan`` is the number
    of a five-year plan. A date that may be something else (a bare 2020 in English) is not sure.
    """

    start: int
    end: int
    year: int | None = None
    years_on: int | None = None
    months: tuple[int, int] | None = None
    months_on: int | None = None
    day: int | None = None
    days_on: int | None = None
    part: Part | None = None
    decade: int | None = None
    century: int | None = None
    hour: int | None = None
    minute: int | None = None
    is_half_day: bool = False
    plan: int | None = None
    is_lunar: bool | None = None
    is_sure: bool = True

    @property
    def precision(self) -> Precision:
        """The finest thing that it says."""
        if self.months is not None and self.day is None and self.hour is None:
            return Precision.MONTH if self.months[0] == self.months[1] else Precision.MONTHS
        for precision, values in (
            (Precision.TIME, (self.hour,)),
            (Precision.DAY, (self.day, self.days_on)),
            (Precision.MONTH, (self.months_on,)),
            (Precision.YEAR, (self.year, self.years_on)),
            (Precision.PLAN, (self.plan,)),
            (Precision.DECADE, (self.decade,)),
        ):
            if any(value is not None for value in values):
                return precision
        return Precision.CENTURY

    def said(self) -> frozenset[tuple[str, object]]:
        """Return the names and values of what it says."""
        values = ((name, getattr(self, name)) for name in FIELDS)
        return frozenset((name, value) for name, value in values if value is not None)

    def joined(self, other: Date) -> Date:
        """Return one date that says what this and a later one say: 去年 and 3月5日."""
        said: dict[str, Any] = dict(other.said())
        return replace(self, end=other.end, is_sure=True, **said)

    def resolved(self, day: date | None) -> Date:
        """Return the date with the year of 去年 or the month of 本月 in a text of a known day."""
        if day is None:
            return self
        if self.years_on is not None:
            return replace(self, year=day.year + self.years_on)
        if self.months_on is not None:
            year, month = divmod(day.year * 12 + day.month - 1 + self.months_on, 12)
            return replace(self, year=year, months=(month + 1, month + 1))
        return self

    @property
    def is_relative(self) -> bool:
        """Whether it is counted from the day of the text."""
        return (self.years_on, self.months_on, self.days_on) != (None, None, None)

    def differing(self, other: Date) -> list[str]:
        """Return the names of the fields that both say, and say otherwise."""
        return [name for name in self._both(other) if not _alike(name, self, other)]

    def shared(self, other: Date) -> int:
        """Return how many fields both say and say alike; -1 where one contradicts the other."""
        return -1 if self.differing(other) else len(self._both(other))

    def _both(self, other: Date) -> list[str]:
        # The third lunar month is not March.
        fields = FIELDS if self.is_lunar == other.is_lunar else _NOT_LUNAR
        return [
            name
            for name in fields
            if getattr(self, name) is not None and getattr(other, name) is not None
        ]


def _alike(field: str, left: Date, right: Date) -> bool:
    own, its = getattr(left, field), getattr(right, field)
    if field == "hour":
        # 24:00 is 0:00; "10:30" may be in the evening where nothing says otherwise.
        round_the_clock = 12 if left.is_half_day or right.is_half_day else 24
        return bool((own - its) % round_the_clock == 0)
    if field == "decade" and (own < 100 or its < 100):
        return bool((own - its) % 100 == 0)
    return bool(own == its)


def plan_years(number: int) -> tuple[int, int] | None:
    """Return the first and the last year of a five-year plan; the years are even from the third."""
    return (1951 + 5 * number, 1955 + 5 * number) if number >= 3 else None
