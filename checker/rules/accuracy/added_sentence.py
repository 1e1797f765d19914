"""A sentence of the English that has no source.

The English has more sentences than the Chinese, is longer than the Chinese lets expect, and
without one of its sentences the two fit. How much English is usual is learnt from the document. An
explanation in half a sentence passes.

Found:
    会议讨论了三项议题。
    The meeting discussed three topics. Afterwards the participants visited two hydropower stations
    and a battery plant in the new district.

Passed:
    会议讨论了三项议题。
    The meeting discussed three topics, which had been announced the week before.
"""

from collections.abc import Iterator, Sequence

from checker import completeness
from checker.completeness import Mark
from checker.context import Context
from checker.document import Document, Pair
from checker.finding import Category, Observation, Severity
from checker.gaps import gaps, is_added
from checker.rule import Need, Rule

# Letters of the shortest sentence that is looked at.
_SHORTEST = 25
# Sayings and short names of policies take so much more English than the rest of a document.
_TOO_FULL = 1.45
# A passage that stands alone, with its neighbours.
_TOO_FULL_AROUND = 1.3


class AddedSentence(Rule):
    category = Category.ADDITION
    severity = Severity.MINOR
    needs = frozenset({Need.SOURCE, Need.TERMS})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        usual = completeness.wordiness(context.sure_pairs)
        pairs = document.pairs if document.passages is not None else ()
        for at, pair in enumerate(pairs):
            around = pairs[max(0, at - 1) : at + 2]
            if pair.target and is_added(pair) and _fullness(around) > _TOO_FULL_AROUND * usual:
                content = pair.target.content
                yield Observation(
                    f"nothing in the source says {completeness.quoted(content, 60)}",
                    (pair.target.span(0, len(content)),),
                )
        for pair in context.sure_pairs:
            if _fullness([pair]) < _TOO_FULL * usual:
                continue
            theirs, ours = pair.both
            _, added = context.once(gaps, pair)
            known = completeness.marks(pair, context) if added else ()
            for gap in added:
                said = ours.content[gap.start : gap.end]
                if not _is_new(said, known):
                    continue
                yield Observation(
                    f"nothing in the source says {completeness.quoted(said, 60)}",
                    (ours.span(gap.start, gap.start + len(said.rstrip())),),
                    source_spans=(theirs.span(0, len(theirs.content)),),
                )


def _fullness(pairs: Sequence[Pair]) -> float:
    """Return how long the English of passages is beside their Chinese."""
    source = "".join(pair.source.content for pair in pairs if pair.source)
    target = " ".join(pair.target.content for pair in pairs if pair.target)
    return completeness.fullness(source, target)


def _is_new(said: str, known: Sequence[Mark]) -> bool:
    """Whether a sentence is long enough to say something, and nothing of the source is in it."""
    shown = completeness.keys(said)
    return completeness.letters(said) >= _SHORTEST and all(mark.share(shown) < 1 for mark in known)
