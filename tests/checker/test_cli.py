from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

GLOSSARY = """\
- id: lantern-bureau
  zh: [灯笼局]
  en:
    preferred: Lantern Bureau
    superseded: [{text: Office of Lamps, until: 2018-03-17}]
    deprecated: [{text: "lamp bureau", note: wrong word}]
  confidence: unverified
"""
PLACE_KEYS = ["line", "column", "end_line", "end_column", "start", "end", "text"]
FINDING_KEYS = [
    "rule", "category", "severity", "message", "concept", "suggestions", "authority", "path",
    "places", "source_places",
]  # fmt: skip


def _run(
    folder: Path, *arguments: str | bytes, stdin: bytes = b"", limit: int = 60, **env: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", "checker", *arguments],
        cwd=folder, input=stdin, capture_output=True, timeout=limit,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **env},
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text("Everything here is fine.\n")
    (tmp_path / "bad.txt").write_text("We went to to the river.\n")
    (tmp_path / "gb.txt").write_bytes("一个城市".encode("gb18030"))
    (tmp_path / "g.yaml").write_text(GLOSSARY, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "good.txt"], 0),
        (["check", "bad.txt"], 1),
        (["check", "bad.txt", "--fail-on", "critical"], 0),
        (["check", "bad.txt", "--select", "typography"], 0),
        (["check", "bad.txt", "-s", "typography,fluency"], 1),
        (["check", "bad.txt", "--ignore", "repeated-word"], 0),
        (["check", "good.txt", "gb.txt"], 2),
        (["check", "none.txt"], 2),
        (["check"], 2),
        (["check", "good.txt", "--date", "tomorrow"], 2),
        (["check", "good.txt", "--glossary", "none.yaml"], 2),
        (["check", "good.txt", "--glossary", "bad.txt"], 2),
        (["rules"], 0),
        (["rules", "repeated-word"], 0),
        (["rules", "repeated-wird"], 2),
        (["config"], 0),
        (["config", "good.txt", "--profile", "strict"], 0),
        (["glossary", "stats"], 0),
        (["glossary", "show", "lantern-bureau", "-g", "g.yaml"], 0),
        (["glossary", "show", "lantern-buro", "-g", "g.yaml"], 2),
        (["lookup", "lamp bureau", "-g", "g.yaml"], 0),
        (["lookup", "zzzzqqqq"], 1),
        (["lookup", ""], 1),
        (["completion", "bash"], 0),
        (["completion", "csh"], 2),
        (["chek"], 2),
        (["--version"], 0),
    ],
)  # fmt: skip
def test_exit_code(folder: Path, arguments: list[str], code: int) -> None:
    done = _run(folder, *arguments)
    assert done.returncode == code, done.stderr
    assert b"Traceback" not in done.stderr


def test_near_matches(folder: Path) -> None:
    assert (
        b'did you mean "repeated-word"?'
        in _run(folder, "check", "good.txt", "--select", "repeated-wird").stderr
    )
    assert b'did you mean "check"?' in _run(folder, "chek", "good.txt").stderr


def test_one_bad_file_does_not_hide_the_others(folder: Path) -> None:
    data = json.loads(_run(folder, "check", "gb.txt", "bad.txt", "-f", "json").stdout)
    assert list(data) == ["version", "summary", "errors", "findings"]
    assert [error["path"] for error in data["errors"]] == ["gb.txt"]
    assert list(data["findings"][0]) == FINDING_KEYS
    place = data["findings"][0]["places"][0]
    assert list(place) == PLACE_KEYS
    assert "We went to to the river.\n"[place["start"] : place["end"]] == place["text"]
    assert data["summary"]["exit_code"] == 2
    assert data["version"] == 1


def test_audit_tells_what_is_wrong(folder: Path) -> None:
    done = _run(folder, "glossary", "audit", "-g", "g.yaml")
    assert done.returncode == 2
    assert b"g.yaml:1:3: lantern-bureau: has deprecated forms but no example" in done.stderr


def test_standard_input(folder: Path) -> None:
    assert _run(folder, "check", "-", stdin=b"We went to to it.").returncode == 1
    done = _run(folder, "check", "-", "--stdin-name", "x.md", stdin=b"`to to` is code.")
    assert done.returncode == 0
    lines = "灯笼局\n\nlamp bureau\n".encode()
    answers = json.loads(
        _run(folder, "lookup", "-", "-f", "json", "-g", "g.yaml", stdin=lines).stdout
    )
    assert [answer["matches"][0]["id"] for answer in answers] == ["lantern-bureau"] * 2


def test_the_day_of_the_text(folder: Path) -> None:
    (folder / "old.txt").write_text("The Office of Lamps published the rules in spring.\n")
    for day, code in (("2017-01-01", 0), ("2020-01-01", 1)):
        done = _run(folder, "check", "old.txt", "-g", "g.yaml", "--date", day)
        assert done.returncode == code, done.stdout


