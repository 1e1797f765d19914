"""The run as a whole: configuration, dates, suppressions and inputs together."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.config import FILE_NAME
from checker.engine import run
from checker.request import Request
from checker.result import ExitCode

DOUBLED = "We went to the the river.\n"
FORMER = "The State Council named the Ministry of Environmental Protection.\n"


def _rules(folder: Path, *paths: str, **asked: object) -> list[str]:
    result = run(Request(tuple(str(folder / path) for path in paths or ("",)), **asked))
    assert not result.problems, result.problems
    return [finding.rule for finding in result.findings]


def test_each_file_fails_by_its_own_configuration(tmp_path: Path) -> None:
    for name, level in (("a", "critical"), ("b", "minor")):
        (tmp_path / name).mkdir()
        (tmp_path / name / FILE_NAME).write_text(f"fail-on: {level}")
        (tmp_path / name / "draft.txt").write_text(DOUBLED if name == "a" else "Fine.")
    assert run(Request((str(tmp_path),))).exit_code is ExitCode.CLEAN


@pytest.mark.parametrize(
    ("front", "config", "found"),
    [
        ("", "", True),
        ("", "date: 2017-01-01", False),
        ("2017-01-01", "", False),
        ("2020-01-01", "date: 2017-01-01", True),
    ],
)
def test_the_nearer_date_wins(tmp_path: Path, front: str, config: str, found: bool) -> None:
    (tmp_path / FILE_NAME).write_text(config or "ignore: []")
    head = f"---\ndate: {front}\n---\n\n" if front else ""
    (tmp_path / "draft.md").write_text(head + FORMER)
    assert ("deprecated-term" in _rules(tmp_path, "draft.md")) is found


def test_no_rule_enabled_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("select: []")
    (tmp_path / "draft.txt").write_text(DOUBLED)
    result = run(Request((str(tmp_path / "draft.txt"),)))
    assert result.exit_code is ExitCode.INVALID
    assert "no rule is enabled" in result.problems[0].message


def test_ignoring_on_the_command_line_adds_to_the_file(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("ignore: [repeated-word]")
    (tmp_path / "draft.txt").write_text("We went to the the river (again.\n")
    asked = {"overrides": {"ignore": ("unpaired-mark",)}}
    assert _rules(tmp_path, "draft.txt", **asked) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "draft.txt").write_text("Fine.\n")
    assert _rules(tmp_path) == []


def test_a_linked_file_is_excluded_by_its_name(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(DOUBLED)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / FILE_NAME).write_text("exclude: [linked.txt]")
    (folder / "linked.txt").symlink_to(outside)
    (folder / "draft.txt").write_text("Fine.\n")
    assert _rules(folder) == []


def test_a_comment_silences_its_own_cell(tmp_path: Path) -> None:
    cells = "<td>on on</td><td>by by <!-- zhengming: ignore repeated-word --></td>"
    (tmp_path / "draft.html").write_text(f"<table><tr>{cells}</tr></table>")
    result = run(Request((str(tmp_path / "draft.html"),)))
    (checked,) = result.checked
    texts = [checked.document.text(one.spans[0]) for one in checked.findings]
    assert texts == ["on on"]


def test_what_the_engine_says_of_suppressions_can_be_ignored(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("<!-- Zhengming ignore repeated-word -->\n\nFine.\n")
    assert _rules(tmp_path, "draft.md") == ["malformed-suppression"]
    asked = {"overrides": {"ignore": ("malformed-suppression",)}}
    assert _rules(tmp_path, "draft.md", **asked) == []


def test_an_inconsistency_with_one_rendering_left_is_none(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(
        "The China Institute of Rope Studies met.\n\n"
        "<!-- zhengming: ignore inconsistent-name -->\n"
        "The China Rope Studies Institute met.\n"
    )
    assert _rules(tmp_path, "draft.md") == []


@pytest.mark.parametrize("content", ["<p>a <![x]> the the</p>", "<p>a <![ ]> the the</p>"])
def test_html_that_the_parser_gives_up_on(tmp_path: Path, content: str) -> None:
    (tmp_path / "draft.html").write_text(content)
    assert _rules(tmp_path, "draft.html") == ["repeated-word"]


def test_a_name_without_end(tmp_path: Path) -> None:
    name = "Wang Wei, deputy director of " + "Aaa of " * 1500 + "Institute"
    (tmp_path / "draft.txt").write_text(name + " spoke.\n")
    assert "inconsistent-name" not in _rules(tmp_path, "draft.txt")
