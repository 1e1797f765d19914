"""A term of the source that the English gives in no right form.

The glossary lists the Chinese, and none of the forms that it calls good stands in the passage
that translates it. Where other words stand in its place they are named. A term for which nothing
stands is passed over where a passage shortly before has it, since good English does not repeat
names, where the Chinese form is so short that it may be part of other words, and in bylines,
titles in 《》 and slogans with a number. Wrong forms that
the glossary lists are a matter of ``deprecated-term``, terms of which good English varies
(``mixing: free``) of nobody, unless the option ``varying`` asks for them.

Found:
    新质生产力是高质量发展的动力。
    New-type productivity is a driving force of high-quality development.

Passed:
    新质生产力是高质量发展的动力。
    New quality productive forces are a driving force of high-quality development.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.context import Context, Occurrence, SourceTerm
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.lang.bylines import may_go_unsaid
from checker.nearest import Likeness, Near, nearest, whole_name
from checker.rule import Need, Rule
from checker.text import Span, Text
from checker.wording import choices, listed

# 美国商务部 is not the ministry of the same name in Beijing.
_FOREIGN = re.compile(
    r"(?:[美英法德俄日韩印泰欧澳加]|(?<!中)国|日本|印度|越南|俄罗斯|乌克兰|西班牙|意大利|波兰|巴西"
    r"|加拿大|澳大利亚|新加坡|马来西亚|印度尼西亚|菲律宾|巴基斯坦|以色列|伊朗|土耳其|墨西哥)$"
)
_MEMORY = 6  # passages in which a term that was rendered need not be said again
_LIKE = 0.6


@dataclass(frozen=True)
class _Options:
    every: bool = field(
        default=False,
        metadata={"help": "also report terms that the passage leaves out after having had them"},
    )
    varying: bool = field(
        default=False,
        metadata={"help": "also report terms of which good English varies (mixing: free)"},
    )


@dataclass(frozen=True)
class _Miss:
    term: SourceTerm
    place: Span
    near: str | None


class MissingTerm(Rule):
    category = Category.TERMINOLOGY_RESOURCE
    severity = Severity.MAJOR
    needs = frozenset({Need.TERMS, Need.SOURCE})
    Options = _Options

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        missed: dict[str, list[_Miss]] = {}
        rendered: dict[str, int] = {}
        for number, (pair, terms) in enumerate(context.source_terms.items()):
            there = context.terms_in(pair.both[1])
            rendered.update(dict.fromkeys((item.concept.id for item in there), number))
            for name, sought in _by_concept(terms).items():
                if self._is_binding(sought[0], context):
                    known = not self.options.every and number - rendered.get(name, -99) <= _MEMORY
                    missed.setdefault(name, []).extend(_miss(sought, there, context, known=known))
        for misses in missed.values():
            if misses:
                yield _observe(misses, context)

    def _is_binding(self, term: SourceTerm, context: Context) -> bool:
        """Whether a form of the term has to stand in the English."""
        free = any(concept.free_mixing for concept in context.meanings(term))
        before = context.source(term.pair)[max(0, term.start - 6) : term.start]
        return (self.options.varying or not free) and not _FOREIGN.search(before)


def _by_concept(terms: list[SourceTerm]) -> dict[str, list[SourceTerm]]:
    groups: dict[str, list[SourceTerm]] = {}
    for term in terms:
        groups.setdefault(term.concept.id, []).append(term)
    return groups


def _miss(
    sought: list[SourceTerm], there: list[Occurrence], context: Context, *, known: bool
) -> Iterator[_Miss]:
    """Yield what stands in place of a term, or all of the passage where nothing does.

    Each occurrence counts: what renders the term once leaves nothing for its second place.
    """
    term, target = sought[-1], sought[-1].pair.both[1]
    meanings = {concept.id for concept in context.meanings(term)}
    got = [item for item in there if item.concept.id in meanings]
    if len(got) >= len(sought):
        return
    content = _without(got, target)
    near = nearest((form.text for form in term.concept.forms("en") if form.is_good), content)
    if near and near.share >= _LIKE and near.matched > 1:
        if not _is_good_english(near):
            start, end = whole_name(content, near.start, near.end)
            yield _Miss(term, target.span(start, end), content[start:end])
    elif not known and not may_go_unsaid(context.source(term.pair), term.start, term.end):
        yield _Miss(term, target.span(0, len(target.content)), None)


def _without(items: list[Occurrence], target: Text) -> str:
    """Return the content of a target with marks where some terms, which are in order, stand."""
    content, at = target.content, 0
    kept: list[str] = []
    for item in items:
        start = content.find(item.surface, at)
        if start >= 0:
            kept += (content[at:start], "|" * len(item.surface))
            at = start + len(item.surface)
    return "".join(kept) + content[at:]


def _is_good_english(near: Near) -> bool:
    """Whether the words of the term are all there, as grammar wants them."""
    if near.share < 1 or Likeness.MISSPELT in near.likenesses:
        return False
    return Likeness.DERIVED in near.likenesses or not near.turned or near.matched < 3


def _observe(misses: list[_Miss], context: Context) -> Observation:
    concept = misses[0].term.concept
    found = dict.fromkeys(miss.near for miss in misses if miss.near)
    official = concept.preferred.text
    what = f"found {listed(found)}" if found else "nothing found that renders it"
    return Observation(
        message=f"{misses[0].term.term.text}: {what}, official “{official}”",
        spans=tuple(miss.place for miss in misses),
        suggestions=choices(concept, context.day),
        concept=concept.id,
        authority=concept.authority,
        source_spans=tuple(miss.term.span for miss in misses),
    )
