"""What formats say of a form or a source in one line of text, and how it is read back.

A form has its dates and its note after it; a source has title, locator, date and address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from glossary.model import Fault, Source, Status, Term

DASH = " — "
# What an imported wrong form says of itself where its file gives no reason.
NO_REASON = "marked as wrong in the imported glossary"
_SUPERSEDED = "superseded in the imported glossary"
_DAY = re.compile(r"(since|until) (\d{4}-\d\d-\d\d)")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def remarks(term: Term) -> list[str]:
    """Return the dates and the note of a form."""
    days = (("since", term.since), ("until", term.until))
    dates = [f"{what} {day.isoformat()}" for what, day in days if day]
    return [*dates, term.note] if term.note else dates


def with_remarks(term: Term, notes: Iterable[str]) -> Term:
    """Return a term with its dates and its note taken from remarks.

    A superseded form without its last day counts as wrong, and every wrong form gets a reason.

    Raises:
        ValueError: a date is none.
    """
    days, others = {}, []
    for note in notes:
        if day := _DAY.fullmatch(note):
            days[day[1]] = date.fromisoformat(day[2])
        else:
            others.append(note)
    term = replace(term, since=days.get("since"), until=days.get("until"))
    remark = DASH.join(others) or None
    if term.status is Status.SUPERSEDED and term.until is None:
        term, remark = replace(term, status=Status.DEPRECATED), remark or _SUPERSEDED
    if term.status is Status.DEPRECATED:
        return replace(term, fault=term.fault or Fault.MISTRANSLATION, note=remark or NO_REASON)
    return replace(term, note=remark)


def source_text(source: Source) -> str:
    """Return a source in one line."""
    parts = (source.title, source.locator, source.date, source.url)
    return DASH.join(part for part in parts if part)


def read_source(text: str) -> Source:
    """Return the source that :func:`source_text` wrote; any text is at least a title."""
    title, *rest = text.split(DASH)
    url = rest.pop() if rest and rest[-1].startswith(("https://", "http://")) else None
    day = rest.pop() if rest and _DATE.fullmatch(rest[-1]) else None
    return Source(title, DASH.join(rest) or None, day, url)
