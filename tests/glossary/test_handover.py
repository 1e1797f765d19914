"""The terms of a source text, handed over to an engine."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from glossary.compiled import open_termbase
from glossary.handover import FORMATS, terms_of
from glossary.termbase import Termbase

ENTRIES = """
- id: ministry
  zh: [环保部]
  en:
    preferred: Ministry of Ecology and Environment
    superseded: [{text: Ministry of Environmental Protection, until: 2018-03-17}]
  confidence: unverified
- id: city
  zh: [山城, 山城市]
  en: {preferred: Shancheng City, admitted: [Shancheng]}
  confidence: unverified
- id: people
  zh: [民生]
  mixing: free
  en:
    preferred: people's livelihood
    admitted: ['public "wellbeing"']
    deprecated: [{text: civil birth, note: 生 is livelihood}]
  confidence: unverified
"""


@pytest.fixture
def termbase(tmp_path: Path) -> Termbase:
    file = tmp_path / "house.yaml"
    file.write_text(ENTRIES, encoding="utf-8")
    return open_termbase([file], base=False)


def test_each_term_once_in_the_order_of_the_text(termbase: Termbase) -> None:
    terms = terms_of(["山城的民生与环保部", "民生在山城市"], termbase, None)
    assert [(term.source, term.target) for term in terms] == [
        ("山城", "Shancheng"),
        ("民生", "people's livelihood"),
        ("环保部", "Ministry of Ecology and Environment"),
        ("山城市", "Shancheng City"),
    ]


def test_the_name_of_the_day(termbase: Termbase) -> None:
    (term,) = terms_of(["环保部"], termbase, date(2017, 1, 1))
    assert term.target == "Ministry of Environmental Protection"


def test_engines_get_only_what_may_stand_everywhere(termbase: Termbase) -> None:
    terms = terms_of(["山城的民生"], termbase, None)
    assert FORMATS["deepl"](terms) == "山城\tShancheng\n"
    assert FORMATS["google"](terms) == "山城,Shancheng\n"


def test_a_table_reads_back(termbase: Termbase) -> None:
    terms = terms_of(["山城的民生"], termbase, None)
    rows = list(csv.reader(io.StringIO(FORMATS["tsv"](terms)), delimiter="\t"))
    assert rows[0] == ["source", "target", "also right"]
    assert rows[2] == ["民生", "people's livelihood", 'public "wellbeing"']


def test_the_prompt_says_what_to_avoid(termbase: Termbase) -> None:
    lines = FORMATS["markdown"](terms_of(["民生"], termbase, None)).splitlines()
    assert lines[2] == '| 民生 | people\'s livelihood | public "wellbeing" | civil birth |'
