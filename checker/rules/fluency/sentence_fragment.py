"""A piece of a sentence that is punctuated as a whole one.

A full stop in the middle of a sentence leaves two stumps: one that ends in a word after which
something must come, or one without a finite verb, or one that begins with the verb and has no
subject. Short answers, quotations, headings, captions and imperatives pass.

Found:
    The city has rivers, roads and railways. Transportation and economic hub of the west.

Passed:
    Is it a hub? Not yet. The city, a hub of the west, has rivers, roads and railways.
"""

import re
from collections.abc import Iterator, Sequence

from checker.context import Context
from checker.document import Document, Kind
from checker.finding import Category, Observation, Severity
from checker.lang.english import Token
from checker.lang.sentences import sentences
from checker.rule import Need, Rule
from checker.text import Text

_FINITE = frozenset(["VBZ", "VBP", "VBD", "MD"])
# A sentence that has one of these, and begins and ends in no suspicious word, needs no tagger.
_SURELY_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|does|do|did|will|would|can|could|may|might|must|shall|"
    r"should|cannot|said|says)\b|(?:n['’]t|['’](?:re|ve|ll|m))\b"
)
_OPEN_TAGS = frozenset(["DT", "PRP$", "CC", "TO", "PDT", "WP$"])
_OPEN_ENDS = frozenset(
    "of than into between among during via per although because whose the a an my your our their "
    "and or but nor to".split()
)
_OPEN_STARTS = frozenset("was were is are has have had will would can could also now then".split())
# "this", "that", "all" and "both" end sentences as pronouns.
_PRONOUNS = frozenset("this that these those all both each either neither some any another".split())
_SUBJECTLESS = frozenset(["VBZ", "VBD", "MD"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "expl"])
_CAPTION = re.compile(r"(?i)\b(?:photo|picture|image|file|source|editor|reporter|by)\b|[:：]")
# Not a row of dots, and not the figure of a date or list.
_FULL_STOP = re.compile(r"[^\W\d]\.$|[)%]\.$")
# After a question an answer has no verb; after "Article 3." or "2." stands a heading.
_BEFORE_VERBLESS = re.compile(r"(?:\?[\"”]?|(?:^|[\s(])\d{1,2}\.)\s*$")
_IDIOM = re.compile(
    r"(?:Hence|Thus|So much|(?:Many t|T)hanks|Welcome|Please|Good (?:morning|afternoon|evening)|"
    r"Dear|All rights|Copyright|No wonder|And so on|Not (?!only)|Better late|"
    r"(?:First|Second|Third|Fourth|Finally|Next|Then)(?:ly)?,? [a-z]+ (?:the|it)\b|"
    r"(?:The (?:more|less|fewer|[a-z]+er)\b.*, the ))\b"
)
_TO_ALONE = re.compile(
    r"(?i)\b(?:hope[sd]?|want(?:s|ed)?|need(?:s|ed)?|have|has|had|like[sd]?|able|used|going|ought|"
    r"refused?|tried|trying|meant|supposed|wish(?:es)?|willing|ready|in) (?:to|between)\W*$"
)
_CREDIT = re.compile(r"\bPhotos? (?:by|courtesy)|\bPhoto:|\((?:Photo|Source|File photo)")
_QUOTES = "\"“”‘'…"
_SHORTEST = 3
_LONGEST = 120
_REACH = 200
_VERBLESS = "it has no finite verb"

_Sentence = tuple[Text, int, int]


class SentenceFragment(Rule):
    category = Category.GRAMMAR
    severity = Severity.MINOR
    needs = frozenset([Need.TAGS])

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        suspects = list(_suspects(document))
        for (text, start, end), tokens in zip(suspects, context.tags(suspects), strict=True):
            before = text.content[max(0, start - _REACH) : start]
            why = _fault(tokens, is_first=start == 0)
            is_right = why == _VERBLESS and _BEFORE_VERBLESS.search(before)
            if why and not is_right and not _TO_ALONE.search(text.content, start, end):
                last = max(token.end for token in tokens)
                yield Observation(
                    f"this is no whole sentence: {why}", (text.span(tokens[0].start, last),)
                )


def _suspects(document: Document) -> Iterator[_Sentence]:
    """Yield the sentences of paragraphs that a cheap look does not clear."""
    for segment, text in document.targets:
        spans = sentences(text.content)
        if segment.kind is Kind.HEADING or len(spans) < 2 or _CREDIT.search(text.content):
            continue
        for start, end in spans:
            sentence = text.content[start:end].strip()
            words = sentence.split()
            if not _SHORTEST <= len(words) <= _LONGEST or not _FULL_STOP.search(sentence):
                continue
            if _CAPTION.search(sentence) or _is_title(words) or _IDIOM.match(sentence):
                continue
            ends_open = words[-1].strip(".").lower() in _OPEN_ENDS
            begins_open = words[0].lower() in _OPEN_STARTS or words[0].endswith(("ed", "s"))
            if ends_open or begins_open or not _SURELY_FINITE.search(sentence):
                yield text, start, end


def _is_title(words: Sequence[str]) -> bool:
    capitals = sum(word[:1].isupper() for word in words)
    return 2 * capitals > len(words)


def _fault(tokens: Sequence[Token], *, is_first: bool) -> str | None:
    words = [token for token in tokens if token.is_word]
    if len(words) < _SHORTEST or any(token.text[0] in _QUOTES for token in tokens):
        return None
    last, tags = words[-1], [token.tag for token in words]
    if _must_go_on(last):
        return f'after "{last.text}" something must come'
    first = next((token for token in words if token.tag != "RB"), words[0])
    if first.tag in _SUBJECTLESS and not is_first and len(words) > _SHORTEST:
        return f'"{first.text}" has no subject'
    if not _FINITE & set(tags) and tags[0] != "VB" and not _has_subject(words):
        return None if is_first and len(words) <= 2 * _SHORTEST else _VERBLESS
    return None


def _has_subject(words: Sequence[Token]) -> bool:
    """Whether the parser sees a subject: then the tagger took a verb for a noun."""
    return any(token.dependency in _SUBJECTS for token in words)


def _must_go_on(token: Token) -> bool:
    word = token.text.lower()
    if word in _OPEN_ENDS - {"to"}:
        return True
    return token.tag in _OPEN_TAGS and word not in _PRONOUNS
