"""Wrong forms of glossary terms, as observations: what three rules have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from checker.context import Context, Occurrence
from checker.finding import Observation
from checker.mending import fix
from glossary.fold import fold
from glossary.model import Concept, Fault, Status


def wrong_forms(context: Context, fault: Fault) -> Iterator[Observation]:
    """Yield one observation for each concept that has deprecated forms of a fault in the text."""
    for occurrences in context.occurrences.values():
        wrong = [item for item in occurrences if is_wrong(item) and item.term.fault is fault]
        if wrong:
            concept = wrong[0].concept
            forms = dict.fromkeys(item.surface for item in wrong)
            message = f"{listed(forms)} for {concept.zh[0]}{main_note(wrong)}"
            yield observe(wrong, message, choices(concept, context.day))


def is_wrong(occurrence: Occurrence) -> bool:
    """Whether the form is deprecated."""
    return occurrence.status is Status.DEPRECATED


def observe(items: Sequence[Occurrence], message: str, suggestions: tuple[str, ...]) -> Observation:
    """Return the observation on occurrences of one concept, not empty, with its authority."""
    concept = items[0].concept
    fixes = (fix(item, suggestions) for item in items)
    return Observation(
        message=message,
        spans=tuple(item.span for item in items),
        suggestions=suggestions,
        concept=concept.id,
        authority=concept.authority,
        fixes=tuple(one for one in fixes if one),
    )


def main_note(occurrences: list[Occurrence]) -> str:
    """Return ``: why`` for the note that explains most of the occurrences, or an empty string."""
    notes = Counter(item.term.note for item in occurrences if is_wrong(item) and item.term.note)
    return f": {notes.most_common(1)[0][0]}" if notes else ""


def choices(concept: Concept, day: date | None) -> tuple[str, ...]:
    """Return what may be written: the name of that day, the preferred form, the admitted ones."""
    kind = concept.preferred.type
    return tuple(
        term.text
        for term in concept.right_on(day)
        if term.status is not Status.ADMITTED or term.type is kind
    )


def rendering(surface: str) -> str:
    """Return what makes two surfaces one rendering: the folded words without a plural s."""
    return " ".join(word.removesuffix("s") for word in fold(surface).split())


def listed(forms: dict[str, None] | list[str], most: int = 3) -> str:
    """Return forms in quotation marks, joined for a sentence; of many only the first ones."""
    quoted = [f"“{' '.join(form.split())}”" for form in forms]
    rest = len(quoted) - most
    return ", ".join(quoted[:most]) + (f" and {rest} more" if rest > 0 else "")


def merged(observations: Iterable[Observation]) -> Iterator[Observation]:
    """Yield the observations with those that say the same thing made one, with all their places."""
    found: dict[str, list[Observation]] = {}
    for one in observations:
        found.setdefault(one.message, []).append(one)
    for same in found.values():
        yield replace(
            same[0],
            spans=tuple(span for one in same for span in one.spans),
            fixes=tuple(fix for one in same for fix in one.fixes),
            source_spans=tuple(span for one in same for span in one.source_spans),
        )
