"""What an editor offers on a finding: write the right form, mend all, or suppress it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Diagnostic,
    Position,
    Range,
    TextEdit,
    WorkspaceEdit,
)

from checker import fixing
from checker.document import Document
from checker.finding import Finding, Fix
from checker.lsp.places import Places
from checker.result import Checked
from checker.text import Span

# Formats whose comments can silence a rule.
_COMMENTED = frozenset({"markdown", "html"})
_MOST_CHOICES = 3


def actions(
    checked: Checked, uri: str, places: Places, start: int, end: int, shown: Sequence[Diagnostic]
) -> Iterator[CodeAction]:
    """Yield what can be done about the findings at ``[start, end)`` of a document."""
    for finding in checked.findings:
        for span in finding.spans:
            if span.start <= end and start <= span.end:
                about = [one for one in shown if one.code == finding.rule]
                yield from _replacements(finding, span, uri, places, about)
                if checked.document.format in _COMMENTED:
                    at = places.position(_end_of_paragraph(checked.document, span))
                    yield _suppression(finding.rule, at, uri, about)
    fixes = fixing.fixes_of(checked)
    if fixes:
        title = f"Mend all {len(fixes)} places that can be mended safely"
        yield _action(title, CodeActionKind.SourceFixAll, uri, _edits(fixes, places))


def _replacements(
    finding: Finding, span: Span, uri: str, places: Places, about: list[Diagnostic]
) -> Iterator[CodeAction]:
    safe = [fix for fix in finding.fixes if fix.span == span]
    for fix in safe:
        yield _action(
            f"Write “{fix.text}”",
            CodeActionKind.QuickFix,
            uri,
            _edits([fix], places),
            about,
            preferred=True,
        )
    # A suggestion is the term, which the writer may have to inflect.
    for text in finding.suggestions[:_MOST_CHOICES] if finding.concept else ():
        if text not in {fix.text for fix in safe}:
            edits = _edits([Fix(span, text)], places)
            yield _action(f"Replace by “{text}”", CodeActionKind.QuickFix, uri, edits, about)


def _end_of_paragraph(document: Document, span: Span) -> int:
    """Return where a comment stands that belongs to the paragraph and breaks none in two."""
    at = bisect_right(document.target_spans, span.start, key=lambda other: other.start)
    return max(document.target_spans[at - 1].end, span.end) if at else span.end


def _suppression(rule: str, at: Position, uri: str, about: list[Diagnostic]) -> CodeAction:
    edit = TextEdit(Range(at, at), f" <!-- zhengming: ignore {rule} -- reason -->")
    title = f"Ignore {rule} here, with a reason"
    return _action(title, CodeActionKind.QuickFix, uri, [edit], about)


def _edits(fixes: list[Fix], places: Places) -> list[TextEdit]:
    return [TextEdit(places.range(fix.span), fix.text) for fix in fixes]


def _action(
    title: str,
    kind: CodeActionKind,
    uri: str,
    edits: list[TextEdit],
    about: list[Diagnostic] | None = None,
    *,
    preferred: bool = False,
) -> CodeAction:
    return CodeAction(
        title,
        kind,
        diagnostics=about or None,
        is_preferred=preferred or None,
        edit=WorkspaceEdit(changes={uri: edits}),
    )
