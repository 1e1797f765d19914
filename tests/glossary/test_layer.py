"""Layers compiled one over the other answer as one glossary does."""

from __future__ import annotations

import pytest

from glossary.compiler import compile_glossary
from glossary.files import GlossaryFile
from glossary.loader import load
from glossary.problem import ProblemsError
from glossary.search import look_up
from glossary.termbase import Termbase

LOWER = """\
- id: lake
  zh: [湖]
  en: {preferred: lake, deprecated: [{text: big pond, note: a lake}]}
  confidence: unverified
- id: lantern-town
  zh: [灯笼镇]
  includes: [lake]
  en:
    preferred: lantern town
    admitted: [town of lanterns]
    deprecated: [{text: lamp town, note: no}]
  confidence: unverified
- id: town
  zh: [镇]
  en: {preferred: town}
  confidence: unverified
"""
UPPER = """\
- id: town
  zh: [镇, 小镇]
  en: {preferred: township, deprecated: [{text: "{small|little} town", note: no}]}
  confidence: unverified
  override: true
- id: lantern-town
  en: {admitted: [city of lanterns], deprecated: [{text: bulb town, note: no}]}
  override: add
- id: market
  zh: [集市]
  en: {preferred: market, admitted: [lake]}
  confidence: unverified
"""
FILES = [
    GlossaryFile(f"{name}.yaml", name, content.encode(), layer)
    for layer, (name, content) in enumerate([("lower", LOWER), ("upper", UPPER)])
]


@pytest.fixture(scope="module")
def one() -> Termbase:
    return Termbase(compile_glossary(load(FILES)))


@pytest.fixture(scope="module")
def layered() -> Termbase:
    lower = compile_glossary(load(FILES[:1]))
    below = Termbase(lower)
    return Termbase(lower, compile_glossary(load(FILES[1:], below.get), below))


def test_the_concepts_are_the_same(one: Termbase, layered: Termbase) -> None:
    assert layered.ids == one.ids
    assert list(layered.concepts()) == list(one.concepts())
    assert len(layered) == len(one) == 4
    assert "town" in layered
    assert "pond" not in layered
    assert layered.get("pond") is None


@pytest.mark.parametrize(
    "text",
    [
        "The towns by the lake have a market; a small town, a township, a big pond.",
        "Lantern town, lamp town, bulb town, the city of lanterns and the town of lanterns.",
    ],
)
def test_the_hits_are_the_same(one: Termbase, layered: Termbase, text: str) -> None:
    assert layered.find_english(text) == one.find_english(text) != []


def test_the_chinese_is_the_same(one: Termbase, layered: Termbase) -> None:
    text = "灯笼镇的小镇，湖边的集市和镇"
    assert layered.find_chinese(text) == one.find_chinese(text) != []


@pytest.mark.parametrize("language", ["en", "zh", "key"])
def test_the_phrases_are_the_same(one: Termbase, layered: Termbase, language: str) -> None:
    def named(termbase: Termbase) -> set[tuple[str, str, int]]:
        decoded = ((p, termbase.decode(entry)) for p, entry in termbase.phrases(language))
        return {(phrase, concept.id, number) for phrase, (concept, number) in decoded}

    assert named(layered) == named(one)
    assert layered.texts(language) == one.texts(language)


@pytest.mark.parametrize("query", ["镇", "小镇", "lake", "lantrn town", "xiaozhen", "town"])
def test_the_answers_are_the_same(one: Termbase, layered: Termbase, query: str) -> None:
    assert look_up(layered, query) == look_up(one, query)


def test_a_clash_with_the_layer_below_is_told(layered: Termbase) -> None:
    clash = GlossaryFile("c.yaml", "c", LOWER.encode(), 1)
    with pytest.raises(ProblemsError, match="stands already at"):
        load([clash], layered.get)
