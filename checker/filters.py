"""The chain of small functions that every finding of a document goes through, in this order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import replace

from checker.document import Document
from checker.finding import Finding, Severity
from checker.text import Span

# A quotation of this many words is somebody's sentence; a shorter one may be a term in quotes.
_SENTENCE_WORDS = 12
_QUOTATION = re.compile(r"“[^“”]*”|(?<![^\s(])\"[^\"]*\"")


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
