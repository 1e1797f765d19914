"""The errors that the evaluations put into good translations are errors, and just one each."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest

from evals.bilingual import Flag, document, flags
from evals.damage import Damage, Good
from evals.damage_figures import calendar, digit, magnitude, other_unit
from evals.damage_words import omission, other_name, other_province, other_term, series
from glossary.termbase import Termbase

Kind = Callable[[Good], Iterator[Damage]]
KINDS: tuple[Kind, ...] = (
    magnitude, digit, calendar, other_unit, other_name, other_province, omission, series,
    other_term,
)  # fmt: skip
SOURCE = (
    "7月3日，湖北省副省长陈晓明说，全省投资30.5亿元，修建公路620公里，同比增长12%，"
    "覆盖农业、林业、水利三个领域。"
)
TARGET = (
    "On July 3, Chen Xiaoming, vice governor of Hubei Province, said the province had invested "
    "3.05 billion yuan in 620 km of roads, up 12 percent from a year earlier. They serve farming, "
    "forestry and water conservancy."
)


def damages(kind: Kind, termbase: Termbase, source: str, target: str) -> list[Damage]:
    rng = random.Random(1)  # noqa: S311 - to repeat a run, not to keep a secret
    return list(kind(Good(source, target, rng, termbase)))


@pytest.mark.parametrize("kind", KINDS)
def test_damage_stands_at_its_place(kind: Kind, small_termbase: Termbase) -> None:
    for damage in damages(kind, small_termbase, SOURCE, TARGET):
        assert damage.text != TARGET
        assert damage.text[: damage.start] == TARGET[: damage.start]
        rest = damage.text[damage.end :].rstrip(".")
        assert TARGET.rstrip(".").endswith(rest)


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (
            magnitude,
            {"3.05 million", "3.05 trillion", "6,200 km", "62 km", "30.5 billion", "120 per"},
        ),
        (other_unit, {"620 miles", "12 percentage points", "3.05 billion dollars"}),
        (other_province, {"Province"}),
        (series, {"farming and water conservancy"}),
    ],
)
def test_kinds(kind: Kind, wrong: set[str], small_termbase: Termbase) -> None:
    found = damages(kind, small_termbase, SOURCE, TARGET)
    assert found
    assert all(any(words in damage.text for words in wrong) for damage in found)


@pytest.mark.parametrize(
    ("kind", "source", "target"),
    [
        (other_unit, "增长12个百分点", "It rose by 12%."),
        (other_unit, "投资5美元", "It costs 5 yuan."),
        (digit, "新冠肺炎疫情", "The COVID-19 epidemic"),
        (digit, "今天他来了", "He came with 7 friends."),
        (calendar, "26日", "July 27"),
        (magnitude, "2016年", "in 2016 alone"),
    ],
)
def test_no_error_where_the_source_has_none(
    kind: Kind, source: str, target: str, small_termbase: Termbase
) -> None:
    assert damages(kind, small_termbase, source, target) == []


def test_pairs_are_units_with_exact_places() -> None:
    pairs = [("人才。", "Talent."), ("乡村振兴，人才是关键。", "Talent is the key.")]
    checked = document(pairs)
    for segment, (source, target) in zip(checked.segments, pairs, strict=True):
        assert segment.source
        assert segment.target
        assert checked.source_text(segment.source.span(0, len(source))) == source
        assert checked.text(segment.target.span(0, len(target))) == target
    assert flags([], checked) == []
    assert Flag("a-rule", 1) != Flag("a-rule", 2)
