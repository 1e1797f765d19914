"""Percent for percentage points, or the reverse.

百分点 is a difference of two shares: from 40 to 42 percent is 2 percentage points, or 5 percent.

Found:
    占比提高2个百分点。
    The share rose by 2 percent.

Passed:
    占比提高2个百分点。
    The share rose by 2 percentage points.
"""

from collections.abc import Iterator

from checker.context import Context
from checker.document import Document
from checker.figures import Mark, Verdict, Wrong, wrong_figures
from checker.finding import Category, Observation, Severity
from checker.lang.quantities.disagreement import Fault
from checker.lang.quantities.units import PERCENT, POINT
from checker.rule import Need, Rule


class PercentPoint(Rule):
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    needs = frozenset({Need.SOURCE})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        yield from wrong_figures(context, frozenset({Fault.POINT}), _judge)


def _judge(wrong: Wrong) -> Verdict | None:
    if wrong.ours.unit is POINT and wrong.theirs.unit is PERCENT:
        name = "percentage point" if wrong.theirs.number == 1 else "percentage points"
    elif wrong.ours.unit is PERCENT and wrong.theirs.unit is POINT:
        name = "percent"
    else:
        return None
    right = f"{wrong.figure} {name}"
    return Verdict(f"{wrong.source_form} is {right}, not {wrong.form}", (right,), mark=Mark.UNIT)
