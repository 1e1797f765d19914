"""Align a Chinese text with its translation and write the pairs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from checker.align import pair
from checker.context import SURE
from checker.document import Document
from checker.entries import exit_with, glossary_option, open_or_exit
from checker.exchanging import force_option, format_of, format_option, refuse_to_replace
from checker.files import read_file
from checker.memory import Unit, all_memories, units
from checker.reader import read_document, read_source
from checker.sources import glossary_terms
from glossary.problem import Problem, ProblemsError


@click.command()
@click.argument("source")
@click.argument("target")
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; the default is standard output.",
)
@format_option("the output", all_memories())
@click.option(
    "--least",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Only passages of this confidence and more, from 0 to 1; from 0.5 on they are sure.",
)
@force_option
@glossary_option
def command(
    source: str,
    target: str,
    output: Path | None,
    form: str | None,
    least: float,
    force: bool,
    files: tuple[Path, ...],
) -> None:
    """Align a Chinese text with its English translation, sentence by sentence, and write the pairs.

    SOURCE is the Chinese, TARGET the English; both in any format that check reads. TMX holds
    passages of which both sides are there, XLIFF those that have a source, TSV all.

    \b
    Examples:
      zhengming align article.zh.md article.en.md -o article.tmx
      zhengming align article.zh.txt article.en.txt -o article.xliff --least 0.5
      zhengming align article.zh.txt article.en.txt -f tsv > pairs.tsv

    \b
    Exit codes:
      0  the pairs are written
      2  a text, the glossary or the output cannot be used; nothing is written
    """
    name = form or format_of(output, all_memories())
    refuse_to_replace(output, force)
    memory = all_memories()[name]
    found = units(_aligned(source, target, files))
    kept = [one for one in found if one.confidence >= least and memory.holds(one)]
    if not kept:
        exit_with([Problem(target, 0, 0, f"no passage of it is sure enough to be {name}")])
    _write(memory.write(kept, source, target), output)
    click.echo(_told(found, len(kept)), err=True)


def _aligned(source: str, target: str, files: Sequence[Path]) -> Document:
    try:
        theirs = read_source(source, read_file(source))
        ours = read_document(target, read_file(target))
    except ProblemsError as error:
        exit_with(error.problems)
    for document in (theirs, ours):
        if document.has_source:
            message = "it holds source and translation already; there is nothing to align"
            exit_with([Problem(document.path, 0, 0, message)])
    return pair(ours, theirs, glossary_terms(open_or_exit(files)))


def _write(content: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(content)
        return
    try:
        output.write_text(content, encoding="utf-8", newline="")
    except OSError as error:
        exit_with([Problem(str(output), 0, 0, f"cannot be written: {error.strerror}")])


def _told(found: Sequence[Unit], kept: int) -> str:
    unsure = sum(one.confidence < SURE for one in found)
    alone = sum(not (one.source and one.target) for one in found)
    return (
        f"{len(found)} passages, {unsure} of them unsure, {alone} without a counterpart; "
        f"{kept} written"
    )
