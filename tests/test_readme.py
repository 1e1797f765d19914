"""The README stays true: its block of output, its commands, its exit codes."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from checker.config import load_config
from checker.engine import run
from checker.examples import failures
from checker.finding import Severity
from checker.report import Style, all_reports
from checker.request import Request
from checker.result import ExitCode
from glossary.audit import audit
from glossary.compiled import open_termbase
from glossary.files import base_files, user_files
from glossary.loader import load

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


@pytest.mark.parametrize("page", ["README.md", "glossary/terms/README.md"])
def test_entry_shown_is_a_good_one(page: str, tmp_path: Path) -> None:
    content = (ROOT / page).read_text(encoding="utf-8")
    entry = re.search(r"```yaml\n(- id: .*?)```", content, re.DOTALL)[1]
    house = tmp_path / "house.yaml"
    house.write_text(entry, encoding="utf-8")
    glossary = load([*base_files(), *user_files([house])])
    found = [*audit(glossary, unordered=[str(house)]), *failures(open_termbase([house]))]
    assert [str(problem) for problem in found if problem.path == str(house)] == []


def test_configuration_shown_is_a_good_one(tmp_path: Path) -> None:
    content = re.search(r"```yaml\n(profile: .*?)```", README, re.DOTALL)[1]
    (tmp_path / "house.yaml").write_text("[]", encoding="utf-8")
    path = tmp_path / ".zhengming.yaml"
    path.write_text(content, encoding="utf-8")
    assert load_config(path).fail_on is Severity.MAJOR


def test_links_lead_to_files() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)", README):
        assert (ROOT / target).exists(), target
