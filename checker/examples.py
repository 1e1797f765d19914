"""Runs the examples of glossary entries: what must be found, and what must pass."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checking import findings
from checker.config import load_config
from checker.context import Context
from checker.document import Document, Segment
from checker.rule import Need, all_rules
from checker.text import Run, Text
from glossary.model import Concept, Example
from glossary.problem import Problem
from glossary.termbase import Termbase


def failures(termbase: Termbase) -> Iterator[Problem]:
    """Yield a problem for each example that does not do what its entry says."""
    for concept in termbase.concepts():
        for example in concept.examples:
            complaint = _complaint(concept, example, termbase)
            if complaint:
                place = concept.location
                yield Problem(place.path, example.line, 1, f"{concept.id}: {complaint}")


def _complaint(concept: Concept, example: Example, termbase: Termbase) -> str | None:
    if example.finds is not None and example.finds not in all_rules():
        return f'there is no rule "{example.finds}"'
    found = _found(example, termbase)
    if example.finds is None:
        return f'"{example.en}" must pass, but {_listed(found)}' if found else None
    if (example.finds, concept.id) in found:
        return None
    return f'{example.finds} must find "{example.en}", but {_listed(found)}'


def _found(example: Example, termbase: Termbase) -> list[tuple[str, str | None]]:
    target = Text((Run(example.en, 0, len(example.en)),), "en")
    source = Text((Run(example.zh, 0, len(example.zh)),), "zh") if example.zh else None
    document = Document("example", "text", example.en, (Segment(target, source),))
    context = Context(document, lambda: termbase, None)
    rules = [info for info in load_config(None).enabled() if Need.TERMS in info.rule.needs]
    return [
        (finding.rule, finding.concept)
        for info in rules
        for finding in findings(info, document, context, load_config(None))
    ]


def _listed(found: list[tuple[str, str | None]]) -> str:
    return (
        "found: " + ", ".join(f"{rule} {concept or ''}".strip() for rule, concept in found)
        if found
        else "nothing was found"
    )
