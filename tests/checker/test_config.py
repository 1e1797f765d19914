from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checker.config import FILE_NAME, find_config, load_config
from checker.engine import run
from checker.finding import Severity
from checker.request import Request, config_for
from glossary.problem import ProblemsError


def _write(folder: Path, content: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE_NAME
    path.write_text(content, encoding="utf-8")
    return path


def test_all_keys(tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text("[]", encoding="utf-8")
    path = _write(
        tmp_path,
        "profile: strict\nselect: [terminology]\nignore: [literal-calque]\nfail-on: major\n"
        "date: 2017-06-01\nglossary: [house.yaml]\nexclude: [old/]\n"
        "per-path: {'*.md': [fluency]}\n"
        "rules:\n  deprecated-term: {severity: critical}\n"
        "  unexpanded-abbreviation: {familiar: [LTZ]}\n",
    )
    config = load_config(path)
    assert config.day == date(2017, 6, 1)
    assert config.fail_on is Severity.MAJOR
    assert config.glossary == (tmp_path / "house.yaml",)
    assert config.per_path == (("*.md", ("fluency",)),)
    enabled = {info.id: info for info in config.enabled()}
    assert "literal-calque" not in enabled
    assert "repeated-word" not in enabled
    assert config.severity(enabled["deprecated-term"]) is Severity.CRITICAL
    options = config.rule_options(enabled["unexpanded-abbreviation"])
    assert options.familiar == ("LTZ",)
    assert dict(config.origins)["fail_on"] == str(path)


def test_options_of_one_rule_are_merged_with_the_profile(tmp_path: Path) -> None:
    path = _write(
        tmp_path, "profile: strict\nrules: {unexpanded-abbreviation: {familiar: [LTZ]}}\n"
    )
    config = load_config(path)
    info = next(one for one in config.enabled() if one.id == "unexpanded-abbreviation")
    options = config.rule_options(info)
    assert (options.unlisted, options.familiar) == (True, ("LTZ",))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("selekt: [fluency]", 'did you mean "select"?'),
        ("select: [fluensy]", 'did you mean "fluency"?'),
        ("select: {fluency: true}", "expected a list"),
        ("rules: {deprecated-terms: {}}", 'did you mean "deprecated-term"?'),
        ("rules: {deprecated-term: {sevrity: major}}", 'did you mean "severity"?'),
        ("rules: {deprecated-term: {severity: grave}}", "expected neutral or"),
        ("fail-on: big", "expected neutral or"),
        ("date: yesterday", "expected a date"),
        ("profile: strickt", 'did you mean "strict"?'),
        ("- a", "expected a mapping"),
        ("per-path: {'*.md': [nothing-such]}", "expected terminology or"),
        ("extends: default", "extends"),
        ("exclude: ['!']", "exclude"),
    ],
)
def test_faults(tmp_path: Path, content: str, said: str) -> None:
    path = _write(tmp_path, content)
    (tmp_path / "a.txt").write_text("Some text.")
    problems = run(Request((str(tmp_path),), path)).problems
    assert any(said in str(problem) for problem in problems)


def test_not_utf8(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"\xff")
    with pytest.raises(ProblemsError, match="cannot read the configuration"):
        load_config(tmp_path / FILE_NAME)


def test_empty_file_is_the_default(tmp_path: Path) -> None:
    config = load_config(_write(tmp_path, ""))
    assert config.enabled() == load_config(None).enabled()


def test_nearest_wins_and_the_command_line_over_it(tmp_path: Path) -> None:
    _write(tmp_path, "fail-on: critical\n")
    near = _write(tmp_path / "a" / "b", "fail-on: major\n")
    assert find_config(tmp_path / "a" / "b") == near
    path = str(tmp_path / "a" / "b" / "x.txt")
    assert config_for(path, Request((path,))).fail_on is Severity.MAJOR
    over = Request((path,), overrides={"fail_on": Severity.MINOR})
    config = config_for(path, over)
    assert config.fail_on is Severity.MINOR
    assert dict(config.origins)["fail_on"] == "the command line"


def test_exclude_and_per_path(tmp_path: Path) -> None:
    _write(tmp_path, "exclude: [old/]\nper-path: {'notes/*.txt': [repeated-word]}\n")
    for folder in ("old", "notes", "new"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("We went to to the river.\n")
    result = run(Request((str(tmp_path),)))
    found = {Path(c.document.path).parent.name: len(c.findings) for c in result.checked}
    assert found == {"new": 1, "notes": 0}
