"""One name of the source that the English writes in several ways.

For names that no glossary lists; the source shows that one and the same is meant. Organisations:
the same Chinese name stands in several passages, and its English names have other words. Foreign
and other names: words that differ by a letter or two stand in passages that have the same Chinese
characters for a name. A short form beside the full name passes.

Found:
    云溪农村发展研究院发布报告。云溪农村发展研究院表示赞同。
    The Yunxi Institute of Rural Development published a report. The Yunxi Academy of Countryside
    Growth agreed.

Passed:
    云溪农村发展研究院发布报告。云溪农村发展研究院表示赞同。
    The Yunxi Institute of Rural Development published a report. The institute agreed.
"""

from collections.abc import Iterator

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.namesakes import names, passages_of, told
from checker.rule import Need, Rule
from checker.text import Span


class InconsistentTranslation(Rule):
    category = Category.TERMINOLOGY_USE
    severity = Severity.MINOR
    needs = frozenset({Need.SOURCE})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        def text(passage: int, span: Span) -> str:
            return document.text(span)

        for kind, name, renderings in names(passages_of(context)):
            spans = sorted(span for places in renderings.values() for _, span in places)
            yield Observation(
                message=f"{told(kind, name, renderings, text)}; use one throughout",
                spans=tuple(spans),
                source_spans=tuple(_places(name, context)),
            )


def _places(name: str, context: Context) -> Iterator[Span]:
    for pair in context.sure_pairs:
        at = context.source(pair).find(name)
        if at >= 0:
            yield pair.both[0].span(at, at + len(name))
