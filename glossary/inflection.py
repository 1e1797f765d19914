"""The inflected forms of a term: only its head word changes.

The head of "outline of the plan" is "outline", that of "city cluster" is "cluster",
that of the verb phrase "sing a tale" is "sing". Words are folded (see :mod:`glossary.fold`).
"""

from __future__ import annotations

import re
from functools import lru_cache

# Parts of speech that have forms; a phrase or an adjective stays as it is.
INFLECTED = ("noun", "verb")
_PREPOSITIONS = frozenset(
    "of for on in to with at from by between against through under over toward towards".split()
)
_IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "person": "people",
    "do": "does did doing done", "make": "makes made making", "take": "takes took taking taken",
    "sing": "sings sang singing sung", "write": "writes wrote writing written",
    "build": "builds built building", "go": "goes went going gone",
    "hold": "holds held holding", "give": "gives gave giving given", "get": "gets got getting",
    "put": "puts putting", "strike": "strikes struck striking", "fight": "fights fought fighting",
    "catch": "catches caught catching", "break": "breaks broke breaking broken",
    "draw": "draws drew drawing drawn", "lead": "leads led leading", "run": "runs ran running",
    "set": "sets setting", "cut": "cuts cutting", "bring": "brings brought bringing",
    "eat": "eats ate eating eaten", "bite": "bites bit biting bitten", "keep": "keeps kept keeping",
    "win": "wins won winning", "speak": "speaks spoke speaking",
    "tell": "tells told telling", "throw": "throws threw throwing", "feel": "feels felt feeling",
}  # fmt: skip
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"(?<=[^aeiou])y$")
_DOUBLING = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")


def inflect(phrase: str, part_of_speech: str) -> tuple[str, ...]:
    """Return the folded phrase and its inflected forms, the phrase itself first."""
    if part_of_speech == "noun":
        parts = phrase.split(" ")
        at = _noun_head(parts)
        head, forms = parts[at], _noun_forms(parts[at])
        before, after = " ".join([*parts[:at], ""]), " ".join(["", *parts[at + 1 :]])
    elif part_of_speech == "verb":
        head, space, rest = phrase.partition(" ")
        before, after, forms = "", space + rest, _verb_forms(head)
    else:
        return (phrase,)
    return (phrase, *[f"{before}{form}{after}" for form in forms if form != head])


def head_is_last(words: str) -> bool:
    """Whether the last word of a noun phrase of these folded words is its head in any case."""
    return _PREPOSITIONS.isdisjoint(words.split(" "))


def pluralize(term: str) -> str:
    """Return the plural of a noun phrase as it is written, its capitals kept."""
    words = term.split(" ")
    at = _noun_head([word.lower() for word in words])
    forms = _noun_forms(words[at].lower())
    plural = forms[0] if forms else words[at]
    words[at] = words[at][0] + plural[1:]
    return " ".join(words)


def _noun_head(parts: list[str]) -> int:
    if _PREPOSITIONS.isdisjoint(parts):
        return len(parts) - 1
    for at, word in enumerate(parts):
        if at and word in _PREPOSITIONS:
            return at - 1
    return len(parts) - 1


@lru_cache(maxsize=65536)
def _noun_forms(word: str) -> tuple[str, ...]:
    if not word.isalpha() or len(word) < 3:
        return (word + "s",) if word.isalpha() else ()
    for singular, plural in (("man", "men"), ("child", "children")):
        if word.endswith(singular):
            return (word[: -len(singular)] + plural,)
        if word.endswith(plural):
            return (word[: -len(plural)] + singular,)
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")):
        return (_singular(word),)
    if _CONSONANT_Y.search(word):
        return (word[:-1] + "ies",)
    return (word + ("es" if _SIBILANT.search(word) else "s"),)


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=65536)
def _verb_forms(word: str) -> tuple[str, ...]:
    if word in _IRREGULAR:
        return tuple(_IRREGULAR[word].split())
    if word.endswith("e"):
        return (word + "s", word + "d", word[:-1] + "ing")
    if _CONSONANT_Y.search(word):
        return (word[:-1] + "ies", word[:-1] + "ied", word + "ing")
    stem = word + word[-1] if _DOUBLING.match(word) else word
    return (word + ("es" if _SIBILANT.search(word) else "s"), stem + "ed", stem + "ing")
