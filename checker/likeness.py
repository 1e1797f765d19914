"""How much better than chance sentences of two languages go together.

Lengths after Gale and Church (1993): a translation is longer than its source by a steady ratio.
Measured on 487 sentences of Chinese news with professional translations: 4.00 English characters
for a Chinese one, variance 35.5 a character; the logarithm of the ratio has a standard deviation
of 0.23 at every length, and so is what is used here. Anchors are things that a sentence and its
translation have in common; the rarer one is, the more it says. Paragraphs are evidence, no walls.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

# English characters for a Chinese one; the deviation of the logarithm, wider than measured, since
# drafts are freer than professional translations.
_RATIO = 4.0
_SPREAD = 0.24
_STRAY = 0.02
_STRAY_SPREAD = 0.9
# How often so many sentences of the source are so many of the target.
PRIORS = {
    (1, 1): 0.86, (1, 2): 0.05, (2, 1): 0.05, (2, 2): 0.004, (1, 3): 0.006, (3, 1): 0.006,
    (1, 4): 0.001, (4, 1): 0.001, (2, 3): 0.0005, (3, 2): 0.0005, (1, 0): 0.02, (0, 1): 0.02,
    # One sentence of a work report goes on for 300 characters; the English divides it.
    (1, 5): 0.0004, (1, 6): 0.0002, (1, 7): 0.0001,
}  # fmt: skip
_LOG_PRIORS = {shape: math.log(share) for shape, share in PRIORS.items()}


@dataclass(frozen=True)
class Sentence:
    """What the alignment knows of a sentence."""

    length: int
    anchors: frozenset[str] = frozenset()
    begins: bool = False  # a paragraph
    is_heading: bool = False


# An anchor in more sentences than this says nothing.
_MOST_USES = 50
_MOST_GAIN = 5.0
# The logarithm of how seldom an anchor is not answered in the translation, by its kind.
_LOSS = {"n": 1.0, "m": 1.0, "w": 0.5, "p": 0.8, "t": 0.3, "s": 0.6, "e": 0.5}


class Scores:
    """How much better than chance sentences go together, in natural logarithms."""

    def __init__(self, source: Sequence[Sentence], target: Sequence[Sentence]) -> None:
        self.source, self.target = source, target
        self._source_ends = _sums(source)
        self._target_ends = _sums(target)
        logs = [math.log(max(1, one.length)) for one in target]
        self._middle = sum(logs) / max(1, len(logs))
        variance = sum((log - self._middle) ** 2 for log in logs) / max(1, len(logs))
        self._spread = max(0.5, math.sqrt(variance))
        self.gains = self._gains()
        self.shared = self._shared()
        self.borders = _BORDERS if _same_paragraphs(source, target) else _LOOSE_BORDERS
        self._alone_source = [self._refund(one) for one in source]
        self._alone_target = [self._refund(one) for one in target]

    def _gains(self) -> dict[str, float]:
        """Return how much each anchor says: the rarer, the more."""
        in_source = Counter(key for one in self.source for key in one.anchors)
        in_target = Counter(key for one in self.target for key in one.anchors)
        size = max(len(self.source), len(self.target), 2)
        gains = {}
        for key in in_source.keys() & in_target.keys():
            uses = max(in_source[key], in_target[key])
            if uses <= min(_MOST_USES, max(1, size // 2)):
                gains[key] = min(_MOST_GAIN, math.log(size / uses))
        return gains

    def _shared(self) -> list[dict[int, frozenset[str]]]:
        """Return for each source sentence the target sentences that share anchors with it."""
        uses: dict[str, list[int]] = {key: [] for key in self.gains}
        for at, one in enumerate(self.target):
            for key in one.anchors:
                if key in uses:
                    uses[key].append(at)
        rows = []
        for one in self.source:
            row: dict[int, set[str]] = {}
            for key in one.anchors & self.gains.keys():
                for at in uses[key]:
                    row.setdefault(at, set()).add(key)
            rows.append({at: frozenset(keys) for at, keys in row.items()})
        return rows

    def _refund(self, one: Sentence) -> float:
        """Return what a sentence's anchors speak for its having no counterpart."""
        return sum(_LOSS.get(key[0], 0.0) for key in one.anchors if key in self.gains)

    def weight(self, keys: frozenset[str]) -> float:
        """Return what shared anchors say."""
        return sum(self.gains[key] + 2 * _LOSS.get(key[0], 0.0) for key in keys)

    def score(self, i: int, j: int, shape: tuple[int, int]) -> float:
        """Return the score of a bead that begins with source ``i`` and target ``j``."""
        sources, targets = shape
        prior = _LOG_PRIORS[shape]
        if not sources:
            return prior + self._alone_target[j]
        if not targets:
            return prior + self._alone_source[i]
        return (
            prior
            + self._by_length(i, j, sources, targets)
            + self._by_anchors(i, j, sources, targets)
            + self._by_borders(i, j, sources, targets)
        )

    def _by_length(self, i: int, j: int, sources: int, targets: int) -> float:
        length = self._target_ends[j + targets] - self._target_ends[j]
        expected = _RATIO * (self._source_ends[i + sources] - self._source_ends[i])
        log = math.log(max(1, length))
        off = log - math.log(max(1.0, expected))
        fits = (1 - _STRAY) * _density(off, _SPREAD) + _STRAY * _density(off, _STRAY_SPREAD)
        spread = self._spread / math.sqrt(targets)
        return math.log(fits / _density(log - self._middle - math.log(targets), spread, least=1e-3))

    def _by_anchors(self, i: int, j: int, sources: int, targets: int) -> float:
        found: list[frozenset[str]] = []
        for row in self.shared[i : i + sources]:
            if row:
                found.extend(row[at] for at in range(j, j + targets) if at in row)
        if not found:
            return 0.0
        return self.weight(found[0].union(*found[1:]))

    def _by_borders(self, i: int, j: int, sources: int, targets: int) -> float:
        source, target = self.source[i], self.target[j]
        same, differ, inside = self.borders
        score = -_HEADING if source.is_heading is not target.is_heading else 0.0
        if source.begins or target.begins:
            score += same if source.begins and target.begins else -differ
        for one in self.source[i + 1 : i + sources]:
            score -= inside * one.begins
        for one in self.target[j + 1 : j + targets]:
            score -= inside * one.begins
        return score


_HEADING = 1.5
# Borders of paragraphs: both sides have one, one has, one is inside of a bead.
_BORDERS = (1.5, 3.0, 2.5)
_LOOSE_BORDERS = (1.2, 1.2, 1.2)


def _same_paragraphs(source: Sequence[Sentence], target: Sequence[Sentence]) -> bool:
    return sum(one.begins for one in source) == sum(one.begins for one in target)


def _sums(side: Sequence[Sentence]) -> list[int]:
    sums = [0]
    for one in side:
        sums.append(sums[-1] + one.length)
    return sums


def _density(off: float, spread: float, least: float = 1e-9) -> float:
    """Return the density of a normal distribution, without its constant, never too near to 0."""
    return max(least, math.exp(-0.5 * (off / spread) ** 2) / spread)
