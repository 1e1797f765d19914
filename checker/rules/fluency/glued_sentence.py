"""Two sentences that were run together: a capital in the middle on an ordinary word.

The word is one that this text also writes with a small letter, it is no title, and with a small
letter it fits its place; so the capital is what is left of a lost full stop.

Found:
    They upgraded the old economy Structural changes then brought new structural strength.

Passed:
    They upgraded the old economy. The Ministry of Science then brought new science funds.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checker.context import Context
from checker.document import Document, Kind
from checker.finding import Category, Observation, Severity
from checker.lang.sentences import sentences
from checker.lang.words import NEVER_NAMES
from checker.rule import Need, Rule
from checker.text import Run, Text

_CAPITAL = re.compile(
    r"(?<![\w'’.-])(?P<before>[a-z]+),? (?P<word>[A-Z][a-z]{2,})(?= [a-z]+\b|[.;])"
    r"(?! of\b| and [A-Z])"
)
_INNER_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_SMALL = re.compile(r"\b[a-z]{3,}\b")
# After these a capital is a name or an office more often than not.
_BEFORE_NAMES = frozenset(
    "the a an of said says called named titled thought journal magazine newspaper paper film book "
    "novel song series game exhibition program programme ship band group company firm brand app "
    "degrees".split()
)
_PREPOSITIONS = frozenset("for by from to in on at with and or as".split())
_LONGEST = 120
_NOT_NOUNS = frozenset("RB VB VBD VBZ VBP VBG VBN IN DT PRP PRP$ CC WDT WRB MD EX TO".split())
_ADJECTIVES = frozenset(["JJ", "JJR", "JJS"])
_NOUNS = frozenset(["NN", "NNS"])
# Peoples and languages, days and months keep their capitals; so do names that are words too.
_KEEPS = re.compile(
    r"\w*(?:ese|ish|ian|ean|can|ist|day|eastern?|western?|northern?|southern?)|may|march|april|"
    r"august|will|mark|bill|rose|grant|hope|faith|jack|sue|internet|earth|party|state|games|"
    r"nation|country|union|republic|providence|god|heaven|mother|father|mom|dad|parliament"
)


class GluedSentence(Rule):
    category = Category.GRAMMAR
    severity = Severity.MINOR
    needs = frozenset([Need.TAGS])

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        contents = [text.content for _, text in document.targets]
        small = {word for content in contents for word in _SMALL.findall(content)}
        inner = Counter(word for content in contents for word in _INNER_CAPITAL.findall(content))
        suspects = [
            suspect
            for suspect in _suspects(document)
            if suspect.word.lower() in small and inner[suspect.word] <= 1
        ]
        lowered = [(_lowered(suspect), 0, len(suspect.sentence)) for suspect in suspects]
        for suspect, tokens in zip(suspects, context.tags(lowered), strict=True):
            tag = next((token.tag for token in tokens if token.start == suspect.at), "")
            if _fits(tag, suspect.before):
                start = suspect.start + suspect.at
                yield Observation(
                    f'"{suspect.word}" has a capital in the middle of a sentence; two sentences '
                    "seem to have been run together",
                    (suspect.text.span(start, start + len(suspect.word)),),
                )


@dataclass(frozen=True, slots=True)
class _Suspect:
    """A capital ``word`` at ``at`` of a sentence that begins at ``start`` of a text."""

    text: Text
    start: int
    sentence: str
    at: int
    word: str
    before: str


def _suspects(document: Document) -> Iterator[_Suspect]:
    for segment, text in document.targets:
        if segment.kind is Kind.HEADING:
            continue
        for start, end in sentences(text.content):
            sentence = text.content[start:end]
            words = sentence.split()
            capitals = sum(word[:1].isupper() for word in words)
            if len(words) > _LONGEST or capitals > 0.3 * len(words) + 1:
                continue  # no sentence, or a title
            for match in _CAPITAL.finditer(sentence):
                word, before = match["word"], match["before"]
                is_ordinary = word.lower() not in NEVER_NAMES and not _KEEPS.fullmatch(word.lower())
                if is_ordinary and before not in _BEFORE_NAMES:
                    yield _Suspect(text, start, sentence, match.start("word"), word, before)


def _lowered(suspect: _Suspect) -> Text:
    at = suspect.at
    sentence = (
        suspect.sentence[:at] + suspect.word.lower() + suspect.sentence[at + len(suspect.word) :]
    )
    return Text((Run(sentence, 0, len(sentence)),), suspect.text.language)


def _fits(tag: str, before: str) -> bool:
    """Whether a word of this kind, after this one, is no name."""
    return tag in _NOT_NOUNS or (tag in _ADJECTIVES | _NOUNS and before not in _PREPOSITIONS)
