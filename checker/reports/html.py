"""HTML: one file for a reader with a browser; it asks nothing of the network.

The article with its findings marked, a panel with all findings by topic, filters by rule and
severity. Works without JavaScript, only then nothing can be filtered.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise
from typing import Any, TextIO

from checker import __version__
from checker.document import Document, Kind, Segment
from checker.finding import Finding, Severity
from checker.report import Report, Style
from checker.result import Checked, Result
from checker.terminal import safe, safe_lines
from checker.text import Run, Span, Text


class HtmlReport(Report):
    def write(self, result: Result, stream: TextIO, style: Style) -> None:
        """Write the page."""
        from jinja2 import Environment, StrictUndefined

        environment = Environment(
            autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        script = _asset("html.js")
        page = environment.from_string(_asset("html.jinja")).render(
            version=__version__,
            css=_asset("html.css"),
            script=script,
            script_hash=b64encode(hashlib.sha256(script.encode()).digest()).decode(),
            problems=[safe(str(problem)) for problem in result.problems],
            words=result.words,
            score=result.score,
            counts=[(level.label, result.counts()[level]) for level in reversed(Severity)],
            rules=sorted({finding.rule for finding in result.findings}),
            documents=[_document(number, one) for number, one in enumerate(result.checked)],
        )
        stream.write(page + "\n")


@dataclass(frozen=True)
class _Piece:
    """A piece of text, and the ids of the findings that mark it; ``anchor`` begins a place."""

    text: str
    findings: tuple[str, ...]
    severity: str
    anchor: str | None


@dataclass(frozen=True)
class _Place:
    span: Span
    finding: str
    severity: Severity
    anchor: str | None


def _in_order(places: Iterable[_Place]) -> list[_Place]:
    return sorted(places, key=lambda place: (place.span, place.anchor or ""))


def _asset(name: str) -> str:
    return (resources.files("checker") / "reports" / "assets" / name).read_text(encoding="utf-8")


def _document(number: int, checked: Checked) -> dict[str, Any]:
    document = checked.document
    ids = [f"f{number}-{at}" for at in range(len(checked.findings))]
    places = _in_order(
        (
            _Place(span, name, finding.severity, f"{name}-{at}")
            for name, finding in zip(ids, checked.findings, strict=True)
            for at, span in enumerate(finding.spans)
        )
    )
    source_places = _in_order(
        _Place(span, name, finding.severity, None)
        for name, finding in zip(ids, checked.findings, strict=True)
        for span in finding.source_spans
    )
    findings = [
        _finding(name, one, document) for name, one in zip(ids, checked.findings, strict=True)
    ]
    findings.sort(key=lambda one: (-one["weight"], -len(one["places"])))
    return {
        "path": safe(document.path),
        "findings": findings,
        "has_source": document.has_source,
        "segments": [_segment(segment, places, source_places) for segment in document.segments],
    }


def _finding(name: str, finding: Finding, document: Document) -> dict[str, Any]:
    places = [
        {
            "anchor": f"{name}-{at}",
            "line": document.lines.locate(span.start)[0],
            "column": document.lines.locate(span.start)[1],
            "text": safe(document.text(span)),
        }
        for at, span in enumerate(finding.spans)
    ]
    return {
        "id": name,
        "rule": finding.rule,
        "severity": finding.severity.label,
        "weight": int(finding.severity),
        "concept": finding.concept,
        "message": safe(finding.message),
        "suggestions": [safe(text) for text in finding.suggestions],
        "authority": safe(finding.authority) if finding.authority else None,
        "places": places,
        "renderings": _renderings(places),
    }


def _renderings(places: Sequence[dict[str, Any]]) -> list[tuple[str, int]]:
    """Count the ways in which one thing is written, the most frequent first."""
    return Counter(place["text"] for place in places).most_common()


def _segment(
    segment: Segment, places: Sequence[_Place], source_places: Sequence[_Place]
) -> dict[str, Any]:
    return {
        "heading": segment.kind is Kind.HEADING,
        "source": list(_pieces(segment.source, source_places)) if segment.source else [],
        "pieces": list(_pieces(segment.target, places)) if segment.target else [],
    }


def _pieces(text: Text, places: Sequence[_Place]) -> Iterator[_Piece]:
    for run in text.runs:
        here = [one for one in places if one.span.start < run.end and run.start < one.span.end]
        for start, end in _cuts(run, here):
            over = [one for one in here if one.span.start < end and start < one.span.end]
            begun = [
                one.anchor for one in over if one.anchor and max(one.span.start, run.start) == start
            ]
            whole = (start, end) == (run.start, run.end)
            content = run.content if whole else run.content[start - run.start : end - run.start]
            yield _Piece(
                safe_lines(content),
                tuple(one.finding for one in over),
                max((one.severity for one in over), default=Severity.NEUTRAL).label,
                begun[0] if begun else None,
            )


def _cuts(run: Run, places: Sequence[_Place]) -> Iterator[tuple[int, int]]:
    """Yield the raw spans that a run falls into where places begin and end."""
    points = {run.start, run.end}
    if run.is_literal:
        points |= {
            at
            for one in places
            for at in (one.span.start, one.span.end)
            if run.start < at < run.end
        }
    ordered = sorted(points)
    yield from pairwise(ordered)
