"""One term now with capitals, now without.

Headings, sentence beginnings and terms inside longer names have capitals of their own and do not
count. The capitals of the glossary are the ones suggested.

Found:
    The Belt and Road Initiative was proposed in 2013; the belt and road initiative has grown since.

Passed:
    The Belt and Road Initiative was proposed in 2013; the Belt and Road Initiative has grown since.
"""

import re
from collections.abc import Iterator

from checker.context import Context, Occurrence
from checker.document import Document, Kind
from checker.finding import Category, Observation, Severity
from checker.rule import Need, Rule
from checker.wording import listed, observe
from glossary.condition import needs_exact_case

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = r"(?:of |for |and |on )?(?:the )?"
# Words that are capital because a sentence begins, not because a name does.
_OPENERS = (
    r"(?:The|An?|In|On|At|As|By|For|To|Of|And|But|From|With|Under|Since|After|Before|This|Its)\b"
)
_CAPITAL_BEFORE = re.compile(rf"\b(?!{_OPENERS})[A-Z][\w'’]*[ -]{_SMALL}$")
_CAPITAL_AFTER = re.compile(rf"[ -]{_SMALL}[A-Z]")
# Whatever is no word and no comma may begin a sentence, a quotation or an item of a list.
_BEGINNING = re.compile(r"(?:^|[^\w\s,'’])[\s'\"‘“(]*$")
_QUOTES = ('"', "“", "”", "‘", "’", "'")


class MixedCapitalisation(Rule):
    category = Category.SPELLING
    severity = Severity.NEUTRAL
    needs = frozenset({Need.TERMS})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        for occurrences in context.occurrences.values():
            by_term: dict[str, list[Occurrence]] = {}
            for item in occurrences:
                if _is_name(item) and _counts(item):
                    by_term.setdefault(item.term.text, []).append(item)
            for canonical, items in by_term.items():
                odd = [item for item in items if _differs(item, canonical)]
                if odd and any(_shows(item, canonical) for item in items if item not in odd):
                    forms = dict.fromkeys(item.surface for item in odd)
                    message = f'{listed(forms)} here, "{canonical}" elsewhere in the text'
                    yield observe(odd, message, (canonical,))


def _is_name(item: Occurrence) -> bool:
    """Whether the term has capitals that can be right or wrong: no everyday words."""
    text = item.term.text
    if not item.term.is_good or needs_exact_case(item.term) or len(_WORD.findall(text)) < 2:
        return False
    return not item.concept.free_mixing or not text.islower()


def _counts(item: Occurrence) -> bool:
    """Whether the capitals of an occurrence are the writer's choice."""
    before = item.text.content[max(0, item.start - 60) : item.start]
    after = item.text.content[item.end : item.end + 60]
    if item.segment.kind is Kind.HEADING or item.surface.isupper():
        return False
    if before.endswith(_QUOTES) and after.lstrip(",.").startswith(_QUOTES):
        return False  # the title of something
    return not (_CAPITAL_BEFORE.search(before) or _CAPITAL_AFTER.match(after))


def _shows(item: Occurrence, canonical: str) -> bool:
    """Whether the capitals of an occurrence are there for the name, and not as a sentence begins.

    "A share" at the head of a sentence says nothing of the "A share" of the stock market.
    """
    first, *others = _WORD.findall(canonical)
    only_first = first[0].isupper() and all(word.islower() for word in others)
    return not (only_first and _begins(item))


def _begins(item: Occurrence) -> bool:
    before = item.text.content[max(0, item.start - 12) : item.start]
    return _BEGINNING.search(before) is not None


def _differs(item: Occurrence, canonical: str) -> bool:
    """Whether the capitals differ, but for a first word that begins a sentence."""
    found, wanted = _WORD.findall(item.surface), _WORD.findall(canonical)
    if len(found) != len(wanted):
        return False
    pairs = list(zip(found, wanted, strict=True))
    if _begins(item):
        pairs = pairs[1:]
    return any(one[0].isupper() != other[0].isupper() for one, other in pairs)
