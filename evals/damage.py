"""Errors put into good translations, of the kinds that editors fear most.

A kind takes the Chinese, its English and a random generator, and returns all that it can do to
the English, one error each. The Chinese says where an error would be none: a figure, a date, a
unit or a name is changed only where the Chinese has it too, by means that are no part of the
checker. The kinds stand in ``damage_figures`` and ``damage_words``.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from glossary.termbase import Termbase


@dataclass(frozen=True)
class Damage:
    """A translation with an error at ``[start, end)``; the span is empty where words are gone."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Good:
    """A good translation, and what the kinds draw on."""

    source: str
    target: str
    rng: random.Random
    termbase: Termbase


def put(kind: str, good: Good, match: tuple[int, int], new: str) -> Damage:
    """Return the target with other words at a span."""
    start, end = match
    text = good.target[:start] + new + good.target[end:]
    return Damage(kind, text, start, start + len(new))
