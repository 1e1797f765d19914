"""A figure that is not the one of the source, or is not there at all.

万 and 亿 read as thousand and billion, a digit changed, 增长2倍 taken for "doubled". Rounded and
converted figures, numbers in words, "half" for 五成 and the like answer to the source. Dates and
ordinals are other rules' business, and so is a figure whose unit is wrong.

Found:
    全年接待游客2030万人次，收入增长2倍。
    The port served 203 million people, and its income doubled.

Passed:
    全年接待游客2030万人次，收入增长2倍。
    The port served over 20 million people, and its income tripled.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from checker.completeness import fullness
from checker.context import Context
from checker.document import Document
from checker.figures import Mark, Verdict, Wrong, wrong_figures
from checker.finding import Category, Observation, Severity
from checker.lang.quantities.chinese_context import BARE
from checker.lang.quantities.disagreement import Fault, in_percent, mantissa
from checker.lang.quantities.english_figures import rounded, written
from checker.lang.quantities.quantity import Bound, Quantity, step_of
from checker.lang.quantities.units import PERCENT
from checker.rule import Need, Rule

_FAULTS = frozenset({Fault.SCALE, Fault.RATIO, Fault.DIGITS, Fault.FIGURE})
# How a Chinese scale is misread, by the power of ten that comes of it.
_MISREAD = {
    ("万", Fraction(1, 10)): "万 is ten thousand, not a thousand",
    ("万", Fraction(100)): "万 is ten thousand, not a million",
    ("亿", Fraction(10)): "亿 is a hundred million, not a billion",
    ("亿", Fraction(1, 100)): "亿 is a hundred million, not a million",
}
_MULTIPLES = {2: "doubl", 3: "tripl", 4: "quadrupl", 5: "quintupl"}
_LONG, _TELLING = 10, 10_000
_COUNTER = re.compile("[余多]?[个名人位家例件项次台辆套张户所座种条艘架]")
_LATIN = re.compile("[A-Za-z]")
# Of a shorter translation more is missing than a figure: that is the omission's finding.
_SHORT = 0.75


@dataclass(frozen=True)
class _Options:
    missing: bool = field(
        default=True, metadata={"help": "report figures of the source that the target has not"}
    )


class NumberMismatch(Rule):
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    needs = frozenset({Need.SOURCE})
    Options = _Options

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        yield from wrong_figures(context, _FAULTS, _judge)
        if self.options.missing:
            yield from _missing(context)


def _judge(wrong: Wrong) -> Verdict | None:
    if wrong.fault is Fault.RATIO:
        return _trap(wrong)
    ours, theirs = in_percent(wrong.ours, wrong.theirs).number, wrong.theirs.number
    if wrong.theirs.unit is PERCENT and not step_of(ours):
        ours = rounded(ours)
    right = written(ours, wrong.figure)
    said = f"{_equation(wrong, right)}, not {wrong.figure}"
    if wrong.fault is not Fault.SCALE:
        kind = "a digit differs" if wrong.fault is Fault.DIGITS else "another figure"
        return Verdict(f"{kind}: {said}", (right,))
    ratio = theirs / ours
    large, small = written(ratio), written(1 / ratio)
    size = f"{large} times too large" if ratio > 1 else f"{small} times too small"
    why = _MISREAD.get((wrong.source_figure[-1], ratio))
    is_plain = mantissa(ours) >= _LONG and wrong.figure[0].isdigit()
    return Verdict(
        f"{size}: {said} ({why})" if why else f"{size}: {said}",
        (right,),
        mended=right if is_plain else None,
    )


def _equation(wrong: Wrong, right: str) -> str:
    """Return what is right: "2030万 is 20.3 million", "四成 is 40 percent", "the source has 38"."""
    if in_percent(wrong.ours, wrong.theirs) is not wrong.ours:
        return f"{wrong.source_form} is {right} percent"
    if wrong.source_figure.replace(",", "") == right.replace(",", ""):
        return f"the source has {right}"
    return f"{wrong.source_figure} is {right}"


def _trap(wrong: Wrong) -> Verdict:
    """Return what to say of a rise by a number of times that is taken for a rise to it."""
    to = wrong.ours.readings[0]
    by = to - 1
    percent = f"by {written(100 * by)} percent"
    ending = next((end for end in ("ing", "ed", "es", "e") if wrong.figure.endswith(end)), "")
    stem = _MULTIPLES.get(int(to)) if to.denominator == 1 and wrong.figure[0].isalpha() else None
    choices: tuple[str, ...] = (
        (f"{stem}{ending}",) if stem and ending else (f"{written(to)} times",)
    )
    message = f"{wrong.hedged_source_form} is {written(to)} times as much"
    if by > 0:
        message, choices = f"{message} (a rise {percent})", (*choices, percent)
    return Verdict(f"{message}, not “{wrong.form}”", choices, mark=Mark.UNIT)


def _missing(context: Context) -> Iterator[Observation]:
    """Yield the figures of the source that nothing in the target can stand for, pair by pair."""
    for pair, comparison in context.comparisons.items():
        source = context.source(pair)
        missing = [one for one in comparison.missing if _is_telling(one, source)]
        theirs, ours = pair.both
        if not missing or fullness(source, ours.content) < _SHORT:
            continue
        forms = dict.fromkeys(source[one.start : one.end] for one in missing)
        yield Observation(
            f"not in the target: {', '.join(forms)}",
            (ours.span(0, len(ours.content)),),
            source_spans=tuple(theirs.span(one.start, one.end) for one in missing),
        )


def _is_telling(one: Quantity, source: str) -> bool:
    """Whether a figure says something even alone: 3公里 and 25人, not 3人, 上万, 1美元 and 100%.

    A bare figure may be a name (418), one with a Latin unit the size in a list of them (18mm).
    """
    if source[one.first] in BARE or one.number == 365:
        return False
    if one.number == 1 or (one.bound is Bound.ABOVE and mantissa(one.number) == 1):
        return False
    if one.unit is None and one.number < _TELLING and not _COUNTER.match(source, one.last):
        return False
    if _LATIN.search(source, one.last, one.end):
        return False
    if one.unit is None or one.unit.dimension in ("months", "days"):
        return mantissa(one.number) >= _LONG
    return one.value != 1
