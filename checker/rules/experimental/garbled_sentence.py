"""A sentence that looks garbled for reasons that no rule names.

Nouns in a row, chains of "of", words that come again and again, a new sentence after a comma,
missing nouns and verbs each count some points; the message says which. Human raters hardly agree
on such sentences, so no profile selects this rule; choose it with `--select garbled-sentence`.

Found:
    The structure perfection problem solution of the the city of the area of the west of the land.

Passed:
    The city improved the structure of its industry.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.context import Context
from checker.document import Document, Kind
from checker.finding import Category, Observation, Severity
from checker.lang.garble import points
from checker.lang.sentences import sentences
from checker.rule import Need, Rule

_SHORTEST = 6
_LONGEST = 120
_REASONS_SHOWN = 3


@dataclass(frozen=True)
class _Options:
    points: int = field(default=3, metadata={"help": "report a sentence from this many points on"})


class GarbledSentence(Rule):
    category = Category.OTHER
    severity = Severity.NEUTRAL
    needs = frozenset([Need.TAGS])
    Options = _Options

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        spans = [
            (text, start, end)
            for segment, text in document.targets
            for start, end in sentences(text.content)
            if segment.kind is Kind.PARAGRAPH
            and _SHORTEST <= len(text.content[start:end].split()) <= _LONGEST
        ]
        for (text, start, end), tokens in zip(spans, context.tags(spans), strict=True):
            found = sorted(points(tokens), reverse=True)
            total = sum(weight for weight, _ in found)
            if total >= self.options.points:
                reasons = "; ".join(reason for _, reason in found[:_REASONS_SHOWN])
                end = start + len(text.content[start:end].rstrip())
                yield Observation(
                    f"this looks garbled ({total:.1f} points): {reasons}", (text.span(start, end),)
                )
