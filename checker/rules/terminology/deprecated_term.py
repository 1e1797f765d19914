"""A wrong or outdated English form of a term.

The glossary marks the form as deprecated and says why, or it was right only until a date that
lies before the date of the text. A text without a date (``--date``, ``date:`` in the configuration
or in Markdown front matter) is taken as one of today. "The former Ministry of Culture", and a
sentence about a year in which the name was right, pass at any time.

Found:
    The commission discussed the "One Belt and One Road".

Passed:
    The commission discussed the Belt and Road Initiative.
"""

import re
from collections.abc import Iterator

from checker.context import Context, Occurrence
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Need, Rule
from checker.wording import choices, listed, observe, wrong_forms
from glossary.model import Fault, Status

_FORMER_BEFORE = re.compile(
    r"\b(?:former|then|old|previous|renamed|replac(?:ed|ing)|succeeded|predecessor)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
_FORMER_AFTER = re.compile(
    r"\s*(?:became|was (?:renamed|merged|reorganized|replaced|abolished|dissolved))\b"
    r"|\s*[(,]\s*(?:now|today|later|renamed|reorganized|merged|which (?:is|became))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# How far a sentence is looked at on each side of a name.
_SENTENCE = 200


class DeprecatedTerm(Rule):
    category = Category.TERMINOLOGY_RESOURCE
    severity = Severity.MAJOR
    needs = frozenset({Need.TERMS})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        yield from wrong_forms(context, Fault.MISTRANSLATION)
        for occurrences in context.occurrences.values():
            outdated = [
                item
                for item in occurrences
                if item.status is Status.SUPERSEDED and not _is_history(item)
            ]
            if outdated:
                concept, until = outdated[0].concept, outdated[0].term.until
                forms = dict.fromkeys(item.surface for item in outdated)
                dated = f"the text is of {context.day}" if context.day else "the text has no date"
                message = f"{listed(forms)} for {concept.zh[0]}: right until {until}, {dated}"
                yield observe(outdated, message, choices(concept, context.day))


def _is_history(item: Occurrence) -> bool:
    """Whether the text calls the name a former one, or speaks of a year when it was right."""
    content = item.text.content
    before = content[max(0, item.start - _SENTENCE) : item.start]
    after = content[item.end : item.end + _SENTENCE]
    if _FORMER_BEFORE.search(before) or _FORMER_AFTER.match(content, item.end):
        return True
    sentence = re.split(r"[.!?]\s", before)[-1] + re.split(r"[.!?](?:\s|$)", after)[0]
    until = item.term.until
    return until is not None and any(int(year) < until.year for year in _YEAR.findall(sentence))