def test_no_colour_and_nothing_raw_in_the_output(folder: Path) -> None:
    hostile = "We \x1b[31mwent\u202e to\u200b to to\x07 \x9b \u2066the the river.\n"
    (folder / "x\x1b[2J.txt").write_text(hostile, encoding="utf-8")
    done = _run(folder, "check", "x\x1b[2J.txt", NO_COLOR="1")
    shown = done.stdout.decode()
    assert done.returncode == 1
    assert not set(shown) & set("\x1b\u202e\u200b\x07\x9b\u2066")


def test_caret_stands_under_the_place(folder: Path) -> None:
    (folder / "c.txt").write_text("In 双城 we went to to the river today.\n", encoding="utf-8")
    lines = _run(folder, "check", "c.txt", "-s", "fluency").stdout.decode().splitlines()
    row = next(at for at, line in enumerate(lines) if "双城" in line)
    wanted = lines[row].index("to to") + 2  # two wide characters stand before it
    assert lines[row + 1].index("^") == wanted


def test_names_that_are_no_utf8(folder: Path) -> None:
    name = b"x\xff.txt"
    Path(os.fsdecode(bytes(folder) + b"/" + name)).write_text("We went to to it.\n")
    for report in (b"text", b"json"):
        assert _run(folder, b"check", name, b"-f", report).returncode == 1


def test_an_output_that_is_not_utf8(folder: Path) -> None:
    (folder / "c.txt").write_text("In 双城 we went to to it.\n", encoding="utf-8")
    assert _run(folder, "check", "c.txt", PYTHONIOENCODING="ascii").returncode == 1


# What may not be loaded: by no command that has no use for it, since people wait for it.
HEAVY = {"spacy", "jieba", "opencc", "pypinyin"}
UNUSED = HEAVY | {"importlib.metadata", "importlib.resources", "tree_sitter", "wcwidth", "pathspec"}
UNUSED |= {"checker.align", "checker.fixing", "checker.readers.markdown", "checker.readers.docx"}


@pytest.mark.parametrize(
    ("arguments", "unused"),
    [
        (["--help"], UNUSED | {"yaml", "sqlite3", "checker.engine"}),
        (["lookup", "trade"], UNUSED | {"checker.engine", "checker.context", "glossary.loader"}),
        (["check", "good.txt", "--select", "terminology"], UNUSED | {"glossary.loader"}),
    ],
)
def test_start_up_loads_nothing_for_nothing(
    folder: Path, arguments: list[str], unused: set[str]
) -> None:
    _run(folder, *arguments)
    code = (
        "import sys\nfrom checker.cli import app\n"
        f"try:\n    app({arguments!r})\nexcept SystemExit:\n    pass\n"
        f"print(sorted({unused!r} & set(sys.modules)))"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], cwd=folder, capture_output=True, env=env, timeout=60
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"


HOSTILE = {
    "line.txt": "word " * 200_000,
    "letters.txt": "a" * 1_000_000,
    "spaces.txt": "Text.\n\n" + " " * 100_000 + "\n\nEnd.",
    "spaces.html": "<p>Text." + " " * 300_000 + "End.</p>",
    "tags.html": "<div><b>" * 10_000 + "text",
    "silent.html": "<pre>" * 10_000 + "text</pre>" * 10_000 + "text",
    "less.html": "<p>text " + "<" * 50_000,
    "attributes.html": "<p>text <a " + "b='" * 20_000,
    "comment.html": "<p>text " + "<!--" * 50_000,
    "comments.html": "<p>text " + "<!-- a -->" * 10_000,
    "amps.html": "<p>text " + "&a" * 100_000,
    "brackets.md": "text " + "[" * 10_000,
    "emphasis.md": "text " + "*a _b " * 10_000,
    "links.md": "text " + "[a](" * 10_000,
    "ticks.md": "text " + " ".join("`" * n for n in range(1, 500)),
    "quote.md": "> " * 10_000 + "text",
    "comment.md": "text " + "<!--" * 20_000,
    "tags.md": "<b>" * 10_000 + "text",
    "lists.md": "".join(" " * n + "- a\n" for n in range(1000)),
    "table.md": "|a" * 5_000 + "|\n" + "|-" * 5_000 + "|\n" + "|b" * 5_000 + "|\n",
    "marks.txt": 'text "' + '"' * 100_000,
    "spaced.txt": 'a "b ' * 50_000,
    "round.txt": "text " + "(" * 100_000,
    "short.txt": "NDRC (1 " * 10_000,
    "sites.txt": "NDRC www.a.com " * 10_000,
    "paragraphs.txt": "The The NDRC.\n\n" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_ends_soon(folder: Path, name: str) -> None:
    (folder / name).write_text(HOSTILE[name], encoding="utf-8")
    began = time.monotonic()
    done = _run(folder, "check", name, "--profile", "strict", limit=20)
    assert done.returncode in (0, 1, 2), done.stderr[-400:]
    assert b"Traceback" not in done.stderr
    assert time.monotonic() - began < 8


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14\x00\x08", b"text\0text", b"\0" * 1000, b"\xff"])
def test_bytes_that_are_no_text(folder: Path, data: bytes) -> None:
    done = _run(folder, "check", "-", stdin=data)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
