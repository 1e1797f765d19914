"""One concept, one rendering over a folder, reported once."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.engine import run
from checker.request import Request

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


def test_a_name_that_differs_from_file_to_file(tmp_path: Path) -> None:
    pairs = {
        "a": (
            "德尔米尼奥总统表示欢迎。",
            "President Delminio welcomed the decision.",
        ),
        "b": (
            "记者问德尔米尼奥是否参加。",
            "A reporter asked whether Delmino would take part.",
        ),
        "c": ("德尔米尼奥随后访问北京。", "Delminio visited Beijing later."),
    }
    for name, (source, target) in pairs.items():
        (tmp_path / f"{name}.zh.txt").write_text(source, encoding="utf-8")
        (tmp_path / f"{name}.en.txt").write_text(target)
    assert not [message for _, message in _found(tmp_path, across=False) if "Delmin" in message]
    ((name, message),) = [
        found for found in _found(tmp_path, across=True) if "spellings" in found[1]
    ]
    assert name == "b.en.txt"
    assert "2 spellings of one name, 德尔米尼奥: “Delminio”, “Delmino”" in message
