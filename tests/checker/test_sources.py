"""The Chinese of a draft: found by name, by pattern, or named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from checker.cli import app
from checker.config import Config, load_config
from checker.engine import run
from checker.request import Request
from checker.sources import find_source, is_by_pattern
from glossary.problem import ProblemsError

CHINESE = "渡口有了3艘新船。\n"
ENGLISH = "The crossing has 3 new boats.\n"


def write(folder: Path, *names: str, content: str = CHINESE) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")


def check(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["check", *arguments])


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("a.en.md", "a.zh.md"),
        ("a.md", "a.zh.md"),
        ("a.en.md", "a.zh-CN.md"),
        ("a.en.md", "a.zh-hans.md"),
        ("a.en-GB.md", "a.zh_TW.md"),
        ("a.EN.md", "a.zh-Hant.md"),
        ("a.en.md", "a.zh.txt"),
        ("a.v2.en.txt", "a.v2.zh.html"),
    ],
)
def test_found_beside_the_draft(tmp_path: Path, draft: str, source: str) -> None:
    write(tmp_path, source)
    write(tmp_path, draft, content=ENGLISH)
    found = find_source(str(tmp_path / draft), Config())
    assert found is not None
    assert found.samefile(tmp_path / source)


@pytest.mark.parametrize("other", ["b.zh.md", "a.fr.md", "a.zh", "a.zh.bin", "a.zh.md/x.txt"])
def test_not_found(tmp_path: Path, other: str) -> None:
    write(tmp_path, other)
    assert find_source(str(tmp_path / "a.en.md"), Config()) is None


def test_a_source_has_none(tmp_path: Path) -> None:
    write(tmp_path, "a.zh.md", "a.zh-TW.md")
    assert find_source(str(tmp_path / "a.zh.md"), Config()) is None
    assert find_source("-", Config()) is None


@pytest.mark.parametrize(
    ("pattern", "draft", "source"),
    [
        ("zh/{name}.md", "a.en.md", "zh/a.md"),
        ("zh/{name}.md", "en/a.md", "zh/a.md"),
        ("{folder}/zh/{name}.txt", "en/2023/a.en.md", "en/2023/zh/a.txt"),
        ("{folder}/zh/{name}.txt", "a.en.md", "zh/a.txt"),
        ("zh/{name}.md", "a.en.md", "a.zh.md"),
    ],
)
def test_found_by_pattern(tmp_path: Path, pattern: str, draft: str, source: str) -> None:
    write(tmp_path, source)
    config = Config(source=pattern, folder=tmp_path)
    found = find_source(str(tmp_path / draft), config)
    assert found is not None
    assert found.samefile(tmp_path / source)
    assert is_by_pattern(tmp_path / source, config) is (source != "a.zh.md")
    assert not is_by_pattern(tmp_path / draft, config)


@pytest.mark.parametrize(
    "value", ["zh/a.md", '""', "zh/{nmae}.md", "'{lang}/{name}.md'", "[zh]", "3"]
)
def test_faulty_pattern(tmp_path: Path, value: str) -> None:
    write(tmp_path, ".zhengming.yaml", content=f"source: {value}\n")
    with pytest.raises(ProblemsError):
        load_config(tmp_path / ".zhengming.yaml")


def paired(folder: Path, **asked: Any) -> bool:
    result = run(Request((str(folder),), **asked))
    assert result.problems == ()
    (checked,) = result.checked
    return checked.document.passages is not None


def test_run_takes_the_source(tmp_path: Path) -> None:
    write(tmp_path, "a.zh.md")
    write(tmp_path, "a.en.md", content=ENGLISH)
    assert paired(tmp_path)
    assert not paired(tmp_path, alone=True)


def test_sources_of_the_pattern_are_no_drafts(tmp_path: Path) -> None:
    write(tmp_path, ".zhengming.yaml", content="source: zh/{name}.md\n")
    write(tmp_path, "zh/a.md")
    write(tmp_path, "a.md", content=ENGLISH)
    assert paired(tmp_path)


def test_source_is_named(tmp_path: Path) -> None:
    write(tmp_path, "other.txt")
    write(tmp_path, "a.md", content=ENGLISH)
    done = check(str(tmp_path / "a.md"), "--source", str(tmp_path / "other.txt"))
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.md", "b.md", "--source", "a.zh.md"], "one draft"),
        ([".", "--source", "a.zh.md"], "one draft"),
        (["a.md", "--source", "a.zh.md", "--no-source"], "not both"),
        (["a.md", "--source", "none.md"], "does not exist"),
        (["a.md", "--source", "b.md"], "not Chinese"),
        (["a.md", "--source", "a.bin"], "no reader"),
        (["a.md", "--source", "gb.txt"], "not UTF-8"),
        (["c.md"], "the file is empty"),
    ],
)
def test_a_source_that_cannot_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "a.md", "b.md", "c.md", content=ENGLISH)
    write(tmp_path, "a.zh.md", "a.bin")
    write(tmp_path, "c.zh.md", content="")
    (tmp_path / "gb.txt").write_bytes(CHINESE.encode("gb18030"))
    done = check(*arguments)
    assert done.exit_code == 2
    assert said in done.output


def test_no_source_passes_a_faulty_one_over(tmp_path: Path) -> None:
    write(tmp_path, "c.md", content=ENGLISH)
    write(tmp_path, "c.zh.md", content="")
    assert check(str(tmp_path / "c.md"), "--no-source").exit_code == 0
