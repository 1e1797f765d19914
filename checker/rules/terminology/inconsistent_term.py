"""One term in several renderings.

A text that calls one thing by five names makes its reader look for five things. All renderings
of a concept are one finding, with every place, and with what to write throughout. One wrong form
beside the right one is not a matter of consistency; ``deprecated-term`` reports it. Short forms
and abbreviations may stand beside the full form; where the glossary says that good English
varies (``mixing: free``), only wrong forms count.

Found:
    The Chengdu-Chongqing economic circle grew. The Chengdu-Chongqing twin-city economic circle
    has plans.

Passed:
    The Chengdu-Chongqing economic circle grew. The Chengdu-Chongqing economic circle has plans.
"""

from collections.abc import Iterator
from datetime import date

from checker.context import Context, Occurrence
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Need, Rule
from checker.wording import choices, is_wrong, main_note, observe, rendering
from glossary.fold import fold
from glossary.model import Fault, Status, TermType


class InconsistentTerm(Rule):
    category = Category.TERMINOLOGY_USE
    severity = Severity.MINOR
    needs = frozenset({Need.TERMS})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        for occurrences in context.occurrences.values():
            competing = [item for item in occurrences if _competes(item)]
            wrong = {_rendering(item) for item in competing if is_wrong(item)}
            good = {_rendering(item) for item in competing if not is_wrong(item)}
            if len(wrong) > 1 or len(good) > 1:
                tails = tuple(f" {fold(name)}" for name in good)
                story = [item for item in occurrences if _belongs(item, tails)]
                yield _observe(story, context.day)


def _belongs(occurrence: Occurrence, full_forms: tuple[str, ...]) -> bool:
    """Whether an occurrence is part of the story.

    All that competes is, and what other rules would report alone. A short form is where it is
    the tail of a full one: that rendering, less the words at its head.
    """
    if _competes(occurrence) or is_wrong(occurrence):
        return True
    tail = f" {fold(occurrence.surface)}"
    return occurrence.term.type is TermType.SHORT and any(
        form.endswith(tail) for form in full_forms
    )


def _competes(occurrence: Occurrence) -> bool:
    term = occurrence.term
    if term.status is Status.DEPRECATED:
        return term.fault is Fault.MISTRANSLATION
    free = occurrence.concept.free_mixing
    # A former name beside the present one is history, not inconsistency.
    return term.type is TermType.FULL and term.status is not Status.SUPERSEDED and not free


def _rendering(occurrence: Occurrence) -> str:
    """Return what makes two occurrences the same rendering: a good term, or the bare words."""
    if occurrence.term.is_good:
        return occurrence.term.text
    return rendering(occurrence.surface)


def _observe(story: list[Occurrence], day: date | None) -> Observation:
    concept = story[0].concept
    surfaces = {rendering(item.surface) for item in story}
    beside = (item.term.text for item in story if item.term.is_good)
    what = f"{len(surfaces)} renderings of {concept.zh[0]} in {len(story)} places"
    message = f"{what}; use one throughout{main_note(story)}"
    return observe(story, message, tuple(dict.fromkeys((*choices(concept, day), *beside))))
