"""Write the terms of one source text, for a translation engine or a prompt."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from checker.entries import exit_with, glossary_option, open_or_exit
from checker.reader import read_source
from glossary.chinese import simplified
from glossary.handover import FORMATS, terms_of
from glossary.problem import Problem, ProblemsError


@click.command()
@click.argument("source", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(list(FORMATS)),
    default="tsv",
    show_default=True,
    help="For whom.",
)
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The date of the text: names that were right on that day are written.",
)
@glossary_option
def command(source: Path, form: str, day: datetime | None, files: tuple[Path, ...]) -> None:
    """Write the terms that stand in SOURCE, a Chinese text, with their English.

    Errors are then prevented and not only found: give the list to the engine or the language
    model that translates the text.

    \b
    Examples:
      zhengming glossary for article.zh.md --format deepl > terms.tsv
      zhengming glossary for article.zh.md --format google > terms.csv
      zhengming glossary for article.zh.md --format markdown --date 2017-06-01

    \b
    Exit codes:
      0  at least one term was found
      1  none was
      2  the text or the glossary cannot be used
    """
    try:
        document = read_source(str(source), source.read_bytes())
    except ProblemsError as error:
        exit_with(error.problems)
    except OSError as error:
        exit_with([Problem(str(source), 0, 0, f"cannot be read: {error.strerror}")])
    texts = [simplified(text.content) for _, text in document.targets]
    of = date(day.year, day.month, day.day) if day else document.date
    terms = terms_of(texts, open_or_exit(files), of)
    sys.stdout.write(FORMATS[form](terms))
    click.echo(f"{len(terms)} terms", err=True)
    sys.exit(0 if terms else 1)
