"""GitLab Code Quality: a JSON list, a finding an entry, each with a fingerprint of its own."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import Any, TextIO

from checker.document import Document
from checker.finding import Finding, Severity
from checker.fingerprint import fingerprints
from checker.report import Report, Style
from checker.result import Result
from checker.terminal import json_text

_LEVELS = {
    Severity.NEUTRAL: "info",
    Severity.MINOR: "minor",
    Severity.MAJOR: "major",
    Severity.CRITICAL: "critical",
}


class GitlabReport(Report):
    def write(self, result: Result, stream: TextIO, style: Style) -> None:
        """Write the list. An input that cannot be used is a blocker in it."""
        entries = [
            {
                "description": problem.message,
                "check_name": "unusable-input",
                "fingerprint": hashlib.sha256(str(problem).encode()).hexdigest()[:32],
                "severity": "blocker",
                "location": {
                    "path": PurePath(problem.path).as_posix(),
                    "lines": {"begin": max(1, problem.line)},
                },
            }
            for problem in result.problems
        ]
        entries += [
            _entry(finding, mark, checked.document)
            for checked in result.checked
            for finding, mark in fingerprints(checked.findings, checked.document)
        ]
        stream.write(json_text(entries) + "\n")


def _entry(finding: Finding, mark: str, document: Document) -> dict[str, Any]:
    first, last = finding.spans[0].start, finding.spans[0].end
    suggestion = f"; write: {' | '.join(finding.suggestions)}" if finding.suggestions else ""
    return {
        "description": finding.message + suggestion,
        "check_name": finding.rule,
        "fingerprint": mark,
        "severity": _LEVELS[finding.severity],
        "location": {
            "path": PurePath(document.path).as_posix(),
            "lines": {
                "begin": document.lines.locate(first)[0],
                "end": document.lines.locate(last)[0],
            },
        },
    }
