"""Keep a file of known faults, so that only new ones are reported."""

from __future__ import annotations

import click

from checker.lazy_group import LazyGroup


@click.group(cls=LazyGroup, package=__name__)
def command() -> None:
    """Keep a file of known faults, so that only new ones are reported.

    \b
    Examples:
      zhengming baseline update zhengming-baseline.json articles/
      zhengming check articles/ --baseline zhengming-baseline.json
    """
