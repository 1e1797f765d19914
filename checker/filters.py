"""The chain of small functions that every finding of a document goes through, in this order."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda finding: -len(finding.spans)):
        for at, larger in enumerate(kept):
            if (
                finding.concept
                and finding.concept == larger.concept
                and set(finding.spans) <= set(larger.spans)
            ):
                kept[at] = replace(larger, severity=max(larger.severity, finding.severity))
                break
        else:
            kept.append(finding)
    return kept


def soften_quotations(findings: Iterable[Finding], document: Document) -> list[Finding]:
    """Lower by one level what stands only in quoted sentences: the words are somebody else's."""
    quoted = [
        text.span(*match.span())
        for _, text in document.targets
        for match in _QUOTATION.finditer(text.content)
        if len(match.group().split()) >= _SENTENCE_WORDS
    ]
    return [
        _soften(finding) if _all_inside(finding.spans, quoted) else finding for finding in findings
    ]


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by their first place, then by rule; the places of each are sorted too."""
    tidy = (replace(finding, spans=tuple(sorted(set(finding.spans)))) for finding in findings)
    return sorted(tidy, key=lambda finding: (finding.spans[0], finding.rule, finding.message))


def _soften(finding: Finding) -> Finding:
    return replace(finding, severity=Severity(max(Severity.NEUTRAL, finding.severity - 1)))


def _all_inside(spans: tuple[Span, ...], quoted: list[Span]) -> bool:
    return all(
        any(quote.start <= span.start and span.end <= quote.end for quote in quoted)
        for span in spans
    )
