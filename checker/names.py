"""Names of organisations and titles of people in English text, for comparing within a document.

Nothing here knows any particular name: a name is a row of capitalised words with a head such as
"Institute"; two names are near-same when heads of one family have the same other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Families of heads that translate one Chinese head. Companies are left out (a group and its
# corporation are two), and so are heads of which one field often has several.
_FAMILIES = {
    "outlet": "service agency network online",
    "institute": "institute academy institution",
    "school": "school",
    "college": "college faculty",
    "university": "university",
    "association": "association",
    "federation": "federation",
    "commission": "commission committee",
    "bureau": "bureau administration office",
    "center": "center centre",
    "laboratory": "laboratory lab",
}
# A service or agency is an outlet only if its name speaks of news.
_MEDIA = ("news", "daily", "press", "media", "times", "post", "net", "radio", "broadcast")
# "Central Committee of the CPC" and "CPC Central Committee" are both good English; an institute's
# name has one order.
_TURNING = frozenset({"commission", "bureau", "association", "federation", "center", "university"})
_FAMILY = {head: family for family, heads in _FAMILIES.items() for head in heads.split()}
_SMALL = frozenset({"of", "for", "and", "the", "on"})

_CAPITALISED = r"[A-Z][\w'’]*(?:-[A-Z]\w*)*"
_GAP = r"(?:[ ]|\r?\n)"
_ROW = re.compile(
    rf"{_CAPITALISED}(?:{_GAP}(?:(?:of|for|and|on){_GAP}(?:the{_GAP})?)?{_CAPITALISED})*"
)
_LEADING = frozenset({"the", "a", "an", "in", "at", "as", "for", "and", "on", "by", "from"})
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDING = re.compile(r"(?<=\w{4})(?:ment|ing|al|ation|s)$")
# A longer row of capitalised words is a heading.
_LONGEST = 160
# A web address is no name: the dot after "Chinanews.com".
_DOMAIN = re.compile(r"\.\w")

# What ranks and heads of titles mean, where several words translate one Chinese word.
_RANKS = {"vice": "deputy", "associate": "deputy", "standing": "executive"}
_TITLE_HEADS = (
    dict.fromkeys("president dean director head rector principal chief".split(), "head")
    | dict.fromkeys("chairman chairwoman chairperson chair".split(), "chair")
    | {head: head for head in "secretary governor mayor minister manager editor".split()}
)
_TITLE = re.compile(
    rf"(?P<ranks>(?:(?:executive|deputy|assistant|managing|{'|'.join(_RANKS)})[ -]){{1,3}})"
    rf"(?P<head>{'|'.join(_TITLE_HEADS)})\b",
    re.IGNORECASE,
)
_PERSON = r"[A-Z][a-z]+ [A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?"
_PERSON_BEFORE = re.compile(rf"(?P<person>{_PERSON}),? (?:is |was )?(?:the |an? )?$")
_PERSON_AFTER = re.compile(rf",? (?P<person>{_PERSON})")
_BODY = re.compile(rf" (?:of|at) (?:the )?(?P<body>{_ROW.pattern})")


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
        if not _DOMAIN.match(content, row.end()) and row.end() - row.start() <= _LONGEST:
            for part in _parts(_words(row)):
                name = _name(part)
                if name is not None:
                    yield name


def _words(row: re.Match[str], group: str | int = 0) -> list[_Word]:
    start = row.start(group)
    return [
        _Word(match.group(), start + match.start(), start + match.end())
        for match in re.finditer(r"[^\s-]+", row[group])
    ]


def _parts(words: Sequence[_Word]) -> Iterator[Sequence[_Word]]:
    """Cut "Bai Ruolan of X Institute of Y University" into what may be organisations."""
    for at, word in enumerate(words):
        if at and _ends_a_name(words, at):
            if any(left.plain in _FAMILY for left in words[: at + 1]):
                yield words[: at if word.text in _SMALL else at + 1]
            yield from _parts(words[at + 1 :])
            return
    yield words


def _ends_a_name(words: Sequence[_Word], at: int) -> bool:
    """Whether a name ends at a word: a small one after it, or its last one, a possessive."""
    word, left = words[at], words[:at]
    if word.text == "of":
        is_body = any(other.plain in _FAMILY for other in left)
        body_follows = any(other.plain in _FAMILY for other in words[at:])
        return words[-1].plain in _FAMILY if is_body else body_follows
    if word.text == "and":
        return left[-1].plain in _FAMILY
    return word.plain in _FAMILY and word.plain != word.text.lower()


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
        joined = len(content) == 1 and content[0].endswith(_MEDIA) and content[0] not in _MEDIA
        return Name(("outlet", content[0]), content[0], start, end) if joined else None
    head = heads[-1]
    others = [word for word in content if word != head]
    if len(others) < 2:
        return None
    family = _FAMILY[head]
    if family == "outlet":
        is_media = any(word.startswith(_MEDIA) for word in others)
        return Name((family if is_media else head, "".join(others)), " ".join(content), start, end)
    key = " ".join(sorted(_ENDING.sub("", word) for word in others))
    return Name(
        (family, key), " ".join(sorted(content) if family in _TURNING else content), start, end
    )


def titles(content: str) -> Iterator[Name]:
    """Yield the titles of named people that have a rank ("deputy dean").

    The key is the person with the rank and the head; where the text says what the title is held
    in, a second name has a key of the person, what the title means, and where. Titles without a
    rank are left out, since "head" and "director" of one office are both good English.
    """
    for match in _TITLE.finditer(content):
        body = _BODY.match(content, match.end(), match.end() + _LONGEST)
        after = _PERSON_AFTER.match(content, body.end() if body else match.end())
        before = _PERSON_BEFORE.search(content[max(0, match.start() - 60) : match.start()])
        # "vice director Wang Wei": a name right after the title is nearer than any before it.
        direct = after if not body and content[match.end() : match.end() + 1] == " " else None
        named = direct or before or after
        if not named:
            continue
        ranks = re.split(r"[ -]", match["ranks"].lower().strip(" -"))
        meant = sorted(_RANKS.get(rank, rank) for rank in ranks)
        words = " ".join(re.split(r"[ -]", match.group().lower()))
        head = match["head"].lower()
        yield Name((named["person"], head, *meant), words, *match.span())
        if body:
            key = (named["person"], f"any {_TITLE_HEADS[head]}", *meant, *_body_key(body))
            yield Name(key, words, *match.span())


def _body_key(body: re.Match[str]) -> tuple[str, ...]:
    first = next(_parts(_words(body, "body")))
    name = _name(first)
    return name.key if name else tuple(word.plain for word in first)
