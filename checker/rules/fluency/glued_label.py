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
        re.compile(r"(?<=[a-z\"”’] )(?:reporter|journalist|correspondent|interviewer): (?=[A-Z])"),
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
# "told the Evening News reporter: Come back"; "Evening News reporter:" at the head of a paragraph.
_ADDRESSED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]his|[Oo]ne|[Aa]nother|[Mm]y|[Tt]old|[Aa]sked)"
    r"(?: (?:local|young|same|own|[A-Z]\w*)){0,4} $"
    r"|^\s*[\"“]?(?:[A-Z]\w*[\"”]? (?:own )?){1,5}$"
)
# A paragraph that is all caption may have "Photo by" in its middle, a longer one at its end.
_CAPTION = 160
_LONG_CAPTION = 400
_REST = re.compile(r"[^.!?]{0,60}[).\s]*$")
# "Translator: Chen Jun. Editor: Li Na."
_IMPRINT = re.compile(r"(?i)\b(?:by|translator|photos?|layout|design|source|writer|text)\b")


class GluedLabel(Rule):
    category = Category.OTHER
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        for _, text in document.targets:
            for pattern, fault in _GLUED:
                for match in pattern.finditer(text.content):
                    if not _is_in_place(fault, text.content, match):
                        yield Observation(fault, (text.span(match.start(), match.end()),))


def _is_in_place(fault: str, content: str, match: re.Match[str]) -> bool:
    before, after = (
        content[max(0, match.start() - 80) : match.start()],
        content[match.end() : match.end() + 80],
    )
    if "speaker" in fault:
        return bool(_ADDRESSED.search(before))
    if "editor" in fault:
        return bool(_IMPRINT.search(before[-60:])) and len(content) < _CAPTION
    is_last = len(content) < _LONG_CAPTION and bool(_REST.fullmatch(after))
    return len(content) < _CAPTION or is_last
