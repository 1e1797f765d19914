"""The same word on both sides of "and", or three times in a row.

Two Chinese words that differ come out as one in English: "coordination and coordination". What
English repeats for weight ("again and again", "better and better", "years and years") passes, and
so do names.

Found:
    The outline puts emphasis on coordination and coordination.

Passed:
    It grew more and more, over and over, for years and years.
"""

import re
from collections.abc import Iterator

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.lang.words import NEVER_NAMES
from checker.rule import Rule

_PAIR = re.compile(
    r"(?<![\w'’-])(?P<word>[a-z][a-z-]{4,}) (?:and|or) (?P=word)(?![\w'’-])(?: (?P<after>[a-z]+))?",
    re.I,
)
_TRIPLE = re.compile(
    r"(?<![\w'’-])(?P<word>[a-z]{4,})(?:, (?:and )?(?P=word)){2,}(?![\w'’-])", re.I
)
# Repetition that English has: adverbs of place and manner, comparatives, things that go on ("tried
# and tried") and plenty ("years and years").
_IDIOM = re.compile(
    r"again|around|round|along|above|down|never|there|worse|"
    r"bigger|lower|miles|hours|weeks|months|years|decades|centuries|thousands|millions|billions|"
    r"hundreds|dozens|pages|piles|loads|layers|rounds|laughed|waited|talked|tried|walked|waiting|"
    r"trying|talking|blah|really|please|spend|watch|stare|build|climb|think|fight|learn|study|search|drink|"
    r"dance|write|drive|laugh|sleep|train|practi[cs]e|[a-z]+er|through|forever|[a-z]+s|bounced|asked|hunted|begged|called|cried|rejected|postponed",
    re.I,
)
# Any participle may go on and on, until something comes of it.
_GOES_ON = re.compile(r"[a-z]+(?:ed|ing)", re.I)
_THEN = frozenset("and until till as about for before but when around again".split())
_SAID_AGAIN = frozenset(["again", "never", "really", "please"])
_SHORT = 6
_COUNTED = re.compile(r"(?:between|both|two|of|from|either|there (?:are|is|was|were)) $", re.I)


class DoubledConjunct(Rule):
    category = Category.GRAMMAR
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        for _, text in document.targets:
            for pattern in (_PAIR, _TRIPLE):
                for match in pattern.finditer(text.content):
                    word = match["word"]
                    idiom = pattern is _PAIR and _IDIOM.fullmatch(word)
                    if idiom or _is_name(word, _doubled(match)):
                        continue
                    if pattern is _PAIR and not _closes(match):
                        continue  # "carbon and carbon dioxide"; "could and could not"
                    if pattern is _TRIPLE and _is_slogan(match):
                        continue
                    if pattern is _PAIR and _COUNTED.search(
                        text.content[max(0, match.start() - 12) : match.start()]
                    ):
                        continue  # "there is planning and planning"; "between state and state"
                    yield Observation(
                        f'"{word.lower()}" stands beside itself; two different words are meant, '
                        "or one",
                        (text.span(match.start(), match.start() + len(_doubled(match))),),
                    )


def _doubled(match: re.Match[str]) -> str:
    after = match.groupdict().get("after")
    return match.group().removesuffix(f" {after}") if after else match.group()


def _closes(match: re.Match[str]) -> bool:
    """Whether the second word ends the phrase, and is not the first part of a longer one."""
    after = match["after"]
    if _GOES_ON.fullmatch(match["word"]) and (after is None or after.lower() in _THEN):
        return False
    return after is None or after == "a" or after.lower() in NEVER_NAMES - {"not"}


def _is_slogan(match: re.Match[str]) -> bool:
    """Whether a word is said three times for weight: "location, location, location."."""
    if match["word"].lower() in _SAID_AGAIN:
        return True
    if " and " in match.group():
        return False
    after = match.string[match.end() : match.end() + 1]
    return len(match["word"]) <= _SHORT or after in '.!?;:—"”'


def _is_name(word: str, whole: str) -> bool:
    """Whether one of the two is written as a name: "Nature and nature"."""
    last = whole.split()[-1]
    return last[0].isupper() or (word[0].isupper() and whole.count(word) > 1)
