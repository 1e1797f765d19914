"""Each sample gives the findings written in ``samples/expected``.

``python -m tests.test_samples`` writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from checker.engine import run
from checker.files import discover
from checker.report import Style, all_reports
from checker.request import Request

ROOT = Path(__file__).parent.parent
EXPECTED = ROOT / "samples" / "expected"
SAMPLES = [
    path
    for path in discover([str(ROOT / "samples")], lambda _: False)[0]
    if ".en." in path or ".zh-en." in path
]


def found(path: str) -> list[dict[str, Any]]:
    """Return what is found in a sample, short enough to be read in a difference."""
    stream = io.StringIO()
    all_reports()["json"].write(run(Request((path,))), stream, Style())
    report = json.loads(stream.getvalue())
    assert report["errors"] == []
    return [
        {
            "rule": finding["rule"],
            "severity": finding["severity"],
            "concept": finding["concept"],
            "places": [
                f"{place['line']}:{place['column']} {place['text']}" for place in finding["places"]
            ],
        }
        for finding in report["findings"]
    ]


def expectation(path: str) -> Path:
    return EXPECTED / f"{Path(path).name}.json"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: Path(path).name)
def test_sample(path: str) -> None:
    assert found(path) == json.loads(expectation(path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", [path for path in SAMPLES if "clean" in path])
def test_clean_samples_are_silent(path: str) -> None:
    assert found(path) == []


def test_every_expectation_has_its_sample() -> None:
    assert {file.name for file in EXPECTED.glob("*.json")} == {
        f"{Path(path).name}.json" for path in SAMPLES
    }


if __name__ == "__main__":
    EXPECTED.mkdir(exist_ok=True)
    for sample in SAMPLES:
        text = json.dumps(found(sample), ensure_ascii=False, indent=1)
        expectation(sample).write_text(text + "\n", encoding="utf-8")
