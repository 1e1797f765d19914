"""Dates in Chinese text, in simplified characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from checker.lang.dates.dates import Date, Part
from checker.lang.quantities import small_numbers
from checker.lang.quantities.numerals import plain
from checker.lang.quantities.spacing import without_spaces

_ONES = "一二三四五六七八九"
_TO_TWELVE = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[{_ONES}])"
_DAY = rf"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[{_ONES}]?|[{_ONES}])"
_ALONE = rf"(?<!\d[.,，．])(?<![\d点第个〇零{_ONES}十百千万亿两])"
_TO = r"(?:[-－—–~～]{1,2}|至|到)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_COUNT = rf"(?:\d\d?|二?十[{_ONES}]?|[{_ONES}])"

_PARTS = {"初": Part.EARLY, "上": Part.EARLY, "中": Part.MIDDLE, "下": Part.LATE} | dict.fromkeys(
    "末底后", Part.LATE
)
_YEARS_ON = {"今": 0, "本": 0, "去": -1, "上": -1, "明": 1, "前": -2}
_MONTHS_ON = {"本": 0, "上": -1, "下": 1}
_DAYS_ON = {"昨": -1, "明": 1}
_FESTIVALS = {
    "春节": (1, 1),
    "元宵节": (1, 15),
    "端午节": (5, 5),
    "七夕节": (7, 7),
    "中秋节": (8, 15),
    "重阳节": (9, 9),
}
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
# The hours that are counted from noon: 中午1点 is one in the afternoon, 深夜1点 one in the night.
_AFTER_NOON = (
    dict.fromkeys("下午 午后 傍晚".split(), (1, 11))
    | dict.fromkeys("晚 晚上 今晚 当晚 夜间 深夜".split(), (5, 12))
    | dict.fromkeys("中午 正午".split(), (1, 3))
)

_Reader = Callable[["re.Match[str]"], Iterator[Date]]


def _number(text: str) -> int:
    return small_numbers.chinese(text) or 0


def _part(text: str | None) -> Part | None:
    return _PARTS[text[0]] if text else None


def _figures(match: re.Match[str]) -> Iterator[Date]:
    """2024-03-05."""
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield Date(*match.span(), year=year, months=(month, month), day=day)


def _decades(match: re.Match[str]) -> Iterator[Date]:
    """上世纪80、90年代, 七八十年代, 1990年代: each decade that is named."""
    century = {"上": 20, "本": 21, None: 0}.get(match["century"]) or _number(match["century"] or "")
    named = re.findall(rf"(?:{_YEAR[:-2]})?\d0|[{_ONES}]", match["named"].replace("二十年代", "二"))
    for name in named:
        value = int(name) if name.isdecimal() else 10 * _number(name)
        if century and value < 100:
            value += 100 * (century - 1)
        yield Date(*match.span(), decade=value, part=_part(match["part"]))


def _century(match: re.Match[str]) -> Iterator[Date]:
    named = {"上": 20, "本": 21, "新": 21}.get(match["number"]) or _number(match["number"])
    yield Date(*match.span(), century=named)


def _lunar(match: re.Match[str]) -> Iterator[Date]:
    """农历正月初一, 五月初五, 腊月."""
    month = match["month"] or match["named"] or match["first"]
    number = _LUNAR_MONTHS.get(month) or _number(month)
    day = _number((match["day"] or "").lstrip("初").replace("廿", "二十")) or None
    yield Date(*match.span(), months=(number, number), day=day, is_lunar=True)


def _festival(match: re.Match[str]) -> Iterator[Date]:
    month, day = _FESTIVALS[match.group()]
    yield Date(*match.span(), months=(month, month), day=day, is_lunar=True)


def _year(match: re.Match[str]) -> Iterator[Date]:
    if match["short"]:
        short = int(match["short"])
        year = short + (2000 if short < 50 else 1900)
    else:
        year = _number(match["digits"] or match["first"] or match["words"])
    yield Date(*match.span(), year=year)


def _relative_year(match: re.Match[str]) -> Iterator[Date]:
    yield Date(*match.span(), years_on=_YEARS_ON[match.group()[0]])


def _year_part(match: re.Match[str]) -> Iterator[Date]:
    yield Date(*match.span(), part=_part(match.group().lstrip("年")))


def _half(match: re.Match[str]) -> Iterator[Date]:
    yield Date(*match.span(), months=(1, 6) if match["half"] == "上" else (7, 12))


def _quarter(match: re.Match[str]) -> Iterator[Date]:
    named = {"末": 4, "首": 1}.get(match["number"])
    last = named or _number(match["number"] or match["count"])
    first = 1 if match["count"] else last
    yield Date(*match.span(), months=(3 * first - 2, 3 * last))


def _months(match: re.Match[str]) -> Iterator[Date]:
    """1—5月, 前5个月."""
    last = _number(match["count"] or match["to"])
    first = 1 if match["count"] else _number(match["first"])
    if first <= last:
        yield Date(*match.span(), months=(first, last))


def _month(match: re.Match[str]) -> Iterator[Date]:
    number = _number(match["number"])
    day = _number(match["day"]) if match["day"] else None
    yield Date(*match.span(), months=(number, number), day=day, part=_part(match["part"]))


def _relative_month(match: re.Match[str]) -> Iterator[Date]:
    day = _number(match["day"]) if match["day"] else None
    on = _MONTHS_ON[match["word"][0]]
    yield Date(*match.span(), months_on=on, day=day, part=_part(match["part"]))


def _relative_day(match: re.Match[str]) -> Iterator[Date]:
    yield Date(*match.span(), days_on=_DAYS_ON[match.group()[0]])


def _day(match: re.Match[str]) -> Iterator[Date]:
    yield Date(*match.span(), day=_number(match["number"] or match["first"]))


def _time(match: re.Match[str]) -> Iterator[Date]:
    half, hour = match["half"] or "", _number(match["hour"])
    minute = 30 if match["thirty"] else _number(match["minute"] or "") or None
    first, last = _AFTER_NOON.get(half, (0, -1))
    if first <= hour <= last:
        hour += 12
    if hour <= 24 and (minute or 0) < 60:
        yield Date(*match.span(), hour=hour, minute=minute)


def _plan(match: re.Match[str]) -> Iterator[Date]:
    yield Date(*match.span(), plan=_number(match["short"] or match["full"]))


# What must be in the text for a kind of date, its shape, and its reader; the first kind that
# reads a place has it.
_KINDS: tuple[tuple[str, re.Pattern[str], _Reader], ...] = tuple(
    (anchor, re.compile(pattern), reader)
    for anchor, pattern, reader in (
        ("-", r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d?)-(?P<day>\d\d?)(?!\d)", _figures),
        (
            "年代",
            rf"(?:(?P<century>[上本]|\d\d|二?十[{_ONES}]?)个?世纪)?"
            rf"(?P<named>(?:[{_ONES}][、和]?){{0,3}}[{_ONES}]十|(?:(?:{_YEAR[:-2]})?\d0[、和至]){{0,3}}"
            rf"(?:{_YEAR[:-2]})?\d0)年代(?P<part>初|中期|中后期|末|后期)?",
            _decades,
        ),
        ("世纪", rf"{_ALONE}(?P<number>[上本新]|{_COUNT})世纪", _century),
        (
            "月",
            rf"(?:(?:农历|阴历)(?P<month>[正冬腊]|{_TO_TWELVE})月|(?P<named>[正腊])月"
            rf"|(?P<first>{_TO_TWELVE})月(?=初[{_ONES}十]))"
            rf"(?P<day>初[{_ONES}十]|十[{_ONES}]|廿[{_ONES}]?|二十[{_ONES}]?|三十)?",
            _lunar,
        ),
        ("节", "|".join(_FESTIVALS), _festival),
        (
            "年",
            rf"(?<!\d[.,，．])(?<!\d)(?P<digits>{_YEAR})年(?!代|(?<=00年)(?:来|间|前|历史|的历史))"
            rf"|(?<!\d[.,，．])(?<!\d)(?P<first>{_YEAR})(?=年?{_TO}{_YEAR}年)"
            rf"|(?<![{_ONES}])(?P<words>[一二][〇零○{_ONES}]{{3}})年"
            r"|(?<!\d[.,，．])(?<![\d个第])(?P<short>\d\d)年(?=(?:1[0-2]|0?[1-9])月)",
            _year,
        ),
        (
            "年",
            r"今年|去年|明年|(?<![以之此年])前年(?![均度轻龄])|本年度|上年(?=[同末底]|全年)",
            _relative_year,
        ),
        ("半年", r"(?P<half>[上下])半年", _half),
        (
            "季",
            r"前(?P<count>[二两三])个?季度|(?:第?(?P<number>[一二三四1-4首末])个?)(?:季度|(?<=首)季)",
            _quarter,
        ),
        (
            "月",
            rf"前(?P<count>{_TO_TWELVE})个月"
            rf"|{_ALONE}(?P<first>{_TO_TWELVE})(?:月份?)?{_TO}(?P<to>{_TO_TWELVE})月(?!{_DAY}[日号])份?",
            _months,
        ),
        (
            "月",
            rf"{_ALONE}(?P<number>{_TO_TWELVE})月份?(?:(?P<part>[上中下]旬|[初底末]|中(?=[，。、]))"
            rf"|(?P<day>{_DAY})(?:[日号]|(?={_TO}{_DAY}[日号])))?",
            _month,
        ),
        (
            "月",
            rf"(?P<word>本|上个?|下个?)月(?:(?P<part>[上中下]旬|[初底末])|(?P<day>{_DAY})[日号])?",
            _relative_month,
        ),
        ("昨", r"昨[日天晚夜]", _relative_day),
        ("明", r"明[日天晚]", _relative_day),
        (
            "日",
            r"(?<!\d[.,，．])(?<![\d近前后第每过首共满约])(?<!连续|历时|为期|长达|不足|超过|未来|最近)"
            rf"(?:(?P<number>3[01]|[12]\d|0?[1-9]|(?<![{_ONES}十百])(?:三十一|二?十[{_ONES}]|二十))日"
            r"(?!内|均|游|元|圆|龄|线|以内|之内|左右|之后|后)"
            rf"|(?<!月)(?P<first>3[01]|[12]\d|0?[1-9])(?={_TO}(?:3[01]|[12]\d|[1-9])日))",
            _day,
        ),
        (
            "",
            r"(?P<half>凌晨|清晨|早[上晨]|今[晨晚]|上午|中午|正午|午后|下午|傍晚|当?晚|晚上|早|深夜|夜间)"
            rf"(?P<hour>\d\d?|十[一二]?|[{_ONES}两])(?:时|点|[:：](?=\d\d))"
            r"(?:(?P<minute>[0-5]?\d)分?|(?P<thirty>半))?",
            _time,
        ),
        (
            "",
            r"(?P<half>$^)?(?<!\d[.,，．])(?<![\d:：])(?P<hour>2[0-4]|1\d|0?\d)"
            rf"(?:(?:时(?![代期间空尚])|点(?=半|整|钟|许|\d\d?分|左右)|[:：](?=[0-5]\d(?!\d)))"
            rf"(?:(?P<minute>[0-5]?\d)分?|(?P<thirty>半))?|(?={_TO}(?:2[0-4]|1\d|\d)时))",
            _time,
        ),
        (
            "五",
            rf"[“\"「‘'](?P<short>{_COUNT})五[”\"」’']|第(?P<full>{_COUNT})个五年",
            _plan,
        ),
        ("年", r"(?<=年)(?:[初末](?!次|级)|底|年[初底末中])", _year_part),
    )
)


def dates(content: str) -> list[Date]:
    """Return the dates of a text in order; 去年3月5日 is one, 3月5日10时 two."""
    content, back = without_spaces(plain(content))
    found: dict[int, list[Date]] = {}
    taken: set[int] = set()
    for anchor, pattern, reader in _KINDS:
        if anchor in content:
            for match in pattern.finditer(content):
                place = range(*match.span())
                if taken.isdisjoint(place):
                    found[match.start()] = list(reader(match))
                    taken.update(place)
    joined = _joined([one for start in sorted(found) for one in found[start]])
    return [_at(one, *back(one.start, one.end)) for one in joined]


def _at(one: Date, start: int, end: int) -> Date:
    return replace(one, start=start, end=end)


def _joined(tokens: list[Date]) -> list[Date]:
    """Join a year with the month, quarter or part that follows it without a sign between."""
    joined: list[Date] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if last and last.end == token.start and _has_year(last) and _goes_on(token):
            joined[-1] = last.joined(token)
        else:
            joined.append(token)
    return joined


def _has_year(one: Date) -> bool:
    return (one.year is not None or one.years_on is not None) and one.day is None


def _goes_on(one: Date) -> bool:
    return (
        one.year is None
        and any(field is not None for field in (one.months, one.part))
        and one.decade is None
    )
