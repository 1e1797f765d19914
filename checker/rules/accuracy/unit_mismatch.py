"""A unit that is not the one of the source, or a wrong conversion.

亩 as acres with the same figure is six times too much, 斤 as kilograms twice too much; 千瓦 is not
千瓦时, 元 is not a dollar, 吨标准煤 is not just tons. Right conversions pass, also beside the
figure in the unit of the source.

Found:
    种植6亿亩，售出1000斤。
    They planted 600 million acres and sold 1,000 kilograms.

Passed:
    种植6亿亩，售出1000斤。
    They planted 600 million mu (40 million hectares) and sold 500 kilograms.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from checker.context import Context
from checker.document import Document
from checker.figures import Mark, Verdict, Wrong, wrong_figures
from checker.finding import Category, Observation, Severity
from checker.lang.quantities.disagreement import Fault
from checker.lang.quantities.english_figures import rounded, with_unit, written
from checker.lang.quantities.units import COAL_TON, HECTARE, MU, UNITS, YUAN, Unit
from checker.rule import Need, Rule

# What stands about a unit: "more", "and above".
_UNIT_OF = re.compile(r"^[余多]|[余多半]?(?:以[上下内]|之[上下内]|左右|上下)?$")
_COAL = re.compile(r"(?i)standard[ -]coal|coal equivalents?|\btce\b")


class UnitMismatch(Rule):
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    needs = frozenset({Need.SOURCE})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        yield from wrong_figures(context, frozenset({Fault.UNIT}), _judge)


def _judge(wrong: Wrong) -> Verdict | None:
    one, other = wrong.ours.unit, wrong.theirs.unit
    if one is None or other is None or (one is COAL_TON and _COAL.search(wrong.target)):
        return None
    if one is YUAN and _is_named_before(wrong, other):
        return None
    kept = with_unit(wrong.ours.number, one, wrong.figure)
    if one.dimension != other.dimension:
        return Verdict(_of_another_kind(wrong, one, other, kept), (kept,), mark=Mark.UNIT)
    choices = tuple(dict.fromkeys((*_converted(wrong, one, other), kept)))
    right = " or ".join(choices[:2])
    if wrong.ours.number != wrong.theirs.number:
        message = f"wrong conversion: {wrong.source_form} is {right}, not {wrong.form}"
        return Verdict(message, choices, mark=Mark.UNIT)
    ratio = other.factor / one.factor
    size = f"{_times(ratio)} too much" if ratio > 1 else f"{_times(1 / ratio)} too little"
    return Verdict(
        f"{wrong.form} is {size}: {wrong.source_form} is {right}", choices, mark=Mark.UNIT
    )


def _is_named_before(wrong: Wrong, other: Unit) -> bool:
    """Whether the source speaks of the other currency before: 元 is short for 美元 then."""
    before = wrong.source[: wrong.ours.start]
    forms = (form for unit in UNITS if unit.is_like(other) for form in unit.chinese)
    return any(form in before for form in forms)


def _converted(wrong: Wrong, one: Unit, other: Unit) -> Iterator[str]:
    """Yield the right figure in the unit of the target, 亩 in hectares before it."""
    for unit in (HECTARE, other) if one is MU else (other,):
        number = rounded(wrong.ours.value / unit.factor)
        yield with_unit(number, unit, wrong.figure)


def _times(ratio: Fraction) -> str:
    return f"{written(rounded(ratio))} times"


def _of_another_kind(wrong: Wrong, one: Unit, other: Unit, kept: str) -> str:
    sign = _UNIT_OF.sub("", wrong.source[wrong.ours.last : wrong.ours.end])
    if one is COAL_TON:
        return f"{sign} counts standard coal, not coal as it is: {wrong.source_form} is {kept}"
    return f"{sign} is {one.name}, not {other.name}: {wrong.source_form} is {kept}"
