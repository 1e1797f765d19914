"""``zhengming align``: what it writes is well-formed, complete, and read back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from defusedxml.ElementTree import fromstring

from checker.cli import app
from checker.reader import read_document

SOURCE = """渡口换新船

青石渡口有了3艘新船，名为“青石<1>号”&“青石2号”等。老船工韩德顺掌舵已经42年。

渡口去年运送旅客16.4万人次。
"""
TARGET = """New boats at the crossing

The Qingshi crossing has 3 new boats, named "Qingshi <1>" & "Qingshi 2" and so on. Han Deshun, an
old boatman, has been at the helm for 42 years.

Last year the ferry carried 164,000 passengers.
"""
PAIRS = [
    ("渡口换新船", "New boats at the crossing"),
    (
        "青石渡口有了3艘新船，名为“青石<1>号”&“青石2号”等。",
        'The Qingshi crossing has 3 new boats, named "Qingshi <1>" & "Qingshi 2" and so on.',
    ),
    (
        "老船工韩德顺掌舵已经42年。",
        "Han Deshun, an old boatman, has been at the helm for 42 years.",
    ),
    ("渡口去年运送旅客16.4万人次。", "Last year the ferry carried 164,000 passengers."),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.zh.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "a.en.txt").write_text(TARGET, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def align(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["align", *arguments])


@pytest.mark.parametrize("name", ["out.tmx", "out.xliff", "out.xlf", "out.tsv", "OUT.TMX"])
def test_what_is_written_is_read_back(folder: Path, name: str) -> None:
    done = align("a.zh.txt", "a.en.txt", "-o", name)
    assert done.exit_code == 0, done.output
    document = read_document(name, (folder / name).read_bytes())
    found = [(pair.source, pair.target) for pair in document.pairs]
    assert [
        (source and source.content, target and target.content) for source, target in found
    ] == PAIRS


@pytest.mark.parametrize("form", ["tmx", "xliff", "tsv"])
def test_hostile_characters(folder: Path, form: str) -> None:
    odd = "]]>\x0b\x1b[31m \uffff&amp;\t=1+1"
    (folder / "a.zh.txt").write_text(f"渡口的船{odd}就要开了。\n", encoding="utf-8")
    (folder / "a.en.txt").write_text(f"=Boat {odd}.\n", encoding="utf-8")
    done = align("a.zh.txt", "a.en.txt", "-f", form)
    assert done.exit_code == 0, done.output
    if form == "tsv":
        assert len(done.stdout.splitlines()) == 2
        assert "\t'=Boat" in done.stdout
        assert "\x1b" not in done.stdout
    else:
        root = fromstring(done.stdout.encode())
        assert any("]]>" in (element.text or "") for element in root.iter())


def test_confidence_is_written(folder: Path) -> None:
    tmx = fromstring(align("a.zh.txt", "a.en.txt", "-f", "tmx").stdout.encode())
    props = [prop.text for prop in tmx.iter("prop") if prop.attrib["type"] == "x-confidence"]
    xliff = fromstring(align("a.zh.txt", "a.en.txt", "-f", "xliff").stdout.encode())
    notes = [note.text for note in xliff.iter() if note.attrib.get("category") == "confidence"]
    rows = align("a.zh.txt", "a.en.txt", "-f", "tsv").stdout.splitlines()
    assert rows[0].split("\t")[2] == "confidence"
    assert props == notes == [row.split("\t")[2] for row in rows[1:]]
    assert all(0.5 <= float(value) <= 1 for value in props if value)
    assert rows[3].split("\t")[3:] == ["3:31", "3:84"]


def test_one_side_alone(folder: Path) -> None:
    gone = "船工韩德顺住在村东头的老屋里，屋前种着两棵桂花树，每年秋天满村飘香。"
    (folder / "a.zh.txt").write_text(SOURCE.replace("\n\n渡口去年", f"\n\n{gone}\n\n渡口去年"))
    table = align("a.zh.txt", "a.en.txt", "-f", "tsv").stdout
    assert f"{gone}\t\t" in table
    assert gone not in align("a.zh.txt", "a.en.txt", "-f", "tmx").stdout
    assert gone in align("a.zh.txt", "a.en.txt", "-f", "xliff").stdout


def test_least_confidence(folder: Path) -> None:
    done = align("a.zh.txt", "a.en.txt", "-f", "tsv", "--least", "1")
    assert done.exit_code == 2
    assert "sure enough" in done.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.zh.txt"], "Missing argument"),
        (["a.zh.txt", "a.en.txt"], "--format"),
        (["a.zh.txt", "a.en.txt", "-o", "out.doc"], '".doc" is no format'),
        (["a.zh.txt", "a.en.txt", "-o", "there.tsv"], "--force"),
        (["a.zh.txt", "a.en.txt", "-o", "none/out.tsv"], "cannot be written"),
        (["a.en.txt", "a.zh.txt", "-f", "tsv"], "not Chinese"),
        (["a.zh.txt", "none.txt", "-f", "tsv"], "cannot be read"),
        (["a.zh.txt", "pairs.tmx", "-f", "tsv"], "holds source and translation"),
        (["a.zh.txt", "a.en.txt", "-f", "tsv", "--least", "2"], "--least"),
    ],
)
def test_errors(folder: Path, arguments: list[str], said: str) -> None:
    (folder / "there.tsv").write_text("mine")
    align("a.zh.txt", "a.en.txt", "-o", "pairs.tmx")
    done = align(*arguments)
    assert done.exit_code == 2, done.output
    assert said in done.output
    assert (folder / "there.tsv").read_text() == "mine"


def test_force(folder: Path) -> None:
    (folder / "out.tsv").write_text("mine")
    assert align("a.zh.txt", "a.en.txt", "-o", "out.tsv", "--force").exit_code == 0
    assert (folder / "out.tsv").read_text(encoding="utf-8").startswith("source\t")
