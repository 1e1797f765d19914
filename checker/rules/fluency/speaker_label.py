"""An interview whose questions come under several labels.

"China News Service:", "China News reporter:" and "Reporter:" before the questions of one
interview are one speaker under three names.

Found:
    Daily News: What is new?

    Li Lei: The plan.

    Daily News reporter: What comes next?

    Li Lei: Work.

Passed:
    Daily News: What is new?

    Li Lei: The plan.

    Daily News: What comes next?
"""

import re
from collections import Counter
from collections.abc import Iterator

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Rule
from checker.text import Span

_LABEL = re.compile(
    r"\s*(?P<label>(?:[A-Z][\w&'’.-]*|reporter)(?: [\w&'’.-]+){0,4}): ?(?P<said>.*)"
)
_PERSON = re.compile(r"(?i)\b(?:reporter|journalist|correspondent|interviewer)\b")
_OUTLET = re.compile(
    r"(?i)\b(?:news|service|agency|network|daily|times|post|journal|reporter|journalist|"
    r"correspondent|interviewer|media|television|tv|radio|question|q)\b"
)


class SpeakerLabel(Rule):
    category = Category.STYLE
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        places: dict[str, list[Span]] = {}
        for _, text in document.targets:
            match = _LABEL.match(text.content)
            if match and _OUTLET.search(match["label"]) and "?" in match["said"]:
                places.setdefault(match["label"], []).append(text.span(*match.span("label")))
        if len(places) < 2 or not any(map(_PERSON.search, places)):
            return  # two names of one outlet are the business of inconsistent-name
        counts = Counter({label: len(spans) for label, spans in places.items()})
        usual, most = counts.most_common(1)[0]
        told = ", ".join(f"{label} ({count})" for label, count in counts.most_common())
        yield Observation(
            f"one interviewer under {len(places)} labels: {told}",
            tuple(sorted(span for spans in places.values() for span in spans)),
            suggestions=(usual,) if most > 1 else (),
        )
