"""Write the faults of drafts into a baseline, or take mended ones out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from checker.asking import make_request, run_options
from checker.baseline import make_baseline, read_baseline, write_baseline
from checker.engine import run
from checker.entries import exit_with
from glossary.problem import ProblemsError


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--grow", is_flag=True, help="Also take in faults that are new.")
@run_options
def command(file: Path, grow: bool, **asked: Any) -> None:
    """Write the faults of drafts into a baseline, or take mended ones out of it.

    FILE is made where there is none. A baseline that is there only shrinks, so that nobody hides
    a new fault by accident; --grow takes new ones in. Drafts that are not among PATH are mended
    as far as the baseline knows: give it the same paths as the check.

    \b
    Examples:
      zhengming baseline update zhengming-baseline.json articles/
      zhengming baseline update zhengming-baseline.json articles/ --grow

    \b
    Exit codes:
      0  the file is written
      2  a draft, the configuration or the file cannot be used; nothing is written
    """
    result = run(make_request(**asked))
    if result.problems:
        exit_with(result.problems)
    found = ((checked.document, checked.findings) for checked in result.checked)
    fresh = make_baseline(file.parent, found)
    before = 0
    if file.exists():
        try:
            old = read_baseline(file)
        except ProblemsError as error:
            exit_with(error.problems)
        before = len(old)
        shrunk = fresh.within(old)
        left_out = len(fresh) - len(shrunk)
        if not grow:
            fresh = shrunk
            if left_out:
                click.echo(f"{left_out} new places are left out; --grow takes them in", err=True)
    write_baseline(file, fresh)
    click.echo(f"{len(fresh)} known places in {file} (before: {before})")
