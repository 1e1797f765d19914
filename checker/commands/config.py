"""Show what a run would do, and where each value comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from checker.config import FILE_NAME, Config, profiles
from checker.entries import exit_with
from checker.request import Request, config_for, ignored_by_path, is_excluded
from checker.terminal import safe
from glossary.problem import Problem, ProblemsError

DEFAULT = "the default"


@click.command()
@click.argument("path", default=".", metavar="[PATH]")
@click.option(
    "--config",
    "-c",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Use this configuration and search for no other.",
)
@click.option("--profile", type=click.Choice(profiles()), help="House style.")
def command(path: str, config: Path | None, profile: str | None) -> None:
    """Show what a run on PATH would do, and where each value comes from.

    The nearest .zhengming.yaml at or above a file holds for it.

    \b
    Examples:
      zhengming config
      zhengming config articles/draft.md --profile strict
    """
    if not Path(path).exists():
        exit_with([Problem(path, 0, 0, "there is no such file or folder")])
    inside = str(Path(path) / FILE_NAME) if Path(path).is_dir() else path
    try:
        found = config_for(inside, Request((inside,), config, profile))
    except ProblemsError as error:
        exit_with(error.problems)
    for line in _lines(found):
        click.echo(safe(line))
    silent = ignored_by_path(path, found)
    rules = ", ".join(info.id for info in found.enabled(silent))
    click.echo(f"\n# enabled rules: {rules or 'none'}")
    if silent:
        click.echo(f"# silent for this path: {', '.join(silent)}")
    if not Path(path).is_dir() and is_excluded(Path(path), Request((path,), config, profile)):
        click.echo("# excluded: checked only when it is named")


def _lines(config: Config) -> Iterator[str]:
    """Yield the configuration as it would stand in a file, each value with its origin."""
    origins = dict(config.origins)
    plain = {
        "select": ("select", list(config.select)),
        "ignore": ("ignore", list(config.ignore)),
        "fail-on": ("fail_on", config.fail_on.label),
        "date": ("day", str(config.day) if config.day else None),
        "glossary": ("glossary", [str(path) for path in config.glossary]),
        "source": ("source", config.source),
        "exclude": ("exclude", list(config.exclude)),
        "per-path": ("per_path", {pattern: list(names) for pattern, names in config.per_path}),
    }
    for key, (name, value) in plain.items():
        if value:
            yield f"{key}: {json.dumps(value, ensure_ascii=False)}  # {origins.get(name, DEFAULT)}"
    rules: dict[str, dict[str, Any]] = {}
    for rule, severity in config.severities:
        rules.setdefault(rule, {})["severity"] = severity.label
    for rule, options in config.options:
        own = {key.replace("_", "-"): value for key, value in options}
        rules.setdefault(rule, {}).update(own)
    if any(rules.values()):
        yield f"rules: {json.dumps(rules, ensure_ascii=False)}  # {origins.get('options', DEFAULT)}"
