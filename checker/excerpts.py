"""What reports need of a large file: the units with findings, and a little around each place.

A file that is checked window by window is not kept. Its excerpts are one document, of which the
lines and offsets are still those of the file.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from checker.document import Document, Segment
from checker.finding import Finding
from checker.text import WHOLE, Origin, Run, Span, Text
from glossary.problem import Problem, ProblemsError

# Characters that are kept on both sides of a place; no report shows more of a line.
_AROUND = 120


class Excerpts:
    """Gathers the findings of windows and the excerpts that they point into."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._words = 0
        self._format = ""
        self._length = 0
        self._parts: list[str] = []
        self._origins: list[Origin] = []
        self._segments: list[Segment] = []

    def add(self, window: Document, findings: Sequence[Finding]) -> None:
        """Keep what belongs to the findings of a window."""
        self._words += window.word_count
        self._format = window.format
        places = sorted(span for one in findings for span in (*one.spans, *one.source_spans))
        if not places:
            return
        segments = [one for one in window.segments if _touches(one, places)]
        kept = _Kept(_ranges(segments, places, len(window.content)), self._length)
        for span in kept.ranges:
            origin = window.lines.origin(span.start)
            self._origins.append(replace(origin, at=kept.moved(span).start))
            self._parts += (window.content[span.start : span.end], "\n")
        self._length += sum(span.end - span.start + 1 for span in kept.ranges)
        self._segments += map(kept.moved_segment, segments)
        self.findings += map(kept.moved_finding, findings)

    def document(self, path: str) -> Document:
        """Return the excerpts as a document; its words are those of all windows.

        Raises:
            ProblemsError: there are no words.
        """
        if not self._words:
            raise ProblemsError([Problem(path, 0, 0, "there is no text in it to check")])
        return Document(
            path,
            self._format,
            "".join(self._parts),
            tuple(self._segments),
            origins=tuple(self._origins) or WHOLE,
            words=self._words,
        )


class _Kept:
    """The ranges of a window that are kept, in order, and where each of them goes."""

    def __init__(self, ranges: list[Span], first: int) -> None:
        self.ranges = ranges
        self._starts = [span.start for span in ranges]
        lengths = (span.end - span.start + 1 for span in ranges)
        self._places = list(accumulate(lengths, initial=first))

    def moved(self, span: Span) -> Span:
        """Return a span of the window as one of the excerpts."""
        at = bisect_right(self._starts, span.start) - 1
        shift = self._places[at] - self._starts[at]
        return Span(span.start + shift, span.end + shift)

    def moved_segment(self, segment: Segment) -> Segment:
        """Return a segment with its texts moved."""
        source, target = map(self._moved_text, (segment.source, segment.target))
        return replace(segment, source=source, target=target)

    def moved_finding(self, finding: Finding) -> Finding:
        """Return a finding with its places moved; excerpts are not mended."""
        return replace(
            finding,
            spans=tuple(map(self.moved, finding.spans)),
            source_spans=tuple(map(self.moved, finding.source_spans)),
            fixes=(),
        )

    def _moved_text(self, text: Text | None) -> Text | None:
        if text is None:
            return None
        moved = (self.moved(Span(run.start, run.end)) for run in text.runs)
        runs = (
            Run(run.content, span.start, span.end)
            for run, span in zip(text.runs, moved, strict=True)
        )
        return Text(tuple(runs), text.language)


def _extents(segment: Segment) -> Iterator[Span]:
    for text in (segment.source, segment.target):
        if text:
            yield text.span(0, len(text.content))


def _touches(segment: Segment, places: Sequence[Span]) -> bool:
    """Whether one of some places, which are sorted, begins in a segment."""
    for extent in _extents(segment):
        at = bisect_left(places, Span(extent.start, 0))
        if at < len(places) and places[at].start < extent.end:
            return True
    return False


def _ranges(segments: Iterable[Segment], places: Iterable[Span], length: int) -> list[Span]:
    """Return what is kept of a window, in order and without overlap."""
    wanted = [extent for segment in segments for extent in _extents(segment)]
    wanted += [
        Span(max(0, span.start - _AROUND), min(length, span.end + _AROUND)) for span in places
    ]
    ranges: list[Span] = []
    for span in sorted(wanted):
        if ranges and span.start <= ranges[-1].end:
            ranges[-1] = Span(ranges[-1].start, max(ranges[-1].end, span.end))
        else:
            ranges.append(span)
    return ranges
