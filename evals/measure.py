"""How often each rule speaks on a good translation: the figures on the rules' pages.

``python -m evals.measure FILE --half first > docs/measured.yaml``
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click
import yaml

from checker.checking import check
from checker.config import COMMAND_LINE, load_config
from checker.rule import all_rules
from evals.bilingual import document, read_pairs


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--source", default="source", show_default=True, help="The column with the Chinese.")
@click.option("--target", default="ref-A", show_default=True, help="The column with the English.")
@click.option("--half", type=click.Choice(["first", "second"]), help="Only this half of the lines.")
def main(file: Path, source: str, target: str, half: str | None) -> None:
    """Print, as YAML, the findings of every rule, those that are in no profile too."""
    checked = document(read_pairs(file, source, target, half))
    config = load_config(None).over({"select": tuple(all_rules())}, COMMAND_LINE)
    counts = Counter(finding.rule for finding in check(checked, config))
    figures = {
        "segments": len(checked.segments),
        "words": checked.word_count,
        "findings": {name: counts[name] for name in all_rules()},
    }
    click.echo("# Made by evals.measure from a professional translation of Chinese news.")
    click.echo(yaml.safe_dump(figures, sort_keys=False), nl=False)


if __name__ == "__main__":
    main()
