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
from collections.abc import Iterable, Iterator

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
# What may stand in a label in small letters, and what is left of one when it is compared.
_FEWEST = 4
_SMALL = re.compile(r"(?i)reporter|journalist|correspondent|interviewer|of|the|and")
_TAIL = re.compile(
    r"(?i)\b(?:reporter|journalist|correspondent|interviewer|question|q|service|network|agency|the)\b"
    r"|[^a-z0-9]"
)


class SpeakerLabel(Rule):
    category = Category.STYLE
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        places: dict[str, list[Span]] = {}
        for _, text in document.targets:
            match = _LABEL.match(text.content)
            if match and _asks(match["label"], match["said"]):
                places.setdefault(match["label"], []).append(text.span(*match.span("label")))
        if len(places) < 2 or not any(map(_PERSON.search, places)) or not _is_one(places):
            return  # two names of one outlet are the business of inconsistent-name
        counts = Counter({label: len(spans) for label, spans in places.items()})
        usual, most = counts.most_common(1)[0]
        told = ", ".join(f"{label} ({count})" for label, count in counts.most_common())
        yield Observation(
            f"one interviewer under {len(places)} labels: {told}",
            tuple(sorted(span for spans in places.values() for span in spans)),
            suggestions=(usual,) if most > 1 else (),
        )


def _asks(label: str, said: str) -> bool:
    """Whether a label is an interviewer's; a reporter's question may come a paragraph later."""
    is_name = all(word[0].isupper() or _SMALL.fullmatch(word) for word in label.split())
    if not (is_name and _OUTLET.search(label)):
        return False
    is_outlets = bool(_PERSON.search(label)) and len(label.split()) > 1
    return "?" in said or (is_outlets and len(said.split()) > _FEWEST)


def _is_one(labels: Iterable[str]) -> bool:
    """Whether labels may all be of one outlet; at a press conference several ask."""
    names = sorted({_TAIL.sub("", label.lower()) for label in labels} - {""})
    return all(name.startswith(names[0]) for name in names)
