"""Findings as diagnostics of the protocol, one for each place."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import (
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    Position,
    Range,
)

from checker.finding import Finding, Severity
from checker.lsp.places import Places
from checker.result import Checked
from glossary.problem import Problem

SOURCE = "zhengming"
_LEVELS = {
    Severity.NEUTRAL: DiagnosticSeverity.Information,
    Severity.MINOR: DiagnosticSeverity.Warning,
    Severity.MAJOR: DiagnosticSeverity.Error,
    Severity.CRITICAL: DiagnosticSeverity.Error,
}
# Editors list the other places of a finding; of many the first are enough.
_MOST_RELATED = 10


def of_findings(checked: Checked, uri: str, places: Places) -> list[Diagnostic]:
    """Return the diagnostics of a document."""
    return [one for finding in checked.findings for one in _diagnostics(finding, uri, places)]


def of_problems(problems: list[Problem]) -> list[Diagnostic]:
    """Return diagnostics for what makes a document unusable, at its own lines."""
    return [
        Diagnostic(
            Range(
                Position(max(0, problem.line - 1), max(0, problem.column - 1)),
                Position(max(0, problem.line - 1), max(0, problem.column - 1) + 1),
            ),
            problem.message,
            DiagnosticSeverity.Error,
            source=SOURCE,
        )
        for problem in problems
    ]


def said(finding: Finding) -> str:
    """Return the message with what to write and on whose authority."""
    parts = [finding.message]
    if finding.suggestions:
        parts.append(f"write: {' | '.join(finding.suggestions[:3])}")
    if finding.authority:
        parts.append(f"authority: {finding.authority}")
    return "\n".join(parts)


def _diagnostics(finding: Finding, uri: str, places: Places) -> Iterator[Diagnostic]:
    ranges = [places.range(span) for span in finding.spans]
    for at, here in enumerate(ranges):
        others = [*ranges[:at], *ranges[at + 1 :]][:_MOST_RELATED]
        yield Diagnostic(
            here,
            said(finding),
            _LEVELS[finding.severity],
            code=finding.rule,
            source=SOURCE,
            related_information=[
                DiagnosticRelatedInformation(Location(uri, other), "the same problem")
                for other in others
            ],
        )
