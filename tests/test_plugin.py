"""The example package under samples/plugin, installed from its folder into a place of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the installed package, which a process finds on its path."""
    folder = tmp_path_factory.mktemp("installed")
    copied = tmp_path_factory.mktemp("copy") / "plugin"
    _copy(ROOT / "samples" / "plugin", copied)  # a build leaves files in the folder
    subprocess.run(  # noqa: S603
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", folder, copied],
        check=True,
    )
    return folder


def _copy(source: Path, target: Path) -> None:
    for file in source.rglob("*"):
        if file.is_file() and file.suffix in (".py", ".toml", ".yaml"):
            copy = target / file.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())


def _run(place: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(ROOT), str(place)])
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", "checker", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_its_rule_fires_and_has_a_page(place: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("The bridge over the river is open! Many came.\n")
    done = _run(place, tmp_path, "check", "draft.txt")
    assert done.returncode == 1
    assert "minor exclamation-mark: an exclamation mark; news does not shout" in done.stdout
    assert "so many of them pass" in _run(place, tmp_path, "rules", "exclamation-mark").stdout


def test_its_rule_takes_options_from_the_configuration(place: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("The bridge over the river is open! Many came.\n")
    (tmp_path / ".zhengming.yaml").write_text("rules: {exclamation-mark: {allowed: 1}}\n")
    assert _run(place, tmp_path, "check", "draft.txt").returncode == 0


def test_its_reader_and_report(place: Path, tmp_path: Path) -> None:
    subtitles = "1\n00:00:01,000 --> 00:00:02,000\nThe bridge is open!\n"
    (tmp_path / "film.srt").write_text(subtitles)
    assert _run(place, tmp_path, "check", ".", "-f", "count").stdout == "1\tfilm.srt\n"


def test_its_glossary_is_used_by_name(place: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("The light-fire night market has opened.\n")
    assert _run(place, tmp_path, "check", "draft.txt").returncode == 0
    done = _run(place, tmp_path, "check", "draft.txt", "-g", "@example")
    assert "write: Lantern Night Market" in done.stdout
    (tmp_path / ".zhengming.yaml").write_text("glossary: ['@example']\n")
    assert _run(place, tmp_path, "check", "draft.txt").returncode == 1
    (tmp_path / ".zhengming.yaml").write_text("glossary: ['@exampel']\n")
    done = _run(place, tmp_path, "check", "draft.txt")
    assert done.returncode == 2
    assert '.zhengming.yaml:1:12: no installed glossary is named "exampel"' in done.stderr + (
        done.stdout
    )
    assert "example" in _run(place, tmp_path, "lookup", "夜市", "-g", "@exampl").stderr
