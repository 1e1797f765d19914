"""JUnit XML: a suite for each file, a failed case for each finding at or above ``--fail-on``.

Findings below it are written as the output of a passed case. An input that cannot be used is an
error.
"""

from __future__ import annotations

from typing import TextIO
from xml.etree import ElementTree as ET

from checker.finding import Finding
from checker.report import Report, Style
from checker.result import Checked, Result
from checker.terminal import safe


class JunitReport(Report):
    def write(self, result: Result, stream: TextIO, style: Style) -> None:
        """Write the document."""
        root = ET.Element("testsuites", name="zhengming")
        for checked in result.checked:
            _suite(root, checked)
        if result.problems:
            suite = _add_suite(root, "inputs", len(result.problems), errors=len(result.problems))
            for problem in result.problems:
                case = ET.SubElement(suite, "testcase", name="input", classname=safe(problem.path))
                ET.SubElement(case, "error", message=safe(str(problem)))
        ET.indent(root)
        stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        stream.write(ET.tostring(root, "unicode") + "\n")


def _add_suite(
    root: ET.Element, name: str, tests: int, failures: int = 0, errors: int = 0
) -> ET.Element:
    counts = {"tests": str(tests), "failures": str(failures), "errors": str(errors)}
    return ET.SubElement(root, "testsuite", {"name": safe(name), **counts})


def _suite(root: ET.Element, checked: Checked) -> None:
    document = checked.document
    failing = sum(finding.severity >= checked.fail_on for finding in checked.findings)
    suite = _add_suite(root, document.path, max(1, len(checked.findings)), failures=failing)
    if not checked.findings:
        ET.SubElement(suite, "testcase", name="no finding", classname=safe(document.path))
    for finding in checked.findings:
        line, column = document.lines.locate(finding.spans[0].start)
        case = ET.SubElement(
            suite,
            "testcase",
            name=f"{finding.rule} at {line}:{column}",
            classname=safe(document.path),
        )
        if finding.severity >= checked.fail_on:
            failure = ET.SubElement(
                case, "failure", message=safe(finding.message), type=finding.severity.label
            )
            failure.text = _told(finding, checked)
        else:
            ET.SubElement(case, "system-out").text = _told(finding, checked)


def _told(finding: Finding, checked: Checked) -> str:
    places = (
        f"{checked.document.path}:{line}:{column}"
        for line, column in (checked.document.lines.locate(span.start) for span in finding.spans)
    )
    lines = [finding.message, *places]
    if finding.suggestions:
        lines.append(f"write: {' | '.join(finding.suggestions)}")
    return "\n".join(safe(line) for line in lines)
