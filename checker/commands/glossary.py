"""Audit, show and count the entries of the glossary."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from checker.entries import all_files, entry_lines, exit_with, glossary_option, open_or_exit
from checker.terminal import safe, wants_color
from glossary.compiled import open_termbase
from glossary.loader import base_files, load, user_files
from glossary.model import Concept, Confidence, Status
from glossary.problem import ProblemsError, near_match


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
@glossary_option
@click.option("--examples/--no-examples", default=True, help="Also run the entries' examples.")
def audit(files: tuple[Path, ...], examples: bool) -> None:
    """Look for faulty, conflicting and untested entries, and run their examples.

    Exit code 0: nothing is wrong; 2: something is.
    """
    from checker.examples import failures
    from glossary.audit import audit as audit_glossary

    try:
        files = all_files(files)
        glossary = load([*base_files(), *user_files(files)])
    except ProblemsError as error:
        exit_with(error.problems)
    problems = audit_glossary(glossary, unordered=[str(file) for file in files])
    if examples:
        problems.extend(failures(open_termbase(files)))
    for note in glossary.overrides:
        click.echo(f"note: {safe(note)}")
    if problems:
        exit_with(problems)
    click.echo(f"{len(glossary.concepts)} concepts, nothing wrong")


@command.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@glossary_option
def show(ids: tuple[str, ...], files: tuple[Path, ...]) -> None:
    """Show whole entries: forms, notes, sources, examples, and where they are written."""
    termbase = open_or_exit(files)
    for name in ids:
        if name not in termbase:
            hint = near_match(name, termbase.ids) or "; find it with zhengming lookup"
            raise click.UsageError(f'there is no entry "{safe(name)}"{hint}')
        click.echo("\n".join(entry_lines(termbase.concept(name), wants_color(sys.stdout))) + "\n")


@command.command()
@glossary_option
def stats(files: tuple[Path, ...]) -> None:
    """Count concepts and forms by subject and confidence, and the sources that are cited most."""
    termbase = open_or_exit(files)
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


def _row(subject: str, group: list[Concept], width: int) -> str:
    verified = sum(concept.confidence is Confidence.VERIFIED for concept in group)
    good = sum(term.is_good for concept in group for term in concept.forms("en"))
    bad = sum(len(concept.forms("en", Status.DEPRECATED)) for concept in group)
    return f"{subject:<{width}}  {len(group):>8}  {verified:>8}  {good:>10}  {bad:>10}"
