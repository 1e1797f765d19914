"""Large files of units, read window by window: the same findings at the same places."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checker import streaming
from checker.engine import run
from checker.reader import reader_for
from checker.report import Style, all_reports
from checker.request import Request
from checker.streaming import StreamingReader

_UNITS = 60


def _tmx(end: str) -> str:
    units = (
        f"<tu><tuv xml:lang='en'><seg>The 😀 the figure {at} &amp; an an end.</seg></tuv>"
        f"<tuv xml:lang='zh'><seg>数字{at}</seg></tuv></tu>{end}"
        for at in range(_UNITS)
    )
    return f"<tmx>{end}<header/><body>{end}{''.join(units)}</body></tmx>{end}"


def _xliff(end: str) -> str:
    units = (
        f"<trans-unit id='{at}'><source>数字{at}</source><target>See the the {at} &amp; x.</target>"
        f"{'' if at % 7 else '<note>zhengming: ignore repeated-word</note>'}</trans-unit>{end}"
        for at in range(_UNITS)
    )
    head = "<xliff><file source-language='zh' target-language='en'><body>"
    return head + "".join(units) + "</body></file></xliff>"


def _xliff_2(end: str) -> str:
    units = (
        f"<unit id='{at}'><segment><source>一{at}</source><target>See the the.</target></segment>"
        f"<segment><source>二</source><target>See an an {at}.</target></segment></unit>{end}"
        for at in range(_UNITS)
    )
    return f"<xliff srcLang='zh' trgLang='en'><file>{''.join(units)}</file></xliff>"


def _table(end: str) -> str:
    rows = (f'数字{at},"See the the ""{at}""{end}end."{end}' for at in range(_UNITS))
    return f"zh,en{end}{''.join(rows)}"


def _report(path: Path, name: str) -> Any:
    stream = io.StringIO()
    result = run(Request((str(path),), overrides={"select": ("repeated-word", "unpaired-mark")}))
    all_reports()[name].write(result, stream, Style())
    assert not result.problems
    return stream.getvalue()


def _places(report: str) -> list[tuple[str, Any]]:
    """Return every place of a JSON report; one finding may be several in windows."""
    findings = json.loads(report)["findings"]
    return sorted(
        (finding["rule"], sorted(place.items()))
        for finding in findings
        for place in finding["places"]
    )


@pytest.mark.parametrize("window", [64, 500, 3000])
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
@pytest.mark.parametrize(
    ("name", "make"), [("a.tmx", _tmx), ("a.xlf", _xliff), ("a.xliff", _xliff_2), ("a.csv", _table)]
)
def test_windows_find_what_the_whole_has(
    name: str,
    make: Callable[[str], str],
    end: str,
    window: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if name == "a.csv" and not end:
        end = "\r"
    path = tmp_path / name
    path.write_bytes(make(end).encode())
    whole = {kind: _report(path, kind) for kind in ("json", "rdjsonl", "tsv")}
    monkeypatch.setattr(streaming, "WINDOW", window)
    parts = {kind: _report(path, kind) for kind in ("json", "rdjsonl", "tsv", "html", "text")}
    assert _places(parts["json"]) == _places(whole["json"])
    assert (
        json.loads(parts["json"])["summary"]["words"]
        == json.loads(whole["json"])["summary"]["words"]
    )
    for kind in ("rdjsonl", "tsv"):
        assert sorted(parts[kind].splitlines()) == sorted(whole[kind].splitlines())


def test_windows_are_whole_units_and_all_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "WINDOW", 700)
    content = _tmx("\r\n")
    reader = reader_for("a.tmx")
    assert isinstance(reader, StreamingReader)
    windows = list(reader.documents("a.tmx", io.BytesIO(content.encode("utf-16"))))
    assert len(windows) > 5
    assert "\ufeff" + content == "".join(window.content for window in windows)
    assert sum(len(window.segments) for window in windows) == _UNITS
    for window in windows:
        for segment in window.segments:
            assert segment.target
            assert window.text(segment.target.span(0, 3)) == "The"


def test_a_row_may_be_longer_than_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "WINDOW", 20)
    reader = reader_for("a.csv")
    assert isinstance(reader, StreamingReader)
    english = 'One "two", ' * 50
    content = 'zh,en\n一,"' + english.replace('"', '""') + '"\n二,Two\n'
    windows = list(reader.documents("a.csv", io.BytesIO(content.encode())))
    assert "".join(window.content for window in windows) == content
    targets = [text.content for window in windows for _, text in window.targets]
    assert targets == [english.strip(), "Two"]


def test_a_fault_far_into_a_file_has_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streaming, "WINDOW", 300)
    good = tmp_path / "good.tmx"
    good.write_text(_tmx("\n"), "utf-8")
    for name, content, place in (
        ("a.tmx", _tmx("\n").replace("figure 40 ", "figure 40 <"), "43:"),
        ("b.csv", _table("\n").replace('""40""', '"40"'), "82:"),
    ):
        path = tmp_path / name
        path.write_text(content, "utf-8")
        result = run(Request((str(path), str(good)), overrides={"select": ("repeated-word",)}))
        assert [str(problem.line) + ":" for problem in result.problems] == [place]
        assert len(result.checked) == 1
