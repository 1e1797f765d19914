"""Pairs a second of one core over the bilingual rules, and where the time goes.

``python -m evals.throughput FILE``: every column of the table but the Chinese is a translation;
they are checked one after another, as often as it takes to come to 20,000 pairs. Time is process
time; the glossary is opened, and one translation checked, before the clock starts.
"""

from __future__ import annotations

import cProfile
import pstats
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

import click

from checker.checking import check
from checker.config import COMMAND_LINE, Config
from checker.document import Document
from checker.rule import Need
from evals.bilingual import Pair, configuration, document, read_pairs, table


def seconds(batches: Sequence[Sequence[Pair]], config: Config, runs: int) -> float:
    """Return the process time that checks take: of each batch, the quickest of some runs."""
    return sum(min(_once(pairs, config) for _ in range(runs)) for pairs in batches)


def _once(pairs: Sequence[Pair], config: Config) -> float:
    made = document(pairs)
    start = time.process_time()
    check(made, config)
    return time.process_time() - start


def check_all(documents: Sequence[Document], config: Config) -> int:
    """Return the number of findings."""
    return sum(len(check(one, config)) for one in documents)


def without_terms(config: Config) -> Config:
    """Return a configuration without the rules that ask the glossary."""
    rules = [one.id for one in config.enabled() if Need.TERMS not in one.rule.needs]
    return config.over({"select": tuple(rules)}, COMMAND_LINE)


def batches_of(file: Path, source: str, least: int) -> list[list[Pair]]:
    """Return at least so many pairs, one batch a translation."""
    columns = [name for name in table(file)[0] if name not in ("line", source)]
    translations = [read_pairs(file, source, column, None) for column in columns]
    needed = -(-least // max(1, min(map(len, translations))))
    return list(islice(cycle(translations), needed))


def profile(batches: Sequence[Sequence[Pair]], config: Config, shown: int) -> None:
    """Print the functions with the most time of their own, then those with the most in all."""
    documents = [document(pairs) for pairs in batches]
    profiler = cProfile.Profile()
    profiler.runcall(check_all, documents, config)
    for order in ("tottime", "cumtime"):
        pstats.Stats(profiler).strip_dirs().sort_stats(order).print_stats(shown)


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--source", default="source", show_default=True, help="The column with the Chinese.")
@click.option("--pairs", "least", default=20000, show_default=True)
@click.option("--runs", default=1, show_default=True, help="The quickest counts: others use cores.")
@click.option("--select", "-s", multiple=True, help="These rules or groups instead; repeatable.")
@click.option("--each", is_flag=True, help="Also each rule alone.")
@click.option("--profile", "shown", default=0, help="Show this many functions of a profile.")
def main(
    file: Path, source: str, least: int, runs: int, select: tuple[str, ...], each: bool, shown: int
) -> None:
    """Print pairs a second with and without the rules that ask the glossary."""
    batches = batches_of(file, source, least)
    total = sum(map(len, batches))
    config = configuration(select)
    start = time.perf_counter()
    check(document(batches[0][:1]), config)
    click.echo(f"opening the glossary and the first pair: {time.perf_counter() - start:.2f} s")
    check(document(batches[0]), config)
    measured = {"all bilingual rules": config}
    if without_terms(config).select:
        measured["those without the glossary"] = without_terms(config)
    if each:
        for rule in config.enabled():
            measured[rule.id] = config.over({"select": (rule.id,)}, COMMAND_LINE)
    for name, rules in measured.items():
        taken = seconds(batches, rules, runs)
        click.echo(f"{name}: {total:,} pairs in {taken:.2f} s, {total / taken:,.0f} pairs a second")
    if shown:
        profile(batches[:4], config, shown)


if __name__ == "__main__":
    main()
