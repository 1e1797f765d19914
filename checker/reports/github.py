"""GitHub annotations: workflow commands that mark lines of a pull request.

GitHub shows ten of each level in a step. Where it offers a file for a job summary
(``GITHUB_STEP_SUMMARY``), all findings are written there as a table.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from checker.document import Document
from checker.finding import Finding, Severity
from checker.report import Report, Style
from checker.result import Result
from checker.terminal import safe

_LEVELS = {
    Severity.NEUTRAL: "notice",
    Severity.MINOR: "warning",
    Severity.MAJOR: "error",
    Severity.CRITICAL: "error",
}
# Markdown and HTML that text in a table cell must not become.
_MARKDOWN = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>()#+!|~$@&"})


class GithubReport(Report):
    def write(self, result: Result, stream: TextIO, style: Style) -> None:
        """Write a command for each finding and problem, and the job summary if there is one."""
        for problem in result.problems:
            place = {"file": problem.path}
            if problem.line:
                place |= {"line": str(problem.line), "col": str(problem.column)}
            stream.write(_command("error", place, problem.message))
        for checked in result.checked:
            for finding in checked.findings:
                stream.write(_annotation(finding, checked.document))
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if summary:
            with Path(summary).open("a", encoding="utf-8") as file:
                file.write("\n".join(_summary(result)) + "\n")


def _annotation(finding: Finding, document: Document) -> str:
    span = finding.spans[0]
    line, column = document.lines.locate(span.start)
    end_line, end_column = document.lines.locate(span.end)
    place = {"file": document.path, "line": str(line), "endLine": str(end_line)}
    if line == end_line:  # GitHub takes columns only within one line; the last one belongs to it
        place |= {"col": str(column), "endColumn": str(max(column, end_column - 1))}
    return _command(_LEVELS[finding.severity], place | {"title": finding.rule}, _told(finding))


def _told(finding: Finding) -> str:
    lines = [finding.message]
    if finding.suggestions:
        lines.append(f"write: {' | '.join(finding.suggestions)}")
    if len(finding.spans) > 1:
        lines.append(f"in {len(finding.spans)} places")
    if finding.authority:
        lines.append(f"authority: {finding.authority}")
    return "\n".join(safe(line) for line in lines)


def _command(level: str, place: dict[str, str], message: str) -> str:
    fields = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{level} {fields}::{_data(message)}\n"


def _data(text: str) -> str:
    """Escape a message as workflow commands ask for."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _summary(result: Result) -> Iterator[str]:
    yield f"### Zhengming: {len(result.findings)} findings in {len(result.checked)} files"
    yield ""
    for problem in result.problems:
        yield f"- **could not be used**: {_cell(str(problem))}"
    if result.findings:
        yield "\n| place | severity | rule | finding | write |\n|---|---|---|---|---|"
    for checked in result.checked:
        for finding in checked.findings:
            line, column = checked.document.lines.locate(finding.spans[0].start)
            cells = (
                f"{checked.document.path}:{line}:{column}",
                finding.severity.label,
                finding.rule,
                finding.message,
                " / ".join(finding.suggestions),
            )
            yield f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    return safe(text).translate(_MARKDOWN)
