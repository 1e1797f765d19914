"""The chain of small functions that every finding of a document goes through, in this order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import product

from checker.document import Document
from checker.finding import Category, Finding, Severity
from checker.text import Span

# Of these a term that is missing may be a part.
_LEFT = frozenset({Category.OMISSION, Category.UNTRANSLATED})
# A quotation of this many words is somebody's sentence; a shorter one may be a term in quotes.
_SENTENCE_WORDS = 12
_QUOTATION = re.compile(r"“[^“”]*”|(?<![^\s(])\"[^\"]*\"")


def one_fault(findings: Iterable[Finding]) -> list[Finding]:
    """Drop the places of a missing term at which another finding says what is wrong with it.

    It is about a part of the term ("13th Five-Year Plan" for “十四五”), or says that more is left
    out, or left in Chinese, than the term.
    """
    found = list(findings)
    others = [finding for finding in found if not _is_missing_term(finding)]
    wrong = sorted(sides for finding in others for sides in _sides(finding))
    left = sorted(
        sides for finding in others if finding.category in _LEFT for sides in _sides(finding)
    )
    reach = max((source.end - source.start for source, _ in left), default=0)

    def is_told(source: Span, target: Span) -> bool:
        about = _beginning(wrong, source.start, source.end)
        around = _beginning(left, source.start - reach, source.start + 1)
        return any(
            of.end <= source.end and one.start <= target.end + 1 and target.start <= one.end + 1
            for of, one in about
        ) or any(
            of.end >= source.end and target.start <= one.start and one.end <= target.end
            for of, one in around
        )

    kept = []
    for finding in found:
        if _is_missing_term(finding):
            places = [sides for sides in _sides(finding) if not is_told(*sides)]
            if not places:
                continue
            sources, targets = zip(*places, strict=True)
            finding = replace(finding, spans=targets, source_spans=sources)
        kept.append(finding)
    return kept


def _is_missing_term(finding: Finding) -> bool:
    return finding.category is Category.TERMINOLOGY_RESOURCE and len(finding.spans) == len(
        finding.source_spans
    )


def _sides(finding: Finding) -> list[tuple[Span, Span]]:
    """Return the places in the source, each with that in the target."""
    if len(finding.spans) == len(finding.source_spans):
        return list(zip(finding.source_spans, finding.spans, strict=True))
    return list(product(finding.source_spans, finding.spans))


def _beginning(
    places: list[tuple[Span, Span]], start: int, end: int
) -> Iterator[tuple[Span, Span]]:
    """Yield the places that begin in ``[start, end)`` of the source; they are sorted by it."""
    first = bisect_left(places, start, key=lambda sides: sides[0].start)
    last = bisect_left(places, end, first, key=lambda sides: sides[0].start)
    return (places[at] for at in range(first, last))


def one_story(findings: Iterable[Finding]) -> list[Finding]:
    """Drop a finding whose places another finding on the same concept has too.

    The one that stays takes the higher severity: five renderings of which one is wrong are one
    problem, as severe as the wrong one.
    """
    by_concept: dict[str, list[Finding]] = {}
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda finding: -len(finding.spans)):
        if finding.concept is None:
            kept.append(finding)
        else:
            _tell(finding, by_concept.setdefault(finding.concept, []))
    return [*kept, *(finding for stories in by_concept.values() for finding in stories)]


def _tell(finding: Finding, stories: list[Finding]) -> None:
    """Add a finding to the stories of its concept, or to the severity of one that has it."""
    for at, story in enumerate(stories):
        if set(finding.spans) <= set(story.spans):
            stories[at] = replace(story, severity=max(story.severity, finding.severity))
            return
    stories.append(finding)


def soften_quotations(findings: Iterable[Finding], document: Document) -> list[Finding]:
    """Lower by one level what stands only in quoted sentences: the words are somebody else's."""
    quoted = sorted(
        text.span(*match.span())
        for _, text in document.targets
        for match in _QUOTATION.finditer(text.content)
        if len(match.group().split()) >= _SENTENCE_WORDS
    )
    return [_soften(finding) if _quoted(finding, quoted) else finding for finding in findings]


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by their first place, then by rule; the places of each are sorted too."""
    tidy = (
        replace(
            finding,
            spans=tuple(sorted(set(finding.spans))),
            source_spans=tuple(sorted(set(finding.source_spans))),
        )
        for finding in findings
    )
    return sorted(tidy, key=lambda finding: (finding.spans[0], finding.rule, finding.message))


def _soften(finding: Finding) -> Finding:
    return replace(finding, severity=Severity(max(Severity.NEUTRAL, finding.severity - 1)))


def _quoted(finding: Finding, quotations: list[Span]) -> bool:
    """Whether every place is inside one of the quotations, which are sorted and do not overlap."""
    for span in finding.spans:
        at = bisect_right(quotations, span.start, key=lambda quotation: quotation.start) - 1
        if at < 0 or quotations[at].end < span.end:
            return False
    return True


def on_lines(
    findings: Iterable[Finding], document: Document, lines: Collection[int] | None
) -> list[Finding]:
    """Keep the places that touch one of some lines; None stands for all lines."""
    if lines is None:
        return list(findings)
    kept = []
    for finding in findings:
        spans = tuple(span for span in finding.spans if _touches(span, document, lines))
        if spans:
            kept.append(replace(finding, spans=spans))
    return kept


def _touches(span: Span, document: Document, lines: Collection[int]) -> bool:
    first, last = document.lines.locate(span.start)[0], document.lines.locate(span.end)[0]
    return any(line in lines for line in range(first, last + 1))
