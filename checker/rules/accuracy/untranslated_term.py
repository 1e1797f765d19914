"""Pinyin, a Chinese abbreviation or Chinese characters left standing in the English.

"Chengyu" and "Liang Hui" mean nothing to the reader. Characters in brackets or quotation marks
after an English word are a gloss and pass: "the gaokao (高考)". With the source at hand, whole
clauses are a matter of ``untranslated-text``.

Found:
    Chengyu has grown fast, and 新质生产力 is the reason.

Passed:
    Chengdu-Chongqing has grown fast, and new quality productive forces (新质生产力) are the reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.leftovers import Size, leftovers
from checker.rule import Need, Rule
from checker.text import Span
from checker.wording import wrong_forms
from glossary.model import Fault


@dataclass(frozen=True)
class _Options:
    allow: tuple[str, ...] = field(
        default=(), metadata={"help": "Chinese words that may stand in the English"}
    )


class UntranslatedTerm(Rule):
    category = Category.UNTRANSLATED
    severity = Severity.MAJOR
    needs = frozenset({Need.TERMS})
    Options = _Options

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        yield from wrong_forms(context, Fault.UNTRANSLATED)
        for form, spans in self._characters(document, context).items():
            hits = context.termbase.find_chinese(form)
            concepts = [context.termbase.concept(hit.concept) for hit in hits]
            whole = (
                concepts[0] if len(hits) == 1 and hits[0].end - hits[0].start == len(form) else None
            )
            yield Observation(
                message=f"{form} is left in Chinese",
                spans=tuple(spans),
                suggestions=tuple(dict.fromkeys(concept.preferred.text for concept in concepts)),
                concept=whole.id if whole else None,
                authority=whole.authority if whole else None,
            )

    def _characters(self, document: Document, context: Context) -> dict[str, list[Span]]:
        """Return the Chinese terms left standing, with their places."""
        found: dict[str, list[Span]] = {}
        for one in leftovers(document, context):
            if one.size is Size.TERM and one.form not in self.options.allow:
                found.setdefault(one.form, []).append(one.span)
        return found
