"""Recall on errors put into good translations, and false alarms on the undamaged ones.

``python -m evals.injected_pairs FILE --target ref-A --half first --peers``; the seed is fixed, so
runs can be compared. In each round a quarter of the segments get one error each. An error is
found if there is a flag that the undamaged text does not have, at the place of the error; where
words were left out, or the checker tells no place, anywhere in the segment.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import click

from checker.terminal import safe
from evals import bilingual_peers
from evals.bilingual import Flag, Pair, configuration, ours, read_pairs
from evals.damage import Damage, Good
from evals.damage_figures import calendar, digit, magnitude, other_unit
from evals.damage_words import omission, other_name, other_province, other_term, series
from glossary.compiled import open_termbase

# A flag counts if it comes this near to the error, in characters.
_NEAR = 12
_SHARE = 0.25

KINDS: tuple[Callable[[Good], Iterator[Damage]], ...] = (
    magnitude, digit, calendar, other_unit, other_name, other_province, omission, series,
    other_term,
)  # fmt: skip
NAMES = (
    "magnitude",
    "digit",
    "date",
    "unit",
    "name",
    "place",
    "omission",
    "list",
    "term",
    "term-word",
)

Checker = Callable[[Sequence[Pair]], list[Flag]]


class Injector:
    """Damages translations, of each kind about as many as of the others."""

    def __init__(self, seed: int, kinds: Sequence[str]) -> None:
        self._rng = random.Random(seed)  # noqa: S311 - to repeat a run, not to keep a secret
        self._termbase = open_termbase()
        self._kinds = kinds
        self._used: Counter[str] = Counter()
        self._done: set[tuple[int, str]] = set()

    def round(self, pairs: Sequence[Pair]) -> dict[int, Damage]:
        """Return an error for each of a quarter of the pairs, by number; none comes twice."""
        damaged: dict[int, Damage] = {}
        wanted = round(_SHARE * len(pairs))
        for number in self._rng.sample(range(len(pairs)), len(pairs)):
            found = self._damage(number, pairs[number]) if len(damaged) < wanted else None
            if found:
                damaged[number] = found
        return damaged

    def _damage(self, number: int, pair: Pair) -> Damage | None:
        good = Good(*pair, self._rng, self._termbase)
        possible = [
            damage
            for kind in KINDS
            for damage in kind(good)
            if damage.kind in self._kinds and (number, damage.text) not in self._done
        ]
        if not possible:
            return None
        rarest = min((damage.kind for damage in possible), key=lambda kind: self._used[kind])
        chosen = self._rng.choice([damage for damage in possible if damage.kind == rarest])
        self._used[rarest] += 1
        self._done.add((number, chosen.text))
        return chosen


def _fresh(flags: Iterable[Flag], clean: Iterable[Flag], before: str, after: str) -> list[Flag]:
    """Return the flags of a damaged segment that the undamaged one does not have."""
    known = Counter((flag.rule, _marked(flag, before)) for flag in clean)
    fresh = []
    for flag in flags:
        key = (flag.rule, _marked(flag, after))
        known[key] -= 1
        if known[key] < 0:
            fresh.append(flag)
    return fresh


def _marked(flag: Flag, text: str) -> str:
    """Return the marked words, or nothing where the whole segment is meant."""
    marked = text[flag.start : flag.end]
    return "" if marked == text else marked


def _hits(damage: Damage, flag: Flag) -> bool:
    """Whether a flag is at an error."""
    if flag.start is None or flag.end is None or damage.start == damage.end:
        return True
    return flag.start - _NEAR <= damage.end and damage.start <= flag.end + _NEAR


@dataclass
class Tally:
    """What one checker found of the errors, and flagged in undamaged segments."""

    total: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    by: Counter[tuple[str, str]] = field(default_factory=Counter)
    clean: Counter[str] = field(default_factory=Counter)
    segments: int = 0
    spilled: int = 0
    undamaged: int = 0

    def add_clean(self, flags: Sequence[Flag], count: int) -> None:
        """Count what is flagged in the text without errors: a segment once for each rule."""
        self.segments += count
        self.clean.update(rule for rule, _ in {(flag.rule, flag.number) for flag in flags})

    def add(
        self,
        pairs: Sequence[Pair],
        damaged: dict[int, Damage],
        clean: Sequence[Flag],
        flags: Sequence[Flag],
    ) -> list[int]:
        """Count a round; return the segments whose error was missed."""
        missed = []
        for number, damage in damaged.items():
            fresh = _fresh(
                (flag for flag in flags if flag.number == number),
                (flag for flag in clean if flag.number == number),
                pairs[number][1],
                damage.text,
            )
            rules = {flag.rule for flag in fresh if _hits(damage, flag)}
            self.total[damage.kind] += 1
            self.found[damage.kind] += bool(rules)
            self.by.update((damage.kind, rule) for rule in rules)
            if not rules:
                missed.append(number)
        self.undamaged += len(pairs) - len(damaged)
        # A problem of several places, of which one is damaged, is the error's own.
        own = {flag.problem for flag in flags if flag.number in damaged} - {None}
        others = [flag for flag in flags if flag.number not in damaged and flag.problem not in own]
        self.spilled += len({(flag.rule, flag.number) for flag in others})
        return missed

    def lines(self) -> Iterator[str]:
        """Yield the figures."""
        for kind, total in sorted(self.total.items()):
            rules = [(rule, count) for (of, rule), count in self.by.most_common() if of == kind]
            names = ", ".join(f"{rule} {count}" for rule, count in rules[:4]) or "none"
            hits = self.found[kind]
            yield f"  {kind}: {hits} of {total} ({hits / total:.2f}): {names}"
        recall = self.found.total() / max(1, self.total.total())
        yield f"  all: recall {recall:.3f} on {self.total.total()} errors"
        yield (
            f"  flags in the text without errors: {self.clean.total()} in {self.segments} segments"
            f" ({100 * self.clean.total() / max(1, self.segments):.2f} per 100): "
            + (", ".join(f"{rule} {count}" for rule, count in self.clean.most_common(6)) or "none")
        )
        yield (
            f"  flags in undamaged segments beside damaged ones: {self.spilled} in "
            f"{self.undamaged} ({100 * self.spilled / max(1, self.undamaged):.2f} per 100)"
        )


def checkers(select: Sequence[str], *, apart: bool, peers: bool) -> dict[str, Checker]:
    """Return what is measured, by name: ours, and the peers with all tests and with some."""
    config = configuration(select)
    found: dict[str, Checker] = {"zhengming": partial(ours, config=config, apart=apart)}
    for program, peer in (bilingual_peers.installed() if peers else {}).items():
        found[f"{program}, all tests"] = peer
        found[f"{program}, tests of content"] = partial(_content, program, peer)
    return found


def _told(pair: Pair, damage: Damage) -> str:
    """Return an error on two lines, the Chinese first."""
    start, end = damage.start, damage.end
    marked = f"{damage.text[:start][-60:]}[{damage.text[start:end]}]{damage.text[end:][:40]}"
    gone = f" (was {pair[1][start:][:40]})" if start == end else ""
    return f"missed {damage.kind}: {safe(pair[0])}\n  {safe(marked)}{safe(gone)}"


def _content(name: str, peer: Checker, pairs: Sequence[Pair]) -> list[Flag]:
    return bilingual_peers.content_alone(name, peer(pairs))


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--source", default="source", show_default=True, help="The column with the Chinese.")
@click.option("--target", default="ref-A", show_default=True, help="A column of good English.")
@click.option("--half", type=click.Choice(["first", "second"]), help="Only this half of the lines.")
@click.option("--seed", default=20240305, show_default=True)
@click.option("--rounds", default=8, show_default=True)
@click.option(
    "--kind", multiple=True, type=click.Choice(NAMES), help="Only these kinds of error; repeatable."
)
@click.option("--select", "-s", multiple=True, help="These rules or groups instead; repeatable.")
@click.option("--apart", is_flag=True, help="Each line is a document of its own.")
@click.option("--peers", is_flag=True, help="Also measure the other checkers that are installed.")
@click.option("--missed", is_flag=True, help="Show the errors that we missed.")
def main(
    file: Path,
    source: str,
    target: str,
    half: str | None,
    seed: int,
    rounds: int,
    kind: tuple[str, ...],
    select: tuple[str, ...],
    apart: bool,
    peers: bool,
    missed: bool,
) -> None:
    """Print recall by kind, with the rules that found the errors, and what else was flagged."""
    pairs = read_pairs(file, source, target, half)
    measured = checkers(select, apart=apart, peers=peers)
    tallies = {name: Tally() for name in measured}
    clean = {name: flags(pairs) for name, flags in measured.items()}
    for name, flags in clean.items():
        tallies[name].add_clean(flags, len(pairs))
    injector = Injector(seed, kind or NAMES)
    for _ in range(rounds):
        damaged = injector.round(pairs)
        texts = [
            (chinese, damaged[number].text if number in damaged else english)
            for number, (chinese, english) in enumerate(pairs)
        ]
        for name, checker in measured.items():
            gone = tallies[name].add(pairs, damaged, clean[name], checker(texts))
            if missed and name == "zhengming":
                click.echo("\n".join(_told(pairs[number], damaged[number]) for number in gone))
    for name, tally in tallies.items():
        click.echo("\n".join([f"{name}:", *tally.lines()]))


if __name__ == "__main__":
    main()
