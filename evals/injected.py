"""Recall on breaks put into good English, and false alarms on the same text without them.

``python -m evals.injected FILE --column ref-A``; the seed is fixed, so runs can be compared.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from checker.config import COMMAND_LINE, load_config
from checker.engine import check
from checker.reader import read_document
from checker.terminal import safe
from evals.clean_english import paragraphs

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


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--column", help="The column of a tab-separated table that holds the English.")
@click.option("--seed", default=20240305, show_default=True)
@click.option("--half", type=click.Choice(["first", "second"]), help="Only this half of a file.")
@click.option("--join", default=1, show_default=True, help="Lines that make a paragraph.")
@click.option("--missed", is_flag=True, help="Show the breaks that were missed.")
def main(
    files: tuple[Path, ...],
    column: str | None,
    seed: int,
    half: str | None,
    join: int,
    missed: bool,
) -> None:
    """Print recall by kind, and what is flagged in the undamaged text."""
    rng = random.Random(seed)  # noqa: S311 - to repeat a run, not to keep a secret
    total: Counter[str] = Counter()
    found: Counter[str] = Counter()
    words = false = 0
    for path in files:
        lines = [text for text in paragraphs(path, column) if text.strip()]
        texts = [" ".join(lines[at : at + join]) for at in range(0, len(lines), join)]
        middle = len(texts) // 2
        texts = {"first": texts[:middle], "second": texts[middle:], None: texts}[half]
        places = _places("\n\n".join(texts))
        words += sum(len(text.split()) for text in texts)
        false += len(places)
        content, breaks = damage(texts, rng)
        spans = [span for _, spans in _places(content) for span in spans]
        for kind, at in breaks:
            total[kind] += 1
            hit = any(start - _NEAR <= at <= end + _NEAR for start, end in spans)
            found[kind] += hit
            if missed and not hit:
                click.echo(f"missed {kind}: {safe(content[max(0, at - 60) : at + 60])}")
    for kind in sorted(total):
        click.echo(f"{kind}: {found[kind]} of {total[kind]} ({found[kind] / total[kind]:.2f})")
    recall = sum(found.values()) / sum(total.values())
    click.echo(f"all: recall {recall:.2f}; {false} flags in {words:,} undamaged words")
    click.echo(f"{1000 * false / words:.2f} flags per 1,000 undamaged words")


def _places(content: str) -> list[tuple[str, list[tuple[int, int]]]]:
    config = load_config(None).over({"select": _GROUPS}, COMMAND_LINE)
    findings = check(read_document("text.txt", content.encode()), config)
    return [
        (finding.rule, [(span.start, span.end) for span in finding.spans]) for finding in findings
    ]


if __name__ == "__main__":
    main()
