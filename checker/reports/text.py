"""Text for people: the gravest first, all findings on one concept together, with what to write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from checker.document import Document, SourceFile
from checker.finding import Finding, Severity
from checker.lang.english import INSTALL
from checker.report import Report, Style
from checker.result import Checked, Result
from checker.terminal import excerpt, paint, safe
from checker.text import Span
from checker.wording import rendering

_COLORS = {
    Severity.CRITICAL: "bright_red",
    Severity.MAJOR: "red",
    Severity.MINOR: "yellow",
    Severity.NEUTRAL: "cyan",
}
# More places than this of one rendering are counted, not listed; JSON has them all.
_MOST_PLACES = 6
_MOST_CHOICES = 3
# Ranks of renderings: the preferred form, one that is good but not beside it, a wrong one.
_ADMITTED, _WRONG = 1, 2
_MARKS = (("✓", "green", ""), ("~", "yellow", " [admitted]"), ("✗", "red", ""))
_NO_MARK = ("·", "blue", "")


class TextReport(Report):
    def write(self, result: Result, stream: TextIO, style: Style) -> None:
        """Write findings, then problems with inputs, then the summary."""
        for checked in result.checked:
            for finding in _by_weight(checked):
                stream.write("\n".join(_finding(finding, checked.document, style)) + "\n\n")
        for problem in result.problems:
            stream.write(
                f"{paint('error', style.color, fg='red', bold=True)}: {safe(str(problem))}\n"
            )
        if result.problems:
            stream.write("\n")
        stream.write("\n".join(_summary(result, style)) + "\n")


def _by_weight(checked: Checked) -> list[Finding]:
    """Return the findings, concept by concept: grave before slight, frequent before rare."""
    weights: dict[str, tuple[int, int, int]] = {}
    for finding in checked.findings:
        severity, places, first = weights.get(_topic(finding), (0, 0, finding.spans[0].start))
        weights[_topic(finding)] = (
            min(severity, -finding.severity),
            places - len(finding.spans),
            min(first, finding.spans[0].start),
        )
    return sorted(checked.findings, key=lambda finding: (weights[_topic(finding)], _topic(finding)))


def _topic(finding: Finding) -> str:
    return finding.concept or f"{finding.spans[0].start} {finding.rule}"


def _finding(finding: Finding, document: Document, style: Style) -> Iterable[str]:
    color = style.color
    renderings = _renderings(finding, document)
    wrong = [span for rank, spans in renderings for span in spans if rank == _WRONG]
    first = min(wrong or finding.spans)
    severity = paint(finding.severity.label, color, fg=_COLORS[finding.severity], bold=True)
    place = paint(f"{safe(document.path)}:{safe(document.place(first))}", color, bold=True)
    yield f"{place}: {severity} {paint(finding.rule, color, fg='magenta')}: {safe(finding.message)}"
    yield from _excerpt(first, document, style.width, color)
    if finding.source_spans:
        original = finding.source_spans[0]
        yield from _note("source", document.source_place(original), color)
        # A Chinese character takes two columns.
        yield from _excerpt(original, document.original, style.width // 2, color)
    yield from _note("write", _choices(finding), color)
    if len(finding.spans) > 1:
        yield from _places(renderings, bool(finding.suggestions), document, color)
    yield from _note("authority", finding.authority, color)
    if finding.concept:
        yield from _note("look up", f"zhengming glossary show {finding.concept}", color)


def _renderings(finding: Finding, document: Document) -> list[tuple[int, list[Span]]]:
    """Return the places of each rendering with its rank, the most frequent first."""
    ranks: dict[str, int] = {}
    for at, suggestion in enumerate(finding.suggestions):
        ranks.setdefault(rendering(suggestion), min(at, _ADMITTED))
    groups: dict[str, list[Span]] = {}
    for span in finding.spans:
        groups.setdefault(rendering(document.text(span)), []).append(span)
    by_use = sorted(groups.items(), key=lambda group: (-len(group[1]), group[1][0]))
    return [(ranks.get(name, _WRONG), spans) for name, spans in by_use]


def _excerpt(span: Span, file: Document | SourceFile, width: int, color: bool) -> Iterable[str]:
    number, _ = file.lines.locate(span.start)
    shown = excerpt(file.content, file.lines.around(span.start), span, width - 12)
    gutter = f"{number:>5} | "
    yield paint(gutter, color, fg="blue") + shown.line
    mark = paint(shown.caret, color, fg="red", bold=True)
    yield paint(" " * (len(gutter) - 2) + "| ", color, fg="blue") + mark


def _choices(finding: Finding) -> str | None:
    shown = finding.suggestions[:_MOST_CHOICES]
    return safe(" | ".join(shown)) if shown else None


def _note(name: str, value: str | None, color: bool) -> Iterable[str]:
    if value:
        yield f"      {paint('=', color, fg='blue')} {name}: {safe(value)}"


def _places(
    renderings: list[tuple[int, list[Span]]], ranked: bool, document: Document, color: bool
) -> Iterable[str]:
    """Yield a line for each rendering: good or wrong, how often, where."""
    for rank, spans in renderings:
        surface = " ".join(document.text(spans[0]).split())
        mark, fg, note = _MARKS[rank] if ranked else _NO_MARK
        places = [safe(document.place(span)) for span in spans]
        rest = len(places) - _MOST_PLACES
        listed = ", ".join(places[:_MOST_PLACES]) + (f" and {rest} more" if rest > 0 else "")
        line = f"{len(spans)} × {safe(surface)}{note}  ({listed})"
        yield f"        {paint(mark, color, fg=fg)} {line}"


def _summary(result: Result, style: Style) -> Iterable[str]:
    counts = result.counts()
    by_severity = ", ".join(
        f"{counts[level]} {level.label}" for level in reversed(Severity) if counts[level]
    )
    found = len(result.findings)
    verdict = f"{found} finding{'s' * (found != 1)}" + (f" ({by_severity})" if found else "")
    files = f"{len(result.checked)} file{'s' * (len(result.checked) != 1)}, {result.words:,} words"
    yield (
        paint(verdict, style.color, bold=True)
        + f" in {files}; MQM penalty {result.score:.1f} per 1,000 words"
    )
    if result.problems:
        inputs = f"{len(result.problems)} input{'s' * (len(result.problems) != 1)}"
        yield f"{inputs} could not be used, see above"
    if result.known:
        yield f"{result.known} known place{'s' * (result.known != 1)} in the baseline"
    if result.skipped:
        yield f"not run: {', '.join(result.skipped)}; they need an English pipeline: {INSTALL}"
