"""``zhengming config``."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from pathlib import Path
from typing import Any

import click

from checker.config import FILE_NAME, profiles
from checker.engine import Request, config_for
from checker.entries import exit_with
from glossary.problem import ProblemsError


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
    inside = str(Path(path) / FILE_NAME) if Path(path).is_dir() else path
    try:
        found = config_for(inside, Request((inside,), config, profile))
    except ProblemsError as error:
        exit_with(error.problems)
    origins = dict(found.origins)
    for field in fields(found):
        if field.name not in {"origins", "folder"}:
            value = _shown(getattr(found, field.name))
            origin = origins.get(field.name, "the default")
            click.echo(f"{field.name.replace('_', '-')}: {value}  # {origin}")
    rules = ", ".join(info.id for info in found.enabled())
    click.echo(f"\nenabled rules: {rules}")


def _shown(value: Any) -> str:
    if value in ((), None):
        return "none"
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, tuple):
        return ", ".join(_shown(item) for item in value)
    return str(value)
