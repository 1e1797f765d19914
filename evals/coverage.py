"""How much of a list of terms the glossary knows, and whether it agrees.

``python -m evals.coverage LIST.tsv``, a table with the columns ``zh``, ``en`` (forms divided by
``|``), ``tier`` and ``bad`` (wrong renderings divided by ``|``).
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import click

from checker.config import COMMAND_LINE, load_config
from checker.engine import check
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


@click.command()
@click.argument("table", type=click.Path(exists=True, path_type=Path))
def main(table: Path) -> None:
    """Print what is missing, what differs and what is not flagged; then the rates."""
    termbase = open_termbase()
    counts: Counter[tuple[str, str]] = Counter()
    with table.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        tier, chinese, english = row.get("tier") or "all", row["zh"], row.get("en") or ""
        concepts = known(termbase, chinese)
        counts[tier, "terms"] += 1
        counts[tier, "covered"] += bool(concepts)
        if not concepts:
            click.echo(f"missing [{tier}] {safe(chinese)} {safe(english)}")
        elif english:
            counts[tier, "compared"] += 1
            counts[tier, "agreed"] += agrees(concepts, english)
            if not agrees(concepts, english):
                ours = ", ".join(one.preferred.text for one in concepts)
                click.echo(f"differs [{tier}] {safe(chinese)}: {safe(english)}; ours: {safe(ours)}")
        for wrong in filter(None, (row.get("bad") or "").split("|")):
            counts[tier, "wrong renderings"] += 1
            counts[tier, "flagged"] += is_flagged(wrong)
            if not is_flagged(wrong):
                click.echo(f"passes [{tier}] {safe(chinese)}: {safe(wrong)}")
    for tier in dict.fromkeys(tier for tier, _ in counts):
        for part, whole in (
            ("covered", "terms"),
            ("agreed", "compared"),
            ("flagged", "wrong renderings"),
        ):
            if total := counts[tier, whole]:
                share = counts[tier, part]
                click.echo(
                    f"{tier}: {share} of {total} {whole} {part} ({100 * share / total:.1f} %)"
                )


if __name__ == "__main__":
    main()
