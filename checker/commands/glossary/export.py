"""Write the glossary as TBX, CSV or for OmegaT."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from checker.entries import glossary_option, open_or_exit
from checker.exchanging import force_option, format_of, format_option, refuse_to_replace
from checker.terminal import safe
from glossary.format import all_formats
from glossary.losses import lost
from glossary.problem import near_match


@click.command()
@format_option("the output", all_formats())
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; the default is standard output.",
)
@click.option("--subject", "-s", "subjects", multiple=True, help="Only this subject; repeatable.")
@force_option
@glossary_option
def command(
    form: str | None,
    output: Path | None,
    subjects: tuple[str, ...],
    force: bool,
    files: tuple[Path, ...],
) -> None:
    """Write the glossary as TBX-Basic (ISO 30042:2019), CSV or an OmegaT glossary.

    What the format cannot hold is counted on standard error.

    \b
    Examples:
      zhengming glossary export -o zhengming.tbx
      zhengming glossary export --format csv --subject economy > economy.csv
      zhengming glossary export -f omegat -o project/glossary/zhengming.txt
    """
    name = form or format_of(output, all_formats())
    refuse_to_replace(output, force)
    concepts = list(open_or_exit(files).concepts())
    known = {concept.subject for concept in concepts}
    for subject in subjects:
        if subject not in known:
            hint = near_match(subject, known) or f" (known: {', '.join(sorted(known))})"
            raise click.UsageError(f'there is no subject "{safe(subject)}"{hint}')
    chosen = [one for one in concepts if not subjects or one.subject in subjects]
    content = all_formats()[name].write(chosen)
    if output is None:
        sys.stdout.write(content)
    else:
        output.write_text(content, encoding="utf-8", newline="")
    gone = lost(chosen, all_formats()[name].read(content, name))
    click.echo(f"{len(chosen)} concepts; {_told(name, gone)}", err=True)


def _told(name: str, gone: Counter[str]) -> str:
    if not gone:
        return f"{name} holds all of it"
    return f"{name} cannot hold: " + ", ".join(f"{kind} ({gone[kind]})" for kind in sorted(gone))
