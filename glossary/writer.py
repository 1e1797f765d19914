"""Concepts to the YAML of a glossary file, which :mod:`glossary.entry` reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from glossary.model import (
    Concept,
    Condition,
    Confidence,
    Fault,
    Override,
    Source,
    Status,
    Term,
    TermType,
)

_FIELDS = {
    (Status.PREFERRED, TermType.FULL): "preferred",
    (Status.ADMITTED, TermType.FULL): "admitted",
    (Status.ADMITTED, TermType.SHORT): "short",
    (Status.ADMITTED, TermType.ABBREVIATION): "abbreviation",
    (Status.SUPERSEDED, TermType.FULL): "superseded",
    (Status.DEPRECATED, TermType.FULL): "deprecated",
}
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def write_entries(concepts: Iterable[Concept]) -> str:
    """Return concepts as a glossary file, in the order given, an empty line between entries."""
    return "\n".join(
        yaml.dump([_entry(concept)], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
        for concept in concepts
    )


def _entry(concept: Concept) -> dict[str, Any]:
    verified = concept.confidence is Confidence.VERIFIED
    return _filled(
        {
            "id": concept.id,
            "zh": list(concept.zh),
            "definition": concept.definition,
            "part-of-speech": None if concept.part_of_speech == "noun" else concept.part_of_speech,
            "mixing": "free" if concept.free_mixing else None,
            "en": _english(concept.forms("en")),
            "includes": list(concept.includes),
            "see-also": list(concept.see_also),
            "since": concept.since and concept.since.isoformat(),
            "until": concept.until and concept.until.isoformat(),
            "confidence": None if verified else concept.confidence.value,
            "override": None if concept.override is Override.NONE else concept.override.value,
            "sources": [_source(source) for source in concept.sources],
            "examples": [
                _filled({"zh": example.zh, "en": example.en, "finds": example.finds})
                for example in concept.examples
            ],
        }
    )


def _english(terms: Iterable[Term]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for term in terms:
        field = _FIELDS[term.status, term.type]
        if field == "preferred":
            fields[field] = _form(term)
        else:
            fields.setdefault(field, []).append(_form(term))
    return fields


def _form(term: Term) -> Any:
    facts = _filled(
        {
            "text": term.text,
            "kind": term.fault.value if term.fault not in (None, Fault.MISTRANSLATION) else None,
            "note": term.note,
            "since": term.since and term.since.isoformat(),
            "until": term.until and term.until.isoformat(),
            "familiar": "true" if term.familiar else None,
            "when": dict(_conditions(term.condition)) if term.condition else None,
        }
    )
    return facts if len(facts) > 1 else term.text


def _conditions(condition: Condition) -> Iterator[tuple[str, Any]]:
    if condition.exact_case:
        yield "case", "exact"
    if condition.source:
        yield "source", "true"
    for name in (
        "preceded_by",
        "followed_by",
        "not_preceded_by",
        "not_followed_by",
        "near",
        "anywhere",
    ):
        if phrases := getattr(condition, name):
            yield name.replace("_", "-"), list(phrases)


def _source(source: Source) -> dict[str, Any]:
    return _filled(
        {
            "title": source.title,
            "locator": source.locator,
            "date": source.date,
            "url": source.url,
        }
    )


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that hold something."""
    return {name: value for name, value in fields.items() if value not in (None, [], {})}
