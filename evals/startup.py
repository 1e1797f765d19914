"""Whole-process times of the commands that people wait for: ``python -m evals.startup DRAFT``."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

import click

HEAVY = ("spacy", "jieba", "opencc")


def seconds(arguments: list[str], runs: int) -> list[float]:
    """Return the wall-clock seconds of each run of a command, after one that warms the cache."""
    command = [sys.executable, "-m", "checker", *arguments]
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own command
        times.append(time.perf_counter() - start)
    return times[1:]


def heavy_imports(arguments: list[str]) -> list[str]:
    """Return which of the heavy packages a command imports."""
    command = [sys.executable, "-X", "importtime", "-m", "checker", *arguments]
    done = subprocess.run(command, capture_output=True, check=False, text=True)  # noqa: S603
    names = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    return sorted(names.intersection(HEAVY))


@click.command()
@click.argument("draft", type=click.Path(exists=True, path_type=Path))
@click.option("--runs", default=9, show_default=True)
def main(draft: Path, runs: int) -> None:
    """Print minimum, median and maximum of each command, and the heavy packages it imports."""
    for arguments in (
        ["--help"],
        ["lookup", "双城经济圈"],
        ["check", "--select", "terminology", str(draft)],
        ["check", str(draft)],
    ):
        times = seconds(arguments, runs)
        heavy = ", ".join(heavy_imports(arguments)) or "none"
        shown = " ".join(arguments[:-1] if str(draft) in arguments else arguments)
        click.echo(
            f"{shown}: min {min(times):.3f} s, median {statistics.median(times):.3f} s, "
            f"max {max(times):.3f} s; heavy imports: {heavy}"
        )


if __name__ == "__main__":
    main()
