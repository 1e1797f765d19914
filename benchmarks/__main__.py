"""Measure Zhengming and its peers on made texts, and print the tables of the README."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import click

from benchmarks import measure, peers, texts
from glossary.compiled import open_termbase

_HEAD = "best s | median s | CPU s | peak MB"
_TERMS = ("check", "--select", "terminology")


class Benchmark:
    """The texts in a folder, and the measurements of them, each a table of lines."""

    def __init__(self, folder: Path, scale: float, runs: int) -> None:
        self.folder = folder
        self.runs = runs
        self.counts = [max(1, round(count * scale)) for count in (1, 34, 343)]
        self.concepts = [max(1, round(count * scale)) for count in (1_000, 10_000, 100_000)]
        self.inputs = {
            f"{count} article{'s' * (count > 1)}": texts.write_articles(folder / str(count), count)
            for count in dict.fromkeys(self.counts)
        }
        last = self.counts[-1]
        self.inputs[f"{last} articles as one file"] = texts.write_as_one(folder / "one.txt", last)

    def start_up(self) -> Iterator[str]:
        """Yield the times until a command answers: with its cache, and when it has to compile."""
        article = next(iter(self.inputs.values()))
        house = texts.write_glossary(self.folder / "house.yaml", 10)
        commands = {
            "--help": ["--help"],
            "lookup, Chinese": ["lookup", "高质量发展"],
            "lookup, English": ["lookup", "high quality growth"],
            "check, terminology": [*_TERMS, str(article)],
            "check, all rules": ["check", str(article)],
        }
        yield from _table("command", _HEAD)
        for name, arguments in commands.items():
            yield f"| {name} | {measure.repeat(measure.zhengming(*arguments), self.runs)} |"
        command = measure.zhengming("lookup", "高质量发展")
        cost = measure.run(command, {"XDG_CACHE_HOME": str(self.folder / "empty")})
        yield f"| lookup, everything compiled | {measure.summarize(command, [cost])} |"
        command = measure.zhengming("lookup", "高质量发展", "--glossary", house)
        costs = []
        for number in range(self.runs):
            texts.write_glossary(house, 11 + number)
            costs.append(measure.run(command))
        yield f"| lookup, a house glossary compiled | {measure.summarize(command, costs)} |"

    def matching(self) -> Iterator[str]:
        """Yield the times of terminology alone beside the peers, for each text."""
        known = peers.installed(self.folder, texts.wrong_forms())
        yield from _table("text | program", f"{_HEAD} | CPU times ours")
        for name, path in self.inputs.items():
            ours = measure.repeat(measure.zhengming(*_TERMS, path), self.runs)
            yield f"| {name} | zhengming | {ours} | 1 |"
            for peer, command in list(known.items()):
                try:
                    cost = measure.repeat(command(path), max(1, self.runs // 3))
                except RuntimeError as error:
                    yield f"| {name} | {peer} | {error} | | | | |"
                    del known[peer]  # the texts that follow are larger
                else:
                    yield f"| {name} | {peer} | {cost} | {cost.cpu / ours.cpu:.1f} |"

    def concepts_curve(self) -> Iterator[str]:
        """Yield the times of an article and of the folder with ever more concepts."""
        yield from _table("made-up concepts | text", f"{_HEAD} | compiled in s")
        for concepts in self.concepts:
            file = texts.write_glossary(self.folder / f"{concepts}.yaml", concepts)
            start = time.process_time()
            open_termbase([file])
            compiled = time.process_time() - start
            for name, path in list(self.inputs.items())[:2]:
                command = measure.zhengming(*_TERMS, "--glossary", file, path)
                cost = measure.repeat(command, self.runs)
                yield f"| {concepts:,} | {name} | {cost} | {compiled:.1f} |"

    def pairs(self) -> Iterator[str]:
        """Yield how many segment pairs a second the search for terms gets through, on one core."""
        termbase = open_termbase()
        words = [word for number in range(self.counts[1]) for word in texts.article(number).split()]
        english = [" ".join(words[at : at + 33]) for at in range(0, len(words) - 33, 33)]
        zh = "".join(concept.zh[0] + "的" for concept in list(termbase.concepts())[:400])
        chinese = [zh[at * 7 % 900 :][:50] for at in range(len(english))]
        best = min(self._pairs_once(english, chinese) for _ in range(self.runs + 1))
        yield f"{len(english) / best:,.0f} pairs of 33 words and 50 characters a second"

    def _pairs_once(self, english: list[str], chinese: list[str]) -> float:
        termbase = open_termbase()
        start = time.process_time()
        for ours, theirs in zip(english, chinese, strict=True):
            termbase.find_english(ours, theirs)
            termbase.find_chinese(theirs)
        return time.process_time() - start


def _table(first: str, rest: str) -> Iterator[str]:
    head = f"| {first} | {rest} |"
    yield head
    yield "|" + "---|" * (head.count("|") - 1)


@click.command()
@click.option("--runs", default=5, show_default=True, help="Runs of each command.")
@click.option("--scale", default=1.0, help="A part of all sizes, to try the benchmark itself.")
def main(runs: int, scale: float) -> None:
    """Measure Zhengming, and peers that are installed, on made texts of 29 kB to 10 MB."""
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    click.echo(f"Python {platform.python_version()}, {system}; {runs} runs\n")
    with tempfile.TemporaryDirectory() as folder:
        benchmark = Benchmark(Path(folder), scale, runs)
        for title, lines in (
            ("Start-up", benchmark.start_up),
            ("Terminology beside the peers", benchmark.matching),
            ("Number of concepts", benchmark.concepts_curve),
            ("Segment pairs", benchmark.pairs),
        ):
            click.echo(f"### {title}\n")
            for line in lines():
                click.echo(line)
                sys.stdout.flush()
            click.echo()


if __name__ == "__main__":
    main()
