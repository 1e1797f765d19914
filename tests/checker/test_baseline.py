"""Old faults stay out of sight, new ones do not: the baseline, and lines that changed in git."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.checker.test_cli import _run

OLD = "He went to to the river.\n\nThey they came.\n"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    (tmp_path / "drafts").mkdir()
    for number in range(50):
        path = tmp_path / "drafts" / f"draft-{number:02}.txt"
        path.write_text(f"This is draft {number}.\n\n{OLD}", encoding="utf-8")
    return tmp_path


def _findings(folder: Path, *arguments: str) -> list[tuple[str, int, str]]:
    done = _run(folder, "check", "drafts", "-s", "repeated-word", "-f", "json", *arguments)
    assert not json.loads(done.stdout)["errors"], done.stderr
    return [
        (Path(item["path"]).name, item["places"][0]["line"], item["places"][0]["text"])
        for item in json.loads(done.stdout)["findings"]
    ]


def _update(folder: Path, *arguments: str) -> str:
    done = _run(
        folder, "baseline", "update", "base.json", "drafts", "-s", "repeated-word", *arguments
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.decode() + done.stderr.decode()


def test_one_new_fault_among_fifty_old_drafts(drafts: Path) -> None:
    assert "100 known places in base.json (before: 0)" in _update(drafts)
    assert _findings(drafts, "--baseline", "base.json") == []
    draft = drafts / "drafts" / "draft-17.txt"
    draft.write_text(f"New first line.\n\n{draft.read_text()}\nIt was was new.\n")
    assert _findings(drafts, "--baseline", "base.json") == [("draft-17.txt", 9, "was was")]
    done = _run(drafts, "check", "drafts", "-s", "repeated-word", "--baseline", "base.json")
    assert done.returncode == 1
    assert "100 known places in the baseline" in done.stdout.decode()


def test_the_same_fault_once_more_is_new(drafts: Path) -> None:
    _update(drafts)
    draft = drafts / "drafts" / "draft-00.txt"
    draft.write_text(draft.read_text() + "\nHe went to to the river.\n")
    assert _findings(drafts, "--baseline", "base.json") == [("draft-00.txt", 7, "to to")]


def test_a_baseline_only_shrinks_unless_asked(drafts: Path) -> None:
    _update(drafts)
    (drafts / "drafts" / "draft-00.txt").write_text("All is mended here.\n")
    (drafts / "drafts" / "draft-01.txt").write_text(OLD + "\nIt was was new.\n")
    said = _update(drafts)
    assert "98 known places in base.json (before: 100)" in said
    assert "1 new places are left out" in said
    assert len(_findings(drafts, "--baseline", "base.json")) == 1
    assert "99 known places" in _update(drafts, "--grow")
    assert _findings(drafts, "--baseline", "base.json") == []


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"version": 2}', '{"version": 1}', '{"version": 1, "files": {"a": {"b": 0}}}'],
)
def test_a_faulty_baseline_is_told(drafts: Path, content: str) -> None:
    (drafts / "base.json").write_text(content)
    done = _run(drafts, "check", "drafts", "--baseline", "base.json")
    assert done.returncode == 2
    assert b"error: base.json" in done.stderr
    assert _run(drafts, "baseline", "update", "base.json", "drafts").returncode == 2
    assert (drafts / "base.json").read_text() == content


def _git(folder: Path, *arguments: str) -> None:
    settings = (
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "-c",
        "init.defaultBranch=main",
    )
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S603, S607


def test_only_changed_lines(drafts: Path) -> None:
    _git(drafts, "init")
    _git(drafts, "add", ".")
    _git(drafts, "commit", "-m", "drafts")
    assert _findings(drafts, "--diff", "HEAD") == []
    draft = drafts / "drafts" / "draft-17.txt"
    draft.write_text(f"New first line.\n\n{draft.read_text()}\nIt was was new.\n")
    (drafts / "drafts" / "draft-50.txt").write_text(OLD)
    assert _findings(drafts, "--diff", "HEAD") == [
        ("draft-17.txt", 9, "was was"),
        ("draft-50.txt", 1, "to to"),
        ("draft-50.txt", 3, "They they"),
    ]


def test_what_git_cannot_compare_is_told(drafts: Path) -> None:
    done = _run(drafts, "check", "drafts/draft-01.txt", "--diff", "HEAD")
    assert done.returncode == 2
    assert b"cannot be compared" in done.stderr + done.stdout
    _git(drafts, "init")
    _git(drafts, "add", ".")
    for base in ("no-such-branch", "--output=stolen.txt"):
        done = _run(drafts, "check", "drafts/draft-01.txt", f"--diff={base}")
        assert done.returncode == 2
        assert b"cannot be compared" in done.stderr + done.stdout
    assert not list(drafts.rglob("stolen.txt"))
