"""What changed between two glossaries: entries that came and went, and forms that did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from glossary.model import Concept, Example, Glossary, Term

# The place of an entry in its file is not what it says.
_UNSEEN = {"id", "terms", "location", "override", "examples"}


@dataclass(frozen=True, slots=True)
class Change:
    """One entry that changed: ``kind`` is ``added``, ``removed`` or ``changed``.

    ``details`` say what changed, a line each, beginning with ``+``, ``-`` or the name of a field.
    """

    kind: str
    concept: str
    details: tuple[str, ...]


def compare(old: Glossary, new: Glossary) -> Iterator[Change]:
    """Yield the changes, sorted by id."""
    for name in sorted({*old.concepts, *new.concepts}):
        before, after = old.concepts.get(name), new.concepts.get(name)
        if before is None or after is None:
            kind = "added" if before is None else "removed"
            yield Change(kind, name, tuple(_summary(entry) for entry in (before, after) if entry))
        elif details := tuple(_details(before, after)):
            yield Change("changed", name, details)


def _summary(concept: Concept) -> str:
    return f"{'、'.join(concept.zh)} = {concept.preferred.text}"


def _details(before: Concept, after: Concept) -> Iterator[str]:
    for sign, one, other in (("-", before, after), ("+", after, before)):
        for term in one.terms:
            if term not in other.terms:
                yield f"{sign} {_form(term)}"
    for field in fields(Concept):
        if field.name not in _UNSEEN:
            old, new = getattr(before, field.name), getattr(after, field.name)
            if old != new:
                yield f"{field.name.replace('_', '-')}: {_value(old)} → {_value(new)}"
    if list(map(_words, before.examples)) != list(map(_words, after.examples)):
        yield "examples changed"


def _form(term: Term) -> str:
    facts = [term.language, term.status.value, term.type.value]
    facts += [f"since {term.since}"] if term.since else []
    facts += [f"until {term.until}"] if term.until else []
    facts += ["with a condition"] if term.condition else []
    note = f" — {term.note}" if term.note else ""
    return f"{term.text} [{', '.join(facts)}]{note}"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(str, value)) or "nothing"
    return str(getattr(value, "value", value) or "nothing")


def _words(example: Example) -> tuple[str | None, str, str | None]:
    return example.zh, example.en, example.finds
