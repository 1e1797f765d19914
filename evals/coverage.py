"""How much of a list of terms the glossary knows, and whether it agrees.

``python -m evals.coverage LIST.tsv``, a table with the columns ``zh``, ``en`` (forms divided by
``|``), ``tier`` and ``bad`` (wrong renderings divided by ``|``).
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from checker.checking import check
from checker.config import COMMAND_LINE, load_config
from checker.reader import read_document
from checker.terminal import safe
from glossary.compiled import open_termbase
from glossary.fold import fold
from glossary.model import Concept
from glossary.termbase import Termbase

# A wrong rendering is tried in a sentence that speaks of China and says nothing else.
_CARRIER = "Officials in China spoke about {} at the meeting.\n"
_GROUPS = ("terminology", "accuracy")


def known(termbase: Termbase, chinese: str) -> list[Concept]:
    """Return the concepts that have just this Chinese form."""
    return [termbase.decode(entry)[0] for entry in termbase.entries("zh", chinese)]


def agrees(concepts: list[Concept], english: str) -> bool:
    """Whether one of the renderings, divided by ``|``, is a good form of one of the concepts."""
    good = {fold(term.text) for one in concepts for term in one.forms("en") if term.is_good}
    return any(fold(form) in good for form in english.split("|"))


def is_flagged(wrong: str) -> bool:
    """Whether a rendering is reported in an English text without its source."""
    config = load_config(None).over({"select": _GROUPS}, COMMAND_LINE)
    return bool(check(read_document("draft.txt", _CARRIER.format(wrong).encode()), config))


def tally(row: dict[str, str], termbase: Termbase) -> Iterator[tuple[str, str]]:
    """Yield what is counted of a line, each with what is wrong with it, or an empty text."""
    concepts = known(termbase, row["zh"])
    english = row.get("en") or ""
    yield "covered", "" if concepts else english or "not in the glossary"
    if concepts and english:
        ours = ", ".join(one.preferred.text for one in concepts)
        yield "agreed", "" if agrees(concepts, english) else f"{english}; ours: {ours}"
    for wrong in filter(None, (row.get("bad") or "").split("|")):
        yield "flagged", "" if is_flagged(wrong) else wrong


@click.command()
@click.argument("table", type=click.Path(exists=True, path_type=Path))
def main(table: Path) -> None:
    """Print what is not covered, not agreed or not flagged; then the rates."""
    termbase = open_termbase()
    good: Counter[tuple[str, str]] = Counter()
    all_of_them: Counter[tuple[str, str]] = Counter()
    with table.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            tier = row.get("tier") or "all"
            for what, fault in tally(row, termbase):
                all_of_them[tier, what] += 1
                good[tier, what] += not fault
                if fault:
                    click.echo(f"not {what} [{tier}] {safe(row['zh'])}: {safe(fault)}")
    for (tier, what), total in sorted(all_of_them.items()):
        share = good[tier, what]
        click.echo(f"{tier}: {share} of {total} {what} ({100 * share / total:.1f} %)")


if __name__ == "__main__":
    main()
