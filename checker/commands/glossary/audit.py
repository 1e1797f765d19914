"""Look for faulty, conflicting and untested entries, and run their examples."""

from __future__ import annotations

from pathlib import Path

import click

from checker.entries import all_files, exit_with, glossary_option
from checker.terminal import safe
from glossary.compiled import open_termbase
from glossary.files import base_files, user_files
from glossary.loader import load
from glossary.problem import ProblemsError


@click.command()
@glossary_option
@click.option("--examples/--no-examples", default=True, help="Also run the entries' examples.")
def command(files: tuple[Path, ...], examples: bool) -> None:
    """Look for faulty, conflicting and untested entries, and run their examples.

    \b
    Exit codes:
      0  nothing is wrong
      2  something is
    """
    from checker.examples import failures
    from glossary.audit import audit

    try:
        files = all_files(files)
        glossary = load([*base_files(), *user_files(files)])
    except ProblemsError as error:
        exit_with(error.problems)
    problems = audit(glossary, unordered=[str(file) for file in files])
    if examples:
        problems.extend(failures(open_termbase(files)))
    for note in glossary.overrides:
        click.echo(f"note: {safe(note)}")
    if problems:
        exit_with(problems)
    click.echo(f"{len(glossary.concepts)} concepts, nothing wrong")
