"""Man pages, one for each command: ``python -m checker.manpages FOLDER``.

They are made from the commands' help by click-man, which is in the extra "dev".
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from click_man.core import generate_man_page

from checker import __version__
from checker.cli import app


def contexts(context: click.Context) -> Iterator[click.Context]:
    """Yield the context of a command, then those of all commands in it."""
    yield context
    command = context.command
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner:
                yield from contexts(click.Context(inner, info_name=name, parent=context))


def write(folder: Path) -> None:
    """Write all pages into a folder, which is made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for context in contexts(click.Context(app, info_name="zhengming")):
        page = generate_man_page(context, version=__version__)
        name = f"{context.command_path.replace(' ', '-')}.1"
        (folder / name).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
