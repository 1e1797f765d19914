"""Runs the rule cases: one YAML file a rule, named after it, written by hand.

A case has a ``name``, a ``target`` (English; several paragraphs are divided by a blank line) or
``markdown``, and what is ``found``: a list of problems, each the list of its marked texts in
order, or nothing at all. Optional: ``source`` (the Chinese, a paragraph for each of the target),
``sources`` (the marked Chinese of each problem), ``options`` of the rule, ``date`` of the text,
``aligned: true`` where source and target are aligned as two files are,
``suggests`` (the first suggestion of each problem), ``says`` (a part of each message).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.align import pair
from checker.context import Context
from checker.document import Document, Segment, SourceFile
from checker.finding import Observation
from checker.reader import read_document, read_source
from checker.rule import all_rules
from glossary.termbase import Termbase

FOLDER = Path(__file__).parent
KEYS = {
    "name", "target", "markdown", "found", "source", "sources", "options", "date", "suggests",
    "says", "aligned",
}  # fmt: skip


def cases() -> list[Any]:
    found = []
    for name in all_rules():
        path = FOLDER / f"{name}.yaml"
        if path.exists():
            for case in yaml.safe_load(path.read_text(encoding="utf-8")):
                found.append(pytest.param(name, case, id=f"{name}: {case['name']}"))
    return found


def document(case: dict[str, Any]) -> Document:
    name = "case.md" if "markdown" in case else "case.txt"
    read = read_document(name, (case.get("markdown") or case["target"]).encode())
    if "source" not in case:
        return read
    original = read_source("source.txt", case["source"].encode())
    if case.get("aligned"):
        return pair(read, original)
    segments = tuple(
        Segment(segment.target, other.target, segment.kind)
        for segment, other in zip(read.segments, original.segments, strict=True)
    )
    file = SourceFile(original.path, original.content)
    return replace(read, segments=segments, source_file=file)


def observe(
    rule_id: str, case: dict[str, Any], termbase: Termbase
) -> tuple[Document, list[Observation]]:
    rule = all_rules()[rule_id].rule
    options = {
        key.replace("-", "_"): tuple(value) if isinstance(value, list) else value
        for key, value in case.get("options", {}).items()
    }
    read = document(case)
    day = date.fromisoformat(str(case["date"])) if "date" in case else read.date
    context = Context(read, lambda: termbase, day)
    observed = list(rule(rule.Options(**options)).check(read, context))
    return read, sorted(observed, key=lambda one: (one.spans[0], one.message))


@pytest.mark.parametrize(("rule_id", "case"), cases())
def test_case(rule_id: str, case: dict[str, Any], small_termbase: Termbase) -> None:
    assert set(case) <= KEYS, "unknown key in the case"
    read, observed = observe(rule_id, case, small_termbase)
    assert [[read.text(span) for span in one.spans] for one in observed] == (
        case.get("found") or []
    )
    if "sources" in case:
        assert [[read.source_text(span) for span in one.source_spans] for one in observed] == case[
            "sources"
        ]
    for key, shown in (
        ("suggests", lambda one: one.suggestions[0]),
        ("says", lambda one: one.message),
    ):
        for one, wanted in zip(observed, case[key], strict=True) if key in case else ():
            assert wanted in shown(one)


@pytest.mark.parametrize("rule_id", all_rules())
def test_every_rule_has_cases_of_both_kinds(rule_id: str) -> None:
    own = yaml.safe_load((FOLDER / f"{rule_id}.yaml").read_text(encoding="utf-8"))
    assert any(case.get("found") for case in own), "a case that is found"
    assert any(not case.get("found") for case in own), "a case that passes"
    assert len({case["name"] for case in own}) == len(own), "names are unique"


@pytest.mark.parametrize("rule_id", all_rules())
def test_every_rule_has_a_page(rule_id: str) -> None:
    info = all_rules()[rule_id]
    assert "\nFound:\n    " in info.page
    assert "\nPassed:\n    " in info.page
    for _, default, help_text in info.options:
        assert isinstance(default, bool | int | str | tuple)
        assert help_text
