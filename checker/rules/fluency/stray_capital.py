"""A capital in the middle of a sentence on a word that is no name.

Where a sentence is cut or glued, the capital of its second half stays: "issues, These are all
problems", "a high The origin". Only words that are never names are looked at, with a small letter
before and after them; titles, headings and quotations pass.

Found:
    There are layout issues, industry issues, These are all to be solved.

Passed:
    He quoted the report: "These are all to be solved."
"""

import re
from collections.abc import Iterator

from checker.context import Context
from checker.document import Document, Kind
from checker.finding import Category, Observation, Severity
from checker.lang.words import NEVER_NAMES
from checker.rule import Rule

_WORDS = "|".join(word.capitalize() for word in sorted(NEVER_NAMES))
_CAPITAL = re.compile(
    rf"(?:(?<=[a-z0-9] )|(?<=[a-z0-9], ))(?P<word>{_WORDS})(?= [a-z]+(?:[,.;:]| [a-z0-9\"“]))"
)
# A small word inside a title: "Gone With the Wind", "Ministry Of the Interior", "Rule 5 And after".
_INSIDE_TITLE = re.compile(r"(?:[A-Z][\w'’-]*[,:]? |\d+:? )(?:[a-z]{1,4} )?$")
# A title or motto without quotation marks, or a thought: "the film You", "She thought, This is".
_NAMED = re.compile(
    r"\b(?:film|movie|novel|book|song|series|play|poem|album|band|group|show|magazine|column|ship|"
    r"app|program(?:me)?|motto|slogan|theme|principle|call(?:ed)|titled|entitled|named|heading) $"
    r"|\b(?:thought|said|says|asks?|asked|wondered|answered|replied|is|was), $"
    r"|\b[Pp]rovided(?:, however)?, $"
)
# Family names that are words, and God's pronouns.
_SURNAMES = frozenset("An Do Her More So To Will You Yet Than".split())
_DIVINE = frozenset("He His Him You Your Being".split())
_GOD = re.compile(r"\b(?:God|Lord|Christ|Almighty|Creator|Heaven|Providence|Allah|Buddha)\b")
# A question or a motto may follow a comma with its own capital.
_MOTTO = frozenset(
    "What How Why Who When Where Which Do Is Are Can Should Must Let Take Make".split()
)


class StrayCapital(Rule):
    category = Category.SPELLING
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        whole = "\n".join(text.content for _, text in document.targets)
        names = {word for word in _SURNAMES if _is_name(word, whole)}
        names |= _DIVINE if _GOD.search(whole) else set()
        for segment, text in document.targets:
            if segment.kind is Kind.HEADING:
                continue
            for match in _CAPITAL.finditer(text.content):
                before = text.content[max(0, match.start() - 24) : match.start()]
                word = match["word"]
                if word in names or _NAMED.search(before):
                    continue
                if _INSIDE_TITLE.search(before) or (before.endswith(", ") and word in _MOTTO):
                    continue
                yield Observation(
                    f'"{word}" has a capital in the middle of a sentence: a full stop is missing '
                    "before it, or two sentences were run together",
                    (text.span(*match.span()),),
                    suggestions=(word.lower(),),
                )


def _is_name(word: str, whole: str) -> bool:
    """Whether the text has the word behind a title or a given name: "Ms. An", "Johnnie To"."""
    title = r"(?:M(?:r|s|rs)\.?|Dr\.?|Professor|Prof\.|[A-Z][a-z]{3,})"
    return bool(re.search(rf"\b{title} {word}\b(?! [A-Z])", whole))
