"""The pages are what the code says, and the commands and examples on them do what they show."""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from checker.rulepages import pages

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
FILE = re.compile(r"`(?P<name>[\w.]+\.md)`:\n\n```markdown\n(?P<content>.*?)```", re.DOTALL)
CONSOLE = re.compile(r"^```console\n(?P<block>.*?)^```", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^\$ (?P<command>.*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
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
            program, *arguments = match["command"].split()
            assert program == "zhengming"
            done = subprocess.run(  # noqa: S603
                [sys.executable, "-m", "checker", *arguments],
                cwd=tmp_path,
                env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            assert done.returncode < 2, done.stderr
            assert _agrees(match["output"], done.stdout), f"{match['command']}: {done.stdout}"
            ran += 1
    assert ran == text.count("\n$ ")


@pytest.mark.parametrize("page", sorted(path.name for path in DOCS.glob("*.md")))
def test_python_on_the_pages_runs(page: str) -> None:
    for match in PYTHON.finditer((DOCS / page).read_text(encoding="utf-8")):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(match["code"], {})  # noqa: S102 - our own page
        if match["output"]:
            assert said.getvalue() == match["output"]
