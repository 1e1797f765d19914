"""SARIF 2.1.0, for code scanning of GitHub, Azure and others.

Columns count code points. All places of a finding are its locations, those in the source
are related locations.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, TextIO
from urllib.parse import quote

from checker import __version__
from checker.document import Document, SourceFile
from checker.finding import Finding, Severity
from checker.fingerprint import fingerprints
from checker.report import Report, Style
from checker.result import Result
from checker.rule import ENGINE_FINDINGS, RuleInfo, all_rules
from checker.terminal import json_text
from checker.text import Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Severity.NEUTRAL: "note",
    Severity.MINOR: "warning",
    Severity.MAJOR: "error",
    Severity.CRITICAL: "error",
}


class SarifReport(Report):
    def write(self, result: Result, stream: TextIO, style: Style) -> None:
        """Write the log, indented, with a line end."""
        results = [
            _result(finding, mark, checked.document)
            for checked in result.checked
            for finding, mark in fingerprints(checked.findings, checked.document)
        ]
        run = {
            "tool": {
                "driver": {
                    "name": "Zhengming",
                    "version": __version__,
                    "rules": [*map(_rule, all_rules().values()), *map(_own, ENGINE_FINDINGS)],
                }
            },
            "columnKind": "unicodeCodePoints",
            "results": results,
            "invocations": [
                {
                    "executionSuccessful": not result.problems,
                    "toolExecutionNotifications": [
                        {"level": "error", "message": {"text": str(problem)}}
                        for problem in result.problems
                    ],
                }
            ],
        }
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
        stream.write(json_text(log) + "\n")


def _rule(info: RuleInfo) -> dict[str, Any]:
    return {
        "id": info.id,
        "shortDescription": {"text": info.title},
        "fullDescription": {"text": info.page},
        "defaultConfiguration": {"level": _LEVELS[info.rule.severity]},
        "properties": {"category": info.rule.category.mqm, "tags": [info.group]},
    }


def _own(name: str) -> dict[str, Any]:
    return {"id": name, "shortDescription": {"text": ENGINE_FINDINGS[name]}}


def _result(finding: Finding, mark: str, document: Document) -> dict[str, Any]:
    said = [finding.message]
    if finding.suggestions:
        said.append(f"Write: {' | '.join(finding.suggestions)}.")
    if finding.authority:
        said.append(f"Authority: {finding.authority}.")
    properties = {"mqmSeverity": finding.severity.label, "concept": finding.concept}
    related = [_location(span, document.original) for span in finding.source_spans]
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": " ".join(said)},
        "locations": [_location(span, document) for span in finding.spans],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"zhengming/v1": mark},
        "properties": {name: value for name, value in properties.items() if value},
    }


def _location(span: Span, file: Document | SourceFile) -> dict[str, Any]:
    line, column = file.lines.locate(span.start)
    end_line, end_column = file.lines.locate(span.end)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(PurePath(file.path).as_posix())},
            "region": {
                "startLine": line,
                "startColumn": column,
                "endLine": end_line,
                "endColumn": end_column,
            },
        }
    }
