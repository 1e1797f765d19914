"""An ordinal number that is another one than in the source.

第十四届 is the 14th; 二十届三中全会 is the third plenary session of the 20th Central Committee, and
"十四五" the 14th Five-Year Plan. What is told without an ordinal ("secondary industry", "the next
day", "Article 14") passes, and so do days, centuries and quarters, which date-mismatch compares.
The source of the examples has 二十届三中全会.

Found:
    The third plenary session of the 19th CPC Central Committee was held.

Passed:
    The Third Plenum of the 20th CPC Central Committee was held.
"""

import re
from collections.abc import Iterator, Sequence

from checker.context import Context
from checker.document import Document, Pair
from checker.finding import Category, Fix, Observation, Severity
from checker.lang.counting.ordinals import Counted, Ordinal, chinese_ordinals, english_ordinals
from checker.lang.dates import english_dates
from checker.lang.quantities import small_numbers
from checker.rule import Need, Rule
from checker.wording import merged

# A small ordinal may stand for these, a number of the source for any ordinal.
_FIRST = re.compile("[首初先头冠始最一新元]")
_SECOND = re.compile("[再亚两双又副乙]|次[级席生]|其次")
_CHINESE_NUMBER = re.compile("[0-9]{1,4}|[一二三四五六七八九十百]{1,5}")
_ENGLISH_NUMBER = re.compile(rf"(?i)\b(?:\d{{1,4}}|{'|'.join(small_numbers.CARDINALS)})\b")
_OTHER_WORDS = {2: ("second", "next", "following", "runner"), 3: ("tertiary",)}
# Of more ordinals than this, the pairing would take long and say little.
_MOST = 100
# Never the same: the session and the committee that holds it.
_APART = {Counted.PLENUM, Counted.TERM}


class OrdinalMismatch(Rule):
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    needs = frozenset({Need.SOURCE})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        pairs = context.sure_pairs
        yield from merged(one for pair in pairs for one in _wrong(pair, context.source(pair)))


def _wrong(pair: Pair, source: str) -> Iterator[Observation]:
    sources, target = chinese_ordinals(source), pair.both[1].content
    if not any(one.is_sure for one in sources):
        return
    targets = _outside_of_dates(target)
    if len(sources) + len(targets) <= _MOST:
        for one, its in _opposed(source, target, sources, targets):
            yield _observation(pair, source, one, its)


def _outside_of_dates(content: str) -> list[Ordinal]:
    dated = {
        at
        for one in english_dates.dates(content)
        if one.plan is None
        for at in range(one.start, one.end)
    }
    return [one for one in english_ordinals(content) if one.start not in dated]


def _opposed(
    source: str, target: str, sources: list[Ordinal], targets: list[Ordinal]
) -> Iterator[tuple[Ordinal, Ordinal]]:
    missing, extra = _left(sources, targets)
    english, chinese = _english_numbers(target), _chinese_numbers(source, sources)
    missing = [one for one in missing if one.is_sure and not _is_told(one, english, target)]
    extra = [one for one in extra if one.is_sure and not _is_meant(one, chinese, source)]
    for counted in Counted:
        here = [one for one in missing if one.counted is counted]
        there = [one for one in extra if one.counted is counted]
        if len({one.number for one in here}) == 1 == len({one.number for one in there}):
            yield here[0], there[0]
            missing = [one for one in missing if one not in here]
            extra = [one for one in extra if one not in there]
    if len(missing) == len(extra) == 1 and {missing[0].counted, extra[0].counted} != _APART:
        yield missing[0], extra[0]


def _left(sources: list[Ordinal], targets: list[Ordinal]) -> tuple[list[Ordinal], list[Ordinal]]:
    """Return what is left of both when equal numbers are paired, those that count alike first."""
    missing, extra = list(sources), list(targets)
    for is_alike in (True, False):
        for one in list(missing):
            found = next((its for its in extra if _are_one(one, its, is_alike)), None)
            if found:
                missing.remove(one)
                extra.remove(found)
    return missing, extra


def _are_one(one: Ordinal, its: Ordinal, is_alike: bool) -> bool:
    if one.number != its.number:
        return False
    return one.counted is its.counted if is_alike else {one.counted, its.counted} != _APART


def _english_numbers(target: str) -> set[int]:
    found = (match.group().lower() for match in _ENGLISH_NUMBER.finditer(target))
    return {small_numbers.CARDINALS.get(text) or int(text) for text in found}


def _chinese_numbers(source: str, sources: Sequence[Ordinal]) -> set[int | None]:
    """Return the numbers of a source that stand outside of its ordinals."""
    inside = {at for one in sources if one.is_sure for at in range(one.start, one.end)}
    return {
        small_numbers.chinese(match.group())
        for match in _CHINESE_NUMBER.finditer(source)
        if match.start() not in inside
    }


def _is_told(one: Ordinal, numbers: set[int], target: str) -> bool:
    """Whether a number of the source stands in the target in another form."""
    if one.counted is not Counted.OTHER:
        return False
    return one.number in numbers or any(
        word in target.lower() for word in _OTHER_WORDS.get(one.number, ())
    )


def _is_meant(one: Ordinal, numbers: set[int | None], source: str) -> bool:
    """Whether an ordinal of the target may stand for something else in the source."""
    if one.counted is not Counted.OTHER:
        return False
    words = {1: _FIRST, 2: _SECOND}.get(one.number)
    return one.number in numbers or bool(words and words.search(source))


def _observation(pair: Pair, source: str, one: Ordinal, its: Ordinal) -> Observation:
    theirs, ours = pair.both
    words = ours.content[its.start : its.end]
    right = small_numbers.ordinal_like(words, one.number)
    counted = "" if one.counted in (Counted.OTHER, Counted.TERM) else f" {one.counted.value}"
    place = ours.span(its.start, its.end)
    is_plain = place.end - place.start == len(words)
    return Observation(
        message=f"{source[one.start : one.end]} is the {right}{counted}; the English has “{words}”",
        spans=(place,),
        suggestions=(right,),
        fixes=(Fix(place, right),) if is_plain and one.counted is its.counted else (),
        source_spans=(theirs.span(one.start, one.end),),
    )
