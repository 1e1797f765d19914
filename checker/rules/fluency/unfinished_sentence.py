"""A sentence that ends in a word after which something must come.

"and", "the", "of the" and their like cannot stand before a full stop.

Found:
    The plan covers roads, railways and.

Passed:
    This is the place he came from.
"""

import re
from collections.abc import Iterator

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Rule

_END = re.compile(
    r"(?<![\w'’./-])(?:the|an|and|or|nor|our|your|their|(?<=, )whose|every|than|"
    r"(?<![Jj]ust )because|"
    r"(?<=of )its|(?<=of )a|(?<=is )a|(?<=the )of|(?<=such )as)"
    r"(?=[.!?;](?:[\"”’)]*(?:\s|$)))"
)
# "the word the", "a or an", "the answer is a", "the value of a"; "Are you coming, or?".
_SPOKEN = re.compile(
    r"(?i)\b(?:words?|articles?|letters?|answer|option|choice|value|function|multiple|power|variable)"
    r"(?: (?!is )\w+)? (?:(?:is|of) )?$|\ba or $"
)


class UnfinishedSentence(Rule):
    category = Category.GRAMMAR
    severity = Severity.MAJOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        for _, text in document.targets:
            for match in _END.finditer(text.content):
                word = match.group()
                if text.content[max(0, match.start() - 1) : match.start()] in "\"“'‘":
                    continue  # the word itself is spoken of
                if _SPOKEN.search(text.content[max(0, match.start() - 40) : match.start()]):
                    continue
                if word == "or" and text.content[match.end()] == "?":
                    continue
                yield Observation(
                    f'the sentence ends in "{word}"; something is missing after it',
                    (text.span(match.start(), match.end() + 1),),
                )
