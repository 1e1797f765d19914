"""Why words that look like a form of a term are not taken for it.

The steps are those of :meth:`Termbase.find_english`, told instead of taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from glossary.condition import Words, has_exact_case, holds, needs_exact_case
from glossary.index import Hit
from glossary.model import Concept, Condition, Term
from glossary.termbase import Termbase

# No form of the glossary has more words.
_LONGEST = 16
_TOLD = {
    "preceded_by": "is not right after {}",
    "followed_by": "is not right before {}",
    "not_preceded_by": "is right after {}",
    "not_followed_by": "is right before {}",
    "near": "none of {} is in the same paragraph",
    "anywhere": "none of {} is in the text",
}


@dataclass(frozen=True, slots=True)
class Rejected:
    """A form that stands at ``[start, end)`` of a text and is not taken for its term, and why."""

    start: int
    end: int
    concept: Concept
    term: Term
    reason: str


def rejected(termbase: Termbase, text: str, source: str | None, whole: Words) -> Iterator[Rejected]:
    """Yield the forms in an English text that are not taken for terms, in order.

    ``source`` is the simplified Chinese beside it, if at hand, ``whole`` the words of the document.
    """
    paragraph = whole.part(text)
    folded = paragraph.folded[text]
    taken = termbase.find_english(text, source, whole)
    for first in range(len(folded.words)):
        for last in range(first + 1, min(first + _LONGEST, len(folded.words)) + 1):
            phrase = " ".join(folded.words[first:last])
            start, end = folded.start(first), folded.end(last - 1)
            for entry in termbase.entries("en", phrase):
                concept, number = termbase.decode(entry)
                hit = Hit(start, end, concept.id, number)
                term = concept.terms[number]
                reason = _case(term, text[start:end]) or _source(term, concept, source)
                reason = reason or _words(term, paragraph, whole, (first, last))
                reason = reason or _longer(hit, taken, text)
                if reason:
                    yield Rejected(start, end, concept, term, reason)


def _case(term: Term, surface: str) -> str | None:
    if needs_exact_case(term) and not has_exact_case(term, surface):
        return f"it counts only as it is written in the glossary: “{term.text}”"
    return None


def _source(term: Term, concept: Concept, source: str | None) -> str | None:
    if term.condition is None or not term.condition.source:
        return None
    if source is None:
        return "it counts only beside a source, and there is none"
    if not any(form in source for form in concept.zh):
        return f"{concept.zh[0]} is not in the source"
    return None


def _words(term: Term, paragraph: Words, whole: Words, place: tuple[int, int]) -> str | None:
    """Return what the words around a form fail to be."""
    for part in fields(Condition) if term.condition else ():
        value = getattr(term.condition, part.name)
        if part.name in _TOLD and value:
            alone = Condition(**{part.name: value})
            if not holds(alone, paragraph, whole, *place):
                return _TOLD[part.name].format(_listed(value))
    return None


def _longer(hit: Hit, taken: Sequence[Hit], text: str) -> str | None:
    """Return the term that has the place instead, if the form itself is not taken there."""
    here = [one for one in taken if one.start < hit.end and hit.start < one.end]
    if any(one.concept == hit.concept and one.start == hit.start for one in here):
        return None
    others = [f"“{text[one.start : one.end]}” ({one.concept})" for one in here]
    return f"the place belongs to {others[0]}" if others else None


def _listed(phrases: Sequence[str]) -> str:
    return ", ".join(f"“{phrase}”" for phrase in phrases)
