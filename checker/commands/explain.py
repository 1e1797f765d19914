"""Tell why something was found on a line, or why nothing was; or what a rule looks for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from checker.asking import make_request, run_options
from checker.commands.rules import command as rules_command
from checker.commands.rules import complete
from checker.entries import exit_with
from checker.explaining import Explanation, Form, explain
from checker.files import read_file
from checker.reader import read_document
from checker.rule import ENGINE_FINDINGS, all_rules
from checker.terminal import paint, safe, wants_color
from glossary.problem import ProblemsError


@click.command()
@click.argument("what", metavar="FILE:LINE|RULE", shell_complete=complete)
@run_options
def command(what: str, **asked: Any) -> None:
    """Tell why something was found on a line of a file, or why nothing was.

    For each finding: the rule, the entry and its authority. Then what a rule saw and the run does
    not report, and why; which words are right forms of the glossary; which look like a form and
    are not taken for one, and why. With the name of a rule instead: its page.

    \b
    Examples:
      zhengming explain draft.md:12
      zhengming explain missing-term

    \b
    Exit codes:
      0  it was told
      2  the file, its configuration or glossary cannot be used
    """
    if what in all_rules() or what in ENGINE_FINDINGS:
        click.get_current_context().invoke(rules_command, rule=what)
        return
    path, _, number = what.rpartition(":")
    if not path or not number.isdigit():
        raise click.UsageError("expected FILE:LINE, for example draft.md:12, or the name of a rule")
    try:
        document = read_document(path, read_file(path))
        told = explain(document, int(number), make_request(paths=(path,), **asked))
    except ProblemsError as error:
        exit_with(error.problems)
    except IndexError as error:
        raise click.UsageError(f"{safe(path)} has no line {number}: {error}") from error
    click.echo("\n".join(_lines(told, color=wants_color(sys.stdout))))


def _lines(told: Explanation, *, color: bool) -> Iterator[str]:
    document = told.document
    yield paint(safe(document.text(told.line).strip()) or "(an empty line)", color, bold=True)
    source = document.source_file.path if document.source_file else "none"
    beside = "in the file" if document.has_source and not document.source_file else source
    yield f"read as {document.format}; source: {safe(beside)}; {_origin(told)}"
    yield from _block("found", (line for one in told.found for line in _found(one, told)), color)
    silent = (f"{one.finding.rule}: {one.finding.message} – {one.reason}" for one in told.silent)
    yield from _block("seen and not reported", silent, color)
    good = (one for one in told.forms if one.reason is None)
    yield from _block("right forms of the glossary", map(_right, good), color)
    others = sorted((one for one in told.forms if one.reason), key=lambda one: one.text)
    yield from _block("not taken for a term", _others(others), color)
    idle = (
        f"{', '.join(name for name, _ in group)}: {why}"
        for why, group in groupby(sorted(told.idle, key=lambda pair: pair[1]), lambda pair: pair[1])
    )
    yield from _block("rules that did not run", idle, color)


def _origin(told: Explanation) -> str:
    configuration = Path(told.config.folder, ".zhengming.yaml")
    day = f"date {told.document.date or told.config.day}; " if _has_day(told) else "no date; "
    where = str(configuration) if configuration.is_file() else "no configuration file"
    return f"{day}{safe(where)}"


def _has_day(told: Explanation) -> bool:
    return (told.document.date or told.config.day) is not None


def _block(title: str, lines: Iterator[str], color: bool) -> Iterator[str]:
    shown = list(lines)
    if shown:
        yield ""
        yield paint(title, color, fg="blue")
        yield from (f"  {safe(line)}" for line in shown)


def _found(finding: Any, told: Explanation) -> Iterator[str]:
    yield f"{finding.severity.label} {finding.rule}: {finding.message}"
    for span in finding.source_spans[:1]:
        text = told.document.source_text(span)
        yield f"  source: {told.document.source_place(span)} {text}"
    if finding.suggestions:
        yield f"  write: {' | '.join(finding.suggestions[:3])}"
    if finding.concept:
        yield f"  entry: {finding.concept} (zhengming glossary show {finding.concept})"
    if finding.authority:
        yield f"  authority: {finding.authority}"
    yield f"  rule: zhengming explain {finding.rule}"


def _right(form: Form) -> str:
    return f"“{form.text}”: {form.term.status.value} for {form.concept.zh[0]} ({form.concept.id})"


def _others(forms: list[Form]) -> Iterator[str]:
    for text, group in groupby(forms, lambda form: form.text):
        for form in group:
            status = f"{form.term.status.value} for {form.concept.zh[0]}"
            yield f"“{text}” ({status}, {form.concept.id}): {form.reason}"
