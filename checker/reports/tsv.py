"""Tab-separated values for a spreadsheet: a heading, and a line for each place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from checker.report import Report, Style
from checker.result import Result
from checker.terminal import safe

_COLUMNS = tuple("path line column severity rule concept text write message authority".split())
# A spreadsheet would take a cell that begins so for a formula (CWE-1236).
_FORMULA = ("=", "+", "-", "@")


class TsvReport(Report):
    def write(self, result: Result, stream: TextIO, style: Style) -> None:
        """Write the table."""
        stream.write("\t".join(_COLUMNS) + "\n")
        for problem in result.problems:
            place = (problem.path, problem.line, problem.column)
            stream.write(_line((*place, "error", "", "", "", "", problem.message, "")))
        for checked in result.checked:
            document = checked.document
            for finding in checked.findings:
                for span in finding.spans:
                    cells = (
                        document.path,
                        *document.lines.locate(span.start),
                        finding.severity.label,
                        finding.rule,
                        finding.concept or "",
                        document.text(span),
                        " | ".join(finding.suggestions),
                        finding.message,
                        finding.authority or "",
                    )
                    stream.write(_line(cells))


def _line(cells: Iterable[object]) -> str:
    texts = (safe(str(cell)) for cell in cells)
    return "\t".join(f"'{text}" if text.startswith(_FORMULA) else text for text in texts) + "\n"
