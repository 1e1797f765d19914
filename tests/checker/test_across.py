"""One concept, one rendering over a folder, reported once."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.engine import Request, run

TWIN = "The Chengdu-Chongqing twin-city economic circle has grown.\n"
PLAIN = "The Chengdu-Chongqing economic circle has grown.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in (("a", PLAIN), ("b", TWIN), ("c", PLAIN), ("d", TWIN), ("e", PLAIN)):
        (tmp_path / f"{name}.txt").write_text(content)
    return tmp_path


def _found(folder: Path, *, across: bool) -> list[tuple[str, str]]:
    result = run(Request((str(folder),), across=across))
    return [
        (Path(checked.document.path).name, finding.message)
        for checked in result.checked
        for finding in checked.findings
    ]


def test_files_that_differ_are_one_finding(folder: Path) -> None:
    assert _found(folder, across=False) == []
    ((name, message),) = _found(folder, across=True)
    assert name == "b.txt"
    assert "“Chengdu-Chongqing economic circle” in 3" in message
    assert "“Chengdu-Chongqing twin-city economic circle” in 2" in message


def test_files_that_agree_are_silent(folder: Path) -> None:
    for name in ("b", "d"):
        (folder / f"{name}.txt").write_text(PLAIN)
    assert _found(folder, across=True) == []
