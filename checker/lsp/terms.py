"""Hover and completion: what the glossary knows of the words at a place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol.types import (
    CompletionItem,
    CompletionItemKind,
    MarkupContent,
    MarkupKind,
    TextEdit,
)

from checker import api
from checker.lsp.places import Places
from checker.reader import reader_for
from checker.text import Span
from glossary.chinese import simplified
from glossary.condition import Words
from glossary.fold import fold
from glossary.model import Concept, Status
from glossary.termbase import Termbase

# What is looked at before the cursor.
_REACH = 80
_CHINESE = re.compile(r"[\u3400-\u9fff]+$")
_ENGLISH = re.compile(r"[A-Za-z][\w'’-]*(?: [A-Za-z][\w'’-]*){0,5}$")
_SHORTEST = 4
_MOST = 30


def concept_in(content: str, name: str, offset: int) -> tuple[Concept, Span] | None:
    """Return the concept whose form stands at an offset of a text, with the place.

    Raises:
        ProblemsError: the text, its glossary or configuration cannot be used.
    """
    document = reader_for(name).read_bytes(name, content.encode(), "en")
    termbase = api.termbase(name)
    whole = Words(*(text.content for _, text in document.targets))
    sides = (side for segment in document.segments for side in (segment.source, segment.target))
    for text in filter(None, sides):
        span = text.span(0, len(text.content))
        if not span.start <= offset <= span.end:
            continue
        chinese = termbase.find_chinese(simplified(text.content))
        for hit in [*termbase.find_english(text.content, None, whole), *chinese]:
            place = text.span(hit.start, hit.end)
            if place.start <= offset < place.end:
                return termbase.concept(hit.concept), place
    return None


def described(concept: Concept) -> MarkupContent:
    """Return the concept for a reader: forms, reasons, authority."""
    lines = [f"**{'、'.join(concept.zh)}** → **{concept.preferred.text}**"]
    if concept.definition:
        lines.append(concept.definition)
    admitted = [term.text for term in concept.forms("en", Status.ADMITTED)]
    if admitted:
        lines.append(f"Also right: {', '.join(admitted)}")
    lines += [
        f"- not “{term.text}”: {term.note}" if term.note else f"- not “{term.text}”"
        for term in concept.forms("en", Status.DEPRECATED)
    ]
    lines += [
        f"- “{term.text}” until {term.until}" for term in concept.forms("en", Status.SUPERSEDED)
    ]
    if concept.authority:
        lines.append(f"Authority: {concept.authority}")
    return MarkupContent(MarkupKind.Markdown, "\n\n".join(map(_escaped, lines)))


def _escaped(line: str) -> str:
    return re.sub(r"([<>`\[\]])", r"\\\1", line)


def completions(content: str, name: str, offset: int, places: Places) -> list[CompletionItem]:
    """Return the canonical English for the Chinese, or the beginning, before an offset.

    Raises:
        ProblemsError: the glossary or the configuration cannot be used.
    """
    termbase = api.termbase(name)
    before = content[max(0, offset - _REACH) : offset]
    chinese, english = _CHINESE.search(before), _ENGLISH.search(before)
    if chinese:
        found = _of_chinese(simplified(chinese.group()), termbase)
    elif english:
        found = _of_english(english.group(), termbase)
    else:
        return []
    items: dict[str, CompletionItem] = {}
    for length, form, concept in found:
        if len(items) < _MOST and form not in items:
            span = Span(offset - length, offset)
            items[form] = CompletionItem(
                label=form,
                kind=CompletionItemKind.Text,
                detail="、".join(concept.zh),
                documentation=described(concept),
                filter_text=content[span.start : span.end],
                sort_text=f"{len(items):02}",
                text_edit=TextEdit(places.range(span), form),
            )
    return list(items.values())


def _of_chinese(before: str, termbase: Termbase) -> Iterator[tuple[int, str, Concept]]:
    """Yield ``(characters to replace, form, concept)`` for the terms that end the text."""
    for start in range(len(before)):
        for entry in termbase.entries("zh", before[start:]):
            concept, _ = termbase.decode(entry)
            for term in (concept.preferred, *concept.forms("en", Status.ADMITTED)):
                yield len(before) - start, term.text, concept


def _of_english(before: str, termbase: Termbase) -> Iterator[tuple[int, str, Concept]]:
    """Yield right forms that begin with the last words of the text, the longest beginning first."""
    words = [match.start() for match in re.finditer(r"\S+", before)]
    for start in words:
        written = before[start:]
        folded = fold(written)
        if len(folded) < _SHORTEST:
            continue
        begun = sorted(
            (phrase, entry)
            for phrase, entry in termbase.phrases("en", folded)
            if phrase.startswith(folded)
        )
        for _, entry in begun:
            concept, number = termbase.decode(entry)
            term = concept.terms[number]
            if term.status in (Status.PREFERRED, Status.ADMITTED):
                yield len(written), term.text, concept
