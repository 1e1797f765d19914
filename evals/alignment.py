"""Sentence alignment against a table of sentences with their translations.

``python -m evals.alignment TABLE.tsv.gz --half 1 --peers``: documents of 40 to 80 lines, their line
breaks taken away and set anew on each side, lines merged, divided and dropped with a fixed seed.
Each aligner gets the same sentences; what it says is compared with what the lines say. Peers are
nltk's gale_church (``pip install nltk``) and, with ``--hunalign PROGRAM``, hunalign.
"""

from __future__ import annotations

import csv
import gzip
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from checker.align import Terms, no_terms
from checker.alignment import Bead, align
from checker.lang.anchors import anchors
from checker.lang.chinese import sentences as of_chinese
from checker.lang.sentences import sentences as of_english
from checker.likeness import Sentence
from checker.sources import glossary_terms
from evals.alignment_peers import Group, peers
from glossary.chinese import simplified
from glossary.compiled import open_termbase

Rows = list[tuple[str, str]]


@dataclass(frozen=True)
class Side:
    """One side of a document: paragraphs, each a row of sentences; ``lines`` says whose each is."""

    paragraphs: list[list[str]]
    lines: list[frozenset[int]]

    @property
    def sentences(self) -> list[str]:
        """All sentences in order."""
        return [sentence for paragraph in self.paragraphs for sentence in paragraph]


