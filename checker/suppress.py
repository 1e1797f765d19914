"""Suppression comments: ``<!-- zhengming: ignore RULE, RULE -- reason -->``.

``ignore`` silences the named rules in the paragraph that the comment stands in or, where it
stands alone, in the next one; ``off`` silences them from there until ``on`` or the end.
Each suppression knows whether it was needed: an unused or malformed one is itself a finding.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from checker.document import Comment, Document
from checker.finding import Category, Finding, Severity
from checker.rule import ENGINE_FINDINGS
from checker.text import Span
from glossary.problem import near_match

MALFORMED, UNUSED = ENGINE_FINDINGS

_DIRECTIVE = re.compile(
    r"\s*zhengming\s*:\s*(?P<verb>\S*)(?P<rules>.*?)(?:\s--\s.*)?\s*", re.DOTALL
)
# A comment that begins like one of ours was meant as one.
_MEANT = re.compile(r"\W*zhengming\b", re.IGNORECASE)
_VERBS = ("ignore", "off", "on")


@dataclass(frozen=True, slots=True)
class Suppression:
    """A rule that is silent in a part of the raw file."""

    rule: str
    scope: Span
    comment: Span

    def covers(self, span: Span) -> bool:
        """Whether it silences a place that its rule found."""
        return self.scope.start <= span.start and span.end <= self.scope.end


def apply(
    findings: Iterable[Finding],
    document: Document,
    known: Collection[str],
    enabled: Collection[str],
) -> list[Finding]:
    """Return the findings without the suppressed places, and with those about suppressions.

    A finding of which some places are left stays with these; without any it goes.
    """
    suppressions, malformed = _parse(document, known)
    by_rule: dict[str, list[Suppression]] = {}
    for suppression in suppressions:
        by_rule.setdefault(suppression.rule, []).append(suppression)
    used: set[Suppression] = set()
    kept = []
    for finding in findings:
        spans = []
        for span in finding.spans:
            covering = {item for item in by_rule.get(finding.rule, ()) if item.covers(span)}
            used |= covering
            if not covering:
                spans.append(span)
        if spans and not _is_pointless(finding, spans, document):
            kept.append(replace(finding, spans=tuple(spans)))
    unused = [
        _finding(
            UNUSED,
            Severity.NEUTRAL,
            f'"{item.rule}" finds nothing here; remove the suppression',
            item.comment,
        )
        for item in suppressions
        if item not in used and item.rule in enabled
    ]
    return [*kept, *unused, *malformed]


def suppressions(document: Document, known: Collection[str]) -> list[Suppression]:
    """Return all suppressions of a document that can be understood."""
    found, _ = _parse(document, known)
    return found


def _is_pointless(finding: Finding, spans: list[Span], document: Document) -> bool:
    """Whether an inconsistency has lost all renderings but one to suppressions."""
    if finding.category is not Category.TERMINOLOGY_USE or len(spans) == len(finding.spans):
        return False
    return len({document.text(span).lower() for span in spans}) < 2


def _finding(rule: str, severity: Severity, message: str, span: Span) -> Finding:
    return Finding(rule, Category.OTHER, severity, message, (span,))


def _parse(document: Document, known: Collection[str]) -> tuple[list[Suppression], list[Finding]]:
    found: list[Suppression] = []
    malformed: list[Finding] = []
    open_at: dict[str, Comment] = {}
    for comment in sorted(document.comments, key=lambda comment: comment.span):
        if not _MEANT.match(comment.text):
            continue
        verb, rules = _read(comment.text)
        complaint = _complaint(verb, rules, known, open_at)
        if complaint:
            malformed.append(_finding(MALFORMED, Severity.MINOR, complaint, comment.span))
        elif verb == "ignore":
            scope = _paragraph(document, comment)
            found.extend(Suppression(rule, scope, comment.span) for rule in rules)
        elif verb == "off":
            for rule in rules:
                open_at.setdefault(rule, comment)
        else:
            for rule in rules or list(open_at):
                opening = open_at.pop(rule).span
                found.append(Suppression(rule, Span(opening.end, comment.span.start), opening))
    for rule, opening_comment in open_at.items():
        opening = opening_comment.span
        found.append(Suppression(rule, Span(opening.end, len(document.content)), opening))
    return found, malformed


def _read(comment: str) -> tuple[str, list[str]]:
    """Return the verb and the rules of a comment; no verb where it is not of our form."""
    match = _DIRECTIVE.fullmatch(comment)
    if not match:
        return "", []
    names = re.split(r"[\s,]+", match["rules"])
    return match["verb"], list(dict.fromkeys(name for name in names if name))


def _complaint(
    verb: str, rules: list[str], known: Collection[str], open_at: Collection[str]
) -> str | None:
    if not verb:
        return 'a suppression is written "zhengming: ignore RULE -- reason"'
    if verb not in _VERBS:
        near = near_match(verb, _VERBS)
        return f'expected ignore, off or on after "zhengming:", found "{verb}"{near}'
    if not rules and verb != "on":
        return f'"{verb}" names no rule; write for example "{verb} deprecated-term"'
    for rule in rules:
        if rule not in known:
            return f'there is no rule "{rule}"{near_match(rule, known)}'
        if verb == "on" and rule not in open_at:
            return f'"on {rule}" without an "off {rule}" before it'
    return None


def _paragraph(document: Document, comment: Comment) -> Span:
    """Return the paragraph that has the comment, or stands before it on its line, or the next."""
    if comment.unit:
        return comment.unit
    spans = document.target_spans
    at = bisect_right(spans, comment.span)
    line, _ = document.lines.locate(comment.span.start)
    if at and line <= document.lines.locate(spans[at - 1].end)[0]:
        return spans[at - 1]
    return spans[at] if at < len(spans) else comment.span
