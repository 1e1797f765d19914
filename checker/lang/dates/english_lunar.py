"""Days of the lunar calendar in English: "the fifth day of the first lunar month", festivals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.lang.dates.dates import Date
from checker.lang.quantities import small_numbers

# The usual name of a festival is the first one for its day.
FESTIVALS = {
    "Spring Festival": (1, 1),
    "Chinese New Year": (1, 1),
    "Lunar New Year": (1, 1),
    "Lantern Festival": (1, 15),
    "Dragon Boat Festival": (5, 5),
    "Qixi Festival": (7, 7),
    "Mid-Autumn Festival": (8, 15),
    "Double Ninth Festival": (9, 9),
    "Chongyang Festival": (9, 9),
}
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{small_numbers.ORDINAL_WORDS})"
_LUNAR = re.compile(
    rf"(?i)\b(?:(?P<day>{_ORDINAL})(?: day)? of (?:the )?)?(?P<month>last|{_ORDINAL}) "
    r"(?:lunar month|month of the (?:chinese )?lunar (?:calendar|year))"
)
_FESTIVAL = re.compile("|".join(FESTIVALS))


def lunar_dates(content: str) -> Iterator[Date]:
    """Yield the days and months of the lunar calendar."""
    if "unar" in content:
        for match in _LUNAR.finditer(content):
            month = small_numbers.ordinal(match["month"]) or 12
            day = small_numbers.ordinal(match["day"]) if match["day"] else None
            yield Date(*match.span(), months=(month, month), day=day, is_lunar=True)
    if "Festival" in content or "New Year" in content:
        for match in _FESTIVAL.finditer(content):
            month, day = FESTIVALS[match.group()]
            yield Date(*match.span(), months=(month, month), day=day, is_lunar=True)


def lunar_name(month: int, day: int | None) -> str:
    """Return "the Spring Festival" or "the 2nd day of the first lunar month"."""
    name = next((name for name, date in FESTIVALS.items() if date == (month, day)), None)
    if name:
        return f"the {name}"
    lunar_month = f"the {small_numbers.ordinal_word(month)} lunar month"
    return f"the {small_numbers.ordinal_digits(day)} day of {lunar_month}" if day else lunar_month
