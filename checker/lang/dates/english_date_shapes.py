"""How each kind of English date is written, and what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from checker.lang import months
from checker.lang.dates.dates import Date
from checker.lang.quantities import small_numbers

_ABBREVIATIONS = tuple(name[:3] for name in months.NAMES)
# Digits are in most texts, so they are not asked for.
_ANY = ("",)
_NUMBERS = {name[:3]: number for number, name in enumerate(months.NAMES, start=1)}

_NAME = (
    rf"(?:{months.IN_FULL}"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![a-z])\.?)"
)
_MONTH_ALONE = months.IN_FULL
# Alone, "May" may be a verb, "March" a march.
_BEFORE_A_MONTH = re.compile(
    r"(?i)\b(?:in|by|of|to|since|from|until|till|before|after|between|for|through|and|last|this|next"
    r"|early|mid|late)[ -]$"
)
_YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|,\d{3}|\.\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|,\d{3}|[.:]\d)"
_TO = r"(?: ?[-–—~] ?| to | through | and | & )"
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{small_numbers.ORDINAL_WORDS})"
_COUNT = rf"(?:\d\d?|{'|'.join(small_numbers.CARDINALS)})"
PART_BEFORE = re.compile(
    r"(?i)\b(?P<part>early|mid|late|beginning of|start of|middle of|end of|first ten days of"
    r"|second ten days of|last ten days of)[- ](?:the )?$"
)
_WORD_DECADES = dict(
    zip("twenties thirties forties fifties sixties seventies eighties nineties".split(),
        range(20, 100, 10), strict=True)
)  # fmt: skip
_HALVES = {"first": (1, 6), "second": (7, 12)}
_ON = {"last": -1, "this": 0, "next": 1}
# "Half of March", "quarter of the match": not those of a year.
_OF_A_YEAR = rf"(?! of (?!(?:(?:the|this|last|next) year|{_YEAR})\b))"
# What may follow "the 5th" where it is a day.
_AFTER_A_DAY = (
    r"(?=[,.;:)!?\"”’]|$| \(| (?:and|that|to|in|at|by|when|as|for|with|the|local|his|her|its|he|she"
    r"|they|it|is|was|because|after|before|from|due|of this|of last|of that|of the month)\b)"
)

_BEFORE_A_DAY = re.compile(
    r"(?i)(?:\b(?:on|by|until|from|since|before|after|of|at|between|to|and) |^|[.!?] )"
    r"the (?:\d\d?(?:st|nd|rd|th)(?:,|,? and| to)? )?$"
)
_BEFORE_A_YEAR = re.compile(
    r"(?i)\b(?:in|since|from|by|until|till|before|after|between|during|year|and|to|for) (?:the )?$"
    r"|[(（'‘’]$"
)
_INSIDE_A_NUMBER = (*"0123456789.,:/-$", ": ")
# What stands before a date and belongs to it is near.
REACH = 28

_Reader = Callable[["re.Match[str]"], Iterator[Date]]


def month(name: str) -> int:
    """Return the number of a month by its name or its abbreviation."""
    return _NUMBERS[name[:3]]


def _number(text: str) -> int:
    word = text.lower()
    return small_numbers.CARDINALS.get(word) or small_numbers.ordinal(word) or _digits(word)


def _digits(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else 0


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - REACH) : match.start()]


def _month_day(match: re.Match[str]) -> Iterator[Date]:
    """March 5, 2024; March 5-10; 5 March; 5th of March 2024."""
    number = month(match["month"])
    year = int(match["year"]) if match["year"] else None
    days = [_digits(match[name]) for name in ("day", "to") if match[name]]
    yield from (Date(*match.span(), year=year, months=(number, number), day=day) for day in days)


def _month_year(match: re.Match[str]) -> Iterator[Date]:
    number, year = month(match["month"]), int(match["year"])
    yield Date(*match.span(), year=year, months=(number, number))


def _months(match: re.Match[str]) -> Iterator[Date]:
    """January to May, Jan-May."""
    first, last = month(match["first"]), month(match["last"])
    if first < last:
        year = int(match["year"]) if match["year"] else None
        yield Date(*match.span(), year=year, months=(first, last))


def _month(match: re.Match[str]) -> Iterator[Date]:
    if match["month"] in ("March", "May") and not _BEFORE_A_MONTH.search(_before(match)):
        return
    number = month(match["month"])
    yield Date(*match.span(), months=(number, number))


def _figures(match: re.Match[str]) -> Iterator[Date]:
    """2024-03-05."""
    number, day = int(match["month"]), int(match["day"])
    if 1 <= number <= 12 and 1 <= day <= 31:
        yield Date(*match.span(), year=int(match["year"]), months=(number, number), day=day)


def _turned_figures(match: re.Match[str]) -> Iterator[Date]:
    """25/3/2024; of 5/3/2024 only the year is sure."""
    first, second, year = int(match["day"]), int(match["month"]), int(match["year"])
    number, day = min(first, second), max(first, second)
    if first == second <= 12 or number <= 12 < day <= 31:
        yield Date(*match.span(), year=year, months=(number, number), day=day)
    else:
        yield Date(*match.span(), year=year)


def _the_day(match: re.Match[str]) -> Iterator[Date]:
    day = _digits(match["day"])
    if 1 <= day <= 31 and _BEFORE_A_DAY.search(_before(match)):
        yield Date(*match.span(), day=day)


def _decade(match: re.Match[str]) -> Iterator[Date]:
    value = _WORD_DECADES[match["word"].lower()] if match["word"] else int(match["decade"])
    yield Date(*match.span(), decade=value)


def _century(match: re.Match[str]) -> Iterator[Date]:
    named = match["number"].lower()
    century = {"last": 20, "this": 21, "new": 21, "current": 21}.get(named) or _number(named)
    yield Date(*match.span(), century=century)


def _quarter(match: re.Match[str]) -> Iterator[Date]:
    """First quarter, first three quarters, first half, first five months."""
    if match["half"]:
        yield Date(*match.span(), months=_HALVES[match["half"].lower()])
    elif match["months"]:
        yield Date(*match.span(), months=(1, min(12, _number(match["months"]))))
    else:
        last = 3 * _number(match["quarters"] or match["number"])
        yield Date(*match.span(), months=(1 if match["quarters"] else last - 2, last))


def _short_quarter(match: re.Match[str]) -> Iterator[Date]:
    """Q1, 1Q, H1."""
    if match["half"]:
        yield Date(*match.span(), months=(1, 6) if match["half"] == "1" else (7, 12))
    else:
        number = int(match["quarter"] or match["turned"])
        yield Date(*match.span(), months=(3 * number - 2, 3 * number))


def _relative(match: re.Match[str]) -> Iterator[Date]:
    on = _ON[match["which"].lower()]
    if match["unit"] == "year":
        yield Date(*match.span(), years_on=on)
    else:
        yield Date(*match.span(), months_on=on)


def _relative_day(match: re.Match[str]) -> Iterator[Date]:
    yield Date(*match.span(), days_on=1 if match.group() in ("tomorrow", "Tomorrow") else -1)


def _time(match: re.Match[str]) -> Iterator[Date]:
    """10:30 a.m., 4 p.m., 22:00, 10 o'clock."""
    hour = int(match["hour"])
    half = (match["half"] or match["half_alone"] or "").lower()
    if hour > 24 or _before(match).endswith(_INSIDE_A_NUMBER):
        return
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    # "10:30" may be in the evening, "10:30 p.m." and "22:30" may not be in the morning.
    is_half_day = not half and 0 < hour <= 12
    minute = int(match["minute"] or 0) or None
    yield Date(*match.span(), hour=hour, minute=minute, is_half_day=is_half_day)


