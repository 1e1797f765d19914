"""Findings per 1,000 words on good English.

``python -m evals.clean_english FILE --column ref-A``
"""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

import click

from checker.checking import check
from checker.config import COMMAND_LINE, load_config
from checker.reader import read_document
from checker.terminal import safe


def paragraphs(path: Path, column: str | None) -> list[str]:
    """Return the paragraphs of a text, or the cells of a column of a tab-separated table."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    lines = data.decode("utf-8").splitlines()
    if column is None:
        return lines
    rows = [line.split("\t") for line in lines]  # quotation marks are text in these tables
    at = rows[0].index(column)
    return [row[at] for row in rows[1:] if len(row) > at]


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--column", help="The column of a tab-separated table that holds the English.")
@click.option("--select", "-s", multiple=True, help="Only these rules or groups; repeatable.")
def main(files: tuple[Path, ...], column: str | None, select: tuple[str, ...]) -> None:
    """Print each finding of the default profile, then the rates."""
    config = load_config(None)
    if select:
        config = config.over({"select": select}, COMMAND_LINE)
    counts: Counter[str] = Counter()
    words = 0
    for path in files:
        document = read_document("clean.txt", "\n\n".join(paragraphs(path, column)).encode())
        words += document.word_count
        for finding in check(document, config):
            counts[finding.rule] += 1
            line, _ = document.lines.locate(finding.spans[0].start)
            shown = "; ".join(dict.fromkeys(document.text(span) for span in finding.spans))
            click.echo(f"{path.name} paragraph {(line + 1) // 2}: {finding.rule}: {safe(shown)}")
    for rule, count in sorted(counts.items()):
        click.echo(f"{rule}: {count} ({1000 * count / words:.3f} per 1,000 words)")
    total = sum(counts.values())
    click.echo(f"all: {total} in {words:,} words ({1000 * total / words:.3f} per 1,000 words)")


if __name__ == "__main__":
    main()
