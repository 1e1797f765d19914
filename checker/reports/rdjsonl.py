"""Reviewdog Diagnostic Format, a JSON object a line. Columns are bytes of UTF-8, from 1.

A suggestion is given for each place where there is just one thing to write.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from checker.document import Document
from checker.finding import Finding, Severity
from checker.report import Report, Style
from checker.result import Result
from checker.text import Span

_LEVELS = {
    Severity.NEUTRAL: "INFO",
    Severity.MINOR: "WARNING",
    Severity.MAJOR: "ERROR",
    Severity.CRITICAL: "ERROR",
}


class RdjsonlReport(Report):
    def write(self, result: Result, stream: TextIO, style: Style) -> None:
        """Write a line for each place, and for each input that cannot be used."""
        for problem in result.problems:
            start = {"line": max(1, problem.line), "column": max(1, problem.column)}
            _write(
                stream,
                {
                    "message": problem.message,
                    "location": {"path": problem.path, "range": {"start": start}},
                    "severity": "ERROR",
                    "source": {"name": "zhengming"},
                    "code": {"value": "unusable-input"},
                },
            )
        for checked in result.checked:
            for finding in checked.findings:
                for span in finding.spans:
                    _write(stream, _diagnostic(finding, span, checked.document))


def _write(stream: TextIO, data: dict[str, Any]) -> None:
    # Everything beyond ASCII is escaped, so no line end of Unicode can cut a line in two.
    stream.write(json.dumps(data) + "\n")


def _diagnostic(finding: Finding, span: Span, document: Document) -> dict[str, Any]:
    place = {"start": _position(span.start, document), "end": _position(span.end, document)}
    diagnostic: dict[str, Any] = {
        "message": finding.message,
        "location": {"path": document.path, "range": place},
        "severity": _LEVELS[finding.severity],
        "source": {"name": "zhengming"},
        "code": {"value": finding.rule},
    }
    if len(finding.suggestions) == 1:
        diagnostic["suggestions"] = [{"range": place, "text": finding.suggestions[0]}]
    return diagnostic


def _position(offset: int, document: Document) -> dict[str, int]:
    place = document.lines.origin(offset)
    return {"line": place.line, "column": place.octets + 1}
