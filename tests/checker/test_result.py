from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker import filters
from checker.document import Document
from checker.files import discover
from checker.finding import Category, Finding, Severity
from checker.result import Checked, ExitCode, Result
from checker.text import Span
from glossary.problem import Problem


def _finding(
    *starts: int, severity: Severity = Severity.MINOR, concept: str | None = None, rule: str = "r"
) -> Finding:
    spans = tuple(Span(start, start + 2) for start in starts)
    return Finding(rule, Category.OTHER, severity, "m", spans, concept=concept)


def test_one_story_keeps_the_wider_finding_and_the_higher_severity() -> None:
    wide = _finding(0, 9, concept="c")
    narrow = _finding(9, severity=Severity.MAJOR, concept="c", rule="s")
    assert [(f.rule, f.severity) for f in filters.one_story([narrow, wide])] == [
        ("r", Severity.MAJOR)
    ]
    assert len(filters.one_story([_finding(0), _finding(0)])) == 2


def _compared(category: Category, source: tuple[int, int], target: tuple[int, int]) -> Finding:
    sides = (Span(*target),), (Span(*source),)
    return Finding("r", category, Severity.MAJOR, "m", sides[0], source_spans=sides[1])


def test_a_term_is_not_missing_where_a_part_of_it_is_wrong_or_more_is_left_out() -> None:
    term, wrong = Category.TERMINOLOGY_RESOURCE, Category.MISTRANSLATION
    missing = _compared(term, (100, 104), (20, 60))
    part, beside = _compared(wrong, (101, 103), (14, 19)), _compared(wrong, (104, 106), (30, 32))
    clause = _compared(Category.OMISSION, (90, 120), (40, 60))
    sentence = _compared(wrong, (90, 120), (40, 60))
    assert filters.one_fault([missing, part]) == [part]
    assert filters.one_fault([missing, clause]) == [clause]
    assert filters.one_fault([missing, beside, sentence]) == [missing, beside, sentence]


def test_a_missing_term_keeps_its_other_places() -> None:
    term = Category.TERMINOLOGY_RESOURCE
    spans, sources = (Span(20, 60), Span(70, 90)), (Span(100, 104), Span(200, 204))
    missing = Finding("r", term, Severity.MAJOR, "m", spans, source_spans=sources)
    part = _compared(Category.MISTRANSLATION, (101, 103), (30, 40))
    (kept, _) = filters.one_fault([missing, part])
    assert (kept.spans, kept.source_spans) == (spans[1:], sources[1:])


def test_quoted_sentences_are_softened(read: Callable[..., Document]) -> None:
    quote = "“One two three four five six seven eight nine ten eleven twelve.”"
    document = read(f"He said, {quote} And that was all.")
    inside, outside = _finding(12), _finding(len(document.content) - 5)
    softened = filters.soften_quotations([inside, outside], document)
    assert [f.severity for f in softened] == [Severity.NEUTRAL, Severity.MINOR]


def test_order_is_by_place() -> None:
    ordered = filters.in_order([_finding(9, 1, 9), _finding(0)])
    assert [[span.start for span in f.spans] for f in ordered] == [[0], [1, 9]]


def test_exit_codes_and_score(read: Callable[..., Document]) -> None:
    document, found = read("One two three four."), (_finding(0, severity=Severity.MAJOR),)
    strict = Checked(document, found, Severity.MAJOR)
    lenient = Checked(document, found, Severity.CRITICAL)
    assert Result((strict,), ()).exit_code is ExitCode.FOUND
    assert Result((lenient,), ()).exit_code is ExitCode.CLEAN
    assert Result((lenient, strict), ()).exit_code is ExitCode.FOUND
    assert Result((lenient,), (Problem("p", 0, 0, "m"),)).exit_code is ExitCode.INVALID
    assert Result((strict,), ()).score == 1250
    assert Result((), ()).score == 0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    names = "b.txt a.md .hidden.txt a.zh.md a.zh-CN.txt sub/c.html .git/d.txt e.bin".split()
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def test_folder(folder: Path) -> None:
    files, problems = discover([str(folder), str(folder / "b.txt")], lambda path: False)
    assert [str(Path(file).relative_to(folder)) for file in files] == [
        "a.md",
        "b.txt",
        "sub/c.html",
    ]
    assert not problems


def test_named_files_and_missing_ones(folder: Path) -> None:
    files, problems = discover(
        [str(folder / "a.zh.md"), str(folder / ".git"), "none.txt", "-"], lambda path: False
    )
    assert files == [str(folder / "a.zh.md"), str(folder / ".git" / "d.txt"), "-"]
    assert [problem.path for problem in problems] == ["none.txt"]


def test_everything_excluded_is_told(folder: Path) -> None:
    assert "no file to check" in discover([str(folder)], lambda path: True)[1][0].message


def test_a_file_named_in_two_ways_is_checked_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert discover(["b.txt", "./b.txt"], lambda path: False)[0] == ["b.txt"]
    assert discover(["./", str(folder)], lambda path: False)[0] == ["a.md", "b.txt", "sub/c.html"]


def test_a_name_too_long_is_a_problem() -> None:
    assert len(discover(["x" * 5000], lambda path: False)[1]) == 1
