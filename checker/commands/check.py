"""Check drafts and say what to change."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.asking import make_request, run_options
from checker.engine import run
from checker.entries import exit_with
from checker.finding import Severity
from checker.reader import STDIN
from checker.report import Style, all_reports
from checker.result import Result
from checker.terminal import safe, wants_color
from glossary.problem import Problem, ProblemsError

if TYPE_CHECKING:
    from checker.baseline import Baseline

# A bar that flashes by tells nobody anything.
_FILES_FOR_PROGRESS = 10


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
    "--fail-on",
    type=click.Choice([level.label for level in Severity]),
    help="Exit with 1 from this severity on; the default is minor.",
)
@run_options
@click.option(
    "--baseline",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Leave out what this file knows; zhengming baseline update writes it.",
)
@click.option(
    "--diff",
    metavar="COMMIT",
    help="Only lines that are new or changed since a commit, a branch or a tag of git.",
)
@click.option(
    "--across",
    is_flag=True,
    help="Also ask for one rendering of a term over all files; each term is reported once.",
)
@click.option(
    "--fix",
    is_flag=True,
    help="Write what can be mended safely into the files, and report what is left.",
)
@click.option("--preview", is_flag=True, help="With --fix: show the changes, and write nothing.")
@click.option(
    "--stdin-name",
    metavar="NAME",
    help="The name, and so the format, of what comes on standard input.",
)
def command(report: str, baseline: Path | None, fix: bool, preview: bool, **asked: Any) -> None:
    """Check drafts and say what to change.

    PATH is a file, a folder, or - for standard input. Formats are plain text, Markdown,
    HTML and Word; with source and translation in one: TMX, XLIFF, PO, TSV, CSV, and tables in Word.

    \b
    Examples:
      zhengming check draft.txt
      zhengming check articles/ --select terminology --fail-on major
      zhengming check articles/ --diff origin/main --format github
      zhengming check articles/ --baseline zhengming-baseline.json
      zhengming check draft.md --date 2017-06-01 --glossary house.yaml
      zhengming check articles/ --fix --preview
      pbpaste | zhengming check -

    \b
    Exit codes:
      0  nothing at or above --fail-on
      1  findings at or above --fail-on
      2  an input, option, configuration or glossary that cannot be used
      3  a fault of zhengming itself
    """
    if preview and not fix:
        raise click.UsageError("--preview goes with --fix")
    if fix and STDIN in asked["paths"]:
        raise click.UsageError("--fix writes files; standard input is none")
    known = _known(baseline) if baseline else None
    request = make_request(**asked, baseline=known)
    result = run(request, _progress)
    if fix:
        _mend(result, preview=preview)
        result = run(request)
    width = min(120, shutil.get_terminal_size((100, 24)).columns)
    all_reports()[report].write(result, sys.stdout, Style(wants_color(sys.stdout), width))
    if report != "text":
        for problem in result.problems:
            click.echo(f"error: {safe(str(problem))}", err=True)
    sys.exit(int(result.exit_code))


def _known(path: Path) -> Baseline:
    from checker.baseline import read_baseline

    try:
        return read_baseline(path)
    except ProblemsError as error:
        exit_with(error.problems)


def _mend(result: Result, *, preview: bool) -> None:
    """Write the fixes into the files, or show them and exit: 1 where there are any."""
    from checker import fixing

    mending = [
        (checked, fixes) for checked in result.checked if (fixes := fixing.fixes_of(checked))
    ]
    if preview:
        for checked, fixes in mending:
            for line in fixing.preview(checked, fixes):
                click.echo(safe(line.rstrip("\r\n")))
        if result.problems:
            exit_with(result.problems)
        sys.exit(1 if mending else 0)
    for checked, fixes in mending:
        try:
            fixing.write(checked, fixes)
        except OSError as error:
            problem = Problem(checked.document.path, 0, 0, f"cannot be written: {error.strerror}")
            exit_with([problem])
    count = sum(len(fixes) for _, fixes in mending)
    click.echo(f"{count} places mended in {len(mending)} files", err=True)


def _progress(files: Sequence[str]) -> Iterable[str]:
    if len(files) < _FILES_FOR_PROGRESS or not sys.stderr.isatty() or STDIN in files:
        return files
    return _bar(files)


def _bar(files: Sequence[str]) -> Iterator[str]:
    with click.progressbar(files, label="checking", file=sys.stderr) as bar:
        yield from bar
