"""In what respect two quantities differ that are plainly meant for one another."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from fractions import Fraction

from checker.lang.quantities.agreement import is_mistaken
from checker.lang.quantities.quantity import Quantity, step_of
from checker.lang.quantities.units import PERCENT, TIMES


class Fault(Enum):
    """What is wrong; each is the business of one rule."""

    POINT = "percent for percentage points, or the reverse"
    UNIT = "another unit with the same figure, or a wrong conversion"
    SCALE = "the same digits, another power of ten"
    RATIO = "a rise by a number of times taken for a rise to it"
    DIGITS = "a digit is wrong"
    FIGURE = "another figure in the same place"


# By more nobody errs: 1.5 stands in a table of millions then.
_POWERS = frozenset(Fraction(10) ** power for power in range(-5, 6) if power)
_TWO_DIGITS = 10


def relation(
    ours: Quantity, theirs: Quantity, is_odd: bool, is_alone: bool
) -> tuple[int, Fault] | None:
    """Return how surely two quantities are meant for one another (0 most) and how they differ.

    ``is_odd`` says that neither has a counterpart elsewhere, ``is_alone`` that no others of their
    kind are left.
    """
    ours = in_percent(ours, theirs)
    fault = _unit_fault(ours, theirs, is_alone)
    if fault or not _compatible(ours, theirs):
        return (0, fault) if fault else None
    if ours.unit is TIMES and theirs.unit is TIMES:
        return (1, Fault.RATIO) if is_odd and _is_plain(ours, theirs) else None
    if (
        ours.number
        and theirs.number / ours.number in _POWERS
        and (is_odd or _is_long(ours, theirs))
    ):
        return 2, Fault.SCALE
    if is_odd or (is_alone and ours.unit and theirs.unit):
        return _digit_fault(ours, theirs, is_alone)
    return None


def may_stand_for(theirs: Quantity, ours: Quantity) -> bool:
    """Whether a figure that is left may be another one after all: 5 feet 9 inches for 1.75米."""
    if ours.unit and theirs.unit and theirs.unit.is_like(ours.unit):
        return True
    return mantissa(theirs.number) == mantissa(ours.number)


def is_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are of a kind: both without a unit, or with units of a dimension."""
    if one.unit is None or other.unit is None:
        return one.unit is other.unit
    return one.unit.is_like(other.unit)


def in_percent(ours: Quantity, theirs: Quantity) -> Quantity:
    """Return a share in percent if the other one is: 35 for 三成五."""
    one, other = ours.unit, theirs.unit
    if one is None or other is not PERCENT or one is other or one.dimension != "share":
        return ours
    return replace(ours, number=ours.value / PERCENT.factor, unit=PERCENT)


def _unit_fault(ours: Quantity, theirs: Quantity, is_alone: bool) -> Fault | None:
    """Return the fault of two units that are not the same."""
    one, other = ours.unit, theirs.unit
    if one is None or other is None or one is other or TIMES in (one, other):
        return None
    if is_mistaken(one, other):
        if {one.dimension, other.dimension} == {"share", "point"}:
            return Fault.POINT if ours.number == theirs.number else None
        same = ours.number == theirs.number or ours.value == theirs.value
        return Fault.UNIT if same else None
    if one.dimension != other.dimension or one.dimension in ("share", "point"):
        return None
    is_converted = ours.number == theirs.number or is_alone
    return Fault.UNIT if is_converted else None


def _compatible(ours: Quantity, theirs: Quantity) -> bool:
    """Whether the units, where both have one, are the same."""
    one, other = ours.unit, theirs.unit
    if one is None or other is None:
        return (one or other) is not TIMES
    return (one.dimension == other.dimension and one.factor == other.factor) or (
        one.dimension != other.dimension and one.is_like(other)
    )


def _is_plain(ours: Quantity, theirs: Quantity) -> bool:
    """Whether both can be read in one way only: 增长2倍, "doubled"."""
    return len(ours.readings) == len(theirs.readings) == 1 and theirs.number != 1


def _is_long(ours: Quantity, theirs: Quantity) -> bool:
    """Whether the digits are so many, or the units so surely the same, that it is no accident."""
    return mantissa(ours.number) >= _TWO_DIGITS or (
        ours.unit is not None and theirs.unit is not None
    ) or (ours.unit is theirs.unit and min(ours.number, theirs.number) >= _TWO_DIGITS)  # fmt: skip


def _digit_fault(ours: Quantity, theirs: Quantity, is_alone: bool) -> tuple[int, Fault] | None:
    one, other = _padded(digits(ours.number), digits(theirs.number))
    if is_near(one, other) and len(one.replace(".", "")) > 1:
        return 3, Fault.DIGITS
    is_like = ours.unit is not None or len(one) == len(other)
    if is_alone and is_alike(ours, theirs) and is_like:
        return 4, Fault.FIGURE
    return None


def _padded(one: str, other: str) -> tuple[str, str]:
    """Return both numbers with as many decimals: "7.0" and "7.8" for 7 and 7.8."""
    places = [len(number.partition(".")[2]) for number in (one, other)]
    most = max(places)
    if not most:
        return one, other
    padded = [
        (number if at else f"{number}.") + "0" * (most - at)
        for number, at in zip((one, other), places, strict=True)
    ]
    return padded[0], padded[1]


def mantissa(number: Fraction) -> int:
    """Return the digits of a number without the zeros at its end: 203 of 2,030,000."""
    step = step_of(number)
    return int(number / step) if step else 0


def digits(number: Fraction) -> str:
    """Return a number in digits: "2030000", "12.5"; no digits if it is a fraction such as 1/3."""
    step = step_of(number)
    if not step:
        return ""
    if step >= 1:
        return str(int(number))
    places = len(str(step.denominator)) - 1
    whole, part = divmod(int(number * 10**places), 10**places)
    return f"{whole}.{part:0{places}}"


def is_near(one: str, other: str) -> bool:
    """Whether one digit of two equally long rows is another, or two neighbours changed places."""
    if len(one) != len(other):
        return False
    places = [at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(places) == 1:
        return True
    return (
        len(places) == 2
        and places[1] == places[0] + 1
        and one[places[0] : places[1] + 1] == other[places[0] : places[1] + 1][::-1]
    )
