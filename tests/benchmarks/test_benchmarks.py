"""The benchmark runs, and its texts are the same each time."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import measure, texts
from benchmarks.__main__ import main
from glossary.files import user_files
from glossary.loader import load


@pytest.fixture(autouse=True)
def no_peers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent / "nowhere"))


def test_it_runs_on_a_tiny_scale() -> None:
    result = CliRunner().invoke(main, ["--runs", "1", "--scale", "0.001"])
    assert result.exit_code == 0, result.output
    assert "| check, terminology |" in result.output
    assert "pairs of 33 words" in result.output


def test_texts_are_the_same_each_time() -> None:
    assert texts.article(3, 500) == texts.article(3, 500) != texts.article(4, 500)
    assert len(texts.article(3).encode()) == pytest.approx(texts.ARTICLE, rel=0.05)


def test_the_made_glossary_is_one(tmp_path: Path) -> None:
    file = texts.write_glossary(tmp_path / "made.yaml", 300)
    concepts = load(user_files([file])).concepts
    assert len({concept.preferred.text for concept in concepts.values()}) == 300


def test_what_a_process_took() -> None:
    cost = measure.run([sys.executable, "-c", "'x' * 50_000_000; raise SystemExit(1)"])
    assert cost.exit_code == 1
    assert 0 < cost.cpu <= cost.wall + 0.1
    assert cost.bytes > 50_000_000
