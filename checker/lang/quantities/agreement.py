"""Whether a quantity in English says what a quantity in Chinese says, in any admissible form."""

from __future__ import annotations

from fractions import Fraction

from checker.lang.quantities.quantity import Bound, Quantity, Role, step_of
from checker.lang.quantities.units import CURRENCIES, DISCOUNT, FRACTION, TIMES, Unit

# How far a rounded figure and a converted one may be from the exact one.
_ROUNDED = Fraction(1, 10)
_CONVERTED = Fraction(3, 100)
# "Doubled" stands for 增长99.5%, "more than doubled" for more.
_RATIO = Fraction(1, 200)
# Dimensions that are mistaken for one another; a like figure is then the mistake itself.
_MISTAKEN = (
    {"power", "energy"},
    {"share", "point"},
    {"coal", "mass"},
    {"temperature", "fahrenheit"},
)
_TIME = frozenset({"months", "days", "age"})
_TEMPERATURES = {"temperature", "fahrenheit"}


def agree(ours: Quantity, theirs: Quantity) -> bool:
    """Whether the English quantity (``theirs``) can stand for the Chinese one (``ours``)."""
    if ours.per and theirs.per and ours.per.factor != theirs.per.factor:
        # 10元/斤 is 20 yuan per kilogram: such rates are left to people.
        return True
    one, other = ours.unit, theirs.unit
    if one is None or other is None:
        return _may_meet(ours, theirs) and _like_figures(ours, theirs)
    if TIMES in (one, other) or one is DISCOUNT:
        return _as_ratio(ours, theirs)
    if {one.dimension, other.dimension} == _TEMPERATURES:
        return abs(ours.number * Fraction(9, 5) + 32 - theirs.number) <= 1
    if one.is_like(other):
        if one.dimension != other.dimension or one.factor == other.factor:
            return _like_figures(ours, theirs)
        if other is FRACTION:
            return _is_near(ours, theirs)
        ratio = one.factor / other.factor
        is_rough = one.dimension != "share" and ratio != step_of(ratio)
        return any(
            _stands_for(reading * ratio, theirs.number, theirs, is_rough)
            for reading in ours.readings
        )
    return not is_mistaken(one, other) and _like_figures(ours, theirs)


def is_mistaken(one: Unit, other: Unit) -> bool:
    """Whether units of two dimensions are such as people mistake for one another."""
    dimensions = {one.dimension, other.dimension}
    if dimensions <= CURRENCIES:
        return not one.is_like(other)
    return dimensions in _MISTAKEN


def _may_meet(ours: Quantity, theirs: Quantity) -> bool:
    """Whether neither a date nor 一 in some word is taken for a figure that has a unit."""
    if theirs.unit and theirs.sure and not (ours.sure or ours.unit):
        return theirs.unit is TIMES or theirs.unit.dimension in _TIME
    for one, other in ((ours, theirs), (theirs, ours)):
        if one.role is Role.DATE and other.unit is not None and other.sure:
            return other.unit.dimension in ("months", "age")
    return True


def _like_figures(ours: Quantity, theirs: Quantity) -> bool:
    return any(
        _stands_for(one, other, theirs) for one in ours.readings for other in theirs.readings
    )


def _stands_for(
    exact: Fraction, number: Fraction, theirs: Quantity, is_converted: bool = False
) -> bool:
    """Whether a number, bounded and rounded as theirs is, stands for an exact one."""
    # Whole numbers first: most figures are far apart, and fractions are slow.
    written, meant = number.numerator * exact.denominator, exact.numerator * number.denominator
    if written == meant:
        return True
    if _ROUNDED.denominator * abs(written - meant) > abs(meant):
        return False
    away = number - exact
    if is_converted and abs(away) <= _CONVERTED * abs(exact):
        return True
    if theirs.bound is Bound.EXACT:
        return abs(away) <= theirs.step / 2
    step = step_of(number)
    if theirs.bound is Bound.ABOVE:
        return -step < away < 0
    if theirs.bound is Bound.BELOW:
        return 0 < away < step
    return abs(away) <= step / 2


def _is_near(ours: Quantity, theirs: Quantity) -> bool:
    """Whether "two thirds" stands for 66%, "nearly a quarter" for 23%."""
    width = _CONVERTED if theirs.bound is Bound.EXACT else _ROUNDED
    return abs(ours.value - theirs.value) <= width * ours.value


def _as_ratio(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two changes are one: 增长2倍, "tripled"; 八折, "20 percent off"."""
    away = [other - one for one in _ratios(ours) for other in _ratios(theirs)]
    if theirs.bound is Bound.ABOVE and any(-1 < one < 0 for one in away):
        return True
    if theirs.bound is Bound.BELOW and any(0 < one < 1 for one in away):
        return True
    return any(abs(one) <= _RATIO for one in away)


def _ratios(quantity: Quantity) -> tuple[Fraction, ...]:
    """Return the ratios of the new to the old that a quantity may mean."""
    unit = quantity.unit
    if unit is TIMES:
        return quantity.readings
    if unit is not None and unit is DISCOUNT:
        return (quantity.value, 1 - quantity.value)
    if unit is not None and unit.dimension == "share":
        return (quantity.value, quantity.value + 1, 1 - quantity.value)
    return ()
