"""The quantities of a source and its translation, matched to one another.

Everything is decided here once: what agrees, what differs and in what respect, and what has no
counterpart. So of one fault only one rule speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.lang import chinese_quantities, english_quantities
from checker.lang.agreement import agree
from checker.lang.disagreement import Fault, relation
from checker.lang.quantity import Quantity

# A text with more quantities is a table; nothing is said of it.
_MOST = 150
_BRACKET = re.compile(r" ?[(\[](?:or |about |some |roughly |nearly |equal to )*")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A quantity and what stands for it in the translation, and in what respect that is wrong."""

    source: Quantity
    target: Quantity
    fault: Fault


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of the quantities of a source.

    ``missing`` are figures of the source that nothing in the target can stand for; ``free`` are
    the figures of the target that answer to none of the source.
    """

    matches: tuple[tuple[Quantity, Quantity], ...] = ()
    mismatches: tuple[Mismatch, ...] = ()
    missing: tuple[Quantity, ...] = ()
    free: tuple[Quantity, ...] = ()


def compare(source: str, target: str) -> Comparison:
    """Match the quantities of a source in simplified Chinese and of its English translation."""
    ours = chinese_quantities.quantities(source)
    if not ours:
        return Comparison()
    theirs = english_quantities.quantities(target)
    if len(ours) > _MOST or len(theirs) > _MOST:
        return Comparison()
    matches = list(_matched(ours, theirs))
    sources = {id(one) for one, _ in matches}
    targets = {id(one) for _, one in matches}
    open_ours = [one for one in ours if one.sure and id(one) not in sources]
    open_theirs = [one for one in theirs if one.sure and id(one) not in targets]
    unanswered = {id(a) for a in open_ours if not any(agree(a, b) for b in theirs)}
    free = [b for b in open_theirs if not any(agree(a, b) for a in ours)]
    faults = _faults(open_ours, open_theirs, unanswered | {id(one) for one in free})
    faults += _conversions(matches, free, target)
    used = {id(one.source) for one in faults} | {id(one.target) for one in faults}
    return Comparison(
        tuple(matches),
        tuple(faults),
        tuple(one for one in open_ours if id(one) in unanswered - used),
        tuple(one for one in free if id(one) not in used),
    )


def _matched(
    ours: Sequence[Quantity], theirs: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield who agrees with whom, each once: figures of one unit first, each in order."""
    taken: set[int] = set()
    left = list(ours)
    for is_same in (_same_unit, _any_unit):
        waiting = []
        for one in left:
            for other in theirs:
                if id(other) not in taken and is_same(one, other) and agree(one, other):
                    taken.add(id(other))
                    yield one, other
                    break
            else:
                waiting.append(one)
        left = waiting


def _conversions(
    matches: Sequence[tuple[Quantity, Quantity]], free: Sequence[Quantity], target: str
) -> list[Mismatch]:
    """Return the wrong conversions in brackets after right figures: "30 mu (20 hectares)"."""
    return [
        Mismatch(one, converted, Fault.UNIT)
        for one, other in matches
        for converted in free
        if one.unit
        and converted.unit
        and one.unit.dimension == converted.unit.dimension
        and one.unit.factor != converted.unit.factor
        and _BRACKET.fullmatch(target, other.end, converted.start)
    ]


def _same_unit(one: Quantity, other: Quantity) -> bool:
    return one.sure and other.sure and one.unit is other.unit


def _any_unit(one: Quantity, other: Quantity) -> bool:
    return True


def _faults(ours: Sequence[Quantity], theirs: Sequence[Quantity], odd: set[int]) -> list[Mismatch]:
    """Return what is plainly meant for one another and yet differs, the plainest first.

    One of the two at least is in ``odd``: nothing on the other side agrees with it.
    """
    if not odd or not ours or not theirs:
        return []
    is_alone = len(ours) == 1 and len(theirs) == 1
    found = []
    for one in ours:
        for other in theirs:
            both = id(one) in odd and id(other) in odd
            if both or id(one) in odd or id(other) in odd:
                related = relation(one, other, both, is_alone)
                if related:
                    found.append((related[0], Mismatch(one, other, related[1])))
    found.sort(key=lambda item: item[0])
    chosen: list[Mismatch] = []
    used: set[int] = set()
    for _, fault in found:
        if id(fault.source) not in used and id(fault.target) not in used:
            used |= {id(fault.source), id(fault.target)}
            chosen.append(fault)
    return chosen
