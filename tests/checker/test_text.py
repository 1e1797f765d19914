from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text import Lines, Run, Span, Text

_PIECES = st.lists(
    st.tuples(st.text("ab中😀", min_size=1, max_size=4), st.booleans(), st.integers(0, 3)),
    min_size=1,
    max_size=8,
)


@given(_PIECES, st.data())
def test_span_maps_back(pieces: list[tuple[str, bool, int]], data: st.DataObject) -> None:
    raw, runs = "", []
    for content, entity, gap in pieces:
        raw += "<" * gap
        written = f"&{content};" if entity else content
        runs.append(Run(content, len(raw), len(raw) + len(written)))
        raw += written
    text = Text(tuple(runs), "en")
    start = data.draw(st.integers(0, len(text.content) - 1))
    end = data.draw(st.integers(start + 1, len(text.content)))
    span = text.span(start, end)
    assert text.content[start:end] in re.sub(r"[<&;]", "", raw[span.start : span.end])
    if not any(entity or gap for _, entity, gap in pieces):
        assert raw[span.start : span.end] == text.content[start:end]


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 1), (0, 4)])
def test_no_such_span(start: int, end: int) -> None:
    with pytest.raises(IndexError):
        Text((Run("abc", 0, 3),), "en").span(start, end)


@given(st.text("a中\r\n\u2028", max_size=30))
def test_lines_count_as_a_naive_count_does(content: str) -> None:
    lines = Lines(content)
    for offset in range(len(content) + 1):
        if content[offset - 1 : offset + 1] == "\r\n":
            continue  # inside a line end
        before = re.split(r"\r\n|\r|\n", content[:offset])
        assert lines.locate(offset) == (len(before), len(before[-1]) + 1)


def test_line_span_has_its_end() -> None:
    assert Lines("a\r\nbc").around(2) == Span(0, 3)
    assert Lines("a\r\nbc").around(3) == Span(3, 5)