def read(path: Path, half: int, column: str) -> Rows:
    """Return the pairs of one half of the table; ``column`` holds the translations."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        rows = [
            (row["source"], row[column])
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
    middle = len(rows) // 2
    return rows[:middle] if half == 1 else rows[middle:]


# Of a hundred lines so many are dropped on one side, merged with the next, divided, on each side.
_DROPPED, _MERGED, _DIVIDED = 0.03, 0.06, 0.06
_SHARED_BREAKS, _OWN_BREAKS = 0.2, 0.1


def documents(rows: Rows, seed: int) -> Iterator[tuple[Side, Side]]:
    """Yield documents of 40 to 80 lines, damaged."""
    chance = random.Random(seed)  # noqa: S311
    at = 0
    while len(rows) - at >= 40:
        size = chance.randint(40, 80)
        lines = rows[at : at + size]
        at += size
        breaks = {number for number in range(len(lines)) if chance.random() < _SHARED_BREAKS} | {
            number + after
            for number, (source, target) in enumerate(lines)
            if not ends(source) or not ends(target)
            for after in (-1, 0)
        }
        yield (
            damaged([source for source, _ in lines], breaks, chance, chinese=True),
            damaged([target for _, target in lines], breaks, chance, chinese=False),
        )


def ends(sentence: str) -> bool:
    """Whether a line ends as a sentence does; what does not is a heading or a list."""
    return sentence.rstrip(" \"'”’」』）)")[-1:] in tuple(".!?。！？…")


def damaged(lines: list[str], breaks: set[int], chance: random.Random, *, chinese: bool) -> Side:
    """Return one side: some lines dropped, merged, divided, in paragraphs of its own."""
    paragraphs: list[list[tuple[int, str]]] = [[]]
    for number, line in enumerate(lines):
        text = line
        if chance.random() < _DIVIDED:
            text = divided(text, chinese=chinese)
        if chance.random() < _MERGED and number not in breaks:
            text = opened(text, chinese=chinese)
        if chance.random() >= _DROPPED:
            paragraphs[-1].append((number, text))
        if number in breaks or chance.random() < _OWN_BREAKS:
            paragraphs.append([])
    return cut([paragraph for paragraph in paragraphs if paragraph], chinese=chinese)


def divided(line: str, *, chinese: bool) -> str:
    """Return a line with a full stop in place of the comma nearest to its middle."""
    comma, stop = ("，", "。") if chinese else (", ", ". ")
    places = [at for at in range(len(line)) if line.startswith(comma, at)]
    if not places:
        return line
    at = min(places, key=lambda at: abs(at - len(line) // 2))
    rest = line[at + len(comma) :]
    return line[:at] + stop + (rest if chinese else rest[:1].upper() + rest[1:])


def opened(line: str, *, chinese: bool) -> str:
    """Return a line that ends with a comma, so that the next one belongs to it."""
    bare = line.rstrip()
    if bare[-1:] not in tuple("。."):
        return line
    return bare[:-1] + ("，" if chinese else ", and")


def cut(paragraphs: Sequence[Sequence[tuple[int, str]]], *, chinese: bool) -> Side:
    """Return paragraphs of lines as paragraphs of sentences, with the lines of each sentence."""
    split = of_chinese if chinese else of_english
    glue = "" if chinese else " "
    texts, owners = [], []
    for paragraph in paragraphs:
        content, spans = "", []
        for number, text in paragraph:
            start = len(content)
            content += text + glue
            spans.append((start, start + len(text), number))
        found = split(content)
        texts.append([content[start:end].strip() for start, end in found])
        for start, end in found:
            here = {number for low, high, number in spans if low < end and start < high}
            owners.append(frozenset(here))
    return Side(texts, owners)


def known(source: Side, target: Side) -> list[Group]:
    """Return what belongs together: sentences that are linked by the lines they are of."""
    groups: list[tuple[set[int], set[int], set[int]]] = []
    for which, side in enumerate((source, target)):
        for number, lines in enumerate(side.lines):
            one: tuple[set[int], set[int], set[int]] = (set(lines), set(), set())
            one[1 + which].add(number)
            apart = []
            for other in groups:
                if other[0] & one[0]:
                    for mine, theirs in zip(one, other, strict=True):
                        mine |= theirs
                else:
                    apart.append(other)
            groups = [*apart, one]
    return [(tuple(sorted(sources)), tuple(sorted(targets))) for _, sources, targets in groups]


def ours(source: Side, target: Side, terms: Terms) -> list[Bead]:
    """Align as a check does."""
    left = [simplified(sentence) for sentence in source.sentences]
    right = target.sentences
    names = (
        [frozenset(terms("zh", sentence)) for sentence in left],
        [frozenset(terms("en", sentence)) for sentence in right],
    )
    keys = anchors(left, right, names)
    return align(_units(source, keys[0]), _units(target, keys[1]))


def _units(side: Side, keys: Sequence[frozenset[str]]) -> list[Sentence]:
    begins = [number == 0 for paragraph in side.paragraphs for number in range(len(paragraph))]
    return [
        Sentence(len(sentence), own, first)
        for sentence, own, first in zip(side.sentences, keys, begins, strict=True)
    ]


def group(bead: Bead) -> Group:
    """Return a bead as numbers of sentences."""
    return (*range(bead.source, bead.source_end),), (*range(bead.target, bead.target_end),)


def joined(found: Sequence[Group], gold: Sequence[Group]) -> list[tuple[Group, list[int]]]:
    """Return groups, neighbours of one line as one, each with the numbers of those it is made of.

    A line of two sentences does not say which of them are which; so to divide it is no fault.
    Only groups that have both sides are joined: half a sentence left alone stays a fault.
    """
    owners = {
        (side, number): at
        for at, sides in enumerate(gold)
        for side, numbers in enumerate(sides)
        for number in numbers
    }
    rows: list[tuple[Group, list[int], set[int]]] = []
    for at, one in enumerate(found):
        lines = {owners[side, number] for side in (0, 1) for number in one[side]}
        if rows and all(one) and all(rows[-1][0]) and lines == rows[-1][2] and len(lines) == 1:
            before, parts, _ = rows.pop()
            rows.append(((before[0] + one[0], before[1] + one[1]), [*parts, at], lines))
        else:
            rows.append((one, [at], lines))
    return [(one, parts) for one, parts, _ in rows]


@dataclass
class Score:
    """Counts of groups and of pairs of sentences: found, known, and both."""

    groups: list[int] = field(default_factory=lambda: [0, 0, 0])
    pairs: list[int] = field(default_factory=lambda: [0, 0, 0])
    seconds: float = 0.0

    def add(self, found: Sequence[Group], gold: Sequence[Group]) -> None:
        """Count a document."""
        for counts, left, right in (
            (self.groups, set(found), set(gold)),
            (self.pairs, _pairs(found), _pairs(gold)),
        ):
            for at, number in enumerate((len(left), len(right), len(left & right))):
                counts[at] += number

    def line(self, name: str) -> str:
        """Return the scores as a line of the table."""
        found, known, both = self.groups
        return (
            f"{name:<36} {both / found:8.4f} {both / known:8.4f} {_f1(self.groups):8.4f} "
            f"{_f1(self.pairs):8.4f} {self.seconds:8.1f}"
        )


def _f1(counts: Sequence[int]) -> float:
    found, known, both = counts
    return 2 * both / (found + known)


def _pairs(groups: Sequence[Group]) -> set[tuple[int, int]]:
    return {(i, j) for sources, targets in groups for i in sources for j in targets}


@click.command()
@click.argument("table", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--half", type=click.IntRange(1, 2), default=1, show_default=True)
@click.option("--target", "column", default="ref-A", show_default=True, metavar="COLUMN")
@click.option("--rounds", default=8, show_default=True, help="How often each line is used.")
@click.option("--seed", default=1, show_default=True)
@click.option("--peers", "beside", is_flag=True, help="Measure the peers too.")
@click.option("--hunalign", type=click.Path(exists=True, path_type=Path), help="Its program.")
@click.option("--no-glossary", is_flag=True, help="Align without the glossary.")
def main(
    table: Path, half: int, rounds: int, seed: int, beside: bool, hunalign: Path | None,
    no_glossary: bool, column: str,
) -> None:  # fmt: skip
    """Measure sentence alignment on documents made of the lines of TABLE."""
    terms = no_terms if no_glossary else glossary_terms(open_termbase([]))
    others = peers(hunalign) if beside else {}
    scores = {name: Score() for name in ("zhengming", *others)}
    sure: list[tuple[float, bool, bool]] = []
    rows = read(table, half, column)
    texts = [text for number in range(rounds) for text in documents(rows, seed + number)]
    for source, target in texts:
        gold = known(source, target)
        began = time.process_time()
        beads = ours(source, target, terms)
        scores["zhengming"].seconds += time.process_time() - began
        found = joined([group(bead) for bead in beads], gold)
        scores["zhengming"].add([one for one, _ in found], gold)
        sure += [
            (beads[at].confidence, beads[at].is_pair, one in gold)
            for one, parts in found
            for at in parts
        ]
        for name, aligner in others.items():
            began = time.perf_counter()
            theirs = aligner(source.sentences, target.sentences)
            scores[name].seconds += time.perf_counter() - began
            scores[name].add([one for one, _ in joined(theirs, gold)], gold)
    click.echo(f"{len(texts)} documents, {sum(len(one.sentences) for one, _ in texts)} sentences")
    click.echo(f"{'':<36} precision  recall       F1 F1 pairs  seconds")
    for name, score in scores.items():
        click.echo(score.line(name))
    for is_pair, name in ((True, "both sides"), (False, "one side")):
        tell_calibration(name, [(own, right) for own, pair, right in sure if pair is is_pair])


def tell_calibration(name: str, beads: Sequence[tuple[float, bool]]) -> None:
    """Say how many beads of each confidence are right."""
    click.echo(f"\n{name}: confidence, beads, right")
    for low, high in ((0, 0.25), (0.25, 0.5), (0.5, 0.75), (0.75, 0.9), (0.9, 1.01), (0.5, 1.01)):
        those = [right for own, right in beads if low <= own < high]
        if those:
            span = f"{low:.2f} to {min(high, 1):.2f}"
            click.echo(f"  {span} {len(those):6} {sum(those) / len(those):8.4f}")


if __name__ == "__main__":
    main()
