"""Findings of the bilingual rules on a table of pairs, each with both sides.

``python -m evals.pairs FILE --source source --target ref-A --half first``
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from checker.checking import check
from checker.document import Document
from checker.finding import Finding
from checker.terminal import safe
from evals.bilingual import Pair, configuration, document, flags, read_pairs


def shown(finding: Finding, checked: Document, pairs: Sequence[Pair], first: int) -> Iterator[str]:
    """Yield a finding on one line, then the pairs that it is about, numbered from ``first``."""
    numbers = list(dict.fromkeys(flag.number for flag in flags([finding], checked)))
    marked = "; ".join(dict.fromkeys(checked.text(span) for span in finding.spans))
    yield f"{finding.rule} [{finding.severity.label}]: {safe(finding.message)}"
    yield f"  marked: {safe(marked)}"
    for number in numbers[:3]:
        source, target = pairs[number]
        yield f"  {first + number}: {safe(source)}"
        yield f"  {' ' * len(str(first + number))}  {safe(target)}"
    if len(numbers) > 3:
        yield f"  and {len(numbers) - 3} more pairs"


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--source", default="source", show_default=True, help="The column with the Chinese.")
@click.option("--target", default=("ref-A",), show_default=True, multiple=True, help="Repeatable.")
@click.option("--half", type=click.Choice(["first", "second"]), help="Only this half of the lines.")
@click.option("--select", "-s", multiple=True, help="These rules or groups instead; repeatable.")
@click.option("--apart", is_flag=True, help="Each line is a document of its own.")
@click.option("--quiet", "-q", is_flag=True, help="The figures alone.")
def main(
    file: Path,
    source: str,
    target: tuple[str, ...],
    half: str | None,
    select: tuple[str, ...],
    apart: bool,
    quiet: bool,
) -> None:
    """Print each finding with both sides, then the rates by rule."""
    config = configuration(select)
    counts: Counter[str] = Counter()
    total = 0
    for column in target:
        pairs = read_pairs(file, source, column, half)
        total += len(pairs)
        size = 1 if apart else max(1, len(pairs))
        for first in range(0, len(pairs), size):
            part = pairs[first : first + size]
            checked = document(part)
            for finding in check(checked, config):
                counts[finding.rule] += 1
                if not quiet:
                    lines = shown(finding, checked, part, first + 1)
                    click.echo("\n".join([f"{column}: {next(lines)}", *lines]))
    for rule, count in sorted(counts.items()):
        click.echo(f"{rule}: {count} ({100 * count / total:.2f} per 100 segments)")
    found = counts.total()
    click.echo(f"all: {found} in {total:,} segments ({100 * found / total:.2f} per 100 segments)")


if __name__ == "__main__":
    main()
