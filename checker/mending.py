"""Which wrong forms can be replaced without a second thought, and by what.

Only a mistranslation with one right form, outside of quotations, titles and longer names. The
plural, the possessive and the capital of a sentence's beginning are kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from checker.context import Occurrence
from checker.document import Kind
from checker.finding import Fix
from checker.text import Text
from glossary.fold import fold
from glossary.inflection import inflect, pluralize
from glossary.model import Fault, Status
from glossary.variants import expand

_POSSESSIVE = re.compile(r"['’]s?$")
_QUOTES = re.compile('["“”]')
_ARTICLE = re.compile(r"\b(?P<article>an?)\s$", re.IGNORECASE)
# A capital before the term that is not the first of its sentence: the term is part of a name.
_NAME_BEFORE = re.compile(r"[^.!?:;\s]['\"“”’)]*\s[A-Z][\w'’]* $")
_NAME_AFTER = re.compile(r" [A-Z]")
# Neighbours that decide are near; no text is copied from its beginning for each term.
_REACH = 200
_BEGINNING = re.compile(r"(?:^|[.!?:;]\s)\s*$")


def fix(item: Occurrence, choices: tuple[str, ...]) -> Fix | None:
    """Return the fix of one wrong form, or nothing where a person has to look."""
    term = item.term
    if len(choices) != 1 or term.status is not Status.DEPRECATED:
        return None
    if term.fault is not Fault.MISTRANSLATION or item.concept.part_of_speech != "noun":
        return None
    content = item.text.content
    if item.segment.kind is Kind.HEADING or bisect_left(_quotes(item.text), item.start) % 2:
        return None
    before = content[max(0, item.start - _REACH) : item.start]
    if _NAME_BEFORE.search(before) or _NAME_AFTER.match(content, item.end):
        return None
    if item.surface.isupper():
        return None
    text = _inflected(item, choices[0])
    if text is None or not _article_fits(before, text):
        return None
    if _BEGINNING.search(before):
        text = text[0].upper() + text[1:]
    raw = item.span
    # Markup or a line's end inside the words is not ours to move.
    is_plain = raw.end - raw.start == item.end - item.start and "\n" not in item.surface
    return Fix(raw, text) if is_plain and not set("<>&*_`[]") & set(text + item.surface) else None


@lru_cache(maxsize=64)
def _quotes(text: Text) -> list[int]:
    """Return where the quotation marks of a text stand."""
    return [mark.start() for mark in _QUOTES.finditer(text.content)]


def _inflected(item: Occurrence, choice: str) -> str | None:
    """Return the right form in the number and case of the wrong one."""
    ending = _POSSESSIVE.search(item.surface)
    folded = fold(item.surface)
    bases = {fold(form) for form in expand(item.term.text)}
    if folded in bases:
        text = choice
    elif any(folded in inflect(base, "noun") for base in bases):
        text = pluralize(choice)
    else:
        return None
    return text + (ending.group() if ending else "")


def _article_fits(before: str, text: str) -> bool:
    """Whether "a" or "an" before the place still fits what is written there."""
    match = _ARTICLE.search(before)
    if match is None:
        return True
    return (match["article"].lower() == "an") == (text[0].lower() in "aeiou")
