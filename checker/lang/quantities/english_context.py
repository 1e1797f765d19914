"""What stands about a number in English: "more than", "or less", a month, the letters of a name."""

from __future__ import annotations

import re

from checker.lang import months
from checker.lang.quantities.english_units import begins_unit
from checker.lang.quantities.quantity import Bound, Role

_BEFORE = re.compile(
    r"\b(?:(?P<below>(?:no|not) (?:more|higher|greater) than|"
    r"(?:not|n't|never) (?:to )?exceed(?:ing)?|under|below|less than|fewer than|lower than|"
    r"(?:just )?shy of|at most|nearly|almost|close to|clos(?:e|ing) in on|approach(?:ing|ed)|"
    r"a maximum of|not over)"
    r"|(?P<above>(?:no|not) (?:less|fewer|lower) than|at least|more than|over|in excess of|"
    r"exceed(?:s|ed|ing)?|above|upwards? of|beyond|greater than|higher than|"
    r"surpass(?:es|ed|ing)?|topp(?:ed|ing)|a minimum of)"
    r"|(?P<about>about|around|approximately|roughly|some|an estimated|estimated|circa|up to))"
    r"(?: (?:a|an|the(?: age of)?))? ?$",
    re.IGNORECASE,
)
_NOT = re.compile(r"(?:\b(?:not|never|cannot|without)\b|n['’]t\b)[^,.;]{0,20}$")
_AFTER = re.compile(
    r" ?(?:[a-z]+ )?(?:(?P<above>(?:or|and) (?:more|above|over|older|higher|longer))"
    r"|(?P<below>(?:or|and) (?:less|fewer|below|under|younger))|(?P<about>or so))\b"
    r"(?! (?:than|the|an?|all|\d))"
)
_MONTHS = (
    rf"(?:{months.IN_FULL}|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_DATE_BEFORE = re.compile(
    rf"(?:\b{_MONTHS}(?:,? (?:the )?\d{{1,2}}(?:st|nd|rd|th)?)?(?:,| and| to|[-–])? ?"
    r"|\d[:/]|\b(?:19|20)\d\d[-–])$"
)
_DAY_DIGITS, _YEAR_DIGITS = 2, 4
_DASH_BEFORE = re.compile(r"\d[-–]$")
_DATE_AFTER = re.compile(
    r"(?:(?:st|nd|rd|th)\b|:\d|-\d{1,2}-\d| ?(?:a\.?m\b|p\.?m\b|o['’]clock)"
    rf"|(?: of)? {_MONTHS}|s\b)"
)
_NAME_BEFORE = re.compile(
    r"(?:[A-Za-z][-–]?|[#№/_]|\bNo\. ?|\b(?:Article|Class|Level|Grade|Phase|Number|Page|Section|"
    r"Chapter|Route|Highway|Flight|Room|Line|Document) )$"
)
_NAME_AFTER = re.compile(r"[A-Za-z_]|[/]\d|-[A-Z]")
_BOUNDS = {"above": Bound.ABOVE, "below": Bound.BELOW, "about": Bound.ABOUT}


def bound_of(text: str, start: int, end: int, more: str) -> tuple[Bound, int, int | None]:
    """Return on which side the true number lies, the quantity's end, and where its words begin."""
    before = _BEFORE.search(text, max(0, start - 26), start)
    if before:
        at, name = before.start(), before.lastgroup or ""
        if name == "above" and _NOT.search(text, max(0, at - 30), at):
            name = "above" if before[name].lower().startswith(("no", "at least")) else "below"
        return _BOUNDS[name], end, at
    after = _AFTER.match(text, end)
    if after:
        return _BOUNDS[after.lastgroup or ""], after.end(), None
    if more:
        return (Bound.ABOUT if more == " or so" else Bound.ABOVE), end, None
    return Bound.EXACT, end, None


def role_of(text: str, start: int, end: int) -> Role:
    """Return what digits do, by their neighbours."""
    is_short = end - start <= _DAY_DIGITS
    if is_short and _DASH_BEFORE.search(text, start - 2, start) and not begins_unit(text, end):
        return Role.DATE
    may_be_date = end - start <= _YEAR_DIGITS
    if (may_be_date and _DATE_BEFORE.search(text, max(0, start - 22), start)) or _DATE_AFTER.match(
        text, end
    ):
        return Role.DATE
    if _NAME_BEFORE.search(text, max(0, start - 10), start):
        return Role.NAME
    if _NAME_AFTER.match(text, end) and not begins_unit(text, end):
        return Role.NAME
    return Role.FIGURE
