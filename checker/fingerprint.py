"""Marks that tell a finding again after the text around it has moved.

A mark is made of what is said and of the words around, never of line numbers or of the glossary's
wording, so that it stays when lines are added above and when a message is put better.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from checker.document import Document
from checker.finding import Finding
from checker.text import Span

# Words of the line around a place that belong to its mark; a change beyond them changes nothing.
_NEIGHBOURS = 3
_REACH = 60


def place_mark(finding: Finding, span: Span, document: Document) -> str:
    """Return the mark of one place: equal for equal faults in equal surroundings."""
    content, lines = document.content, document.lines
    first, last = lines.around(span.start).start, lines.around(span.end).end
    before = content[max(first, span.start - _REACH) : span.start].split()[-_NEIGHBOURS:]
    after = content[span.end : min(last, span.end + _REACH)].split()[:_NEIGHBOURS]
    words = " ".join([*before, "|", *document.text(span).split(), "|", *after])
    return _digest(finding.rule, finding.concept or "", words)


def fingerprints(findings: Iterable[Finding], document: Document) -> Iterator[tuple[Finding, str]]:
    """Yield each finding with a mark that no other finding of the document has."""
    seen: Counter[str] = Counter()
    for finding in findings:
        mark = place_mark(finding, finding.spans[0], document)
        seen[mark] += 1
        yield finding, _digest(document.path, mark, str(seen[mark]))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
