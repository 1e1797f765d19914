"""The quantities of a source and its translation, matched to one another.

Everything is decided here once: what agrees, what differs and in what respect, and what has no
counterpart. So of one fault only one rule speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.lang.counting.slogans import opposed_slogans
from checker.lang.quantities import chinese_quantities, english_quantities
from checker.lang.quantities.agreement import agree
from checker.lang.quantities.disagreement import Fault, is_alike, may_stand_for, relation
from checker.lang.quantities.quantity import Quantity

# A text with more quantities, or a longer one, is a table; nothing is said of it.
_MOST, _LONGEST = 150, 20_000
# Where so many pairs of figures differ, one text is no translation of the other.
_MOST_DIFFERING = 600
# What is wrong even beside a figure that is right.
_TELLING = (Fault.SCALE, Fault.DIGITS, Fault.UNIT, Fault.POINT)
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

    ``missing`` are figures of the source that nothing in the target can stand for.
    """

    matches: tuple[tuple[Quantity, Quantity], ...] = ()
    mismatches: tuple[Mismatch, ...] = ()
    missing: tuple[Quantity, ...] = ()


def compare(source: str, target: str) -> Comparison:
    """Match the quantities of a source in simplified Chinese and of its English translation."""
    if max(len(source), len(target)) > _LONGEST:
        return Comparison()
    ours = chinese_quantities.quantities(source)
    if not ours:
        return Comparison()
    theirs = english_quantities.quantities(target)
    if len(ours) > _MOST or len(theirs) > _MOST:
        return Comparison()
    glosses = _glosses(theirs, target)
    main = [one for one in theirs if id(one) not in glosses]
    scale = len(target) / len(source)
    matches = list(_matched(ours, main, scale))
    faults = _differing(ours, main, matches) + _misconverted(matches, glosses)
    sources = {id(one) for one, _ in matches} | {id(one.source) for one in faults}
    used = {id(other) for _, other in matches} | {id(fault.target) for fault in faults}
    free = [one for one in theirs if id(one) not in used]
    missing = (
        one
        for one in ours
        if one.sure
        and id(one) not in sources
        and not any(agree(one, other) for other in theirs)
        and not any(may_stand_for(other, one) for other in free)
    )
    slogans = [one for one, _ in opposed_slogans(source, target)] if faults else []
    told = (
        fault
        for fault in faults
        if not any(one.start <= fault.source.start < one.end for one in slogans)
    )
    return Comparison(tuple(matches), tuple(told), tuple(missing))


def _glosses(quantities: Sequence[Quantity], text: str) -> dict[int, tuple[Quantity, Quantity]]:
    """Return the conversions in brackets, each with what it converts: "30 mu (2 hectares)"."""
    return {
        id(after): (before, after)
        for before, after in pairwise(quantities)
        if before.unit
        and after.unit
        and before.unit.dimension == after.unit.dimension
        and _BRACKET.fullmatch(text, before.end, after.start)
    }


def _matched(
    ours: Sequence[Quantity], theirs: Sequence[Quantity], scale: float
) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield who agrees with whom, each once: figures of one unit first, then the nearest."""
    taken: set[int] = set()
    left = list(ours)
    for is_same in (_same_unit, _any_unit):
        waiting = []
        for one in left:
            fitting = [
                other
                for other in theirs
                if id(other) not in taken and is_same(one, other) and agree(one, other)
            ]
            if fitting:
                nearest = min(fitting, key=lambda other: abs(other.start - one.start * scale))
                taken.add(id(nearest))
                yield one, nearest
            else:
                waiting.append(one)
        left = waiting


def _same_unit(one: Quantity, other: Quantity) -> bool:
    return one.sure and other.sure and one.unit is other.unit


def _any_unit(one: Quantity, other: Quantity) -> bool:
    return True


def _misconverted(
    matches: Sequence[tuple[Quantity, Quantity]], glosses: dict[int, tuple[Quantity, Quantity]]
) -> list[Mismatch]:
    """Return the conversions in brackets that are wrong, of figures that are right."""
    sources = {id(other): one for one, other in matches}
    return [
        Mismatch(sources[id(before)], after, Fault.UNIT)
        for before, after in glosses.values()
        if id(before) in sources
        and before.unit is not after.unit
        and not agree(sources[id(before)], after)
    ]


def _differing(
    ours: Sequence[Quantity],
    theirs: Sequence[Quantity],
    matches: Sequence[tuple[Quantity, Quantity]],
) -> list[Mismatch]:
    """Return what is wrong among the figures that nothing was found for."""
    matched = {id(one) for pair in matches for one in pair}
    open_ours = [one for one in ours if one.sure and id(one) not in matched]
    open_theirs = [one for one in theirs if one.sure and id(one) not in matched]
    if not open_ours or not open_theirs or len(open_ours) * len(open_theirs) > _MOST_DIFFERING:
        return []
    odd = {id(one) for one in open_ours if not any(agree(one, other) for other in theirs)}
    odd |= {id(other) for other in open_theirs if not any(agree(one, other) for one in ours)}
    return _faults(open_ours, open_theirs, odd)


def _is_only(one: Quantity, other: Quantity, quantities: Sequence[Quantity]) -> bool:
    """Whether of some quantities one alone is of the kind of another one."""
    return all(item is one or not is_alike(item, other) for item in quantities)


def _faults(ours: Sequence[Quantity], theirs: Sequence[Quantity], odd: set[int]) -> list[Mismatch]:
    """Return what is plainly meant for one another and yet differs, the plainest first.

    One of the two at least is in ``odd``: nothing on the other side agrees with it.
    """
    found = []
    for one in ours:
        for other in theirs:
            if odd.isdisjoint((id(one), id(other))):
                continue
            # A figure that stands twice and is right once answers to no other one any more.
            is_twice = id(other) in odd and one.unit is not None and one.unit is other.unit
            is_odd = is_twice or odd.issuperset((id(one), id(other)))
            is_alone = _is_only(one, other, ours) and _is_only(other, one, theirs)
            related = relation(one, other, is_odd, is_alone)
            if related and (id(one) in odd or related[1] in _TELLING):
                found.append((related[0], Mismatch(one, other, related[1])))
    found.sort(key=lambda item: item[0])
    chosen: list[Mismatch] = []
    used: set[int] = set()
    for _, fault in found:
        if id(fault.source) not in used and id(fault.target) not in used:
            used |= {id(fault.source), id(fault.target)}
            chosen.append(fault)
    return chosen
