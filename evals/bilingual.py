"""Pairs of source and translation as documents in memory, and what the bilingual rules say."""

from __future__ import annotations

import csv
import gzip
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.checking import check
from checker.config import COMMAND_LINE, Config, load_config
from checker.document import Document, Segment
from checker.finding import Finding
from checker.rule import Need
from checker.text import Run, Text

# The Chinese and its English.
Pair = tuple[str, str]


@dataclass(frozen=True)
class Flag:
    """A segment that a rule flags, by its number, and the place in its target, if told.

    Flags of one ``problem`` are the places of one finding.
    """

    rule: str
    number: int
    start: int | None = None
    end: int | None = None
    problem: int | None = None


def table(path: Path) -> list[dict[str, str]]:
    """Return the rows of a tab-separated table (``.tsv``, ``.tsv.gz``); quotes are text in it."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    lines = data.decode("utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_pairs(path: Path, source: str, target: str, half: str | None) -> list[Pair]:
    """Return two columns of a table, or the first or second half of their lines."""
    rows = table(path)
    middle = len(rows) // 2
    wanted = {"first": rows[:middle], "second": rows[middle:], None: rows}[half]
    return [(row[source], row[target]) for row in wanted if row[source] and row[target]]


def document(pairs: Sequence[Pair], name: str = "pairs.tsv") -> Document:
    """Return a document of which each pair is a unit; source and target stand line by line."""
    content = "".join(f"{source}\n{target}\n" for source, target in pairs)
    segments, at = [], 0
    for source, target in pairs:
        middle = at + len(source) + 1
        segments.append(Segment(_text(target, middle, "en"), _text(source, at, "zh")))
        at = middle + len(target) + 1
    return Document(name, "table", content, tuple(segments))


def _text(content: str, start: int, language: str) -> Text:
    return Text((Run(content, start, start + len(content)),), language)


def bilingual_rules(config: Config) -> list[str]:
    """Return the ids of the enabled rules that compare a translation with its source."""
    return [info.id for info in config.enabled() if Need.SOURCE in info.rule.needs]


def configuration(select: Sequence[str] = ()) -> Config:
    """Return the default profile with its bilingual rules alone, or with those named."""
    config = load_config(None)
    return config.over({"select": tuple(select) or bilingual_rules(config)}, COMMAND_LINE)


def flags(findings: Sequence[Finding], checked: Document) -> list[Flag]:
    """Return each place of each finding as a segment with an offset in its target."""
    starts = [span.start for span in checked.target_spans]
    found = []
    for problem, finding in enumerate(findings):
        for span in finding.spans:
            number = bisect_right(starts, span.start) - 1
            at = starts[number]
            found.append(Flag(finding.rule, number, span.start - at, span.end - at, problem))
    return found


def ours(pairs: Sequence[Pair], config: Config, *, apart: bool = False) -> list[Flag]:
    """Return what our rules flag in pairs that are one document, or each one of its own."""
    if not apart:
        checked = document(pairs)
        return flags(check(checked, config), checked)
    found = []
    for number, pair in enumerate(pairs):
        checked = document([pair])
        places = flags(check(checked, config), checked)
        found += [Flag(one.rule, number, one.start, one.end) for one in places]
    return found