def _plan(match: re.Match[str]) -> Iterator[Date]:
    yield Date(*match.span(), plan=_number(match["number"]))


def _year(match: re.Match[str]) -> Iterator[Date]:
    """2024; of 2021-25 both years."""
    first = int(match["year"])
    before = _before(match)
    is_sure = bool(match["to"] or _BEFORE_A_YEAR.search(before) or PART_BEFORE.search(before))
    yield Date(*match.span("year"), year=first, is_sure=is_sure)
    if match["to"]:
        last = int(match["to"]) + (first // 100 * 100 if len(match["to"]) == 2 else 0)
        yield Date(*match.span("to"), year=last)


# What must be in the text for a kind of date (in small letters, save the months), its shape, and
# its reader; the first kind that reads a place has it. A shape begins with what it looks for and
# looks behind later: that is four times as fast.
KINDS: tuple[tuple[tuple[str, ...], re.Pattern[str], _Reader], ...] = tuple(
    (anchors, re.compile(pattern), reader)
    for anchors, pattern, reader in (
        (
            _ANY,
            r"(?P<year>(?:19|20)\d\d)(?<!\d.{4})[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?!\d)",
            _figures,
        ),
        (
            ("/", "."),
            r"(?P<day>\d\d?)[/.](?P<month>\d\d?)[/.](?P<year>(?:19|20)\d\d)(?!\d)",
            _turned_figures,
        ),
        (
            _ABBREVIATIONS,
            rf"(?P<month>{_NAME}) (?:the )?(?P<day>{_DAY})"
            rf"(?:{_TO}(?P<to>{_DAY})(?! {_NAME}))?(?:,? (?:of )?(?P<year>{_YEAR}))?",
            _month_day,
        ),
        (
            _ABBREVIATIONS,
            rf"(?<![\d.,:/])(?:(?P<day>{_DAY}){_TO})?(?P<to>{_DAY}) (?:of )?(?P<month>{_NAME})"
            rf"(?:,? (?P<year>{_YEAR}))?",
            _month_day,
        ),
        (
            _ABBREVIATIONS,
            rf"(?P<first>{_NAME})(?: to | through |[-–—])(?P<last>{_NAME})(?!\w)"
            rf"(?! \d\d?\b)(?:,?(?: of)? (?P<year>{_YEAR}))?",
            _months,
        ),
        (_ABBREVIATIONS, rf"(?P<month>{_NAME}),?(?: of| in)? (?P<year>{_YEAR})", _month_year),
        (_ABBREVIATIONS, rf"(?P<month>{_MONTH_ALONE})\b(?! [a-z]+ing\b)", _month),
        (
            ("century",),
            rf"(?i:\b(?P<number>last|this|new|current|{_ORDINAL})[- ]century\b)",
            _century,
        ),
        (
            ("0s", "0's", "0’s", "ties"),
            r"(?i:\b(?:(?P<decade>(?:1[5-9]|20)\d0|(?<=['’‘])\d0)['’]?s"
            rf"|(?<=the )(?P<word>{'|'.join(_WORD_DECADES)}))\b)",
            _decade,
        ),
        (
            ("half", "quarter", " months"),
            rf"(?i:\b(?:(?P<half>first|second) half\b{_OF_A_YEAR}"
            rf"|first (?P<quarters>two|three|2|3) quarters\b{_OF_A_YEAR}"
            rf"|first (?P<months>{_COUNT}) months\b"
            rf"|(?P<number>first|second|third|fourth|[1-4](?:st|nd|rd|th))[- ]quarter\b"
            rf"{_OF_A_YEAR}))",
            _quarter,
        ),
        (
            _ANY,
            r"(?:Q(?P<quarter>[1-4])|(?P<turned>[1-4])Q|H(?P<half>[12]))(?<!\w..)(?!\w)",
            _short_quarter,
        ),
        (
            ("t year", "s year", "t month", "s month"),
            r"(?i:\b(?P<which>last|this|next) (?P<unit>year|month)\b)",
            _relative,
        ),
        (("yesterday", "tomorrow"), r"(?i:\b(?:yesterday|tomorrow)\b)", _relative_day),
        (
            (":", "a.m", "p.m", " am", " pm", "0am", "0pm", "clock"),
            r"(?P<hour>\d\d?)(?:: ?(?P<minute>[0-5]\d)(?:: ?[0-5]\d)?(?![\d:])"
            r"(?: ?(?P<half>[aApP])(?:\.[mM]\.|[mM]\b))?"
            r"| ?(?P<half_alone>[aApP])(?:\.[mM]\.|[mM]\b)| o['’]clock)",
            _time,
        ),
        (
            ("five",),
            rf"(?i:\b(?P<number>{_ORDINAL})[- ]five[- ]year (?:plan|development))",
            _plan,
        ),
        (
            _ANY,
            rf"(?P<year>{_YEAR})(?<![\w.,$¥€£#/-].{{4}})"
            rf"(?:[-–—](?P<to>{_YEAR}|\d\d(?![\d%.,])))?(?!\w)",
            _year,
        ),
        (("the ",), rf"(?P<day>[1-3]?\d(?:st|nd|rd|th)){_AFTER_A_DAY}", _the_day),
    )
)
