"""The number of findings of each file, for a list."""

from typing import TextIO

from checker.report import Report, Style
from checker.result import Result
from checker.terminal import safe


class CountReport(Report):
    """One line a file: the number, a tab, the path."""

    def write(self, result: Result, stream: TextIO, style: Style) -> None:
        """Write the lines."""
        for checked in result.checked:
            stream.write(f"{len(checked.findings)}\t{safe(checked.document.path)}\n")
