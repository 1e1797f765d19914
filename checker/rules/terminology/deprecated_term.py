"""A wrong or outdated English form of a term.

The glossary marks the form as deprecated and says why, or it was right only until a date that
lies before the date of the text. Without a date (``--date``, ``date:`` in the configuration
or in Markdown front matter) former names of ministries and the like are taken as right, and so
is "the former Ministry of Culture" at any time.

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
from checker.wording import choices, listed, wrong_forms
from glossary.model import Fault, Status

_CALLED_FORMER = re.compile(
    r"\b(?:former|then|old|previous|renamed|predecessor)\b[^.;]{0,20}$", re.I
)
_EXPLAINED = re.compile(
    r"\s*[(,]\s*(?:now|today|later|renamed|reorganized|merged|which (?:is|became))\b", re.I
)


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
                reason = f"right until {until}, the text is of {context.day}"
                yield Observation(
                    message=f"{listed(forms)} for {concept.zh[0]}: {reason}",
                    spans=tuple(item.span for item in outdated),
                    suggestions=choices(concept, context.day),
                    concept=concept.id,
                    authority=concept.authority,
                )


def _is_history(item: Occurrence) -> bool:
    """Whether the text itself says that the name is a former one."""
    before = item.text.content[max(0, item.start - 40) : item.start]
    return bool(_CALLED_FORMER.search(before) or _EXPLAINED.match(item.text.content, item.end))
