"""An abbreviation that is never spelt out in the text.

Reported for the abbreviations of the glossary, unless it calls them familiar (CPC, GDP) or the
full form stands anywhere in the text. With ``unlisted`` also for capitals that no glossary knows.

Found:
    The NFRA published the rules.

Passed:
    The National Financial Regulatory Administration (NFRA) published the rules.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.context import Context, Occurrence
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Need, Rule
from checker.text import Span
from checker.wording import observe
from glossary.model import TermType

_CAPITALS = re.compile(r"(?<![\w.&-])[A-Z]{3,6}(?![\w&-])")
_SHOUTED = re.compile(r"[A-Z]{2,}[\s,]+$")
_SHOUTED_ON = re.compile(r"[\s,]+[A-Z]{2,}\b")
_ROMAN = re.compile(r"[IVXLCDM]+")
# In brackets, after "or", or followed by the full form in brackets or after a comma.
_EXPLAINED = (
    r"\([^()]*\b{0}s?\b[^()]*\)"
    r"|,? or (?:the )?[\"“]?{0}s?\b"
    r"|\b{0}s?\s*\([^()]*[a-z]"
    r"|\b{0}, (?:the |an? |short for )[A-Z]"
)


@dataclass(frozen=True)
class _Options:
    unlisted: bool = field(
        default=False,
        metadata={"help": "also report those in no glossary"},
    )
    familiar: tuple[str, ...] = field(
        default=(), metadata={"help": "abbreviations that readers know"}
    )


class UnexpandedAbbreviation(Rule):
    category = Category.STYLE
    severity = Severity.NEUTRAL
    needs = frozenset({Need.TERMS})
    Options = _Options

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        content = "\n".join(text.content for _, text in document.targets)
        for occurrences in context.occurrences.values():
            short = [item for item in occurrences if item.term.type is TermType.ABBREVIATION]
            if short and len(short) == len(occurrences) and not self._is_known(short[0], content):
                full = f"{short[0].concept.preferred.text} ({short[0].term.text})"
                message = f'"{short[0].surface}" is never spelt out in the text'
                yield observe(short, message, (full,))
        if self.options.unlisted:
            yield from self._unlisted(document, context, content)

    def _is_known(self, occurrence: Occurrence, content: str) -> bool:
        text = occurrence.term.text
        return (
            occurrence.term.familiar
            or text in self.options.familiar
            or _is_explained(text, content)
        )

    def _unlisted(
        self, document: Document, context: Context, content: str
    ) -> Iterator[Observation]:
        listed = {
            offset
            for items in context.occurrences.values()
            for item in items
            for offset in range(item.span.start, item.span.end)
        }
        found: dict[str, list[Span]] = {}
        for _, text in document.targets:
            if text.content.isupper():
                continue
            for match in _CAPITALS.finditer(text.content):
                if _is_dateline(text.content, match) or _is_shouted(text.content, match):
                    continue
                span = text.span(*match.span())
                if span.start not in listed:
                    found.setdefault(match.group(), []).append(span)
        for form, spans in found.items():
            known = form in self.options.familiar or _ROMAN.fullmatch(form)
            if not known and not _is_explained(form, content):
                yield Observation(f'"{form}" is never spelt out in the text', tuple(spans))


def _is_explained(abbreviation: str, content: str) -> bool:
    return re.search(_EXPLAINED.format(re.escape(abbreviation)), content) is not None


def _is_shouted(content: str, match: re.Match[str]) -> bool:
    """Whether the capitals are a part of a sign or headline in capitals."""
    before = content[max(0, match.start() - 20) : match.start()]
    return bool(_SHOUTED.search(before) or _SHOUTED_ON.match(content, match.end()))


def _is_dateline(content: str, match: re.Match[str]) -> bool:
    """Whether the capitals are the place at the head of a report."""
    return not content[: match.start()].strip() and content[match.end() :].lstrip()[:1] in (
        ",",
        "-",
        "—",
        "–",
    )
