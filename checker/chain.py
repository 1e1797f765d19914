"""The row of places where rare anchors of two texts meet, by which a search keeps its way."""

from __future__ import annotations

from bisect import bisect_left

from checker.likeness import Scores

# What anchors must say for a place to be one of the row.
_RARE = 4.0


class Chain:
    """The best rising row of places where rare anchors meet; what is still to come of it."""

    def __init__(self, scores: Scores) -> None:
        points = _rising(
            [
                (i, j, weight)
                for i, row in enumerate(scores.shared)
                for j, keys in row.items()
                if (weight := scores.weight(keys)) >= _RARE
            ]
        )
        self._sources = [i for i, _, _ in points]
        self._targets = [j for _, j, _ in points]
        self._left = [0.0]
        for _, _, weight in reversed(points):
            self._left.append(self._left[-1] + weight)
        self._left.reverse()

    def left(self, i: int, j: int) -> float:
        """Return the weight of the places that sentences from ``i`` and ``j`` on can still meet."""
        return self._left[max(bisect_left(self._sources, i), bisect_left(self._targets, j))]


def _rising(points: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Return the heaviest row of points in which both numbers rise, by a tree of maxima."""
    size = max((j for _, j, _ in points), default=0) + 2
    tree: list[tuple[float, int]] = [(0.0, -1)] * size
    before = [-1] * len(points)
    end = (0.0, -1)
    # Of one source sentence the later targets come first, so that none follows another.
    for at in sorted(range(len(points)), key=lambda at: (points[at][0], -points[at][1])):
        _, j, weight = points[at]
        best = (0.0, -1)
        place = j
        while place > 0:
            best = max(best, tree[place])
            place -= place & -place
        before[at] = best[1]
        here = (best[0] + weight, at)
        end = max(end, here)
        place = j + 1
        while place < size:
            tree[place] = max(tree[place], here)
            place += place & -place
    row = []
    at = end[1]
    while at >= 0:
        row.append(points[at])
        at = before[at]
    return row[::-1]
