"""Faults that are known already: a file of marks, so that only new ones are reported.

A mark is made of the rule, the concept and the words around (see :mod:`checker.fingerprint`), and
counted for each file; line numbers do not matter. Paths are relative to the baseline's folder.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from checker.document import Document
from checker.finding import Finding
from checker.fingerprint import place_mark
from glossary.problem import Problem, ProblemsError

_VERSION = 1

Marks = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Baseline:
    """The counts of marks by file; ``folder`` is where the paths begin."""

    folder: Path
    marks: Marks

    def new_findings(
        self, findings: Iterable[Finding], document: Document
    ) -> tuple[list[Finding], int]:
        """Return the findings with the places that are not known, and how many are known."""
        left = Counter(self.marks.get(self.name(document.path), {}))
        fresh, known = [], 0
        for finding in findings:
            spans = []
            for span in finding.spans:
                mark = place_mark(finding, span, document)
                if left[mark] > 0:
                    left[mark] -= 1
                    known += 1
                else:
                    spans.append(span)
            if spans:
                fresh.append(replace(finding, spans=tuple(spans)))
        return fresh, known

    def name(self, path: str) -> str:
        """Return a file's path as the baseline writes it."""
        return Path(os.path.relpath(path, self.folder)).as_posix()

    def within(self, other: Baseline) -> Baseline:
        """Return what both have: this one, but no more of anything than the other has."""
        shared = {
            path: {
                mark: min(count, other.marks[path][mark])
                for mark, count in marks.items()
                if mark in other.marks[path]
            }
            for path, marks in self.marks.items()
            if path in other.marks
        }
        return Baseline(self.folder, {path: marks for path, marks in shared.items() if marks})

    def __len__(self) -> int:
        return sum(sum(marks.values()) for marks in self.marks.values())


def make_baseline(folder: Path, found: Iterable[tuple[Document, Iterable[Finding]]]) -> Baseline:
    """Return a baseline that knows all places of some findings."""
    empty = Baseline(folder, {})
    marks: dict[str, Counter[str]] = {}
    for document, findings in found:
        for finding in findings:
            counts = marks.setdefault(empty.name(document.path), Counter())
            counts.update(place_mark(finding, span, document) for span in finding.spans)
    return Baseline(folder, marks)


def read_baseline(path: Path) -> Baseline:
    """Return the baseline of a file.

    Raises:
        ProblemsError: it cannot be read, or is none.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ProblemsError(
            [Problem(str(path), 0, 0, f"cannot be read: {error.strerror}")]
        ) from error
    except json.JSONDecodeError as error:
        place = (str(path), error.lineno, error.colno)
        raise ProblemsError([Problem(*place, f"no JSON: {error.msg}")]) from error
    except ValueError as error:
        raise ProblemsError([Problem(str(path), 0, 0, "not UTF-8")]) from error
    return Baseline(path.parent, dict(_checked(data, str(path))))


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write a baseline, sorted, so that a change of it is easy to read."""
    files = {name: dict(sorted(marks.items())) for name, marks in sorted(baseline.marks.items())}
    content = json.dumps({"version": _VERSION, "files": files}, ensure_ascii=False, indent=1)
    path.write_text(content + "\n", encoding="utf-8")


def _checked(data: Any, path: str) -> Iterator[tuple[str, dict[str, int]]]:
    if not isinstance(data, dict) or data.get("version") != _VERSION:
        message = (
            f'expected a baseline of version {_VERSION}; "zhengming baseline update" writes one'
        )
        raise ProblemsError([Problem(path, 0, 0, message)])
    files = data.get("files")
    if not isinstance(files, dict):
        raise ProblemsError([Problem(path, 0, 0, 'expected "files" with the marks of each file')])
    for name, marks in files.items():
        fine = isinstance(marks, dict) and all(
            isinstance(count, int) and not isinstance(count, bool) and count > 0
            for count in marks.values()
        )
        if not fine:
            message = f'"{name}": expected marks with whole numbers above 0'
            raise ProblemsError([Problem(path, 0, 0, message)])
        yield name, marks
