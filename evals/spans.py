"""Findings against error spans that people marked in machine translations (WMT MQM format).

``python -m evals.spans wmt23_zhen_mqm_spans_dev.tsv.gz``: for each rule, how many of its places
overlap a marked span, beside what places of that length would do by chance; and for each MQM
category, how many of the spans some finding touches.
"""

from __future__ import annotations

import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from checker.checking import check
from checker.config import COMMAND_LINE, Config, load_config
from checker.reader import read_document
from checker.terminal import safe

_MARK = re.compile(r"</?v>")
_SPAN = re.compile(r"<v>(.*?)</v>", re.DOTALL)
Span = tuple[int, int]


@dataclass
class Segment:
    """A translated segment, and the spans that people marked in it, by MQM category."""

    text: str
    marked: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))

    @property
    def spans(self) -> list[Span]:
        """All marked spans."""
        return [span for spans in self.marked.values() for span in spans]


def read(path: Path) -> dict[tuple[str, str], list[Segment]]:
    """Return the segments of each system's translation of each document."""
    segments: dict[tuple[str, str], dict[int, Segment]] = defaultdict(dict)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["severity"].startswith("HOTW"):  # a test of the rater
                continue
            place = segments[row["system"], row["doc"]]
            text = _MARK.sub("", row["target"])
            segment = place.setdefault(int(row["docSegId"]), Segment(text))
            marked = _SPAN.search(row["target"])
            if marked and segment.text == text:
                span = (marked.start(), marked.start() + len(marked[1]))
                segment.marked[row["category"].split("/")[0]].append(span)
    return {key: [rows[number] for number in sorted(rows)] for key, rows in segments.items()}


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Whether a span shares a character with one of the others."""
    return any(span[0] < end and start < span[1] for start, end in others)


def chance(length: int, segment: Segment) -> float:
    """Return how often a span of this length, anywhere in the segment, overlaps a marked one."""
    places = max(1, len(segment.text) - length + 1)
    hits = {
        at
        for start, end in segment.spans
        for at in range(max(0, start - length + 1), min(places, end))
    }
    return len(hits) / places


def found_in(segments: Sequence[Segment], config: Config) -> list[tuple[str, int, Span]]:
    """Return ``(rule, number of the segment, place in it)`` of every place of every finding."""
    content = "\n\n".join(" ".join(segment.text.split("\n")) for segment in segments)
    starts = [0]
    for segment in segments:
        starts.append(starts[-1] + len(segment.text) + 2)
    places = []
    for finding in check(read_document("text.txt", content.encode()), config):
        for span in finding.spans:
            number = max(at for at, start in enumerate(starts[:-1]) if start <= span.start)
            places.append(
                (finding.rule, number, (span.start - starts[number], span.end - starts[number]))
            )
    return places


@dataclass
class Tally:
    """Counts by rule and by category."""

    places: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    chance: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    spans: Counter[str] = field(default_factory=Counter)
    touched: Counter[str] = field(default_factory=Counter)

    def add(self, segments: Sequence[Segment], config: Config, *, show: bool) -> None:
        """Check one document and count."""
        found = found_in(segments, config)
        for rule, number, span in found:
            segment = segments[number]
            hit = overlaps(span, segment.spans)
            self.places[rule] += 1
            self.marked[rule] += hit
            self.chance[rule] += chance(span[1] - span[0], segment)
            if show:
                around = segment.text[max(0, span[0] - 40) : span[1] + 40]
                click.echo(f"{'marked' if hit else 'free  '} {rule}: {safe(around)}")
        for number, segment in enumerate(segments):
            here = [span for _, at, span in found if at == number]
            for category, those in segment.marked.items():
                self.spans[category] += len(those)
                self.touched[category] += sum(overlaps(span, here) for span in those)


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--half", type=click.Choice(["first", "second"]), help="Only this half, by document.")
@click.option("--select", "-s", multiple=True, help="Only these rules or groups; repeatable.")
@click.option("--show", is_flag=True, help="Show every place and whether it was marked.")
def main(file: Path, half: str | None, select: tuple[str, ...], show: bool) -> None:
    """Print precision by rule, beside chance, and recall by MQM category."""
    config = load_config(None)
    if select:
        config = config.over({"select": select}, COMMAND_LINE)
    translations = read(file)
    names = sorted({document for _, document in translations})
    middle = (len(names) + 1) // 2
    wanted = {"first": names[:middle], "second": names[middle:], None: names}[half]
    tally = Tally()
    for (_, document), segments in sorted(translations.items()):
        if document in wanted:
            tally.add(segments, config, show=show)
    for rule, count in sorted(tally.places.items()):
        click.echo(
            f"{rule}: {tally.marked[rule]} of {count} places marked "
            f"({tally.marked[rule] / count:.2f}; by chance {tally.chance[rule] / count:.2f})"
        )
    for category, count in sorted(tally.spans.items()):
        click.echo(f"{category}: {tally.touched[category]} of {count} spans touched")


if __name__ == "__main__":
    main()
