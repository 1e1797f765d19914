"""Glossary entries as they are shown on a terminal, and what commands that read them share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from checker import plugins
from checker.config import INSTALLED, find_config, load_config
from checker.terminal import paint, safe, tell_compiling
from glossary.compiled import open_termbase
from glossary.model import Concept, Term, TermType
from glossary.problem import Problem, ProblemsError
from glossary.termbase import Termbase


def glossary_option(command: Any) -> Any:
    """Give a command the option ``--glossary``, whose value is a tuple of paths ``files``."""
    return click.option(
        "--glossary",
        "-g",
        "files",
        multiple=True,
        type=_GlossaryFile(exists=True, dir_okay=False, path_type=Path),
        help="Lay a glossary file (@name: an installed one) over the shipped one; repeatable.",
    )(command)


class _GlossaryFile(click.Path):
    """A path, or ``@name`` for the glossary that an installed distribution offers."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value).startswith(INSTALLED):
            return super().convert(value, param, ctx)
        try:
            return plugins.glossary(str(value)[1:])
        except LookupError as error:
            self.fail(safe(str(error.args[0])), param, ctx)


def answer_option(help_text: str) -> Callable[[Any], Any]:
    """Give a command the option ``--format``, whose value ``form`` is ``text`` or ``json``."""
    return click.option(
        "--format",
        "-f",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help=help_text,
    )


def open_or_exit(files: Sequence[Path]) -> Termbase:
    """Return the glossary, or tell what is wrong with it and exit with 2."""
    try:
        return open_termbase(all_files(files), on_compile=tell_compiling)
    except ProblemsError as error:
        exit_with(error.problems)


def all_files(files: Sequence[Path]) -> tuple[Path, ...]:
    """Return the user's glossary files: those of the nearest configuration, then the given ones.

    Raises:
        ProblemsError: the configuration is faulty.
    """
    return (*load_config(find_config(Path.cwd())).glossary, *files)


def exit_with(problems: Iterable[Problem]) -> NoReturn:
    """Tell problems on standard error and exit with 2."""
    for problem in problems:
        click.echo(f"error: {safe(str(problem))}", err=True)
    raise SystemExit(2)


def form_lines(concept: Concept, color: bool) -> Iterator[str]:
    """Yield a line for each English form: right or wrong, its status, dates and note."""
    for term in concept.forms("en"):
        mark = paint("✓", color, fg="green") if term.is_good else paint("✗", color, fg="red")
        facts = paint(f"[{', '.join(_facts(term))}]", color, dim=True)
        note = f"  {safe(term.note)}" if term.note else ""
        yield f"  {mark} {safe(term.text)}  {facts}{note}"


def entry_lines(concept: Concept, color: bool) -> Iterator[str]:
    """Yield the whole entry."""
    yield f"{paint(concept.id, color, bold=True)}  {safe('、'.join(concept.zh))}"
    if concept.definition:
        yield f"  {safe(concept.definition)}"
    yield from form_lines(concept, color)
    for source in concept.sources:
        url = f" <{source.url}>" if source.url else ""
        yield f"  source: {safe(f'{source}{url}')}"
    mixing = "free" if concept.free_mixing else "strict"
    yield f"  confidence: {concept.confidence.value}; mixing: {mixing}"
    for example in concept.examples:
        found = f"  → {example.finds}" if example.finds else ""
        yield f"  example: {safe(example.en + found)}"
    yield f"  written at {safe(concept.location.path)}:{concept.location.line}"


def _facts(term: Term) -> Iterator[str]:
    yield term.status.value
    if term.fault:
        yield term.fault.value
    elif term.type is not TermType.FULL:
        yield term.type.value
    if term.since:
        yield f"since {term.since}"
    if term.until:
        yield f"until {term.until}"
