"""Recall on breaks put into good English, and false alarms on the same text without them.

``python -m evals.injected FILE --column ref-A``; the seed is fixed, so runs can be compared.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from checker.checking import check
from checker.config import COMMAND_LINE, load_config
from checker.reader import read_document
from checker.terminal import safe
from evals.clean_english import paragraphs
from evals.peers import Flags, installed

# A finding counts if it comes this near to the break, in characters.
_NEAR = 12
_SHARE = 0.25
_GROUPS = ("fluency", "typography")

# A damaged paragraph, and where in it the damage is; None where the kind does not fit.
Broken = tuple[str, int] | None


def possessive(text: str, rng: random.Random) -> Broken:
    """Take the owner of a possessive away."""
    found = [match for match in re.finditer(r" [A-Za-z]+(?=['’]s )", text) if match.start() > 3]
    if not found:
        return None
    gone = rng.choice(found)
    return text[: gone.start()] + text[gone.end() :], gone.start()


def split(text: str, rng: random.Random) -> Broken:
    """Put a full stop and a capital into the middle of a sentence."""
    at = _middle(text, rng)
    if at is None:
        return None
    return f"{text[:at]}. {text[at + 1].upper()}{text[at + 2 :]}", at


def merge(text: str, rng: random.Random) -> Broken:
    """Take the full stop between two sentences away."""
    found = list(re.finditer(r"(?<=[a-z]{3})\. (?=[A-Z][a-z]+ [a-z])", text))
    if not found:
        return None
    gone = rng.choice(found)
    return f"{text[: gone.start()]} {text[gone.end() :]}", gone.start()


def doubled(text: str, rng: random.Random) -> Broken:
    """Write a word twice, side by side or with "and" between."""
    found = list(re.finditer(r"(?<= )[a-z]{5,}(?= )", text))
    if not found:
        return None
    word = rng.choice(found)
    glue = rng.choice([" ", " and "])
    return f"{text[: word.end()]}{glue}{word[0]}{text[word.end() :]}", word.end()


def cut(text: str, rng: random.Random) -> Broken:
    """Break a paragraph in the middle of a sentence."""
    at = _middle(text, rng)
    return None if at is None else (f"{text[:at]}\n\n{text[at + 1 :]}", at)


def capital(text: str, rng: random.Random) -> Broken:
    """Give a word in the middle of a sentence a capital."""
    found = list(re.finditer(r"(?<=[a-z,] )[a-z]{3,}(?= [a-z])", text))
    if not found:
        return None
    word = rng.choice(found)
    return text[: word.start()] + text[word.start()].upper() + text[
        word.start() + 1 :
    ], word.start()


KINDS: tuple[Callable[[str, random.Random], Broken], ...] = (
    possessive,
    split,
    merge,
    doubled,
    cut,
    capital,
)


def _middle(text: str, rng: random.Random) -> int | None:
    found = [match.end() for match in re.finditer(r"[a-z]{2,}(?= [a-z]{2,} [a-z])", text)]
    return rng.choice(found[2:-2]) if len(found) > 5 else None


def damage(texts: Sequence[str], rng: random.Random) -> tuple[str, list[tuple[str, int]]]:
    """Return the texts as a document, some damaged, and ``(kind, place)`` of each break."""
    content, breaks = "", []
    for text in texts:
        kind = rng.choice(KINDS)
        broken = kind(text, rng) if rng.random() < _SHARE else None
        if broken:
            breaks.append((kind.__name__, len(content) + broken[1]))
        content += (broken[0] if broken else text) + "\n\n"
    return content, breaks


def ours(content: str) -> Flags:
    """Return the places that our default rules on fluency and typography flag."""
    config = load_config(None).over({"select": _GROUPS}, COMMAND_LINE)
    findings = check(read_document("text.txt", content.encode()), config)
    return [(one.rule, [(span.start, span.end) for span in one.spans]) for one in findings]


@dataclass
class Tally:
    """What one checker found of the breaks, and flagged in the undamaged text."""

    total: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)

    def add(self, clean: Flags, damaged: Flags, breaks: Sequence[tuple[str, int]]) -> list[int]:
        """Count one text; return the places of the breaks that were missed."""
        self.false.update(rule for rule, _ in clean)
        missed = []
        spans = [span for _, places in damaged for span in places]
        for kind, at in breaks:
            hit = any(start - _NEAR <= at <= end + _NEAR for start, end in spans)
            self.total[kind] += 1
            self.found[kind] += hit
            if not hit:
                missed.append(at)
        return missed

    def lines(self, words: int) -> Iterator[str]:
        """Yield the figures."""
        for kind, total in sorted(self.total.items()):
            yield f"  {kind}: {self.found[kind]} of {total} ({self.found[kind] / total:.2f})"
        recall = sum(self.found.values()) / max(1, sum(self.total.values()))
        false = sum(self.false.values())
        yield f"  all: recall {recall:.2f}; {1000 * false / words:.2f} flags per 1,000 clean words"
        yield "  flags in the clean text: " + ", ".join(
            f"{rule} {count}" for rule, count in self.false.most_common(6)
        )


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--column", help="The column of a tab-separated table that holds the English.")
@click.option("--seed", default=20240305, show_default=True)
@click.option("--half", type=click.Choice(["first", "second"]), help="Only this half of a file.")
@click.option("--join", default=1, show_default=True, help="Lines that make a paragraph.")
@click.option("--peers", is_flag=True, help="Also measure the other checkers that are installed.")
@click.option("--missed", is_flag=True, help="Show the breaks that we missed.")
def main(
    files: tuple[Path, ...],
    column: str | None,
    seed: int,
    half: str | None,
    join: int,
    peers: bool,
    missed: bool,
) -> None:
    """Print recall by kind, and what is flagged in the undamaged text."""
    rng = random.Random(seed)  # noqa: S311 - to repeat a run, not to keep a secret
    checkers = {"zhengming": ours, **(installed() if peers else {})}
    tallies = {name: Tally() for name in checkers}
    words = 0
    for path in files:
        lines = [text for text in paragraphs(path, column) if text.strip()]
        texts = [" ".join(lines[at : at + join]) for at in range(0, len(lines), join)]
        middle = len(texts) // 2
        texts = {"first": texts[:middle], "second": texts[middle:], None: texts}[half]
        words += sum(len(text.split()) for text in texts)
        content, breaks = damage(texts, rng)
        for name, flags in checkers.items():
            gone = tallies[name].add(flags("\n\n".join(texts)), flags(content), breaks)
            if missed and name == "zhengming":
                for at in gone:
                    click.echo(f"missed: {safe(content[max(0, at - 60) : at + 60])}")
    for name, tally in tallies.items():
        click.echo("\n".join([f"{name}, {words:,} words", *tally.lines(words)]))


if __name__ == "__main__":
    main()
