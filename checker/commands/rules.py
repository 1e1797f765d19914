"""List the rules, or show the page of one."""

from __future__ import annotations

import click

from checker.rule import ENGINE_FINDINGS, all_rules
from checker.rulepages import page
from checker.terminal import safe
from glossary.problem import near_match


def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Return the rules whose names begin with what is typed."""
    return [name for name in all_rules() if name.startswith(incomplete)]


@click.command()
@click.argument("rule", required=False, shell_complete=complete)
def command(rule: str | None) -> None:
    """List the rules, or show the page of one.

    \b
    Examples:
      zhengming rules
      zhengming rules inconsistent-term
    """
    rules = all_rules()
    if rule is None:
        width = max(map(len, rules))
        for info in sorted(rules.values(), key=lambda info: (info.group, info.id)):
            click.echo(
                f"{info.id:<{width}}  {info.group:<11}  {info.rule.severity.label:<8}  {info.title}"
            )
    elif rule in ENGINE_FINDINGS:
        click.echo(ENGINE_FINDINGS[rule])
    elif rule in rules:
        click.echo(page(rules[rule]))
    else:
        raise click.UsageError(f'there is no rule "{safe(rule)}"{near_match(rule, rules)}')
