"""Count concepts and forms by subject, source and confidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from checker.entries import answer_option, glossary_option, open_or_exit
from checker.terminal import json_text, safe
from glossary.model import Concept, Confidence, Status

_SOURCES_SHOWN = 20


@click.command()
@answer_option("How to answer; JSON has every source.")
@glossary_option
def command(form: str, files: tuple[Path, ...]) -> None:
    """Count concepts and forms by subject, source and confidence.

    A concept is verified if its English was seen in print; it counts for each source it cites.
    """
    concepts = list(open_or_exit(files).concepts())
    subjects = _grouped((concept.subject, concept) for concept in concepts)
    sources = _grouped(
        (title, concept)
        for concept in concepts
        for title in sorted({source.title for source in concept.sources})
    )
    by_use = dict(sorted(sources.items(), key=lambda item: (-len(item[1]), item[0])))
    if form == "json":
        tables = {"subjects": dict(sorted(subjects.items())), "sources": by_use}
        counts = {name: _counts(table) for name, table in tables.items()}
        click.echo(json_text({"all": _count(concepts), **counts}))
        return
    shown = dict(list(by_use.items())[:_SOURCES_SHOWN])
    totals = {"all subjects": concepts}
    click.echo("\n".join(_table("subject", _counts(dict(sorted(subjects.items())) | totals))))
    click.echo("\n" + "\n".join(_table("most cited sources", _counts(shown))))
    if len(by_use) > len(shown):
        click.echo(f"… and {len(by_use) - len(shown)} more sources; --format json has them all")


def _table(heading: str, rows: dict[str, dict[str, int]]) -> Iterator[str]:
    """Yield the lines of a table: its numbers, then what they count."""
    columns = list(_count([]))
    yield "  ".join([*columns, heading])
    for name, row in rows.items():
        numbers = (f"{row[column]:>{len(column)}}" for column in columns)
        yield "  ".join([*numbers, safe(name)])


def _grouped(pairs: Iterable[tuple[str, Concept]]) -> dict[str, list[Concept]]:
    groups: dict[str, list[Concept]] = {}
    for name, concept in pairs:
        groups.setdefault(name, []).append(concept)
    return groups


def _counts(groups: Mapping[str, list[Concept]]) -> dict[str, dict[str, int]]:
    return {name: _count(group) for name, group in groups.items()}


def _count(concepts: list[Concept]) -> dict[str, int]:
    english = [term for concept in concepts for term in concept.forms("en")]
    verified = sum(concept.confidence is Confidence.VERIFIED for concept in concepts)
    return {
        "concepts": len(concepts),
        "verified": verified,
        "unverified": len(concepts) - verified,
        "good forms": sum(term.is_good for term in english),
        "deprecated": sum(term.status is Status.DEPRECATED for term in english),
    }
