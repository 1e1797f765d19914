"""A sentence of the source, or a good part of one, that has no translation.

A sentence is missing where nothing in the English answers it: neither its length nor its numbers,
names and terms. Part of a sentence is missing where the English is half as long as the Chinese
lets expect, or clearly short and without the numbers and terms of a clause. Credits of editors and
photographers pass.

Found:
    会议讨论了三项议题。与会者还参观了两座新建的水电站和一家电池厂。
    The meeting discussed three topics.

Passed:
    会议讨论了三项议题。与会者还参观了两座新建的水电站和一家电池厂。
    The meeting discussed three topics, and participants also visited two new hydropower stations
    and a battery plant.
"""

import re
from collections.abc import Iterator

from checker import completeness
from checker.completeness import quoted
from checker.context import Context
from checker.document import Document, Pair
from checker.finding import Category, Observation, Severity
from checker.gaps import gaps, omitted_passages
from checker.lang.sentences import sentences
from checker.rule import Need, Rule
from checker.text import Span, Text

# Chinese characters from which a passage is long enough for its length to say something.
_LONG = 20
# The share of the expected length below which a clause may be missing, and the cost of the misfit
# from which one is: half of the sentence, or a little less of a long one.
_SHORT, _TOO_SHORT = 0.75, 5.5
_SHORTEST = 6
_CREDIT = re.compile(
    r"^\s*[（(【\[]?\s*(?:完\b|责任?编辑?|编辑|审核|校对|来源|原标题|作者|文[/／]|图[/／]|摄影|延伸阅读"
    r"|相关(?:链接|报道)|点击|扫码)|(?<=[^。！？]{6}[ 　])(?:摄|供图)\s*[）)]?\s*$"
)
# Who reported it may be left out.
_BYLINE = re.compile(
    r"[（(【\[][^（()）【】\[\]]{0,20}(?:记者|通讯员)[^（()）【】\[\]]{0,30}[）)】\]]"
)


class OmittedSentence(Rule):
    category = Category.OMISSION
    severity = Severity.MAJOR
    needs = frozenset({Need.SOURCE, Need.TERMS})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        if document.passages is not None:
            yield from _passages(document, context)
        for pair in context.sure_pairs:
            found = _inside(pair, context)
            if found:
                yield found


def _passages(document: Document, context: Context) -> Iterator[Observation]:
    """Yield what the alignment found no English for, one observation for each row of passages."""
    pairs = document.pairs
    for row in omitted_passages(pairs):
        missing = [pairs[at] for at in row if not _is_credit(context.source(pairs[at]))]
        place = _beside(pairs, row[0], row[-1]) if missing else None
        if place:
            more = f" and {len(missing) - 1} more after it" if len(missing) > 1 else ""
            yield Observation(
                f"{quoted(context.source(missing[0]))}{more} of the source has no translation",
                (place,),
                source_spans=tuple(
                    pair.source.span(0, len(pair.source.content)) for pair in missing if pair.source
                ),
            )


def _inside(pair: Pair, context: Context) -> Observation | None:
    """Return the observation on what is missing inside a pair."""
    source, target = pair.both
    if not target.content.strip() or _is_credit(context.source(pair)):
        return None
    return _whole(pair, source, target, context) or _part(pair, source, target, context)


def _is_credit(source: str) -> bool:
    return bool(_CREDIT.search(source)) or completeness.length(source) < _SHORTEST


def _beside(pairs: tuple[Pair, ...], first: int, last: int) -> Span | None:
    """Return the sentence that stands before the gap in the English, or else after it."""
    for number, places in ((-1, range(first - 1, -1, -1)), (0, range(last + 1, len(pairs)))):
        for at in places:
            target = pairs[at].target
            if target and target.content.strip():
                return _sentence(target, number)
    return None


def _sentence(text: Text, number: int) -> Span:
    start, end = sentences(text.content)[number]
    return text.span(start, start + len(text.content[start:end].rstrip()))


def _whole(pair: Pair, source: Text, target: Text, context: Context) -> Observation | None:
    """Return the observation on whole sentences that are missing inside a pair."""
    content = context.source(pair)
    omitted, _ = context.once(gaps, pair)
    omitted = [gap for gap in omitted if not _is_credit(content[gap.start : gap.end])]
    if not omitted:
        return None
    ends = [end for _, end in sentences(target.content)]
    beside = {ends.index(gap.after) if gap.after else 0 for gap in omitted}
    what = " and ".join(quoted(content[gap.start : gap.end]) for gap in omitted[:3])
    return Observation(
        f"{what} of the source has no translation",
        tuple(_sentence(target, number) for number in sorted(beside)),
        source_spans=tuple(source.span(gap.start, gap.end) for gap in omitted),
    )


def _part(pair: Pair, source: Text, target: Text, context: Context) -> Observation | None:
    """Return the observation on part of a sentence that is missing."""
    content = _BYLINE.sub(lambda byline: " " * len(byline.group()), context.source(pair))
    size, written = completeness.length(content), completeness.letters(target.content)
    full = completeness.share(size, written)
    if size < _LONG or full >= _SHORT:
        return None
    found = [one for one in completeness.marks(pair, context) if content[one.start] != " "]
    missing = completeness.missing_clauses(content, target.content, found)
    if missing is None and completeness.misfit(size, written) < _TOO_SHORT:
        return None
    start, end = missing or (0, len(content))
    what = f": {quoted(content[start:end])}" if missing else ""
    return Observation(
        f"part of {quoted(content)} seems to have no translation{what}; the English is {full:.0%} "
        "as long as is usual",
        (_sentence(target, -1),),
        source_spans=(source.span(start, end),),
    )
