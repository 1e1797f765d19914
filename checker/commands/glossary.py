"""``zhengming glossary``: audit, show, stats."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from checker.terminal import paint, safe, wants_color
from glossary.compiled import open_termbase
from glossary.loader import base_files, load, user_files
from glossary.model import Concept, Confidence, Status
from glossary.problem import Problem, ProblemsError, near_match
from glossary.termbase import Termbase

_FILES = click.option(
    "--glossary", "-g", "files", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Lay a glossary file over the shipped one; repeatable.",
)  # fmt: skip


@click.group()
def command() -> None:
    """Audit, show and count the entries of the glossary.

    \b
    Examples:
      zhengming glossary audit --glossary house.yaml
      zhengming glossary show chengdu-chongqing-economic-circle
      zhengming glossary stats
    """


@command.command()
@_FILES
@click.option("--examples/--no-examples", default=True, help="Also run the entries' examples.")
def audit(files: tuple[Path, ...], examples: bool) -> None:
    """Look for faulty, conflicting and untested entries, and run their examples.

    Exit code 0: nothing is wrong; 2: something is.
    """
    from checker.examples import failures
    from glossary.audit import audit as audit_glossary

    try:
        glossary = load([*base_files(), *user_files(files)])
    except ProblemsError as error:
        sys.exit(_complain(error.problems))
    problems = audit_glossary(glossary)
    if examples:
        problems.extend(failures(open_termbase(files)))
    for note in glossary.overrides:
        click.echo(f"note: {safe(note)}")
    if problems:
        sys.exit(_complain(problems))
    click.echo(f"{len(glossary.concepts)} concepts, nothing wrong")


@command.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@_FILES
def show(ids: tuple[str, ...], files: tuple[Path, ...]) -> None:
    """Show whole entries: forms, notes, sources, examples, and where they are written."""
    termbase = _open(files)
    for name in ids:
        if name not in termbase:
            hint = near_match(name, termbase.ids) or "; find it with zhengming lookup"
            raise click.UsageError(f'there is no entry "{name}"{hint}')
        click.echo("\n".join(_entry(termbase.concept(name), wants_color(sys.stdout))) + "\n")


@command.command()
@_FILES
def stats(files: tuple[Path, ...]) -> None:
    """Count concepts and forms by subject and confidence, and the sources that are cited most."""
    termbase = _open(files)
    concepts = list(termbase.concepts())
    by_subject: dict[str, list[Concept]] = {}
    for concept in concepts:
        by_subject.setdefault(concept.subject, []).append(concept)
    width = max(map(len, [*by_subject, "all"]))
    click.echo(f"{'subject':<{width}}  concepts  verified  good forms  deprecated")
    for subject, group in [*sorted(by_subject.items()), ("all", concepts)]:
        click.echo(_row(subject, group, width))
    sources = Counter(source.title for concept in concepts for source in concept.sources)
    click.echo("\nmost cited sources")
    for title, count in sources.most_common(10):
        click.echo(f"{count:>5}  {safe(title)}")


def _open(files: tuple[Path, ...]) -> Termbase:
    try:
        return open_termbase(files)
    except ProblemsError as error:
        sys.exit(_complain(error.problems))


def _complain(problems: list[Problem] | tuple[Problem, ...]) -> int:
    for problem in problems:
        click.echo(f"error: {safe(str(problem))}", err=True)
    click.echo(f"{len(problems)} problem{'s' * (len(problems) != 1)}", err=True)
    return 2


def _row(subject: str, group: list[Concept], width: int) -> str:
    verified = sum(concept.confidence is Confidence.VERIFIED for concept in group)
    good = sum(term.is_good for concept in group for term in concept.forms("en"))
    bad = sum(len(concept.forms("en", Status.DEPRECATED)) for concept in group)
    return f"{subject:<{width}}  {len(group):>8}  {verified:>8}  {good:>10}  {bad:>10}"


def _entry(concept: Concept, color: bool) -> Iterator[str]:
    place = concept.location
    yield f"{paint(concept.id, color, bold=True)}  {'、'.join(concept.zh)}"
    if concept.definition:
        yield f"  {concept.definition}"
    for term in concept.forms("en"):
        mark = paint("✗", color, fg="red") if not term.is_good else paint("✓", color, fg="green")
        kind = term.fault.value if term.fault else term.type.value
        dates = "".join(f", {word} {day}" for word, day in (("since", term.since), ("until", term.until)) if day)
        yield f"  {mark} {term.text}  [{term.status.value}, {kind}{dates}]" + (f"  {term.note}" if term.note else "")
    for source in concept.sources:
        yield f"  source: {source}" + (f" <{source.url}>" if source.url else "")
    yield f"  confidence: {concept.confidence.value}; mixing: {'free' if concept.free_mixing else 'strict'}"
    for example in concept.examples:
        yield f"  example: {example.en}" + (f"  → {example.finds}" if example.finds else "")
    yield f"  written at {place.path}:{place.line}"
