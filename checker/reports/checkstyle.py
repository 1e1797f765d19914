"""Checkstyle XML, which many build servers and review bots read. A line for each place."""

from __future__ import annotations

from typing import TextIO
from xml.etree import ElementTree as ET

from checker.finding import Severity
from checker.report import Report, Style
from checker.result import Result
from checker.terminal import safe

_LEVELS = {
    Severity.NEUTRAL: "info",
    Severity.MINOR: "warning",
    Severity.MAJOR: "error",
    Severity.CRITICAL: "error",
}


class CheckstyleReport(Report):
    def write(self, result: Result, stream: TextIO, style: Style) -> None:
        """Write the document."""
        root = ET.Element("checkstyle", version="4.3")
        for problem in result.problems:
            file = ET.SubElement(root, "file", name=safe(problem.path))
            place = {"line": str(max(1, problem.line)), "column": str(max(1, problem.column))}
            facts = {"severity": "error", "message": safe(problem.message)}
            ET.SubElement(file, "error", {**place, **facts, "source": "zhengming.unusable-input"})
        for checked in result.checked:
            file = ET.SubElement(root, "file", name=safe(checked.document.path))
            for finding in checked.findings:
                write = (
                    f" (write: {' | '.join(finding.suggestions)})" if finding.suggestions else ""
                )
                for span in finding.spans:
                    line, column = checked.document.lines.locate(span.start)
                    ET.SubElement(
                        file,
                        "error",
                        line=str(line),
                        column=str(column),
                        severity=_LEVELS[finding.severity],
                        message=safe(finding.message + write),
                        source=f"zhengming.{finding.rule}",
                    )
        ET.indent(root)
        stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        stream.write(ET.tostring(root, "unicode") + "\n")
