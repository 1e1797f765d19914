"""A pronoun behind "of" where English has "its" or "their" in front: "the role of it".

Chinese puts 它的 before its noun, and machines turn it round.

Found:
    The role of it has very distinctive features.

Passed:
    Its role is clear, and that is the long and the short of it.
"""

import re
from collections.abc import Iterator

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Rule

_NOUNS = (
    "role|importance|significance|meaning|goal|purpose|function|characteristics?|features?|"
    "development|construction|influence|advantages?|position|positioning|implementation|core|essence"
)
_GENITIVE = re.compile(
    rf"\b(?P<the>[Tt]he) (?P<noun>{_NOUNS}) of (?P<whose>it|them)(?= [a-z]+|[.,])"
    # "of it all", "of it being done", "of it and others", "of them that sow".
    r"(?! (?:all|and|or|nor|not|both|that|who|which|[a-z]{2,}ing)\b)(?!\. \.)"
)
# "At the core of it" is an idiom.
_IDIOM = re.compile(r"(?i)\bat $")


class PronounGenitive(Rule):
    category = Category.STYLE
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        for _, text in document.targets:
            for match in _GENITIVE.finditer(text.content):
                if _IDIOM.search(text.content[max(0, match.start() - 3) : match.start()]):
                    continue
                owner = "its" if match["whose"] == "it" else "their"
                owner = owner.capitalize() if match["the"] == "The" else owner
                yield Observation(
                    f'English says "{owner.lower()} {match["noun"]}"',
                    (text.span(*match.span()),),
                    suggestions=(f"{owner} {match['noun']}",),
                )
