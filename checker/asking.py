"""The options by which commands ask for a run, and the request that they make."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from checker.config import profiles, rule_names
from checker.entries import glossary_option
from checker.finding import Severity
from checker.request import Request
from checker.terminal import safe
from glossary.problem import near_match


def _names(ctx: click.Context, param: click.Parameter, value: Sequence[str]) -> tuple[str, ...]:
    names = tuple(name.strip() for item in value for name in item.split(",") if name.strip())
    for name in names:
        if name not in rule_names():
            near = near_match(name, rule_names())
            raise click.BadParameter(f'there is no rule or group "{safe(name)}"{near}')
    return names


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    return [name for name in rule_names() if name.startswith(incomplete)]


_OPTIONS = (
    click.option(
        "--profile", type=click.Choice(profiles()), help='House style; the default is "default".'
    ),
    click.option(
        "--select",
        "-s",
        multiple=True,
        callback=_names,
        shell_complete=_complete,
        metavar="NAME",
        help="Only these rules or groups (terminology, accuracy, fluency, typography, "
        "experimental); comma-separated or repeated.",
    ),
    click.option(
        "--ignore",
        "-i",
        multiple=True,
        callback=_names,
        shell_complete=_complete,
        metavar="NAME",
        help="Not these rules or groups.",
    ),
    glossary_option,
    click.option(
        "--date",
        "day",
        type=click.DateTime(["%Y-%m-%d"]),
        help="The date of the text: names that were right on that day are right.",
    ),
    click.option(
        "--source",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help="The Chinese of the one draft; without it, the file beside it that is named alike: "
        "draft.zh.md for draft.en.md or draft.md.",
    ),
    click.option("--no-source", is_flag=True, help="Check the English alone."),
    click.option(
        "--config",
        "-c",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Use this configuration and search for no other.",
    ),
)


def run_options(command: Any) -> Any:
    """Give a command the options that say what is looked for."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def make_request(
    paths: tuple[str, ...],
    profile: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    files: tuple[Path, ...],
    day: datetime | None,
    config: Path | None,
    source: Path | None,
    no_source: bool,
    fail_on: str | None = None,
    **more: Any,
) -> Request:
    """Return the request of these options; ``more`` are further fields of it.

    Raises:
        UsageError: a source is given for more than one draft, or together with ``--no-source``.
    """
    if source and no_source:
        raise click.UsageError("--source or --no-source, not both")
    if source and (len(paths) != 1 or Path(paths[0]).is_dir()):
        raise click.UsageError("--source is the source of one draft; name that draft alone")
    overrides: dict[str, Any] = {}
    if select:
        overrides["select"] = select
    if ignore:
        overrides["ignore"] = ignore
    if fail_on:
        overrides["fail_on"] = Severity[fail_on.upper()]
    if files:
        overrides["glossary"] = files
    if day:
        overrides["day"] = date(day.year, day.month, day.day)
    return Request(paths, config, profile, overrides, source=source, alone=no_source, **more)
