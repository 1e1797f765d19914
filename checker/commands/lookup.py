"""Look terms up: Chinese, pinyin, English, a wrong form, a typo."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from checker.entries import answer_option, form_lines, glossary_option, open_or_exit
from checker.terminal import json_text, paint, safe, wants_color
from glossary.model import Concept, Status
from glossary.search import EXACT, LIMIT, Answer, Match, look_up


@click.command()
@click.argument("queries", nargs=-1, required=True, metavar="QUERY...")
@answer_option("How to answer.")
@click.option(
    "--limit",
    "-n",
    type=click.IntRange(min=1),
    default=LIMIT,
    show_default=True,
    help="Most concepts for each query.",
)
@glossary_option
def command(queries: tuple[str, ...], form: str, limit: int, files: tuple[Path, ...]) -> None:
    """Look terms up.

    QUERY is Chinese (simplified or traditional), pinyin with or without tones, English, a wrong
    form, or any of these with a typo; - reads one query a line from standard input.

    \b
    Examples:
      zhengming lookup 双城经济圈
      zhengming lookup "cheng yu" "dual-city economic circle"
      zhengming lookup - --format json < terms.txt

    \b
    Exit codes:
      0  every query was answered
      1  a query was not
      2  the glossary cannot be used
    """
    termbase = open_or_exit(files)
    answers = [look_up(termbase, query, limit) for query in _queries(queries)]
    if form == "json":
        click.echo(json_text([_plain(answer) for answer in answers]))
    else:
        color = wants_color(sys.stdout)
        for answer in answers:
            click.echo("\n".join(_shown(answer, color)), color=color)
    sys.exit(0 if all(answer.matches for answer in answers) else 1)


def _queries(queries: tuple[str, ...]) -> Iterator[str]:
    for query in queries:
        if query == "-":
            lines = sys.stdin.buffer.read().decode("utf-8", errors="replace").splitlines()
            yield from (line.strip() for line in lines if line.strip())
        else:
            yield query


def _plain(answer: Answer) -> dict[str, Any]:
    data: dict[str, Any] = {
        "query": answer.query,
        "matches": [_match(match) for match in answer.matches],
    }
    return data if answer.matches else {**data, "nearest": list(answer.nearest)}


def _match(match: Match) -> dict[str, Any]:
    concept = match.concept
    return {
        "id": concept.id,
        "zh": list(concept.zh),
        "preferred": concept.preferred.text,
        "admitted": _forms(concept, Status.ADMITTED),
        "deprecated": _forms(concept, Status.DEPRECATED),
        "matched": match.matched,
        "score": round(match.score, 3),
    }


def _forms(concept: Concept, status: Status) -> list[str]:
    return [term.text for term in concept.forms("en", status)]


def _shown(answer: Answer, color: bool) -> Iterator[str]:
    if not answer.matches:
        near = "; the nearest: " + ", ".join(answer.nearest) if answer.nearest else ""
        yield f"{safe(answer.query)}: not in the glossary{safe(near)}"
        yield ""
    if answer.matches and answer.matches[0].score < EXACT:
        yield f"{safe(answer.query)}: no entry has just this; the nearest"
    for match in answer.matches:
        concept = match.concept
        yield f"{safe('、'.join(concept.zh))}  {paint(concept.id, color, dim=True)}"
        yield from form_lines(concept, color)
        if concept.authority:
            yield f"    source: {safe(concept.authority)}"
        yield ""
