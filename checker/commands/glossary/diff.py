"""Show what changed between two glossaries, and what that means for articles."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from checker.engine import run
from checker.entries import exit_with
from checker.finding import Finding
from checker.request import Request
from checker.result import Checked, Result
from checker.terminal import paint, safe, wants_color
from glossary.compiler import compile_glossary
from glossary.diff import Change, compare
from glossary.files import base_files, folder_files, user_files
from glossary.loader import load
from glossary.model import Glossary
from glossary.problem import ProblemsError
from glossary.termbase import Termbase

_COLORS = {"added": "green", "removed": "red", "changed": "yellow"}
_GLOSSARY = click.Path(exists=True, path_type=Path)


@click.command()
@click.argument("old", type=_GLOSSARY)
@click.argument("new", type=_GLOSSARY)
@click.option(
    "--against",
    "paths",
    multiple=True,
    type=click.Path(exists=True),
    help="Also check these drafts with both, and show which findings come and go; repeatable.",
)
def command(old: Path, new: Path, paths: tuple[str, ...]) -> None:
    """Show what changed between two glossaries, and what that means for articles.

    OLD and NEW are glossary files, laid over the shipped glossary, or folders of glossary files,
    which stand alone.

    \b
    Examples:
      zhengming glossary diff house.yaml house-new.yaml
      zhengming glossary diff old/terms glossary/terms --against articles/

    \b
    Exit codes:
      0  no article newly fails
      1  an article passes with OLD and fails with NEW
      2  a glossary or a draft cannot be used
    """
    try:
        before, after = _load(old), _load(new)
        changes = list(compare(before, after))
        results = [run(_request(paths, one)) for one in (before, after) if paths]
    except ProblemsError as error:
        exit_with(error.problems)
    color = wants_color(sys.stdout)
    for change in changes:
        click.echo("\n".join(_shown(change, color)))
    kinds = Counter(change.kind for change in changes)
    click.echo(", ".join(f"{kinds[kind]} {kind}" for kind in _COLORS))
    if results:
        _compare_articles(results[0], results[1], color)


def _load(path: Path) -> Glossary:
    if path.is_dir():
        return load(folder_files(path))
    return load([*base_files(), *user_files([path])])


def _request(paths: tuple[str, ...], glossary: Glossary) -> Request:
    return Request(paths, termbase=Termbase(compile_glossary(glossary)))


def _shown(change: Change, color: bool) -> Iterator[str]:
    yield f"{paint(change.kind, color, fg=_COLORS[change.kind])} {safe(change.concept)}"
    for detail in change.details:
        yield f"  {safe(detail)}"


def _compare_articles(before: Result, after: Result, color: bool) -> None:
    """Show the findings that come and go, and exit as the articles newly fail or not."""
    new_failures = 0
    for old, new in zip(before.checked, after.checked, strict=True):
        lines = list(_moves(old, new, color))
        new_failures += new.fails and not old.fails
        if lines:
            verdict = {(False, True): "newly fails", (True, False): "newly passes"}
            said = verdict.get((old.fails, new.fails), "changes")
            click.echo("\n".join([f"\n{safe(new.document.path)} {said}", *lines]))
    click.echo(f"\n{len(after.checked)} articles, {new_failures} newly failing")
    if after.problems:
        exit_with(after.problems)
    if new_failures:
        sys.exit(1)


def _moves(old: Checked, new: Checked, color: bool) -> Iterator[str]:
    for mark, one, other, style in (("-", old, new, "green"), ("+", new, old, "red")):
        known = {_key(finding) for finding in other.findings}
        for finding in one.findings:
            if _key(finding) not in known:
                line, column = one.document.lines.locate(finding.spans[0].start)
                told = f"  {mark} {line}:{column} {finding.rule}: {safe(finding.message)}"
                yield paint(told, color, fg=style)


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.concept, finding.message, finding.spans
