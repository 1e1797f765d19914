"""What a Chinese sentence and its translation have in common."""

from __future__ import annotations

import re

import pytest

from checker.chain import Chain
from checker.lang.anchors import anchors
from checker.lang.everyday import everyday_words, in_chinese, in_english
from checker.likeness import Scores, Sentence
from glossary.chinese import simplified

NONE = frozenset[str]()


def shared(source: str, target: str) -> set[str]:
    left, right = anchors([source], [target], ([NONE], [NONE]))
    assert left == right
    return {key for key in left[0] if key[0] not in "es"}


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("全县有1.2万人", "The county has 12,000 people", {"n:12"}),
        ("投资3500万元", "35 million yuan", {"n:35"}),
        ("2024年7月26日", "July 26, 2024", {"n:2024", "n:26", "m:7"}),
        ("7月", "Jul", {"m:7"}),
        ("降到0.5米", "fell to 0.5 m", {"n:5"}),
        ("韩德顺在眉山", "Han Deshun of Meishan", {"p:han", "p:deshun", "p:meishan"}),
        ("在西安", "in Xi'an", {"p:xian"}),
        ("去眉山的路", "Meishan's road", {"p:meishan"}),
        ("用上了bilibili和APP", "Bilibili and the app", {"w:bilibili", "w:app"}),
        ("渡口", "The crossing", set()),
        ("000", "000", set()),
    ],
)
def test_anchors(source: str, target: str, expected: set[str]) -> None:
    assert shared(source, target) == expected


def test_what_one_side_alone_has_is_no_anchor() -> None:
    left, right = anchors(["3艘船", "4艘"], ["3 boats", "5"], ([NONE, NONE], [NONE, NONE]))
    assert left == [frozenset({"n:3", "e:船"}), frozenset()]
    assert right == [frozenset({"n:3", "e:船"}), frozenset()]


def test_terms_are_anchors() -> None:
    named = [frozenset({"rural-road"})]
    assert anchors(["路"], ["It."], (named, named)) == ([{"t:rural-road"}], [{"t:rural-road"}])


def test_everyday_words() -> None:
    assert in_chinese("美国大学的学生") == {"美国", "大学", "学生"}
    assert "美国" in in_english("the US")
    assert "美国" not in in_english("with us")
    assert "大学" in in_english("Universities and University towns")


def test_everyday_words_are_well_formed() -> None:
    pairs = list(everyday_words())
    assert len(set(pairs)) == len(pairs)
    for chinese, english in pairs:
        assert re.fullmatch(r"[\u4e00-\u9fff]{1,6}", chinese), chinese
        assert chinese == simplified(chinese)
        assert re.fullmatch(r"[A-Za-z]+", english), english


def scores(*places: tuple[int, int]) -> Scores:
    """Return the scores of ten sentences a side that share a rare anchor at each place."""
    left = [{f"n:{at}" for at, (i, _) in enumerate(places) if i == number} for number in range(10)]
    right = [{f"n:{at}" for at, (_, j) in enumerate(places) if j == number} for number in range(10)]
    return Scores(
        [Sentence(20, frozenset(keys)) for keys in left],
        [Sentence(80, frozenset(keys)) for keys in right],
    )


def test_the_chain_rises() -> None:
    chain = Chain(scores((1, 1), (3, 8), (5, 5), (8, 9)))
    one = chain.left(8, 9)
    assert one > 0
    assert chain.left(0, 0) == pytest.approx(3 * one)
    assert chain.left(2, 2) == pytest.approx(2 * one)
    assert chain.left(9, 0) == 0
    assert Chain(scores()).left(0, 0) == 0


def test_a_rare_anchor_outweighs_a_wrong_length() -> None:
    found = scores((2, 2))
    assert found.score(2, 2, (1, 1)) > found.score(1, 1, (1, 1)) > found.score(1, 2, (1, 1)) - 1e-9
    assert found.score(1, 1, (1, 1)) > found.score(1, 1, (2, 1))
