"""A group of commands that are files of a package, each loaded when it is used."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path
from typing import Any

import click


class LazyGroup(click.Group):
    """A group that imports a command only when it is called, so that start-up stays fast.

    The command of a file is its ``command``; ``import_.py`` is named ``import``. A package among
    the files is a group of its own.
    """

    def __init__(self, *args: Any, package: str, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._package = package

    def _files(self) -> dict[str, str]:
        path = import_module(self._package).__path__
        return {info.name.rstrip("_"): info.name for info in pkgutil.iter_modules(path)}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted(self._files())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        file = self._files().get(cmd_name)
        if file is None:
            return None
        command: click.Command = import_module(f"{self._package}.{file}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with the first lines of their files."""
        with formatter.section("Commands"):
            names = sorted(self._files().items())
            formatter.write_dl([(name, self._summary(file)) for name, file in names])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is asked for; a wrong name gets the nearest one as a hint."""
        from glossary.problem import near_match

        if args and args[0] not in self._files() and not args[0].startswith("-"):
            ctx.fail(f'there is no command "{args[0]}"{near_match(args[0], self._files())}')
        return super().resolve_command(ctx, args)

    def _summary(self, file: str) -> str:
        """Return the docstring of a command's file, without importing what the file needs."""
        import ast

        folder = Path(import_module(self._package).__path__[0])
        plain = folder / f"{file}.py"
        source = plain if plain.is_file() else folder / file / "__init__.py"
        return ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
