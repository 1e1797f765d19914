"""Show whole entries: forms, notes, sources, examples, and where they are written."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from checker.entries import entry_lines, glossary_option, open_or_exit
from checker.terminal import safe, wants_color
from glossary.problem import near_match


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@glossary_option
def command(ids: tuple[str, ...], files: tuple[Path, ...]) -> None:
    """Show whole entries: forms, notes, sources, examples, and where they are written."""
    termbase = open_or_exit(files)
    for name in ids:
        if name not in termbase:
            hint = near_match(name, termbase.ids) or "; find it with zhengming lookup"
            raise click.UsageError(f'there is no entry "{safe(name)}"{hint}')
        click.echo("\n".join(entry_lines(termbase.concept(name), wants_color(sys.stdout))) + "\n")
