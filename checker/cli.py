"""The command line. Commands are files in ``checker/commands``, loaded when they are used."""

from __future__ import annotations

import io
import sys

import click

from checker import __version__
from checker.lazy_group import LazyGroup
from checker.plugins import PluginError

_FAULT = """
zhengming has a fault of its own, and we are sorry. Your files are unchanged.
Please report what you see above, with the command and, if you can, the text.
"""


def _tell_version(context: click.Context, parameter: click.Parameter, asked: bool) -> None:
    """Show the versions of the program and the glossary, and exit."""
    if not asked:
        return
    import glossary
    from glossary.files import version

    size = len(glossary.load())
    click.echo(f"zhengming {__version__}, glossary {version()} with {size:,} concepts")
    context.exit()


@click.group(
    cls=LazyGroup,
    package="checker.commands",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_tell_version,
    help="Show the version of the program and of the glossary, and exit.",
)
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
        import traceback

        traceback.print_exc()
        click.echo(_FAULT, err=True)
        sys.exit(3)
