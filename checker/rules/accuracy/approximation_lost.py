"""An approximate figure that is approximate to the other side, or exact, in the target.

近, 不到 and 以下 say that the true number is smaller, 超, 逾, 多, 余 and 以上 that it is larger.
Where the figure is right and its side is wrong, the sentence says the opposite. That an "about"
is left out is reported only if it is asked for.

Found:
    近500家企业参加。
    More than 500 companies took part.

Passed:
    近500家企业参加。
    Nearly 500 companies took part.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.context import Context
from checker.document import Document, Pair
from checker.figures import Mark, Verdict, Wrong, observed
from checker.finding import Category, Observation, Severity
from checker.lang.quantities.disagreement import Fault
from checker.lang.quantities.quantity import Bound, Quantity
from checker.rule import Need, Rule

_OPPOSITE = {Bound.BELOW: Bound.ABOVE, Bound.ABOVE: Bound.BELOW}
_WORDS = {Bound.BELOW: "nearly", Bound.ABOVE: "more than", Bound.ABOUT: "about"}
# 近10年 is the past ten years as often as nearly ten years.
_TIME = frozenset({"months", "days", "age"})


@dataclass(frozen=True)
class _Options:
    dropped: bool = field(
        default=False, metadata={"help": "also report figures whose 近, 约, 超, 多 is left out"}
    )


class ApproximationLost(Rule):
    category = Category.MISTRANSLATION
    severity = Severity.MINOR
    needs = frozenset({Need.SOURCE})
    Options = _Options

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        yield from observed(context, self._found(context), _judge)

    def _found(self, context: Context) -> Iterator[tuple[Pair, Quantity, Quantity, Fault | None]]:
        for pair, comparison in context.comparisons.items():
            for ours, theirs in comparison.matches:
                if _is_same_figure(ours, theirs) and self._is_lost(ours, theirs):
                    yield pair, ours, theirs, None

    def _is_lost(self, ours: Quantity, theirs: Quantity) -> bool:
        if theirs.bound is Bound.EXACT:
            return bool(self.options.dropped) and ours.bound is not Bound.EXACT
        return _OPPOSITE.get(ours.bound) is theirs.bound


def _is_same_figure(ours: Quantity, theirs: Quantity) -> bool:
    is_time = ours.unit is not None and ours.unit.dimension in _TIME
    return ours.sure and theirs.sure and not is_time and ours.number == theirs.number


def _judge(wrong: Wrong) -> Verdict:
    form = f"{_WORDS[wrong.ours.bound]} {wrong.form}"
    said = wrong.theirs.bound.value
    message = f"{wrong.hedged_source_form} is {form}, not {said} {wrong.form}"
    return Verdict(message, (form,), mark=Mark.HEDGE)
