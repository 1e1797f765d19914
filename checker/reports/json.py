"""JSON: one object with ``version``, ``summary``, ``errors`` and ``findings``.

The shape is stable within a version; fields may be added, none changes its meaning. Lines and
columns start at 1, ``start`` and ``end`` are code-point offsets into the file, end exclusive.
"""

from __future__ import annotations

from typing import Any, TextIO

from checker.document import Document, SourceFile
from checker.finding import Finding, Severity
from checker.report import Report, Style
from checker.result import Result
from checker.terminal import json_text
from checker.text import Span

VERSION = 1


class JsonReport(Report):
    def write(self, result: Result, stream: TextIO, style: Style) -> None:
        """Write the object, indented, with a line end."""
        counts = result.counts()
        data = {
            "version": VERSION,
            "summary": {
                "files": len(result.checked),
                "words": result.words,
                "findings": len(result.findings),
                "by_severity": {
                    severity.label: counts[severity] for severity in reversed(Severity)
                },
                "mqm_per_1000_words": round(result.score, 2),
                "known_places": result.known,
                "skipped_rules": list(result.skipped),
                "exit_code": int(result.exit_code),
            },
            "errors": [
                {
                    "path": item.path,
                    "line": item.line,
                    "column": item.column,
                    "message": item.message,
                }
                for item in result.problems
            ],
            "findings": [
                _finding(finding, checked.document)
                for checked in result.checked
                for finding in checked.findings
            ],
        }
        stream.write(json_text(data) + "\n")


def _finding(finding: Finding, document: Document) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "category": finding.category.mqm,
        "severity": finding.severity.label,
        "message": finding.message,
        "concept": finding.concept,
        "suggestions": list(finding.suggestions),
        "authority": finding.authority,
        "path": document.path,
        "places": [_place(span, document) for span in finding.spans],
        "source_places": [
            {"path": document.original.path, **_place(span, document.original)}
            for span in finding.source_spans
        ],
    }


def _place(span: Span, file: Document | SourceFile) -> dict[str, Any]:
    line, column = file.lines.locate(span.start)
    end_line, end_column = file.lines.locate(span.end)
    return {
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "start": file.lines.origin(span.start).offset,
        "end": file.lines.origin(span.end).offset,
        "text": file.content[span.start : span.end],
        **({"label": file.place(span)} if file.labels else {}),
    }
