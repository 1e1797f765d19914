"""The command line. Commands are files in ``checker/commands``, loaded when they are used."""

from __future__ import annotations

import ast
import io
import pkgutil
import sys
import traceback
from importlib import import_module, resources

import click

import checker.commands
from checker import __version__
from checker.plugins import PluginError

_FAULT = """
zhengming has a fault of its own, and we are sorry. Your files are unchanged.
Please report what you see above, with the command and, if you can, the text.
"""


class _Commands(click.Group):
    """A group that imports a command only when it is called, so that start-up stays fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(info.name for info in pkgutil.iter_modules(checker.commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"checker.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, _summary(name)) for name in self.list_commands(ctx)])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from glossary.problem import near_match

        if args and args[0] not in self.list_commands(ctx) and not args[0].startswith("-"):
            ctx.fail(
                f'there is no command "{args[0]}"{near_match(args[0], self.list_commands(ctx))}'
            )
        return super().resolve_command(ctx, args)


def _summary(name: str) -> str:
    """Return the docstring of a command's file, without importing what the file needs."""
    source = (resources.files(checker.commands) / f"{name}.py").read_text(encoding="utf-8")
    return ast.get_docstring(ast.parse(source)) or ""


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="zhengming")
def app() -> None:
    """Zhengming (正名) checks English translations of Chinese policy news.

    \b
    Examples:
      zhengming check draft.txt            what is wrong, where, and what to write
      zhengming check articles/ --format json
      zhengming lookup 双城经济圈           the canonical English of a term
      zhengming rules inconsistent-term    what a rule finds, and why
    """


def main() -> None:
    """Run the command line; a fault of our own ends in an apology and the traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may not know Chinese
    try:
        app(prog_name="zhengming")
    except PluginError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; there is nobody to tell
        sys.exit(1)
    except Exception:  # noqa: BLE001 - the last place where a fault can be told
        traceback.print_exc()
        click.echo(_FAULT, err=True)
        sys.exit(3)
