"""A word that stands twice in a row.

Good English repeats some words ("had had", "that that") and many names do (Yang Yang, New York
New York, Sing Sing); these pass.

Found:
    The plan covers the the whole region.

Passed:
    Yang Yang said that the plan had had an effect.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Fix, Observation, Severity
from checker.rule import Rule
from checker.text import Span

_REPEATED = re.compile(
    r"(?<![\w'’.-])([^\W\d_]+)([ \u00a0]+|[ ]*\r?\n[ ]*)(\1)(?![\w'’-])", re.IGNORECASE
)
_BEGINNING = re.compile(r"(?:^|[.!?:][\"'”’)]*\s)[\s\"'“‘(]*$")
# Words that good English does repeat, or that are said twice for weight.
_GOOD = frozenset(
    "had that very so no now many much more long far there never win do her can will may yes "
    "bye ha hear please well tuk mahi".split()
)


@dataclass(frozen=True)
class _Options:
    allow: tuple[str, ...] = field(
        default=(), metadata={"help": "further words that may be repeated"}
    )


class RepeatedWord(Rule):
    category = Category.GRAMMAR
    severity = Severity.MINOR
    Options = _Options

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        allowed = _GOOD | {word.lower() for word in self.options.allow}
        places: dict[str, list[Span]] = {}
        for _, text in document.targets:
            for match in _REPEATED.finditer(text.content):
                word = match[1].lower()
                if word not in allowed and not _is_name(text.content, match):
                    places.setdefault(word, []).append(text.span(*match.span()))
        for word, spans in places.items():
            once = document.text(spans[0]).split()[0]
            yield Observation(
                message=f'"{word}" stands twice in a row',
                spans=tuple(spans),
                suggestions=(once,),
                fixes=tuple(
                    Fix(span, document.text(span).split()[0])
                    for span in spans
                    if "\n" not in document.text(span) and len(document.text(span).split()) == 2
                ),
            )


def _is_name(content: str, match: re.Match[str]) -> bool:
    """Whether the first of the words is a name: a capital, and not because a sentence begins."""
    first, _, second = match.groups()
    begins = _BEGINNING.search(content[max(0, match.start() - 6) : match.start()])
    return first[0].isupper() and (second[0].isupper() or len(first) == 1 or not begins)
