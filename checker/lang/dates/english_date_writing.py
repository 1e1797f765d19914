"""Dates in English words, and a wrong date mended in the style of its writer."""

from __future__ import annotations

import re

from checker.lang.dates.dates import Date
from checker.lang.dates.english_lunar import lunar_name
from checker.lang.months import NAMES
from checker.lang.quantities.small_numbers import ordinal_digits

_QUARTERS = {3: "first", 6: "second", 9: "third", 12: "fourth"}
_QUARTER_NUMBERS = {word: number // 3 for number, word in _QUARTERS.items()}
_COUNTS = {6: "two", 9: "three"}
_YEARS = {-2: "the year before last", -1: "last year", 0: "this year", 1: "next year"}
_MONTHS_ON = {-1: "last month", 0: "this month", 1: "next month"}
_DAYS_ON = {-1: "yesterday", 1: "tomorrow"}
_HOUR = re.compile(r"(?i)^\d{1,2}(?P<minutes>(?::\d\d)? ?)[ap](?=\.?m\b)")
_PART_WORD = re.compile(r"(?i)^(?:early|mid|late)(?=[- ])")


def written(one: Date) -> str:
    """Return a date as plain English: "March 5, 2024", "the first half of 2024", "22:00"."""
    if one.hour is not None:
        return f"{one.hour}:{one.minute or 0:02}"
    if one.plan is not None:
        return f"the {ordinal_digits(one.plan)} Five-Year Plan"
    if one.is_lunar and one.months:
        return lunar_name(one.months[0], one.day)
    year = _year(one)
    if one.days_on is not None:
        return _DAYS_ON[one.days_on]
    if one.day is not None:
        return _day(one, year)
    if one.months is not None:
        months = _months(*one.months)
        return _with_part(one, f"{months} {'of ' if ' ' in months and year else ''}{year}".strip())
    return _with_part(one, _MONTHS_ON[one.months_on] if one.months_on is not None else year)


def _day(one: Date, year: str) -> str:
    if one.months is None:
        month_on = f" of {_MONTHS_ON[one.months_on]}" if one.months_on is not None else ""
        return f"the {ordinal_digits(one.day or 0)}{month_on}"
    comma = ", " if one.year is not None else " "
    return f"{NAMES[one.months[0] - 1]} {one.day}{comma}{year}".rstrip(", ")


def _year(one: Date) -> str:
    if one.year is not None:
        return str(one.year)
    if one.years_on is not None:
        return _YEARS[one.years_on]
    if one.decade is not None:
        return f"the {one.decade}s" if one.decade > 99 else f"the ’{one.decade:02}s"
    return f"the {ordinal_digits(one.century)} century" if one.century is not None else ""


def _months(first: int, last: int) -> str:
    if first == last:
        return NAMES[first - 1]
    if (first, last) in ((1, 6), (7, 12)):
        return f"the {'first' if first == 1 else 'second'} half"
    if last - first == 2 and last in _QUARTERS:
        return f"the {_QUARTERS[last]} quarter"
    if first == 1 and last in _COUNTS:
        return f"the first {_COUNTS[last]} quarters"
    return f"{NAMES[first - 1]} to {NAMES[last - 1]}"


def _with_part(one: Date, text: str) -> str:
    if one.part is None:
        return text
    return f"mid-{text}" if one.part.value == "mid" else f"{one.part.value} {text}"


def mended(surface: str, wrong: Date, right: Date, field: str) -> str | None:
    """Return a wrong date as it is written with one field set right, or nothing if unsure how.

    "Mar. 15th" with the day of March 5 is "Mar. 5th".
    """
    change = _CHANGES.get(field)
    text = change(surface, wrong, right) if change else None
    return text if text != surface else None


def _mended_day(surface: str, wrong: Date, right: Date) -> str | None:
    def new(match: re.Match[str]) -> str:
        zero = "0" if match["zero"] and (right.day or 0) < 10 else ""
        return ordinal_digits(right.day or 0) if match["ending"] else f"{zero}{right.day}"

    pattern = rf"(?<!\d)(?P<zero>0?){wrong.day}(?P<ending>st|nd|rd|th)?(?!\d)"
    found = list(re.finditer(pattern, surface))
    return re.sub(pattern, new, surface) if len(found) == 1 else None


def _mended_months(surface: str, wrong: Date, right: Date) -> str | None:
    if wrong.months is None or right.months is None:
        return None
    name, other = NAMES[wrong.months[0] - 1], NAMES[right.months[0] - 1]
    if wrong.months[0] == wrong.months[1] and name in surface and name != "May":
        return surface.replace(name, other, 1)
    if surface.lower().endswith((" quarter", " half")) and " " not in surface.strip()[:-8]:
        return f"{_months(*right.months)[4:]}"
    return None


def _mended_year(surface: str, wrong: Date, right: Date) -> str | None:
    old, new = str(wrong.year), str(right.year)
    return surface.replace(old, new) if surface.count(old) == 1 else None


def _mended_years_on(surface: str, wrong: Date, right: Date) -> str | None:
    old, new = _YEARS.get(wrong.years_on or 0), _YEARS.get(right.years_on or 0)
    return surface.replace(old, new, 1) if old and new and old in surface else None


def _mended_part(surface: str, wrong: Date, right: Date) -> str | None:
    if right.part is None or not _PART_WORD.match(surface):
        return None
    rest = _PART_WORD.sub("", surface)[1:]
    return f"{right.part.value}{'-' if right.part.value == 'mid' else ' '}{rest}"


def _mended_decade(surface: str, wrong: Date, right: Date) -> str | None:
    old, new = f"{wrong.decade:02}s", f"{right.decade:02}s"
    if len(old) < len(new):
        new = new[2:]
    elif len(new) < len(old):
        new = old[:2] + new
    return surface.replace(old, new, 1) if old in surface else None


def _mended_hour(surface: str, wrong: Date, right: Date) -> str | None:
    hour = right.hour
    if hour is None or right.is_half_day or not _HOUR.search(surface):
        return None
    half = "a" if hour % 24 < 12 else "p"
    return _HOUR.sub(lambda match: f"{hour % 12 or 12}{match['minutes']}{half}", surface, 1)


_CHANGES = {
    "hour": _mended_hour,
    "day": _mended_day,
    "months": _mended_months,
    "year": _mended_year,
    "years_on": _mended_years_on,
    "part": _mended_part,
    "decade": _mended_decade,
}
