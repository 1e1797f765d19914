"""Audit, show, count, compare and exchange the entries of the glossary."""

from __future__ import annotations

import click

from checker.lazy_group import LazyGroup


@click.group(cls=LazyGroup, package=__name__)
def command() -> None:
    """Audit, show, count, compare and exchange the entries of the glossary.

    \b
    Examples:
      zhengming glossary audit --glossary house.yaml
      zhengming glossary show chengdu-chongqing-economic-circle
      zhengming glossary stats
      zhengming glossary import terms.csv -o house.yaml
      zhengming glossary export -o zhengming.tbx
      zhengming glossary diff old.yaml new.yaml --against articles/
    """
