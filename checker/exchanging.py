"""What the commands share that write or read a format of several."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from checker.memory import Memory
    from glossary.format import Format

    Formats = Mapping[str, Format] | Mapping[str, Memory]


def format_option(named: str, formats: Formats) -> Callable[[Any], Any]:
    """Give a command the option ``--format``; ``named`` is the file whose name may say it."""
    return click.option(
        "--format",
        "-f",
        "form",
        type=click.Choice(list(formats)),
        help=f"The format; without it, what the name of {named} says.",
    )


def force_option(command: Any) -> Any:
    """Give a command the option ``--force``."""
    return click.option("--force", is_flag=True, help="Replace the output if it is there.")(command)


def format_of(path: Path | None, formats: Formats) -> str:
    """Return which of some formats a file's name stands for, or ask for ``--format``.

    Raises:
        UsageError: the name stands for none.
    """
    suffix = path.suffix.lower() if path else ""
    for name, form in formats.items():
        if suffix in form.suffixes:
            return name
    named = f'"{suffix}" is no format; ' if suffix else ""
    raise click.UsageError(f"{named}give one with --format: {', '.join(formats)}")


def refuse_to_replace(path: Path | None, force: bool) -> None:
    """Stop before a file is written over that nobody offered.

    Raises:
        UsageError: the file is there, and ``force`` is not given.
    """
    if path is not None and path.exists() and not force:
        raise click.UsageError(f"{path} is there already; --force replaces it")
