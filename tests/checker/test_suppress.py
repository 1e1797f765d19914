from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from checker.checking import check
from checker.config import Config
from checker.document import Document
from checker.finding import Finding

CONFIG = Config(select=("repeated-word", "unpaired-mark"))
BAD = "We went to to the river."


@pytest.fixture
def found(read: Callable[..., Document]) -> Callable[[str], list[tuple[str, int]]]:
    def run(content: str) -> list[tuple[str, int]]:
        document = read(content, "a.md")
        return [(f.rule, _line(document, f)) for f in check(document, CONFIG)]

    return run


def _line(document: Document, finding: Finding) -> int:
    return document.lines.locate(finding.spans[0].start)[0]


def _mark(text: str) -> str:
    return f"<!-- zhengming: {text} -->"


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (BAD, [("repeated-word", 1)]),
        (f"{_mark('ignore repeated-word')}\n\n{BAD}\n\n{BAD}", [("repeated-word", 5)]),
        (f"{BAD} {_mark('ignore repeated-word -- a chant')}", []),
        (f"{_mark('off repeated-word')}\n\n{BAD}\n\n{BAD}", []),
        (
            f"{_mark('off repeated-word')}\n\n{BAD}\n\n{_mark('on')}\n\n{BAD}",
            [("repeated-word", 7)],
        ),
        (f"{_mark('ignore repeated-word')}\n\nFine.", [("unused-suppression", 1)]),
        (f"{_mark('ignore')}\n\nFine.", [("malformed-suppression", 1)]),
        (f"{_mark('ignor repeated-word')}\n\nFine.", [("malformed-suppression", 1)]),
        (f"{_mark('on repeated-word')}\n\nFine.", [("malformed-suppression", 1)]),
        (f"{_mark('ignore literal-calque')}\n\nFine.", []),
        ("<!-- a comment about something -->\n\nFine.", []),
        (f"{_mark('off repeated-word')}\n\n{BAD}\n\n{_mark('off repeated-word')}\n\n{BAD}", []),
        (
            f"{_mark('off repeated-word')}\n\n{BAD}\n\n{_mark('on repeated-word, repeated-word')}",
            [],
        ),
    ],
)
def test_suppression(
    found: Callable[[str], list[tuple[str, int]]], content: str, wanted: list[tuple[str, int]]
) -> None:
    assert found(content) == wanted


def test_unknown_rule_has_a_near_match(read: Callable[..., Document]) -> None:
    document = read(f"{_mark('ignore repeated-words')}\n\nFine.", "a.md")
    assert 'did you mean "repeated-word"?' in check(document, CONFIG)[0].message


def test_many_comments_in_linear_time(read: Callable[..., Document]) -> None:
    document = read(f"{_mark('ignore repeated-word')}\n\n{BAD}\n\n" * 3000, "a.md")
    began = time.monotonic()
    assert check(document, CONFIG) == []
    assert time.monotonic() - began < 3
