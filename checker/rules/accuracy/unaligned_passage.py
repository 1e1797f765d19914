"""A stretch of the English of which it is not sure what Chinese it translates.

A draft and its source in two files are aligned by length, numbers, names and words. What stays
doubtful is not compared, and is named here, so that nobody takes silence for consent; a few words,
and what is nearly sure, are passed over. Where most of the text is doubtful, the file is hardly a
translation of that source, and this alone is said. In the examples the source comes first.

Found:
    渡口有了3艘新船。船工们很高兴。
    The committee will publish its annual report on fisheries, which covers the years since 1998,
    before the end of the summer.

Passed:
    渡口有了3艘新船。船工们很高兴。
    The crossing has 3 new boats. The boatmen are pleased.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.context import SURE, Context
from checker.document import Document, Pair
from checker.finding import Category, Observation, Severity
from checker.rule import Need, Rule
from checker.text import Span, Text

# Of the English, so much must be sure for the rest to be called stretches of a translation.
_MOST = 0.3
# Most passages of this confidence are right still; they are not compared, and not named either.
_NEARLY_SURE = 0.15
# English characters below which a stretch is too short to be named, and Chinese ones.
_FEW, _FEW_CHINESE = 40, 12


class UnalignedPassage(Rule):
    category = Category.OTHER
    severity = Severity.NEUTRAL
    needs = frozenset({Need.SOURCE})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        if document.passages is None:
            return
        pairs = document.passages
        share = _sure_share(pairs)
        if share < _MOST:
            yield _no_translation(document, pairs, share)
            return
        for is_doubtful, row in groupby(range(len(pairs)), lambda at: pairs[at].confidence < SURE):
            numbers = list(row)
            if is_doubtful:
                yield from _stretch(pairs, numbers[0], numbers[-1] + 1)


def _sure_share(pairs: Sequence[Pair]) -> float:
    """Return the share of the English that is in sure pairs."""
    lengths = [(len(pair.target.content), pair) for pair in pairs if pair.target]
    sure = sum(length for length, pair in lengths if pair.source and pair.confidence >= SURE)
    return sure / max(1, sum(length for length, _ in lengths))


def _no_translation(document: Document, pairs: Sequence[Pair], share: float) -> Observation:
    first = next(pair.target for pair in pairs if pair.target)
    source = next((pair.source for pair in pairs if pair.source), None)
    return Observation(
        f"this seems not to be a translation of {document.original.path}: only {share:.0%} of it "
        "can be aligned, and it is not compared",
        (_whole(first),),
        source_spans=(_whole(source),) if source else (),
    )


def _stretch(pairs: Sequence[Pair], first: int, last: int) -> Iterator[Observation]:
    """Yield the observation on a stretch, unless it is a few words, or nearly sure."""
    if min(pair.confidence for pair in pairs[first:last]) >= _NEARLY_SURE:
        return
    targets = [pair.target for pair in pairs[first:last] if pair.target]
    sources = [pair.source for pair in pairs[first:last] if pair.source]
    if _length(targets) < _FEW and _length(sources) < _FEW_CHINESE:
        return
    message = "it is not sure which words of the source belong to these; they are not compared"
    if not targets:
        targets = [pair.target for pair in (*pairs[:first][::-1], *pairs[last:]) if pair.target][:1]
        message = "it is not sure whether the source has more here than the English"
    if not sources:
        message = "it is not sure whether this is in the source; it is not compared"
    yield Observation(
        message, tuple(map(_whole, targets)), source_spans=tuple(map(_whole, sources))
    )


def _length(texts: Sequence[Text]) -> int:
    return sum(len(text.content) for text in texts)


def _whole(text: Text) -> Span:
    return text.span(0, len(text.content))
