"""Which sentences of two texts belong together: the best way through both, and how sure it is.

A beam of dynamic programming over :mod:`checker.likeness`; the time grows with the length of the
texts, not with its square.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.chain import Chain
from checker.likeness import PRIORS, Scores, Sentence


@dataclass(frozen=True)
class Bead:
    """Sentences ``[source, source_end)`` and ``[target, target_end)`` that belong together."""

    source: int
    source_end: int
    target: int
    target_end: int
    confidence: float

    @property
    def is_pair(self) -> bool:
        """Whether both sides have a sentence in it."""
        return self.source < self.source_end and self.target < self.target_end


def align(source: Sequence[Sentence], target: Sequence[Sentence]) -> list[Bead]:
    """Return the beads in order; every sentence of both sides is in exactly one."""
    if max(len(source), len(target)) > _MOST_SENTENCES:
        return _unaligned(len(source), len(target))
    return _judged(_Search(Scores(source, target)).beads())


# More than a book has.
_MOST_SENTENCES = 30_000
# Shares of all ways to confidence: so that of the passages with 0.5 and more, 98 of 100 are right,
# in machine translations too.
# What seems to be dropped is more often a part of its neighbour.
_PAIR_POWER, _ALONE_POWER = 3, 12
# A passage that goes together among many that do not is chance.
_NEIGHBOURS = 4


def _judged(beads: Sequence[Bead]) -> list[Bead]:
    """Return beads with their shares of all ways made a confidence."""
    powers = [_PAIR_POWER if bead.is_pair else _ALONE_POWER for bead in beads]
    sure = [bead.confidence**power for bead, power in zip(beads, powers, strict=True)]
    sums = [0.0]
    for bead, own in zip(beads, sure, strict=True):
        sums.append(sums[-1] + own * bead.is_pair)
    found = []
    for at, (bead, own) in enumerate(zip(beads, sure, strict=True)):
        first, last = max(0, at - _NEIGHBOURS), min(len(beads), at + 1 + _NEIGHBOURS)
        if not bead.is_pair:
            first, last = 0, len(beads)
        support = (sums[last] - sums[first]) / (last - first)
        found.append(replace(bead, confidence=min(own, 2 * support)))
    return found


def _unaligned(sources: int, targets: int) -> list[Bead]:
    alone = [Bead(at, at + 1, 0, 0, 0.0) for at in range(sources)]
    return [*alone, *(Bead(sources, sources, at, at + 1, 0.0) for at in range(targets))]


# Scores count less than they say, since what they are made of is not independent.
_TEMPER = 0.45
_BEAM = 30.0
_MOST_CELLS, _FEWEST, _WIDEST = 100_000, 8, 64


@dataclass(slots=True)
class _Cell:
    """A place between sentences of both sides: the best way to it, and the sum of all ways."""

    i: int
    j: int
    best: float = -math.inf
    way: tuple[int, int] = (0, 0)
    ahead: float = -math.inf
    behind: float = -math.inf


class _Search:
    """A beam along the source, and the sums of all ways that it saw, forward and back."""

    def __init__(self, scores: Scores) -> None:
        self._scores = scores
        self._sizes = len(scores.source), len(scores.target)
        self._chain = Chain(scores)
        self._rows: list[dict[int, _Cell]] = [{} for _ in range(self._sizes[0] + 1)]
        self._steps: list[tuple[_Cell, _Cell, float]] = []

    def beads(self) -> list[Bead]:
        """Return the best way as beads."""
        start = _Cell(0, 0, best=0.0, ahead=0.0)
        self._rows[0][0] = start
        for i in range(len(self._rows)):
            self._go_through(i)
        return self._best_way()

    def _go_through(self, i: int) -> None:
        row = self._rows[i]
        is_last = i == self._sizes[0]
        places = self._promising(row, is_last)
        top = max(self._hope(row[j]) for j in places)
        at = 0
        while at < len(places):
            cell = row[places[at]]
            at += 1
            hope = self._hope(cell)
            top = max(top, hope)
            if hope < top - _BEAM and not is_last:
                continue
            self._step_on(cell)
            if cell.j + 1 in row and (at == len(places) or places[at] != cell.j + 1):
                places.insert(at, cell.j + 1)

    def _promising(self, row: dict[int, _Cell], is_last: bool) -> list[int]:
        width = min(_WIDEST, max(_FEWEST, _MOST_CELLS // len(self._rows)))
        if is_last or len(row) <= width:
            return sorted(row)
        return sorted(sorted(row, key=lambda j: -self._hope(row[j]))[:width])

    def _hope(self, cell: _Cell) -> float:
        return cell.best + self._chain.left(cell.i, cell.j)

    def _step_on(self, cell: _Cell) -> None:
        for shape in PRIORS:
            i, j = cell.i + shape[0], cell.j + shape[1]
            if i > self._sizes[0] or j > self._sizes[1]:
                continue
            score = self._scores.score(cell.i, cell.j, shape)
            there = self._rows[i].get(j)
            if there is None:
                there = self._rows[i][j] = _Cell(i, j)
            if cell.best + score > there.best:
                there.best, there.way = cell.best + score, shape
            there.ahead = _log_sum(there.ahead, cell.ahead + _TEMPER * score)
            self._steps.append((cell, there, _TEMPER * score))

    def _best_way(self) -> list[Bead]:
        end = self._rows[-1][self._sizes[1]]
        end.behind = 0.0
        for cell, there, score in reversed(self._steps):
            if there.behind > -math.inf:
                cell.behind = _log_sum(cell.behind, there.behind + score)
        beads = []
        cell = end
        while cell.way != (0, 0):
            before = self._rows[cell.i - cell.way[0]][cell.j - cell.way[1]]
            sure = min(self._share(before, end), self._share(cell, end))
            beads.append(Bead(before.i, cell.i, before.j, cell.j, sure))
            cell = before
        return beads[::-1]

    def _share(self, cell: _Cell, end: _Cell) -> float:
        """Return the share of all ways that go through a cell."""
        return min(1.0, math.exp(cell.ahead + cell.behind - end.ahead))


def _log_sum(one: float, other: float) -> float:
    high, low = (one, other) if one > other else (other, one)
    return high if low == -math.inf else high + math.log1p(math.exp(low - high))
