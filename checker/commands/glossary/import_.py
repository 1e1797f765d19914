"""Make a glossary file of a TBX, CSV or OmegaT file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from checker.entries import exit_with
from checker.exchanging import force_option, format_of, format_option, refuse_to_replace
from checker.terminal import safe
from glossary.compiled import open_termbase
from glossary.files import GlossaryFile, base_files
from glossary.format import all_formats
from glossary.loader import load
from glossary.merge import lay_over
from glossary.model import Concept
from glossary.problem import Problem, ProblemsError
from glossary.termbase import Termbase
from glossary.writer import write_entries

_ENCODINGS = ("utf-8-sig", "gb18030")
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@format_option("the file", all_formats())
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The glossary file to write; the default is standard output.",
)
@force_option
def command(file: Path, form: str | None, output: Path | None, force: bool) -> None:
    """Make a glossary file (YAML) of a TBX, CSV or OmegaT file.

    A CSV file of two columns, Chinese and English, needs no heading. Where the shipped glossary
    has the same Chinese, your English becomes the preferred form of that entry, and its other
    forms, good and wrong, stay. Use the result with --glossary, or name it in .zhengming.yaml.

    \b
    Examples:
      zhengming glossary import terms.csv -o house.yaml
      zhengming glossary import client.tbx > client.yaml
      zhengming check articles/ --glossary house.yaml

    \b
    Exit codes:
      0  the file was read
      2  it cannot be; each fault is told with its line
    """
    name = form or format_of(file, all_formats())
    refuse_to_replace(output, force)
    try:
        found = all_formats()[name].read(_text(file), str(file))
        shipped = open_termbase()
        concepts = [_laid_over(concept, shipped) for concept in found]
        content = write_entries(concepts)
        written = str(output or "the imported glossary")
        load([*base_files(), GlossaryFile(written, file.stem, content.encode(), layer=1)])
    except ProblemsError as error:
        exit_with(error.problems)
    if output is None:
        sys.stdout.write(content)
    else:
        output.write_text(content, encoding="utf-8")
    for note in _notes(concepts):
        click.echo(note, err=True)


def _laid_over(concept: Concept, shipped: Termbase) -> Concept:
    """Return the entry, over the shipped one of its id or, if there is none, of its Chinese."""
    if concept.id in shipped:
        return lay_over(concept, shipped.concept(concept.id))
    entries = shipped.entries("zh", concept.zh[0])
    same = [shipped.decode(entry)[0] for entry in entries]
    same.sort(key=lambda one: one.zh[0] != concept.zh[0])
    return lay_over(concept, same[0]) if same else concept


def _text(file: Path) -> str:
    """Return a file's text: UTF-8, UTF-16 with its mark, or GB 18030 as spreadsheets write it.

    Raises:
        ProblemsError: it is none of these, or cannot be read.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise ProblemsError(
            [Problem(str(file), 0, 0, f"cannot be read: {error.strerror}")]
        ) from error
    for encoding in (*filter(None, [_MARKS.get(content[:2])]), *_ENCODINGS):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ProblemsError([Problem(str(file), 0, 0, "is neither UTF-8, UTF-16 nor GB 18030")])


def _notes(concepts: list[Concept]) -> Iterator[str]:
    yield f"{len(concepts)} entries; they are unverified until a source is added"
    replaced = [concept.id for concept in concepts if concept.override]
    if replaced:
        yield f"{len(replaced)} are laid over shipped entries: {safe(', '.join(replaced))}"
