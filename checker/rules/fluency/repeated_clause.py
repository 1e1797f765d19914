"""Words that come again in the same order: a loop of the machine.

Five words or more that are repeated at once, or nearly at once, in one sentence. Refrains,
quotations of one line by several speakers, and lists whose items begin alike pass.

Found:
    The two places should work together to build it, should work together to build it.

Passed:
    He came, he saw, he conquered, and he came to see what he had conquered.
"""

import re
from collections.abc import Iterator, Sequence

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.lang.sentences import sentences
from checker.lang.words import NEVER_NAMES
from checker.rule import Rule

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SHORTEST = 5
_LONGEST = 30
# A long name may well come twice; a run of words is one if no small word is in it.
_CERTAIN = 8
# Between the two may stand a comma or such a word; a parallel has other words there.
_JOINING = frozenset(["and", "or", "but", "also", "then", "to"])
_WIDEST_GAP = 2
_MARK = re.compile(r"[\"“”‘—–?!…]|--")


class RepeatedClause(Rule):
    category = Category.GRAMMAR
    severity = Severity.MAJOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        for _, text in document.targets:
            for start, end in sentences(text.content):
                words = list(_WORD.finditer(text.content, start, end))
                places = {
                    (at, at + length)
                    for first, second, length in _loops([word.group().lower() for word in words])
                    for at in (first, second)
                    if not _is_meant(text.content, words[first : second + 1], length)
                }
                if places:
                    yield Observation(
                        "the same words come again in one sentence",
                        tuple(
                            text.span(words[first].start(), words[last - 1].end())
                            for first, last in sorted(places)
                        ),
                    )


def _is_meant(content: str, words: Sequence[re.Match[str]], length: int) -> bool:
    """Whether a quotation mark or a dash between the two shows that the writer says it again."""
    if len(words) <= length:  # they overlap: "let it be, let it be, let it be"
        return len(words) <= _SHORTEST and "," in content[words[0].start() : words[-1].start()]
    return bool(_MARK.search(content, words[length - 1].end(), words[-1].start()))


def _loops(words: list[str]) -> Iterator[tuple[int, int, int]]:
    """Yield ``(first, second, length)`` of runs that are repeated with at most a small gap."""
    seen: dict[tuple[str, ...], int] = {}
    covered = 0
    for at in range(len(words) - _SHORTEST + 1):
        key = tuple(words[at : at + _SHORTEST])
        first = seen.setdefault(key, at)
        if at < covered or first == at:
            continue
        length = _SHORTEST
        while (
            length < min(at - first, _LONGEST)
            and at + length < len(words)
            and words[first + length] == words[at + length]
        ):
            length += 1
        is_name = length < _CERTAIN and NEVER_NAMES.isdisjoint(words[at : at + length])
        between = words[first + length : at]
        if len(between) <= _WIDEST_GAP and _JOINING.issuperset(between) and not is_name:
            covered = at + length
            yield first, at, length
        seen[key] = at
