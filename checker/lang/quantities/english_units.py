"""The units that stand about a number in English: "$3", "3 km", "3-kilometer", "3 yuan per kg"."""

from __future__ import annotations

import re

from checker.lang.quantities.units import BY_ENGLISH, CURRENCIES, TIMES, Unit

_BY_FOLDED = {form.casefold(): unit for form, unit in BY_ENGLISH.items()}
# What stands before the figure: signs and codes, no words ("won 2-1").
_CURRENCY_FORMS = sorted(
    (
        form
        for form, unit in BY_ENGLISH.items()
        if unit.dimension in CURRENCIES and form.upper() == form
    ),
    key=len,
    reverse=True,
)
_CURRENCY_BEFORE = re.compile(rf"(?<![A-Za-z])({'|'.join(map(re.escape, _CURRENCY_FORMS))}) ?$")
_MORE = re.compile(r"-odd|-plus|\+| odd| plus| or so")

# Units that are other words, or names, with a capital: "5G", "Li Ning", "Dan".
_SMALL_LETTERS = frozenset({"m", "g", "li", "won", "chi", "dan", "jin"})


def _pattern(form: str) -> str:
    """Return a pattern of a unit in singular and plural."""
    if form in _SMALL_LETTERS:
        return rf"(?-i:{form})\b"
    words = re.escape(form).replace(r"\ of\ ", "s? of ").replace(r"\ ", "[ -]")
    return words + (r"s?\b" if form[-1].isalpha() else "")


_UNIT = re.compile(
    rf"(?P<more>{_MORE.pattern})?"
    r"[ \u00a0-]?(?:of )?(?:an? )?(?P<unit>(?:"
    + "|".join(_pattern(form) for form in sorted(BY_ENGLISH, key=len, reverse=True))
    + "))",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"(?:[^,.;()\d]{0,40} (?:per|an?|every|each) |/)"
    r"(?P<per>mu|hectare|ha|acre|jin|kilogram|kilo|kg|ton|tonne|metric ton|square meter)\b"
)


def currency_before(text: str, start: int) -> tuple[Unit | None, int]:
    """Return the currency before a number, and where it begins."""
    match = _CURRENCY_BEFORE.search(text, max(0, start - 8), start)
    return (unit_named(match[1]), match.start()) if match else (None, start)


def unit_named(form: str) -> Unit | None:
    """Return the unit of an English form, singular or plural, in whatever case."""
    form = form.replace("s of ", " of ")
    for name in (form, form.replace("-", " ")):
        for one in (name, name.removesuffix("s")):
            unit = BY_ENGLISH.get(one) or _BY_FOLDED.get(one.casefold())
            if unit:
                return unit
    return None


def unit_at(text: str, at: int) -> tuple[Unit | None, int, str]:
    """Return the unit that begins at a place, where it ends, and "-odd" and the like before it."""
    match = _UNIT.match(text, at)
    if match is None:
        more = _MORE.match(text, at)
        return None, more.end() if more else at, more[0] if more else ""
    return unit_named(match["unit"]), match.end(), match["more"] or ""


def whole_unit(text: str, at: int) -> Unit | None:
    """Return the unit of which there is a part: half a meter, a quarter of a percentage point."""
    unit, _, _ = unit_at(text, at)
    return None if unit is TIMES else unit


def rate_at(text: str, at: int) -> Unit | None:
    """Return the unit that a rate is counted by: "20 yuan per kilogram"."""
    rate = _RATE.match(text, at)
    return unit_named(rate["per"]) if rate else None


def begins_unit(text: str, at: int) -> bool:
    """Whether a unit begins at a place."""
    return _UNIT.match(text, at) is not None
