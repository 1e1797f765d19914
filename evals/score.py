"""The score of ``garbled-sentence`` beside sentence length, against human MQM scores.

``python -m evals.score TEXTS.tsv.gz SCORES.tsv``: the area under the ROC curve (AUC) of telling
segments with a major error from clean ones, over all and within bands of length.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Sequence
from pathlib import Path

import click

from checker.lang import english
from checker.lang.garble import points

_MAJOR = -5.0
_BANDS = ((1, 15), (16, 25), (26, 40), (41, 400))


def auc(bad: Sequence[float], good: Sequence[float]) -> float:
    """Return how often a bad segment scores higher than a good one; ties count half."""
    if not bad or not good:
        return float("nan")
    wins = sum((one > other) + 0.5 * (one == other) for one in bad for other in good)
    return wins / (len(bad) * len(good))


@click.command()
@click.argument("texts", type=click.Path(exists=True, path_type=Path))
@click.argument("scores", type=click.Path(exists=True, path_type=Path))
def main(texts: Path, scores: Path) -> None:
    """Print the AUC of the score and of the length."""
    with gzip.open(texts, "rt", encoding="utf-8", newline="") as stream:
        table = {
            row["line"]: row
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        }
    with scores.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    rated = [
        (table[row["line"]][row["system"]], float(row["mqm"]))
        for row in rows
        if row["line"] in table and table[row["line"]].get(row["system"])
    ]
    judged = [(text, mqm) for text, mqm in rated if mqm <= _MAJOR or mqm == 0]
    tagged = english.tag(text for text, _ in judged)
    values = [
        (len(text.split()), sum(weight for weight, _ in points(tokens)), mqm <= _MAJOR)
        for (text, mqm), tokens in zip(judged, tagged, strict=True)
    ]
    for low, high in ((1, 400), *_BANDS):
        band = [value for value in values if low <= value[0] <= high]
        bad = [value for value in band if value[2]]
        good = [value for value in band if not value[2]]
        score = auc([value[1] for value in bad], [value[1] for value in good])
        length = auc([value[0] for value in bad], [value[0] for value in good])
        click.echo(
            f"{low} to {high} words: {len(bad)} with a major error, {len(good)} clean; "
            f"AUC of the score {score:.2f}, of the length {length:.2f}"
        )


if __name__ == "__main__":
    main()
