"""Wrong figures, as observations: what the rules on quantities have in common."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from checker.context import Context
from checker.document import Pair
from checker.finding import Fix, Observation
from checker.lang.quantities.disagreement import Fault
from checker.lang.quantities.quantity import Quantity
from checker.quantities import Mismatch
from checker.text import Span, Text


@dataclass(frozen=True)
class Wrong:
    """A quantity of a source and the wrong one of its translation, with the texts around them."""

    fault: Fault | None
    ours: Quantity
    theirs: Quantity
    source: str
    target: str

    @property
    def source_form(self) -> str:
        """The quantity as it stands in the source, with its unit."""
        return self.source[self.ours.start : self.ours.end]

    @property
    def source_figure(self) -> str:
        """The number alone as it stands in the source."""
        return self.source[self.ours.first : self.ours.last]

    @property
    def form(self) -> str:
        """The quantity as it stands in the target, with its unit."""
        return self.target[self.theirs.start : self.theirs.end]

    @property
    def hedged_source_form(self) -> str:
        """The same with its 近 or 超过."""
        return self.source[self.ours.outset : self.ours.end]

    @property
    def figure(self) -> str:
        """The number alone as it stands in the target."""
        return self.target[self.theirs.first : self.theirs.last]


class Mark(Enum):
    """What is marked of a quantity: the number, with its unit too, with "nearly" too."""

    FIGURE = "figure"
    UNIT = "unit"
    HEDGE = "hedge"


@dataclass(frozen=True)
class Verdict:
    """What to say of a wrong quantity; ``mark`` is how much of it is marked.

    ``mended`` replaces what is marked where nothing else can be meant.
    """

    message: str
    suggestions: tuple[str, ...]
    mark: Mark = Mark.FIGURE
    mended: str | None = None


Judge = Callable[[Wrong], Verdict | None]


def wrong_figures(
    context: Context, faults: Collection[Fault], judge: Judge
) -> Iterator[Observation]:
    """Yield an observation for each problem of some faults; what is said twice is one problem."""
    yield from observed(
        context,
        (
            (pair, one.source, one.target, one.fault)
            for pair, comparison in context.comparisons.items()
            for one in _of(comparison.mismatches, faults)
        ),
        judge,
    )


def _of(mismatches: Iterable[Mismatch], faults: Collection[Fault]) -> Iterator[Mismatch]:
    return (one for one in mismatches if one.fault in faults)


def observed(
    context: Context,
    found: Iterable[tuple[Pair, Quantity, Quantity, Fault | None]],
    judge: Judge,
) -> Iterator[Observation]:
    """Yield what is to be said of pairs of quantities, each message once with all its places."""
    problems: dict[str, list[tuple[Verdict, Span, Span]]] = {}
    for pair, ours, theirs, fault in found:
        source, target = pair.both
        verdict = judge(Wrong(fault, ours, theirs, context.source(pair), target.content))
        if verdict:
            place = _place(target, theirs, verdict.mark)
            origin = source.span(ours.start, ours.end)
            problems.setdefault(verdict.message, []).append((verdict, place, origin))
    for message, places in problems.items():
        fixes = (_fix(verdict, place) for verdict, place, _ in places)
        yield Observation(
            message,
            tuple(place for _, place, _ in places),
            places[0][0].suggestions,
            fixes=tuple(fix for fix in fixes if fix),
            source_spans=tuple(origin for _, _, origin in places),
        )


def _place(target: Text, theirs: Quantity, mark: Mark) -> Span:
    if mark is Mark.FIGURE:
        return target.span(theirs.first, theirs.last)
    return target.span(theirs.outset if mark is Mark.HEDGE else theirs.start, theirs.end)


def _fix(verdict: Verdict, place: Span) -> Fix | None:
    return Fix(place, verdict.mended) if verdict.mended is not None else None
