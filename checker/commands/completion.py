"""Print the completion script of a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

_WHERE = {
    "bash": 'eval "$(zhengming completion bash)"  in ~/.bashrc',
    "zsh": 'eval "$(zhengming completion zsh)"  in ~/.zshrc',
    "fish": "zhengming completion fish > ~/.config/fish/completions/zhengming.fish",
}


@click.command()
@click.argument("shell", type=click.Choice(list(_WHERE)))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    \b
    Examples:
      eval "$(zhengming completion bash)"     in ~/.bashrc
      eval "$(zhengming completion zsh)"      in ~/.zshrc
      zhengming completion fish > ~/.config/fish/completions/zhengming.fish
    """
    completion = get_completion_class(shell)
    if completion is None:
        raise click.UsageError(f"no completion for {shell}")
    root = ctx.find_root().command
    click.echo(completion(root, {}, "zhengming", "_ZHENGMING_COMPLETE").source())
