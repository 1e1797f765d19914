"""The glossary for other people's Python: ``glossary.load`` and ``glossary.lookup``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from glossary.compiled import open_termbase
from glossary.search import LIMIT, Match, look_up
from glossary.termbase import Termbase


def load(*files: str | Path) -> Termbase:
    """Return the shipped glossary with files laid over it, the last one on top.

    Raises:
        ProblemsError: with every problem of every file.
    """
    return open_termbase([Path(file) for file in files])


def lookup(query: str, termbase: Termbase | None = None, limit: int = LIMIT) -> tuple[Match, ...]:
    """Return the concepts that a query means, best first.

    Args:
        query: Chinese, pinyin, English, a wrong form, or one of these with a typing error.
        termbase: the glossary to look in; without one, the shipped glossary.
        limit: the most matches to return.
    """
    return look_up(termbase or _shipped(), query, limit).matches


@lru_cache(maxsize=1)
def _shipped() -> Termbase:
    return load()
