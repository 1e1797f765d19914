"""The pages are what the code says, and the commands and examples on them do what they show."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from checker.rulepages import pages

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
FILE = re.compile(r"`(?P<name>[\w.]+\.md)`:\n\n```markdown\n(?P<content>.*?)```", re.DOTALL)
CONSOLE = re.compile(r"^```console\n(?P<block>.*?)^```", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^\$ (?P<command>.*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
SHELL = re.compile(r"^```sh\n(.*?)^```", re.DOTALL | re.MULTILINE)
DATA = re.compile(r"^```(yaml|json)\n(.*?)^```", re.DOTALL | re.MULTILINE)
PYTHON = re.compile(
    r"^```python\n(?P<code>.*?)^```(?:\n\n```text\n(?P<output>.*?)^```)?", re.DOTALL | re.MULTILINE
)


def test_rule_pages_are_up_to_date() -> None:
    written = (DOCS / "rules.md").read_text(encoding="utf-8")
    assert written == pages(), "run: python -m checker.rulepages > docs/rules.md"


def _agrees(shown: str, said: str) -> bool:
    """Whether what a page shows is what was said; an ellipsis stands for anything."""
    pattern = ".*".join(re.escape(part) for part in shown.strip().split("…"))
    return re.fullmatch(pattern, said.strip(), re.DOTALL) is not None


def test_the_tutorial_does_what_it_shows(tmp_path: Path) -> None:
    text = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    files = {match["name"]: match["content"] for match in FILE.finditer(text)}
    assert set(files) == {"draft.md", "draft.zh.md", "draft.en.md"}
    ran = 0
    for block in CONSOLE.finditer(text):
        for name, content in files.items():
            # The second draft and its source are not there yet when the first is checked.
            if name == "draft.md" or text.index(f"`{name}`:") < block.start():
                (tmp_path / name).write_text(content, encoding="utf-8")
        for match in COMMAND.finditer(block["block"]):
            done = _run(tmp_path, match["command"])
            assert done.returncode < 2, done.stderr
            assert _agrees(match["output"], done.stdout), f"{match['command']}: {done.stdout}"
            ran += 1
    assert ran == text.count("\n$ ")


def _run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    program, *arguments = shlex.split(command, comments=True)
    assert program == "zhengming"
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", "checker", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_commands_for_pipelines_run(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.md").write_text("The One Belt and One Road grew.\n")
    (tmp_path / "article.zh.md").write_text("推进一带一路建设。\n", encoding="utf-8")
    blocks = SHELL.findall((DOCS / "pipelines.md").read_text(encoding="utf-8"))
    commands = [line.split(" > ")[0] for block in blocks for line in block.splitlines()]
    assert len(commands) > 2
    for command in commands:
        done = _run(tmp_path, command)
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"


@pytest.mark.parametrize("page", sorted(path.name for path in DOCS.glob("*.md")))
def test_data_on_the_pages_can_be_read(page: str) -> None:
    for kind, block in DATA.findall((DOCS / page).read_text(encoding="utf-8")):
        assert (yaml.safe_load if kind == "yaml" else json.loads)(block)


@pytest.mark.parametrize("page", sorted(path.name for path in DOCS.glob("*.md")))
def test_python_on_the_pages_runs(page: str) -> None:
    for match in PYTHON.finditer((DOCS / page).read_text(encoding="utf-8")):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(match["code"], {})  # noqa: S102 - our own page
        if match["output"]:
            assert said.getvalue() == match["output"]
