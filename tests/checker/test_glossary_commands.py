"""``zhengming glossary import``, ``export``, ``diff`` and ``stats``, run as a user would."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.checker.test_cli import _run

OLD = """\
- id: lantern-corridor
  zh: [灯笼走廊]
  en:
    preferred: lantern corridor
  confidence: unverified
- id: lantern-lane
  zh: [灯巷]
  en: {preferred: lantern lane}
  confidence: unverified
"""
NEW = """\
- id: lantern-corridor
  zh: [灯笼走廊]
  en:
    preferred: lantern corridor
    deprecated: [{text: "lamp {corridor|passage}", note: lanterns are no lamps}]
  confidence: unverified
- id: lantern-tower
  zh: [灯塔]
  en: {preferred: lantern tower}
  confidence: unverified
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in (("old", OLD), ("new", NEW)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "lanterns.yaml").write_text(content, encoding="utf-8")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "bad.txt").write_text("The county is building a lamp passage.\n")
    (tmp_path / "drafts" / "good.txt").write_text("The county is building a lantern corridor.\n")
    return tmp_path


def test_diff_tells_entries_forms_and_drafts(folder: Path) -> None:
    done = _run(folder, "glossary", "diff", "old", "new", "--against", "drafts")
    assert done.returncode == 1
    assert done.stdout.decode().splitlines() == [
        "changed lantern-corridor",
        "  + lamp {corridor|passage} [en, deprecated, full] — lanterns are no lamps",
        "removed lantern-lane",
        "  灯巷 = lantern lane",
        "added lantern-tower",
        "  灯塔 = lantern tower",
        "1 added, 1 removed, 1 changed",
        "",
        "drafts/bad.txt newly fails",
        "  + 1:26 deprecated-term: “lamp passage” for 灯笼走廊: lanterns are no lamps",
        "",
        "2 articles, 1 newly failing",
    ]


def test_diff_the_other_way_passes(folder: Path) -> None:
    done = _run(folder, "glossary", "diff", "new", "old", "--against", "drafts")
    assert done.returncode == 0
    assert "drafts/bad.txt newly passes" in done.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["diff", "old", "drafts"], 2, "no glossary file (.yaml) in this folder"),
        (["diff", "old", "drafts/bad.txt"], 2, "bad.txt:1:1"),
        (["diff", "old", "new", "--against", "none"], 2, "none"),
        (["import", "drafts/bad.txt"], 2, "bad.txt:1:1: expected a Chinese term, a tab"),
        (["import", "old/lanterns.yaml"], 2, '".yaml" is no format; give one with --format'),
        (["import", "house.csv", "-o", "drafts/bad.txt"], 2, "is there already; --force"),
        (["export"], 2, "give one with --format: csv, omegat, tbx"),
        (["export", "-f", "csv", "--subject", "econmy"], 2, 'did you mean "economy"?'),
        (["export", "-f", "csv", "-o", "drafts/good.txt"], 2, "is there already"),
    ],
)
def test_what_cannot_be_done_is_told(
    folder: Path, arguments: list[str], code: int, message: str
) -> None:
    (folder / "house.csv").write_text("灯塔,lantern tower\n", encoding="utf-8")
    done = _run(folder, "glossary", *arguments)
    assert done.returncode == code
    assert message in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_list_of_two_columns_is_used_at_once(folder: Path, encoding: str) -> None:
    (folder / "house.csv").write_text("灯笼走廊,lantern corridor\n", encoding=encoding)
    assert _run(folder, "glossary", "import", "house.csv", "-o", "house.yaml").returncode == 0
    done = _run(folder, "lookup", "灯笼走廊", "-g", "house.yaml")
    assert "✓ lantern corridor" in done.stdout.decode()


def test_the_house_has_the_last_word(folder: Path) -> None:
    (folder / "house.csv").write_text("一带一路,One Belt One Road\n", encoding="utf-8")
    (folder / "draft.txt").write_text("Trade grew along the One Belt One Road.\n")
    (folder / "other.txt").write_text("The One Belt and One Road Strategy was discussed.\n")
    done = _run(folder, "glossary", "import", "house.csv", "-o", "house.yaml")
    assert b"1 are laid over shipped entries: belt-and-road-initiative" in done.stderr
    assert _run(folder, "check", "draft.txt").returncode == 1
    assert _run(folder, "check", "draft.txt", "-g", "house.yaml").returncode == 0
    found = _run(folder, "check", "other.txt", "-g", "house.yaml")
    assert found.returncode == 1
    assert b"write: One Belt One Road" in found.stdout


def test_export_says_what_it_cannot_hold(folder: Path) -> None:
    done = _run(folder, "glossary", "export", "-o", "all.csv", "--subject", "boilerplate")
    assert done.returncode == 0
    assert b"csv cannot hold: conditions (" in done.stderr
    assert (folder / "all.csv").read_text(encoding="utf-8").startswith("id,zh,preferred,")


def test_stats_count_by_subject_source_and_confidence(folder: Path) -> None:
    counts = json.loads(_run(folder, "glossary", "stats", "-f", "json").stdout)
    assert list(counts) == ["all", "subjects", "sources"]
    total = counts["all"]
    assert total["verified"] + total["unverified"] == total["concepts"]
    assert sum(row["concepts"] for row in counts["subjects"].values()) == total["concepts"]


def test_terms_for_a_source_text(folder: Path) -> None:
    (folder / "article.zh.txt").write_text("推动成渝地区双城经济圈建设。", encoding="utf-8")
    done = _run(folder, "glossary", "for", "article.zh.txt", "--format", "deepl")
    assert done.returncode == 0
    assert "成渝地区双城经济圈\tChengdu-Chongqing economic circle" in done.stdout.decode()
    (folder / "article.en.txt").write_text("There is no Chinese in this.", encoding="utf-8")
    done = _run(folder, "glossary", "for", "article.en.txt")
    assert done.returncode == 2
    assert b"this is not Chinese" in done.stderr
