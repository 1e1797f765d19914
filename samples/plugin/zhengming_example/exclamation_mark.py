"""An exclamation mark in a news text.

News reports what others shout; it does not shout itself.

Found:
    The bridge is open!

Passed:
    The bridge is open.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Rule

_MARK = re.compile("!+")


@dataclass(frozen=True)
class _Options:
    allowed: int = field(default=0, metadata={"help": "so many of them pass"})


class ExclamationMark(Rule):
    """All exclamation marks of a document are one problem."""

    group = "typography"
    category = Category.STYLE
    severity = Severity.MINOR
    Options = _Options

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        """Yield one observation with the places of all marks."""
        places = [
            text.span(*match.span())
            for _, text in document.targets
            for match in _MARK.finditer(text.content)
        ]
        if len(places) > self.options.allowed:
            yield Observation("an exclamation mark; news does not shout", tuple(places), (".",))
