"""The README stays true: its block of output, its commands, its exit codes."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from checker.engine import Request, run
from checker.report import Style, all_reports
from checker.result import ExitCode

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_output_block_is_what_the_command_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    command, block = re.search(
        r"```console\n\$ zhengming check (\S+)\n(.*?)```", README, re.DOTALL
    ).groups()
    stream = io.StringIO()
    all_reports()["text"].write(run(Request((command,))), stream, Style(width=100))
    assert block.strip() == stream.getvalue().strip()


def test_exit_codes_are_listed() -> None:
    for code in ExitCode:
        assert re.search(rf"^\| {int(code)} \|", README, re.MULTILINE)


def test_links_lead_to_files() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)", README):
        assert (ROOT / target).exists(), target
