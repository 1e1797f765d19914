"""The result of a run: documents with their findings, and inputs that could not be used."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import IntEnum

from checker.document import Document
from checker.finding import Finding, Severity
from glossary.problem import Problem


class ExitCode(IntEnum):
    """Exit codes of ``zhengming check``."""

    CLEAN = 0
    FOUND = 1
    INVALID = 2


@dataclass(frozen=True)
class Checked:
    """A document that was checked, and its findings in the order of their first places."""

    document: Document
    findings: tuple[Finding, ...]
    fail_on: Severity = Severity.MINOR

    @property
    def fails(self) -> bool:
        """Whether a finding is as severe as the document's configuration does not allow."""
        return any(finding.severity >= self.fail_on for finding in self.findings)


@dataclass(frozen=True)
class Result:
    """All documents of a run in the order of their paths, and what was wrong with other inputs.

    ``skipped`` are rules that were asked for and could not run, since something is not installed.
    ``known`` is the number of places that a baseline hides.
    """

    checked: tuple[Checked, ...]
    problems: tuple[Problem, ...]
    skipped: tuple[str, ...] = ()
    known: int = 0

    @property
    def findings(self) -> list[Finding]:
        """The findings of all documents."""
        return [finding for checked in self.checked for finding in checked.findings]

    @property
    def words(self) -> int:
        """English words in all documents."""
        return sum(checked.document.word_count for checked in self.checked)

    def counts(self) -> Counter[Severity]:
        """Return the number of findings of each severity."""
        return Counter(finding.severity for finding in self.findings)

    @property
    def score(self) -> float:
        """MQM penalty points per 1,000 words; a problem counts once, however often it stands."""
        points = sum(finding.severity.penalty for finding in self.findings)
        return 1000 * points / self.words if self.words else 0.0

    @property
    def exit_code(self) -> ExitCode:
        """What the process says: an unusable input outweighs findings."""
        if self.problems:
            return ExitCode.INVALID
        return ExitCode.FOUND if any(one.fails for one in self.checked) else ExitCode.CLEAN
