"""How garbled a sentence looks, as points with the reason for each; no source is looked at.

The weights are set by hand from what machine translations of policy news get wrong. The sum
ranks sentences; it is no probability.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from checker.lang.english import Token

_FINITE = frozenset(["VBZ", "VBP", "VBD", "MD"])
_NOUNS = frozenset(["NN", "NNS"])
_PRONOUNS = frozenset("it this that they we he she these there".split())
# What cannot stand right after a determiner or a preposition.
_AFTER_DETERMINER = frozenset(["VBZ", "VBP", "VBD", "MD", "IN", "CC", "TO", ",", "."])
_AFTER_PREPOSITION = frozenset(["VBZ", "VBP", "VBD", "MD", "CC"])
_STACK = 4
_OF_CHAIN = 3
_REPEATED = 3


def points(tokens: Sequence[Token]) -> list[tuple[float, str]]:
    """Return what makes a sentence look garbled, with the weight of each."""
    return [
        found
        for check in (_stacks, _chains, _repetition, _splices, _order, _verb)
        for found in check([token for token in tokens if not token.text.isspace()])
    ]


def _stacks(tokens: Sequence[Token]) -> Iterator[tuple[float, str]]:
    for is_noun, run in groupby(tokens, key=lambda token: token.tag in _NOUNS):
        words = [token.text for token in run]
        if is_noun and len(words) >= _STACK:
            yield len(words) - _STACK + 1.0, f'nouns in a row: "{" ".join(words)}"'


def _chains(tokens: Sequence[Token]) -> Iterator[tuple[float, str]]:
    count = sum(token.text.lower() == "of" for token in tokens)
    if count > _OF_CHAIN:
        yield 0.5 * (count - _OF_CHAIN), f'"of" {count} times'


def _repetition(tokens: Sequence[Token]) -> Iterator[tuple[float, str]]:
    words = Counter(token.text.lower() for token in tokens if len(token.text) > 4)
    for word, count in words.items():
        if count >= _REPEATED:
            yield 0.8 * (count - _REPEATED + 1), f'"{word}" {count} times'
    for one, other in pairwise(tokens):
        if one.text.lower() == other.text.lower() and one.is_word:
            yield 1.5, f'"{one.text} {other.text}"'


def _splices(tokens: Sequence[Token]) -> Iterator[tuple[float, str]]:
    for comma, pronoun, verb in zip(tokens, tokens[1:], tokens[2:], strict=False):
        clause = pronoun.text.lower() in _PRONOUNS and verb.tag in _FINITE
        begun = any(token.tag in _FINITE for token in tokens if token.start < comma.start)
        introduced = tokens[0].tag in ("IN", "WRB", "TO", "VBG", "RB")
        if comma.text == "," and clause and begun and not introduced:
            yield 0.8, f'a new sentence after a comma: "{pronoun.text} {verb.text}"'


def _order(tokens: Sequence[Token]) -> Iterator[tuple[float, str]]:
    for one, other in pairwise(tokens):
        pair = f'"{one.text} {other.text}"'
        article = one.text.lower() in ("the", "a", "an")
        if article and other.tag in _AFTER_DETERMINER:
            yield 1.5, f"{pair}: a noun is missing"
        elif one.tag == "IN" and one.text.lower() == "of" and other.tag in _AFTER_PREPOSITION:
            yield 1.0, f"{pair}: a noun is missing"


def _verb(tokens: Sequence[Token]) -> Iterator[tuple[float, str]]:
    if not any(token.tag in _FINITE or token.dependency == "nsubj" for token in tokens):
        yield 1.5, "no finite verb"
    loose = [token.text for token in tokens if token.dependency == "dep"]
    if loose:
        yield 0.5 * len(loose), f'"{loose[0]}" belongs to nothing'
