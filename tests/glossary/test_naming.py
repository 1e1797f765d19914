"""Contested names: both forms are good by default, and one profile enforces the official one."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.checking import check
from checker.config import load_config
from checker.examples import failures
from checker.reader import read_document
from glossary.audit import audit
from glossary.compiled import open_termbase
from glossary.files import base_files, user_files
from glossary.loader import load

LAYER = Path(__file__).parents[2] / "glossary" / "naming" / "official.yaml"


def test_the_layer_is_clean() -> None:
    glossary = load([*base_files(), *user_files([LAYER])])
    assert [str(problem) for problem in audit(glossary, unordered=[str(LAYER)])] == []
    assert [str(problem) for problem in failures(open_termbase([LAYER]))] == []


@pytest.mark.parametrize(
    "text",
    [
        "The railway from China's Qinghai to Tibet carries more tourists.",
        "Chinese ships passed the Senkaku Islands and the Spratly Islands.",
        "Trade between China and Taiwan grew.",
        "Macau and Hong Kong are partners, said the Chinese Communist Party.",
        "Uyghur musicians from Xinjiang played near Mount Everest.",
    ],
)
def test_only_the_profile_takes_sides(text: str) -> None:
    document = read_document("draft.txt", text.encode())
    assert check(document, load_config(None)) == []
    rules = {finding.rule for finding in check(document, load_config(None, "official-naming"))}
    assert rules == {"deprecated-term"}
