from __future__ import annotations

from pathlib import Path

import pytest

from glossary.chinese import pinyin, pinyin_key, traditional
from glossary.compiled import open_termbase
from glossary.search import look_up
from glossary.termbase import Termbase

GLOSSARY = """\
- id: riverside-green-corridor
  zh: [滨江绿廊, 绿廊]
  en:
    preferred: riverside green corridor
    deprecated: [{text: "river {beach|shore} gallery", note: wrong}]
  confidence: unverified
- id: trade-fair
  zh: [贸易会]
  en: {preferred: trade fair, admitted: [trade expo]}
  confidence: unverified
"""


@pytest.fixture(scope="module")
def termbase(tmp_path_factory: pytest.TempPathFactory) -> Termbase:
    path: Path = tmp_path_factory.mktemp("g") / "g.yaml"
    path.write_text(GLOSSARY, encoding="utf-8")
    return open_termbase([path], base=False)


@pytest.mark.parametrize(
    "query",
    [
        "滨江绿廊", "濱江綠廊", "绿廊", "binjianglülang", "bin jiang lü láng",
        "bin1 jiang1 lv4 lang2",
        "Riverside Green Corridor", "riverside green corridors", "river beach gallery",
        "riverside gren coridor", "  绿廊 ",
    ],
)  # fmt: skip
def test_first_answer(termbase: Termbase, query: str) -> None:
    assert look_up(termbase, query).matches[0].concept.id == "riverside-green-corridor"


def test_miss_names_the_nearest(termbase: Termbase) -> None:
    answer = look_up(termbase, "trades fete")
    assert not answer.matches
    assert "trade fair" in answer.nearest


@pytest.mark.parametrize("query", ["", " ", "the", "!", "zzzzqqqq", "囧", "\x00", "x" * 10_000])
def test_nothing_found_is_no_fault(termbase: Termbase, query: str) -> None:
    assert look_up(termbase, query).matches == ()


def test_limit(termbase: Termbase) -> None:
    assert len(look_up(termbase, "trade", limit=1).matches) == 1


def test_pinyin() -> None:
    assert pinyin("绿色") == "lvse"
    assert {pinyin_key(text) for text in ("lüsè", "LV4 se4", "lu:-se", "lǜ sè")} == {"lvse"}


def test_traditional() -> None:
    assert traditional(["贸易会", "山"]) == [{"貿易會"}, set()]
