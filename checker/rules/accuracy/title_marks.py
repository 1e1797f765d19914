"""The title of a document, book or film that the English does not mark as one.

《》 mark titles in Chinese; English marks them by capitals, italics or quotation marks. Looked at
are titles that the glossary lists, where their English stands in lower case without any mark.

Found:
    《乡村全面振兴规划》已经发布。
    The plan for all-around rural revitalization has been published.

Passed:
    《乡村全面振兴规划》已经发布。
    The Plan for All-Around Rural Revitalization has been published.
"""

import re
from collections.abc import Iterator

from checker.context import Context, Occurrence, SourceTerm
from checker.document import Document, Kind
from checker.finding import Category, Observation, Severity
from checker.rule import Need, Rule

_TITLE = re.compile(r"《([^《》\n]{2,60})》")
# In the raw file: quotation marks, and the emphasis of Markdown and HTML.
_MARKED = re.compile("[\"“”‘'*_>]$")


class TitleMarks(Rule):
    category = Category.STYLE
    severity = Severity.MINOR
    needs = frozenset({Need.TERMS, Need.SOURCE})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        found: dict[str, list[tuple[SourceTerm, Occurrence]]] = {}
        for pair, terms in context.source_terms.items():
            titles = [match.span(1) for match in _TITLE.finditer(context.source(pair))]
            for term in terms if titles else ():
                if (term.start, term.end) in titles:
                    for item in context.terms_in(pair.both[1]):
                        if item.concept.id == term.concept.id and _is_bare(item, document):
                            found.setdefault(term.concept.id, []).append((term, item))
        for places in found.values():
            yield _observe(places)


def _is_bare(item: Occurrence, document: Document) -> bool:
    """Whether nothing marks a good form as a title: no capital, no quotation marks, no emphasis."""
    before = document.content[max(0, item.span.start - 6) : item.span.start].removesuffix("the ")
    if any(map(str.isupper, item.surface[1:])) or _MARKED.search(before):
        return False
    return item.term.is_good and item.segment.kind is not Kind.HEADING


def _observe(places: list[tuple[SourceTerm, Occurrence]]) -> Observation:
    term, item = places[0]
    return Observation(
        message=f"《{term.term.text}》 is a title; “{item.surface}” does not show it: "
        "write it with capitals, in italics or in quotation marks",
        spans=tuple(dict.fromkeys(one.span for _, one in places)),
        concept=term.concept.id,
        source_spans=tuple(dict.fromkeys(one.span for one, _ in places)),
    )
