"""A sentence of the English that has no source.

The English has more sentences than the Chinese, is longer than the Chinese lets expect, and
without one of its sentences the two fit. An explanation in half a sentence passes.

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
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.gaps import gaps, is_added
from checker.rule import Need, Rule

# Letters of the shortest sentence that is looked at.
_SHORTEST = 25


class AddedSentence(Rule):
    category = Category.ADDITION
    severity = Severity.MINOR
    needs = frozenset({Need.SOURCE, Need.TERMS})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        for pair in document.pairs if document.passages is not None else ():
            if pair.target and is_added(pair):
                content = pair.target.content
                yield Observation(
                    f"nothing in the source says {completeness.quoted(content, 60)}",
                    (pair.target.span(0, len(content)),),
                )
        for pair in context.sure_pairs:
            if not pair.source or not pair.target:
                continue
            _, added = gaps(pair, context)
            known = completeness.marks(pair, context) if added else ()
            for gap in added:
                said = pair.target.content[gap.start : gap.end]
                if not _is_new(said, known):
                    continue
                yield Observation(
                    f"nothing in the source says {completeness.quoted(said, 60)}",
                    (pair.target.span(gap.start, gap.start + len(said.rstrip())),),
                    source_spans=(pair.source.span(0, len(pair.source.content)),),
                )


def _is_new(said: str, known: Sequence[Mark]) -> bool:
    """Whether a sentence is long enough to say something, and nothing of the source is in it."""
    shown = completeness.keys(said)
    return completeness.letters(said) >= _SHORTEST and all(mark.share(shown) < 1 for mark in known)
