"""A speaker's label, a caption or a byline that stuck to the sentence before it.

Found:
    To sing it well, we must play a game reporter: The circle should be built.

Passed:
    He told the reporter: "The circle should be built."

    Photo by Li Lei
"""

import re
from collections.abc import Iterator

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Rule

_GLUED = (
    (
        re.compile(
            r"(?<=[a-z\"”’] )(?<!the )(?<!a )(?<!our )(?<!this )(?<!one )(?<!another )"
            r"(?:reporter|journalist|correspondent|interviewer): (?=[A-Z])"
        ),
        "a speaker's label is stuck to the sentence before it",
    ),
    (
        re.compile(
            r"(?<=[a-z.,\"”] )\(?(?:Photo|Picture|Image|Photograph) (?:by|courtesy of) [A-Z]\w+"
        ),
        "a caption is stuck to the sentence before it",
    ),
    (
        re.compile(r"(?<=[a-z]{3}\. )\(?(?:Editor|Responsible editor|Editor in charge): ?[A-Z]\w+"),
        "an editor's line is stuck to the sentence before it",
    ),
)
# A paragraph that is all caption may have "Photo by" in its middle.
_CAPTION = 160


class GluedLabel(Rule):
    category = Category.OTHER
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        for _, text in document.targets:
            for pattern, fault in _GLUED:
                for match in pattern.finditer(text.content):
                    caption = "caption" in fault and len(text.content) < _CAPTION
                    if not caption:
                        yield Observation(fault, (text.span(match.start(), match.end()),))
