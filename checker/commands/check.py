"""Check drafts and say what to change."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from checker.config import profiles, rule_names
from checker.engine import Request, run
from checker.entries import glossary_option
from checker.finding import Severity
from checker.reader import STDIN
from checker.report import Style, all_reports
from checker.terminal import safe, wants_color
from glossary.problem import near_match

# A bar that flashes by tells nobody anything.
_FILES_FOR_PROGRESS = 10


def _names(ctx: click.Context, param: click.Parameter, value: Sequence[str]) -> tuple[str, ...]:
    names = tuple(name.strip() for item in value for name in item.split(",") if name.strip())
    for name in names:
        if name not in rule_names():
            near = near_match(name, rule_names())
            raise click.BadParameter(f'there is no rule or group "{safe(name)}"{near}')
    return names


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    return [name for name in rule_names() if name.startswith(incomplete)]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "-f",
    "report",
    type=click.Choice(list(all_reports())),
    default="text",
    show_default=True,
    help="How to report.",
)
@click.option(
    "--profile", type=click.Choice(profiles()), help='House style; the default is "default".'
)
@click.option(
    "--select",
    "-s",
    multiple=True,
    callback=_names,
    shell_complete=_complete,
    metavar="NAME",
    help="Only these rules or groups (terminology, accuracy, fluency, typography); "
    "comma-separated or repeated.",
)
@click.option(
    "--ignore",
    "-i",
    multiple=True,
    callback=_names,
    shell_complete=_complete,
    metavar="NAME",
    help="Not these rules or groups.",
)
@click.option(
    "--fail-on",
    type=click.Choice([level.label for level in Severity]),
    help="Exit with 1 from this severity on; the default is minor.",
)
@glossary_option
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The date of the text: names that were right on that day are right.",
)
@click.option(
    "--config",
    "-c",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Use this configuration and search for no other.",
)
@click.option(
    "--stdin-name",
    metavar="NAME",
    help="The name, and so the format, of what comes on standard input.",
)
def command(report: str, **asked: Any) -> None:
    """Check drafts and say what to change.

    PATH is a file, a folder, or - for standard input. Formats are plain text, Markdown and HTML.

    \b
    Examples:
      zhengming check draft.txt
      zhengming check articles/ --select terminology --fail-on major
      zhengming check draft.md --date 2017-06-01 --glossary house.yaml
      pbpaste | zhengming check -

    \b
    Exit codes:
      0  nothing at or above --fail-on
      1  findings at or above --fail-on
      2  an input, option, configuration or glossary that cannot be used
      3  a fault of zhengming itself
    """
    result = run(_request(**asked), _progress)
    width = min(120, shutil.get_terminal_size((100, 24)).columns)
    all_reports()[report].write(result, sys.stdout, Style(wants_color(sys.stdout), width))
    if report != "text":
        for problem in result.problems:
            click.echo(f"error: {safe(str(problem))}", err=True)
    sys.exit(int(result.exit_code))


def _request(
    paths: tuple[str, ...],
    profile: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    files: tuple[Path, ...],
    day: datetime | None,
    config: Path | None,
    stdin_name: str | None,
) -> Request:
    overrides: dict[str, Any] = {}
    if select:
        overrides["select"] = select
    if ignore:
        overrides["ignore"] = ignore
    if fail_on:
        overrides["fail_on"] = Severity[fail_on.upper()]
    if files:
        overrides["glossary"] = files
    if day:
        overrides["day"] = date(day.year, day.month, day.day)
    return Request(paths, config, profile, overrides, stdin_name)


def _progress(files: Sequence[str]) -> Iterable[str]:
    if len(files) < _FILES_FOR_PROGRESS or not sys.stderr.isatty() or STDIN in files:
        return files
    return _bar(files)


def _bar(files: Sequence[str]) -> Iterator[str]:
    with click.progressbar(files, label="checking", file=sys.stderr) as bar:
        yield from bar
