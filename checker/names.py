"""Names of organisations and titles of people in English text, for comparing within a document.

Nothing here knows any particular name: a name is a row of capitalised words with a head such as
"Institute"; two names are near-same when heads of one family have the same other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Families of heads that translate one Chinese head. Companies are left out: a group and its
# corporation are two companies.
_FAMILIES = {
    "outlet": "service agency network online",
    "institute": "institute academy institution",
    "university": "university",
    "association": "association federation society union league",
    "commission": "commission committee",
    "bureau": "bureau administration office authority",
    "center": "center centre",
    "laboratory": "laboratory lab",
}
# "Central Committee of the CPC" and "CPC Central Committee" are both good English; an institute's
# name has one order.
_TURNING = frozenset({"commission", "bureau", "association"})
_FAMILY = {head: family for family, heads in _FAMILIES.items() for head in heads.split()}
_SMALL = frozenset({"of", "for", "and", "the", "on"})

_CAPITALISED = r"[A-Z][\w'’]*(?:-[A-Z]\w*)*"
_ROW = re.compile(rf"{_CAPITALISED}(?: (?:(?:of|for|and|on) (?:the )?)?{_CAPITALISED})*")
_LEADING = frozenset({"the", "a", "an", "in", "at", "as", "for", "and", "on", "by", "from"})
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDING = re.compile(r"(?<=\w{4})(?:ment|ing|al|ation|s)$")
# A web address is no name: the dot after "Chinanews.com".
# A longer row of capitalised words is a heading.
_LONGEST = 160
_DOMAIN = re.compile(r"\.\w")

# What ranks and heads of titles mean, where several words translate one Chinese word.
_RANKS = {"vice": "deputy", "associate": "deputy", "standing": "executive", "managing": "executive"}
_TITLE_HEADS = (
    dict.fromkeys("president dean director head rector principal chief".split(), "head")
    | dict.fromkeys("chairman chairwoman chairperson chair".split(), "chair")
    | {head: head for head in "secretary governor mayor minister manager editor".split()}
)
_TITLE = re.compile(
    rf"(?P<ranks>(?:(?:executive|deputy|assistant|{'|'.join(_RANKS)})[ -]){{1,3}})"
    rf"(?P<head>{'|'.join(_TITLE_HEADS)})\b",
    re.IGNORECASE,
)
_PERSON = r"[A-Z][a-z]+(?: [A-Z][a-z'’-]+){1,2}"
_PERSON_BEFORE = re.compile(rf"(?P<person>{_PERSON}),? (?:is )?(?:the |an? )?$")
_BODY = rf",? of (?:the )?{_CAPITALISED}(?: (?:of |for |and |the )*{_CAPITALISED})*,"
_PERSON_AFTER = re.compile(rf"^(?:{_BODY})? (?P<person>{_PERSON})")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at ``[start, end)`` of a text.

    Near-same names have one key; ``words`` tell them apart.
    """

    key: tuple[str, ...]
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def plain(self) -> str:
        return _POSSESSIVE.sub("", self.text).lower()


def organisations(content: str) -> Iterator[Name]:
    """Yield the names of organisations in a text, and words that may be one written together."""
    for row in _ROW.finditer(content):
        if _DOMAIN.match(content, row.end()) or row.end() - row.start() > _LONGEST:
            continue
        words = [
            _Word(match.group(), row.start() + match.start(), row.start() + match.end())
            for match in re.finditer(r"[^ -]+", row.group())
        ]
        for part in _parts(words):
            name = _name(part)
            if name is not None:
                yield name


def _parts(words: Sequence[_Word]) -> Iterator[Sequence[_Word]]:
    """Cut "Deputy Dean of X Institute of Y University" into what may be organisations."""
    for at, word in enumerate(words):
        if word.text != "of" or not at:
            continue
        title = words[at - 1].plain in _TITLE_HEADS
        two_bodies = words[-1].plain in _FAMILY and any(
            left.plain in _FAMILY for left in words[:at]
        )
        if title or two_bodies:
            if not title:
                yield words[:at]
            yield from _parts(words[at + 1 :])
            return
    yield words


def _name(words: Sequence[_Word]) -> Name | None:
    while words and words[0].plain in _LEADING:
        words = words[1:]
    content = [word.plain for word in words if word.plain not in _SMALL]
    heads = [word for word in content if word in _FAMILY]
    if not content:
        return None
    start, end = words[0].start, words[-1].start + len(_POSSESSIVE.sub("", words[-1].text))
    if not heads:
        # "Chinanews": the words before an outlet's head, written as one.
        return Name(("outlet", content[0]), content[0], start, end) if len(content) == 1 else None
    others = [word for word in content if word != heads[-1]]
    if len(others) < 2:
        return None
    family = _FAMILY[heads[-1]]
    key = (
        "".join(others)
        if family == "outlet"
        else " ".join(sorted(_ENDING.sub("", word) for word in others))
    )
    if family in _TURNING:
        content = _turned(words)
    return Name((family, key), " ".join(content), start, end)


def _turned(words: Sequence[_Word]) -> list[str]:
    """Return "committee of the party" as "party committee"."""
    plain = [word.plain for word in words]
    if "of" in plain:
        at = plain.index("of")
        plain = plain[at + 1 :] + plain[:at]
    return [word for word in plain if word not in _SMALL]


def titles(content: str) -> Iterator[Name]:
    """Yield the titles of named people that have a rank in them ("deputy dean").

    The key is the person with what the title means; titles without a rank are left out, since
    "head" and "director" of one office are both good English.
    """
    for match in _TITLE.finditer(content):
        before = _PERSON_BEFORE.search(content[max(0, match.start() - 60) : match.start()])
        after = _PERSON_AFTER.search(content[match.end() : match.end() + 160])
        named = before or after
        if named:
            ranks = sorted(
                _RANKS.get(rank, rank)
                for rank in re.split(r"[ -]", match["ranks"].lower().strip(" -"))
            )
            head = match["head"].lower()
            key = (named["person"], _TITLE_HEADS[head], *ranks)
            yield Name(key, " ".join(re.split(r"[ -]", match.group().lower())), *match.span())
