"""A Chinese figure of speech translated word by word.

"A game of chess" for 一盘棋 tells an English reader nothing of coordination. The glossary lists
the literal renderings and what is meant; words that are ordinary English elsewhere are found
only where their neighbours show that the figure is meant.

Found:
    All cities should pursue dislocation development.

Passed:
    All cities should pursue differentiated development.
"""

from collections.abc import Iterator

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Need, Rule
from checker.wording import wrong_forms
from glossary.model import Fault


class LiteralCalque(Rule):
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    needs = frozenset({Need.TERMS})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        yield from wrong_forms(context, Fault.CALQUE)
