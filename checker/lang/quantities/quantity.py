"""A quantity as it stands in a text of either language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from checker.lang.quantities.units import Unit

# What the last end of a range may lend to the first.
_SCALES = (10**3, 10**4, 10**6, 10**8, 10**9, 10**12)


class Bound(Enum):
    """On which side of the figure the true number lies."""

    EXACT = "exactly"
    ABOUT = "about"
    BELOW = "less than"
    ABOVE = "more than"


class Role(Enum):
    """What digits do: count something, stand in a date or an ordinal, or belong to a name."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at ``[start, end)``, its number alone at ``[first, last)``.

    ``number`` counts ``unit`` as it is written: 30 and percent for "30%". ``readings`` are all
    numbers it may stand for: of 增长2倍 the only one is 3, of "3" in "3 to 5 million" they are
    3,000,000 and 3. ``step`` is what the last digit counts as it is written: 10,000 in "1.23
    million", 1 in "1,230,000". ``sure`` is false for whatever may be no figure at
    all ("one", 三 in a name). ``hedge`` is where a "nearly" or the 增长 of
    增长2倍 begins. ``per`` is the unit that a rate is counted by: 亩 in 亩产1000斤.
    """

    start: int
    end: int
    first: int
    last: int
    number: Fraction
    readings: tuple[Fraction, ...]
    unit: Unit | None = None
    bound: Bound = Bound.EXACT
    role: Role = Role.FIGURE
    sure: bool = True
    step: Fraction = Fraction(1)
    hedge: int | None = None
    per: Unit | None = None

    @property
    def outset(self) -> int:
        """Where the quantity begins with the words before it that belong to it."""
        return self.start if self.hedge is None else self.hedge

    @property
    def value(self) -> Fraction:
        """The number in the base unit of its dimension."""
        return self.number * self.unit.factor if self.unit else self.number


def step_of(number: Fraction) -> Fraction:
    """Return what the last digit counts that is not zero: 100 in 1,200, 0 if there is none."""
    places, rest = 0, number.denominator
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest, count = rest // prime, count + 1
        places = max(places, count)
    if rest != 1 or not number:
        return Fraction(0)
    digits = str(int(number * 10**places))
    return Fraction(10) ** (len(digits) - len(digits.rstrip("0")) - places)


def as_ranges(
    quantities: Sequence[Quantity], is_joined: Callable[[int, int], bool]
) -> list[Quantity]:
    """Return the quantities, the first ones of ranges with the unit and scale of the last.

    ``is_joined`` tells of the place between two quantities whether it makes a range of them. In
    "3 to 5 million tons" the 3 has the tons, and is three million or three.
    """
    found: list[Quantity] = []
    for quantity in reversed(quantities):
        following = found[-1] if found else None
        if following and quantity.role is Role.FIGURE and is_joined(quantity.end, following.start):
            if _is_money(quantity) and following.unit is None:
                found[-1] = following = replace(following, unit=quantity.unit)
            quantity = _like(quantity, following)
        found.append(quantity)
    return found[::-1]


def _is_money(quantity: Quantity) -> bool:
    """Whether a currency stands before the number: "$3-5 billion"."""
    return quantity.unit is not None and quantity.first > quantity.start


def _like(quantity: Quantity, following: Quantity) -> Quantity:
    """Return the first end of a range as the last end makes it."""
    quantity = replace(quantity, per=quantity.per or following.per)
    if quantity.unit is not None and not _is_money(quantity):
        return quantity
    scaled = tuple(
        quantity.number * scale
        for scale in _SCALES
        if scale <= following.number and quantity.number * scale <= following.number
    )
    return replace(
        quantity,
        unit=quantity.unit or following.unit,
        readings=quantity.readings + scaled,
        sure=quantity.sure and following.sure and not scaled,
    )
