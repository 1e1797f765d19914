"""A plural of a word that has none in this sense.

Chinese nouns have no plural, and machines guess: "significances", "informations", "equipments".

Found:
    What are the major significances of the equipments?

Passed:
    What is the significance of the equipment? He read papers and did research.
"""

import re
from collections.abc import Iterator

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Rule

_SINGULAR = {
    "significances": "significance",
    "informations": "information",
    "equipments": "equipment",
    "advices": "advice",
    "knowledges": "knowledge",
    "furnitures": "furniture",
    "homeworks": "homework",
    "machineries": "machinery",
    "infrastructures": "infrastructure",
    "staffs": "staff members",
    "manpowers": "manpower",
    "luggages": "luggage",
    "sceneries": "scenery",
    "guidances": "guidance",
    "progresses": "progress",
    "researches": "research",
    "evidences": "evidence",
    "feedbacks": "feedback",
    "coordinations": "coordination",
    "perfections": "perfection",
    "implementations": "implementation",
    "prosperities": "prosperity",
    "publicities": "publicity",
    "employments": "employment",
}
# These are verbs too, or have a plural in some sense: only after a word that shows a noun.
_AMBIGUOUS = frozenset(
    "staffs progresses researches evidences implementations infrastructures".split()
)
_PLURAL = re.compile(rf"(?<![\w'’-])(?:{'|'.join(_SINGULAR)})(?![\w'’-])", re.IGNORECASE)
_SHOWS_NOUN = re.compile(
    r"(?i)\b(?:many|several|some|these|those|various|numerous|new|great|major|more|all|few|"
    r"remarkable|significant|scientific|important|relevant|medical|two|three|of)\s$"
)
# Senses that have a plural, by the word before (or anywhere in the paragraph for software).
_COUNTED = {
    "feedbacks": "climate|carbon|cloud|positive|negative|ice|albedo|vapou?r|between",
    "advices": "remittance|payment|shipping|credit|debit|bank|delivery|des?patch|dispatch",
    "guidances": "draft|final|fda|agency",
    "knowledges": "indigenous|situated|plural|multiple",
    "progresses": "all",
}
_SOFTWARE = re.compile(
    r"(?i)\b(?:software|protocol|algorithm|code|compiler|interface|specification|api)s?\b"
)
_QUOTED = re.compile(r"[\"“”‘’'*][\"“”‘’'*]")


class UncountablePlural(Rule):
    category = Category.GRAMMAR
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        for _, text in document.targets:
            for match in _PLURAL.finditer(text.content):
                word = match.group().lower()
                before = text.content[max(0, match.start() - 14) : match.start()]
                if word in _AMBIGUOUS and not _SHOWS_NOUN.search(before):
                    continue
                if _is_right(word, text.content, match) or context.in_address(text, *match.span()):
                    continue
                yield Observation(
                    f'"{match.group()}" has no plural in this sense',
                    (text.span(*match.span()),),
                    suggestions=(_SINGULAR[word],),
                )


def _is_right(word: str, content: str, match: re.Match[str]) -> bool:
    """Whether it is a title or name, spoken of as a word, or countable in its sense."""
    before, after = (
        content[max(0, match.start() - 80) : match.start()],
        content[match.end() : match.end() + 80],
    )
    if _QUOTED.fullmatch(before[-1:] + after[:1]):
        return True
    # A capital inside a sentence; one at its head tells nothing.
    if match.group().isupper() or (match.group()[0].isupper() and re.search(r"[\w,] $", before)):
        return True
    if word == "implementations" and _SOFTWARE.search(content):
        return True
    return word in _COUNTED and bool(re.search(rf"(?i)\b(?:{_COUNTED[word]})\s$", before[-16:]))
