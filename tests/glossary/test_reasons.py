"""Why a form is not taken for its term."""

from __future__ import annotations

import pytest

from glossary.compiled import open_termbase
from glossary.condition import Words
from glossary.reasons import rejected
from glossary.termbase import Termbase

ENTRIES = """
- id: chessboard
  zh: [一盘棋]
  en:
    preferred: coordinated approach
    deprecated:
      - {text: a game of chess, note: nobody plays, when: {near: [region, city]}}
      - {text: one board, note: nobody plays, when: {source: true}}
      - {text: the whole board, note: nobody plays, when: {not-followed-by: [of directors]}}
  confidence: unverified
- id: approach
  zh: [办法]
  en: {preferred: approach}
  confidence: unverified
- id: party
  zh: [党]
  en: {preferred: PLA}
  confidence: unverified
"""


@pytest.fixture(scope="module")
def termbase(tmp_path_factory: pytest.TempPathFactory) -> Termbase:
    file = tmp_path_factory.mktemp("house") / "house.yaml"
    file.write_text(ENTRIES, encoding="utf-8")
    return open_termbase([file], base=False)


@pytest.mark.parametrize(
    ("text", "source", "surface", "reason"),
    [
        ("They play a game of chess.", None, "a game of chess", "none of “region”, “city” is in"),
        ("It is one board.", None, "one board", "only beside a source"),
        ("It is one board.", "全国", "one board", "一盘棋 is not in the source"),
        ("He met the whole board of directors.", None, "whole board", "is right before “of dir"),
        ("A coordinated approach.", None, "approach", "belongs to “coordinated approach” (chess"),
        ("A pla is a thing.", None, "pla", "only as it is written in the glossary: “PLA”"),
    ],
)
def test_the_reason_is_told(
    termbase: Termbase, text: str, source: str | None, surface: str, reason: str
) -> None:
    (found,) = rejected(termbase, text, source, Words(text))
    assert text[found.start : found.end] == surface
    assert reason in found.reason


def test_what_is_taken_is_not_rejected(termbase: Termbase) -> None:
    text = "The region is a game of chess for the city."
    assert list(rejected(termbase, text, None, Words(text))) == []
