"""Serve an editor: findings as you type, terms on hover, fixes (Language Server Protocol)."""

from __future__ import annotations

import click


@click.command()
def command() -> None:
    """Serve an editor over standard input and output.

    The editor starts this command; see docs/editors.md for VS Code, Neovim and Emacs. It needs
    the extra "lsp": pip install "zhengming[lsp]".
    """
    try:
        from checker.lsp.server import make_server
    except ImportError as error:
        raise click.ClickException(
            f'{error.name} is not installed; run: pip install "zhengming[lsp]"'
        ) from error
    make_server().start_io()
