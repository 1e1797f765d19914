"""Why something was found on a line, and why nothing was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checker.test_cli import _run

DRAFT = """# A plan

The city sees development as one game of chess, and the the provinces discussed One Belt One Road.

He went to to the river. <!-- zhengming: ignore repeated-word -- he stammers -->
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def test_what_was_found_is_told_with_its_authority(folder: Path) -> None:
    told = _run(folder, "explain", "draft.md:3").stdout.decode()
    assert "major deprecated-term: “One Belt One Road” for 一带一路" in told
    assert "entry: belt-and-road-initiative" in told
    assert "authority: " in told
    assert "minor repeated-word" in told


def test_what_looks_like_a_term_and_is_none(folder: Path) -> None:
    told = _run(folder, "explain", "draft.md:3").stdout.decode()
    assert "“one game of chess” (deprecated for 全国一盘棋" in told
    assert "is in the text" in told


def test_what_a_comment_silences(folder: Path) -> None:
    told = _run(folder, "explain", "draft.md:5").stdout.decode()
    assert "the comment on line 5 silences it" in told


def test_what_the_configuration_silences(folder: Path) -> None:
    (folder / ".zhengming.yaml").write_text("ignore: [repeated-word]\n")
    told = _run(folder, "explain", "draft.md:3").stdout.decode()
    assert "repeated-word:" in told
    assert "the rule is not enabled" in told


def test_rules_that_did_not_run(folder: Path) -> None:
    told = _run(folder, "explain", "draft.md:3").stdout.decode()
    assert "it needs the Chinese, and none is beside the draft" in told
    (folder / "draft.zh.md").write_text("# 规划\n\n各省讨论了一带一路。\n", encoding="utf-8")
    told = _run(folder, "explain", "draft.md:3").stdout.decode()
    assert "source: draft.zh.md" in told
    assert "it needs the Chinese" not in told


def test_a_rule_shows_its_page(folder: Path) -> None:
    assert _run(folder, "explain", "missing-term").stdout.startswith(b"## missing-term")


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("draft.md:99", b"has no line 99"),
        ("draft.md", b"expected FILE:LINE"),
        ("nowhere.md:3", b"cannot be read"),
    ],
)
def test_what_cannot_be_told(folder: Path, what: str, message: bytes) -> None:
    done = _run(folder, "explain", what)
    assert done.returncode == 2
    assert message in done.stderr
    assert b"Traceback" not in done.stderr
