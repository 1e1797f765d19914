"""What the CI templates run is run here."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    """A folder with drafts, and a zhengming where the action installs it."""
    program = tmp_path / "zhengming" / "bin" / "zhengming"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m checker "$@"\n')
    program.chmod(0o755)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bad.txt").write_text("We went to to it.\n")
    return tmp_path


def _bash(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        ["/bin/bash", "-eo", "pipefail", "-c", script],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "RUNNER_TEMP": str(folder), **variables},
    )


def test_the_github_action_marks_the_line(workplace: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    step = action["runs"]["steps"][-1]
    assert set(step["env"]) == {"PATHS", "ARGUMENTS", "BASE"}
    done = _bash(step["run"], workplace, PATHS="articles", ARGUMENTS="--fail-on major", BASE="")
    assert done.returncode == 0, done.stderr
    assert "::warning file=articles/bad.txt,line=1,endLine=1,col=9" in done.stdout
    hostile = _bash(
        step["run"],
        workplace,
        PATHS="$(touch stolen) articles",
        ARGUMENTS="; touch stolen",
        BASE="",
    )
    assert hostile.returncode == 2
    assert not (workplace / "stolen").exists()


def test_no_input_is_pasted_into_a_script() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_the_gitlab_template_writes_its_report(workplace: Path) -> None:
    job = yaml.safe_load((ROOT / "docs" / "ci" / "gitlab.yml").read_text(encoding="utf-8"))[
        "zhengming"
    ]
    script = job["script"][-1]
    done = _bash(
        script,
        workplace,
        PATH=f"{workplace / 'zhengming' / 'bin'}:{os.environ['PATH']}",
        ZHENGMING_PATHS="articles",
        ZHENGMING_OPTIONS="",
    )
    assert done.returncode == 1
    report = job["artifacts"]["reports"]["codequality"]
    assert '"check_name": "repeated-word"' in (workplace / report).read_text(encoding="utf-8")


def test_the_pre_commit_hook_calls_a_command_that_is_there() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"] == "zhengming check"
    assert re.search(hook["exclude"], "articles/a.zh.txt")
    assert re.search(hook["exclude"], "articles/a.zh-hans.md")
    assert not re.search(hook["exclude"], "articles/a.en.txt")
