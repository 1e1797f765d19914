"""A quotation that is torn in two, or whose marks stand on the wrong side.

A full stop and a new opening mark come between the two halves of one quotation, or a mark stands
alone between two spaces.

Found:
    This is the "Outline". "The essence of planning.

Passed:
    "This is the outline," he said. "It is the essence of planning."
"""

import re
from collections.abc import Iterator

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Rule

# A second quotation opens right after the first and is never closed in this paragraph.
_TORN = re.compile(r"\"[^\"]{2,80}\"\. (?P<mark>\")[^\"]{2,300}$")
_ALONE = re.compile(r"(?<=[^\W\d]|[,.]) (?P<mark>[\"“”]) (?=\w)")


class SplitQuotation(Rule):
    category = Category.PUNCTUATION
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        plains = [re.sub("[“”]", '"', text.content) for _, text in document.targets]
        for at, (_, text) in enumerate(document.targets):
            # A quotation of several paragraphs opens each of them anew.
            runs_on = "".join(plains[at + 1 : at + 2]).lstrip().startswith('"')
            if not runs_on and (torn := _TORN.search(plains[at])):
                yield Observation(
                    "the quotation is torn in two: it was closed before, and is not closed again",
                    (text.span(torn.start("mark"), torn.end("mark")),),
                )
        alone = [
            text.span(match.start("mark"), match.end("mark"))
            for _, text in document.targets
            for match in _ALONE.finditer(text.content)
        ]
        if alone:
            yield Observation("the quotation mark stands alone between two spaces", tuple(alone))
