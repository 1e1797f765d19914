"""A possessive whose owner is gone.

Machines and editing tools drop a link or a name and leave its "'s" behind, glued to the word or
the full stop before it. Abbreviations ("the U.S.'s"), names in quotation marks, and words that do
take 's ("let's", "one's", "this morning's") pass.

Found:
    He gave an interview with's "New Observation" column.

Passed:
    He gave an interview to China's "New Observation" column.
"""

import re
from collections.abc import Iterator

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Rule
from checker.text import Span

# Words that own nothing.
_OWNERLESS = (
    "a an the and or but nor of with from for by at on in into to as than about between through "
    "during under over after before since until because if although via per among against toward "
    "towards without within upon is are was were be been being has have had will would can could "
    "should must very also not only said says whether his my your our their "
    "including regarding concerning visiting making becoming following met made gave took told saw "
    "left built held sent brought kept became began"
)
# A participle owns nothing, but for the few that are nouns.
_PARTICIPLE = (
    r"(?!(?:deceased|accused|unemployed|beloved|disabled|injured|wounded|bereaved|insured|convicted|"
    r"retired|gifted|red|wed)['’])[a-z]{3,}(?<![eh])ed"
)
_ORPHAN = re.compile(
    rf"(?<![\w'’.-])(?:{'|'.join(_OWNERLESS.split())}|{_PARTICIPLE})['’]s(?=[\s,;:.?!]|$)"
    r"|(?:^|(?<=[.!?] ))(?:The|And|But|With|From|Of|Under|During|Since|Because)['’]s(?= \w)"
    r"|(?<=[a-z]{3}[.,;:?!])['’]s(?= )"
    r"|(?<=[a-z0-9,;:]) ['’]s(?= [\"“'‘]?\w)"
    r"|(?<=[a-z]{3}\.) ['’]s(?= [a-z])|(?<=['’]s)['’]s\b"
    r"|^['’]s(?= \w)",
)
# "the in's and out's", "an 'a's", "is's": letters and words that are spoken of as such.
_SPOKEN_OF = re.compile(
    r"['’]s,? (?:and|or) \w+['’]s|\b(?:suffix|ending|possessive|form|letter) ['’]s"
    r"|[\"“‘'](?:\w+['’]s)[\"”’']"
)
_AROUND = 16
# Marks that are part of the owner's name.
_NAME = re.compile(r"\b(?:[A-Z]\w*!|(?:Corp|Bros|Dept|Univ|Assn|Prof|Intl)\.)$")


class OrphanPossessive(Rule):
    category = Category.GRAMMAR
    severity = Severity.MAJOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        spans: list[Span] = []
        for _, text in document.targets:
            for match in _ORPHAN.finditer(text.content):
                around = text.content[max(0, match.start() - _AROUND) : match.end() + _AROUND]
                if not (
                    _SPOKEN_OF.search(around)
                    or _NAME.search(text.content[max(0, match.start() - 60) : match.start()])
                ):
                    spans.append(text.span(*_trimmed(match)))
        if spans:
            yield Observation(
                "'s belongs to nobody here; a name before it is missing", tuple(spans)
            )


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    space = len(match.group()) - len(match.group().lstrip())
    return match.start() + space, match.end()
