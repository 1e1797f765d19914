"""Without an English pipeline the rules that need it are named, and the others still run."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from checker.engine import run
from checker.lang import english
from checker.report import Style, all_reports
from checker.request import Request

DRAFT = "It has roads. Economic hub of the west. It went to to it.\n"


def test_rules_without_a_pipeline_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(english, "_folder", lambda: None)
    (tmp_path / "draft.txt").write_text(DRAFT)
    result = run(Request((str(tmp_path),)))
    assert result.skipped == ("glued-sentence", "sentence-fragment")
    assert [finding.rule for finding in result.findings] == ["repeated-word"]
    stream = io.StringIO()
    all_reports()["text"].write(result, stream, Style())
    told = "not run: glued-sentence, sentence-fragment; they need an English pipeline: "
    assert told + english.INSTALL in stream.getvalue()


def test_with_one_they_run(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT)
    result = run(Request((str(tmp_path),)))
    assert result.skipped == ()
    assert "sentence-fragment" in [finding.rule for finding in result.findings]
