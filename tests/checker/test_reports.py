"""Each format says the same places, and its readers accept it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree as ET

import junitparser
import pytest
from sarif import loader

from checker.engine import run
from checker.report import Style, all_reports
from checker.request import Request
from checker.result import Result

# Chinese, an emoji outside the BMP, a combining accent, a tab and a CRLF before the fault.
LINES = [
    ("to to the river", 1, 1),
    ("成渝 to to the river", 4, 8),
    ("a 😀 to to the river", 5, 8),
    ("cafe\u0301 to to the river", 7, 8),
    ("a\tto to the river", 3, 3),
]


def _result(folder: Path, content: str) -> Result:
    path = folder / "draft.txt"
    path.write_bytes(content.encode())
    return run(Request((str(path),), overrides={"select": ("repeated-word",)}))


def _written(name: str, result: Result) -> str:
    stream = io.StringIO()
    all_reports()[name].write(result, stream, Style())
    return stream.getvalue()


@pytest.mark.parametrize(("line", "column", "byte"), LINES)
def test_columns_are_right_in_every_format(
    tmp_path: Path, line: str, column: int, byte: int
) -> None:
    result = _result(tmp_path, f"He went.\r\n\r\n{line}\r\n")
    found: dict[str, tuple[int, int]] = {}
    (entry,) = json.loads(_written("json", result))["findings"]
    found["json"] = entry["places"][0]["line"], entry["places"][0]["column"]
    (entry,) = json.loads(_written("sarif", result))["runs"][0]["results"]
    region = entry["locations"][0]["physicalLocation"]["region"]
    found["sarif"] = region["startLine"], region["startColumn"]
    assert region["endColumn"] - region["startColumn"] == len("to to")
    github = _written("github", result)
    assert f"line=3,endLine=3,col={column},endColumn={column + 4}" in github
    (row,) = csv.DictReader(io.StringIO(_written("tsv", result)), delimiter="\t")
    found["tsv"] = int(row["line"]), int(row["column"])
    (error,) = ET.fromstring(_written("checkstyle", result)).iter("error")  # noqa: S314
    found["checkstyle"] = int(error.attrib["line"]), int(error.attrib["column"])
    assert f"repeated-word at 3:{column}" in _written("junit", result)
    assert set(found.values()) == {(3, column)}, found
    place = json.loads(_written("rdjsonl", result))["location"]["range"]
    assert place["start"] == {"line": 3, "column": byte}
    assert place["end"] == {"line": 3, "column": byte + len("to to")}


def _hostile(folder: Path) -> Result:
    text = 'He wrote "<script>alert(1)</script> %0A::error::x | \x1b[31m" to to it.\n'
    return _result(folder, text)


@pytest.mark.parametrize("name", all_reports())
def test_every_format_takes_hostile_text_and_no_findings(name: str, tmp_path: Path) -> None:
    for result in (_hostile(tmp_path), _result(tmp_path, "He went.\n"), Result((), ())):
        written = _written(name, result)
        assert "\x1b" not in written
        assert not written.startswith("::error::x")


def test_sarif_is_read_by_its_readers(tmp_path: Path) -> None:
    (tmp_path / "log.sarif").write_text(
        _written("sarif", _result(tmp_path, "to to it and so so\n")), encoding="utf-8"
    )
    log = loader.load_sarif_file(str(tmp_path / "log.sarif"))
    assert log.get_result_count() == 1
    assert log.get_records()[0]["Code"] == "repeated-word"


def test_fingerprints_stay_when_lines_are_added_and_differ_from_each_other(tmp_path: Path) -> None:
    faults = "He went to to it.\n\nShe went too.\n\nThen he went to to it, once more.\n"

    def marks(name: str, content: str) -> list[str]:
        data = json.loads(_written(name, _result(tmp_path, content)))
        if name == "gitlab":
            return [entry["fingerprint"] for entry in data]
        results = data["runs"][0]["results"]
        return [entry["partialFingerprints"]["zhengming/v1"] for entry in results]

    for name in ("gitlab", "sarif"):
        before = marks(name, faults)
        assert len(set(before)) == len(before)
        assert marks(name, "A new first line.\n\n" + faults) == before


def test_junit_is_read_by_its_readers(tmp_path: Path) -> None:
    (tmp_path / "report.xml").write_text(
        _written("junit", _result(tmp_path, "to to it\n")), encoding="utf-8"
    )
    suites = junitparser.JUnitXml.fromfile(str(tmp_path / "report.xml"))
    assert [(suite.tests, suite.failures, suite.errors) for suite in suites] == [(1, 1, 0)]


def test_the_job_summary_has_every_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    words = ["to to", "so we we", "at at", "on on", "by by", "of of", "in in", "it it", "as as"]
    words += ["or or", "if if", "up up"]
    _written("github", _result(tmp_path, "\n\n".join(f"x {word} y" for word in words)))
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert _rows(summary.splitlines()) == len(words)


def _rows(lines: Iterable[str]) -> int:
    return sum("repeated\\-word" in line or "repeated-word" in line for line in lines)


def test_places_in_the_source(tmp_path: Path) -> None:
    (tmp_path / "draft.en.txt").write_text("The ferry\n\nIt carried 9 million people.\n")
    source = tmp_path / "draft.zh.txt"
    source.write_text("渡船\n\n它运送了900人。\n", encoding="utf-8")
    drafts = (str(tmp_path / "draft.en.txt"),)
    result = run(Request(drafts, overrides={"select": ("number-mismatch",)}))
    (entry,) = json.loads(_written("json", result))["findings"]
    (place,) = entry["source_places"]
    assert (place["path"], place["line"], place["column"]) == (str(source), 3, 5)
    assert place["text"].startswith("900")
    (entry,) = json.loads(_written("sarif", result))["runs"][0]["results"]
    (related,) = entry["relatedLocations"]
    region = related["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (3, 5)
    assert related["physicalLocation"]["artifactLocation"]["uri"].endswith("draft.zh.txt")
    text = _written("text", result).splitlines()
    at = next(number for number, line in enumerate(text) if "= source:" in line)
    assert text[at].endswith("draft.zh.txt:3:5")
    assert text[at + 1] == "    3 | 它运送了900人。"
    assert text[at + 2].startswith("      |         ^^^")
    assert '<mark class="' in _written("html", result).split('<p class="source" lang="zh">')[2]
