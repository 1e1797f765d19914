"""Man pages are made for every command."""

from __future__ import annotations

from pathlib import Path

from checker.manpages import write


def test_each_command_has_a_page(tmp_path: Path) -> None:
    write(tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert {"zhengming.1", "zhengming-check.1", "zhengming-glossary-for.1"} <= names
    page = (tmp_path / "zhengming-check.1").read_text(encoding="utf-8")
    assert page.startswith(".TH")
    assert "fail" in page
    assert "Exit codes" in page
