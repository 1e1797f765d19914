"""``--fix`` mends what is certain, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.inflection import pluralize
from tests.checker.test_cli import _run

GLOSSARY = """\
- id: lantern-corridor
  zh: [灯笼走廊]
  en:
    preferred: lantern corridor
    deprecated: [{text: "lamp {corridor|passage}", note: lanterns are no lamps}]
  confidence: unverified
- id: oil-body
  zh: [油局]
  en:
    preferred: oil body
    deprecated: [{text: "lamp bureau", note: wrong word}]
  confidence: unverified
- id: two-names
  zh: [灯城]
  mixing: free
  en:
    preferred: lantern city
    admitted: [city of lanterns]
    deprecated: [{text: "lamp city", note: wrong word}]
  confidence: unverified
"""

CASES = [
    ("The lamp corridor is long.", "The lantern corridor is long."),
    ("Lamp passages are long.", "Lantern corridors are long."),
    ("The lamp corridor's end.", "The lantern corridor's end."),
    ("Two lamp bureaus met.", "Two oil bodies met."),
    ("It went to to it.", "It went to it."),
    (
        "\ufeffThe lamp corridor\r\nis é😀 long.\r\n",
        "\ufeffThe lantern corridor\r\nis é😀 long.\r\n",
    ),
    # Left alone: quotations, longer names, capitals, an article that no longer fits, two choices.
    ('He called it "the lamp corridor of the south".', None),
    ("The Grand Lamp Corridor Company met.", None),
    ("THE LAMP CORRIDOR IS LONG.", None),
    ("He saw a lamp bureau.", None),
    ("The lamp city is old.", None),
    ("The lamp\ncorridor is long.", None),
    ("The lantern corridor is long.", None),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "g.yaml").write_text(GLOSSARY, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("before", "after"), CASES)
def test_only_what_is_certain_is_mended(folder: Path, before: str, after: str | None) -> None:
    path = folder / "draft.txt"
    path.write_bytes(before.encode())
    path.chmod(0o640)
    shown = _run(folder, "check", "draft.txt", "-g", "g.yaml", "--fix", "--preview")
    assert shown.returncode == (0 if after is None else 1), shown.stdout
    assert path.read_bytes() == before.encode()
    _run(folder, "check", "draft.txt", "-g", "g.yaml", "--fix")
    assert path.read_bytes().decode() == (before if after is None else after)
    assert path.stat().st_mode & 0o777 == 0o640
    assert [item.name for item in folder.iterdir() if item.name.startswith(".")] == []


def test_markup_stays_as_it_is(folder: Path) -> None:
    html = "<p>The lamp corridor &amp; the <b>lamp corridor</b> and lamp <i>corridor</i>.</p>\n"
    (folder / "draft.html").write_text(html)
    _run(folder, "check", "draft.html", "-g", "g.yaml", "--fix")
    assert (folder / "draft.html").read_text() == html.replace("lamp corridor", "lantern corridor")


def test_suppressed_and_known_places_are_not_mended(folder: Path) -> None:
    text = "<!-- zhengming: ignore deprecated-term -- a name -->\nThe lamp corridor is long.\n"
    (folder / "draft.md").write_text(text)
    _run(folder, "check", "draft.md", "-g", "g.yaml", "--fix")
    assert (folder / "draft.md").read_text() == text


def test_what_is_left_is_reported(folder: Path) -> None:
    (folder / "draft.txt").write_text("The lamp corridor of the lamp city.\n")
    done = _run(folder, "check", "draft.txt", "-g", "g.yaml", "--fix")
    assert done.returncode == 1
    assert b"1 places mended in 1 files" in done.stderr
    assert b"lamp city" in done.stdout
    assert b"lamp corridor" not in done.stdout


def test_preview_tells_what_could_not_be_read(folder: Path) -> None:
    done = _run(folder, "check", "none.txt", "--fix", "--preview")
    assert done.returncode == 2
    assert b"none.txt" in done.stderr


def test_preview_needs_fix(folder: Path) -> None:
    (folder / "draft.txt").write_text("Fine.\n")
    assert _run(folder, "check", "draft.txt", "--preview").returncode == 2
    assert _run(folder, "check", "-", "--fix", stdin=b"It went to to it.").returncode == 2
    assert _run(folder, "check", "-", "--fix", stdin=b"It is fine.").returncode == 2


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("lantern corridor", "lantern corridors"),
        ("Ministry of Culture", "Ministries of Culture"),
        ("member of the Party", "members of the Party"),
        ("body", "bodies"),
        ("chairwoman", "chairwomen"),
        ("People's Congress", "People's Congresses"),
    ],
)
def test_plurals_keep_their_capitals(singular: str, plural: str) -> None:
    assert pluralize(singular) == plural
