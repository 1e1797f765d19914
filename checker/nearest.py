"""What stands in an English text in place of a term: the words most like one of its right forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from glossary.fold import Word, fold, words

_SMALL = frozenset("of for and in on to with a an by at from as".split())
# A rendering has this many more words than the right form, and no more.
_LOOSE = 4
# From this length on, a beginning in common makes "revitalize" of the kin of "revitalization".
_STEM = 5
_ALIKE = 0.75
_REACH = 60
_NAME_BEFORE = re.compile(r"(?:(?!(?:The|A|An) )[A-Z][\w’'-]* )+$")
_HYPHENED_BEFORE = re.compile(r"(?:\b\w+-)+$")
_HYPHENED_AFTER = re.compile(r"(?:-\w+)+")
_NAME_AFTER = re.compile(
    r"(?: (?:Administration|Agency|Association|Bureau|Commission|Committee|Conference|Council"
    r"|Department|Center|Headquarters|Ministry|Office|Service|Plan|Program|Region|Zone))+\b",
    re.IGNORECASE,
)


class Likeness(Enum):
    """How a word of the text is like a word of the form."""

    SAME = "same"
    DERIVED = "derived"
    MISSPELT = "misspelt"


@dataclass(frozen=True, slots=True)
class Near:
    """A stretch ``[start, end)`` of a text that holds words of a right form.

    ``share`` is the part of the form's words that it holds, ``matched`` their number; ``turned``
    says that it holds them in another order. ``likenesses`` are the ways in which they are alike.
    """

    start: int
    end: int
    share: float
    matched: int
    turned: bool
    likenesses: frozenset[Likeness]


def nearest(forms: Iterable[str], content: str) -> Near | None:
    """Return the stretch of a text that is most like one of the forms, if any word is."""
    found = words(content)
    candidates = [near for form in forms for near in _stretches(_parts(form), found)]
    if not candidates:
        return None
    return max(
        candidates,
        key=lambda near: (
            near.share,
            near.matched,
            -len(near.likenesses),
            near.start - near.end,
        ),
    )


@lru_cache(maxsize=4096)
def _parts(form: str) -> tuple[tuple[str, bool], ...]:
    """Return the words of a form that carry its meaning, and whether each is part of a name."""
    names = {fold(word) for word in form.replace("-", " ").split() if word[0].isupper()}
    return tuple((word, word in names) for word in fold(form).split() if word not in _SMALL)


def _stretches(parts: Sequence[tuple[str, bool]], found: Sequence[Word]) -> Iterable[Near]:
    """Yield for each word that is one of a form's the stretch that begins with it."""
    hits = [
        (at, number, likeness)
        for at, word in enumerate(found)
        for number, (part, is_name) in enumerate(parts)
        if (likeness := _likeness(word.folded, part, is_name))
    ]
    reach = len(parts) + _LOOSE
    for first, hit in enumerate(hits):
        row = [hit]
        for other in hits[first + 1 : first + 1 + reach * len(parts)]:
            if other[0] - hit[0] >= reach or _is_divided(found, hit[0], other[0]):
                break
            if other[1] not in {number for _, number, _ in row} and other[0] != row[-1][0]:
                row.append(other)
        numbers = [number for _, number, _ in row]
        yield Near(
            start=found[hit[0]].start,
            end=found[row[-1][0]].end,
            share=len(row) / len(parts),
            matched=len(row),
            turned=numbers != sorted(numbers),
            likenesses=frozenset(likeness for _, _, likeness in row),
        )


def _is_divided(found: Sequence[Word], first: int, last: int) -> bool:
    """Whether a mark stands between two words; a rendering does not go over it."""
    return any(not word.folded[0].isalnum() for word in found[first : last + 1])


@lru_cache(maxsize=65536)
def _likeness(word: str, part: str, is_name: bool) -> Likeness | None:
    if _singular(word) == _singular(part):
        return Likeness.SAME
    if len(part) < _STEM or len(word) < _STEM or word[0] != part[0]:
        return None
    if is_name:
        from rapidfuzz.distance import Indel

        alike = Indel.normalized_similarity(word, part) >= _ALIKE
        return Likeness.MISSPELT if alike else None
    return Likeness.DERIVED if word[:_STEM] == part[:_STEM] else None


def whole_name(content: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the rest of its hyphened words and of the name that it is part of."""
    joined = _HYPHENED_BEFORE.search(content, max(0, start - _REACH), start)
    start = joined.start() if joined else start
    joined = _HYPHENED_AFTER.match(content, end)
    end = joined.end() if joined else end
    before = _NAME_BEFORE.search(content[max(0, start - _REACH) : start])
    after = _NAME_AFTER.match(content, end)
    if before and content[start].isupper():
        start -= len(before.group())
    return start, after.end() if after else end


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
