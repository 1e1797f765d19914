"""Words that come again in the same order: a loop of the machine.

Five words or more that are repeated at once, or nearly at once, in one sentence. Refrains,
quotations of one line by several speakers, and lists whose items begin alike pass.

Found:
    The two places should work together to build it, should work together to build it.

Passed:
    He came, he saw, he conquered, and he came to see what he had conquered.
"""

import re
from collections.abc import Iterator

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.lang.sentences import sentences
from checker.lang.words import NEVER_NAMES
from checker.rule import Rule

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SHORTEST = 5
_LONGEST = 30
_CERTAIN = 8
# Between the two there may be a comma, "and" and their like.
_WIDEST_GAP = 2


class RepeatedClause(Rule):
    category = Category.GRAMMAR
    severity = Severity.MAJOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        for _, text in document.targets:
            for start, end in sentences(text.content):
                words = list(_WORD.finditer(text.content, start, end))
                for first, second, length in _loops([word.group().lower() for word in words]):
                    run = {word.group().lower() for word in words[first : first + length]}
                    if not run & NEVER_NAMES and length < _CERTAIN:
                        continue  # a long name may well come twice
                    yield Observation(
                        "these words come twice in one sentence",
                        tuple(
                            text.span(words[at].start(), words[at + length - 1].end())
                            for at in (first, second)
                        ),
                    )


def _loops(words: list[str]) -> Iterator[tuple[int, int, int]]:
    """Yield ``(first, second, length)`` of runs that are repeated with at most a small gap."""
    seen: dict[tuple[str, ...], int] = {}
    covered = 0
    for at in range(len(words) - _SHORTEST + 1):
        key = tuple(words[at : at + _SHORTEST])
        first = seen.setdefault(key, at)
        if at < covered or first == at:
            continue
        distance = at - first
        length = _SHORTEST
        while (
            length < min(distance, _LONGEST)
            and at + length < len(words)
            and words[first + length] == words[at + length]
        ):
            length += 1
        if _SHORTEST <= distance <= length + _WIDEST_GAP:
            covered = at + length
            yield first, at, length
        else:
            seen[key] = at
