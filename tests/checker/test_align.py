"""A draft beside its source: every sentence is in one pair, in order, with its place."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.align import pair
from checker.alignment import Bead, align
from checker.document import Document
from checker.lang import chinese
from checker.likeness import Sentence
from checker.reader import read_document, read_source


def paired(source: str, target: str, suffix: str = "txt") -> Document:
    return pair(
        read_document(f"draft.en.{suffix}", target.encode()),
        read_source(f"draft.zh.{suffix}", source.encode()),
    )


def contents(document: Document) -> list[tuple[str | None, str | None]]:
    return [
        (one.source and one.source.content, one.target and one.target.content)
        for one in document.pairs
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("雨停了。我们走吧！好吗？", ["雨停了。", "我们走吧！", "好吗？"]),
        ("“雨停了。我们走吧。”老张说。天亮了。", ["“雨停了。", "我们走吧。”老张说。", "天亮了。"]),
        ("他喊：“开船！”船就开了。", ["他喊：“开船！”", "船就开了。"]),
        ("“开船！”的喊声响起。", ["“开船！”的喊声响起。"]),
        ("「走吧。」他站了起来。", ["「走吧。」", "他站了起来。"]),
        ("水位下降；船进港。", ["水位下降；船进港。"]),
        ("也许……明天再说。", ["也许……明天再说。"]),
        ("“也许……”他没有说完。", ["“也许……”", "他没有说完。"]),
        ("真的吗？！真的。", ["真的吗？！", "真的。"]),
        ("全长3.5公里。", ["全长3.5公里。"]),
        ("港口启用新泊位", ["港口启用新泊位"]),
        ("他走了。 ”她没走。", ["他走了。 ”", "她没走。"]),
        ("", []),
        ("   ", []),
    ],
)
def test_chinese_sentences(content: str, expected: list[str]) -> None:
    found = [content[start:end].strip() for start, end in chinese.sentences(content)]
    assert found == expected


@given(st.text(alphabet="他说走的 。！？…”“」）\n.a1", max_size=80))
def test_chinese_sentences_are_all_of_the_paragraph(content: str) -> None:
    spans = chinese.sentences(content)
    assert "".join(content[start:end] for start, end in spans) == (content if spans else "")
    assert bool(spans) == bool(content.strip())


SOURCE = """渡口换新船

青石渡口有了3艘新船。老船工韩德顺掌舵已经四十二年。

他说，从前过一次河要等1个小时。现在只要8分钟。夜里也能过河。

渡口去年运送旅客16.4万人次。
"""
TARGET = """New boats at the crossing

The Qingshi crossing has 3 new boats. Han Deshun, an old boatman, has been at the helm for
forty-two years.

In the old days, he says, one waited an hour to cross; now it takes 8 minutes. One can
cross at night too.

Last year the ferry carried 164,000 passengers.
"""


def test_pairs() -> None:
    assert contents(paired(SOURCE, TARGET)) == [
        ("渡口换新船", "New boats at the crossing"),
        ("青石渡口有了3艘新船。", "The Qingshi crossing has 3 new boats."),
        (
            "老船工韩德顺掌舵已经四十二年。",
            "Han Deshun, an old boatman, has been at the helm for\nforty-two years.",
        ),
        (
            "他说，从前过一次河要等1个小时。现在只要8分钟。",
            "In the old days, he says, one waited an hour to cross; now it takes 8 minutes.",
        ),
        ("夜里也能过河。", "One can\ncross at night too."),
        ("渡口去年运送旅客16.4万人次。", "Last year the ferry carried 164,000 passengers."),
    ]


def test_paragraphs_have_their_source() -> None:
    document = paired(SOURCE, TARGET)
    assert [segment.source.content for segment in document.segments if segment.source] == [
        "渡口换新船",
        "青石渡口有了3艘新船。老船工韩德顺掌舵已经四十二年。",
        "他说，从前过一次河要等1个小时。现在只要8分钟。夜里也能过河。",
        "渡口去年运送旅客16.4万人次。",
    ]
    assert document.has_source


def test_merged_paragraphs_are_joined_with_a_gap() -> None:
    source = "渡口去年运送旅客16.4万人次。\n\n今年开通了3条新航线。\n"
    target = (
        "The ferry, which opened 3 new routes this year, carried 164,000 passengers last year, "
        "as the operator says.\n"
    )
    (one,) = paired(source, target).pairs
    assert one.source is not None
    assert one.source.content == "渡口去年运送旅客16.4万人次。\n\n今年开通了3条新航线。"
    assert one.source.span(17, 19).start == 17


def test_a_dropped_sentence_stands_alone() -> None:
    gone = "老船工韩德顺掌舵已经四十二年，他的父亲和祖父也是这里的船工。"
    source = SOURCE.replace("老船工韩德顺掌舵已经四十二年。", gone)
    start, end = TARGET.index(" Han Deshun"), TARGET.index("\n\nIn the old")
    assert (gone, None) in contents(paired(source, TARGET[:start] + TARGET[end:]))


def test_a_long_sentence_is_several_in_english() -> None:
    long = (
        "我们整治老渡口，更换超过年限的木船，培训夜航的船工，在码头装上照明设备，"
        "把候船室搬到高处，为行动不便的乘客修建坡道，同上下游的村镇商定汛期停航的办法，"
        "开通去往县医院和集市的班次，让两岸居民出行方便、放心。"
    )
    parts = (
        "We have put the old crossing in order and replaced the wooden boats that were past their "
        "years. The boatmen have been trained for the night. The landings have been lit, and the "
        "waiting room has been moved to higher ground. There is a ramp for those who walk with "
        "difficulty. With the villages up and down the river we have agreed on when to stop in "
        "floods. Boats go to the county hospital and the market, so that people on both banks "
        "travel with ease."
    )
    ends = ("渡口去年运送旅客16.4万人次。", "Last year the ferry carried 164,000 passengers.")
    found = contents(paired(f"{long}{ends[0]}\n", f"{parts} {ends[1]}\n"))
    assert found == [(long, parts), ends]


def test_the_date_of_the_source() -> None:
    source = "---\ndate: 2019-03-05\n---\n\n渡口有了3艘新船。\n"
    assert str(paired(source, "The crossing has 3 new boats.\n", "md").date) == "2019-03-05"
    dated = "---\ndate: 2020-01-01\n---\n\nThe crossing has 3 new boats.\n"
    assert str(paired(source, dated, "md").date) == "2020-01-01"


sides = st.lists(
    st.builds(
        Sentence,
        st.integers(0, 300),
        st.frozensets(st.sampled_from(["n:1", "n:2", "p:han", "t:x", "w:a"]), max_size=3),
        st.booleans(),
        st.booleans(),
    ),
    max_size=25,
)


def assert_whole(beads: list[Bead], sources: int, targets: int) -> None:
    places = [(0, 0), *((bead.source_end, bead.target_end) for bead in beads)]
    assert [(bead.source, bead.target) for bead in beads] == places[:-1]
    assert places[-1] == (sources, targets)
    assert all(one < other for one, other in pairwise(places))
    assert all(0 <= bead.confidence <= 1 for bead in beads)


@given(sides, sides)
def test_every_sentence_is_in_one_bead(source: list[Sentence], target: list[Sentence]) -> None:
    assert_whole(align(source, target), len(source), len(target))


clauses = st.sampled_from(["他走了。", "3艘船到了！", "\n\n", "“好。”", "港口", "韩德顺说"])
words = st.sampled_from(["He left. ", "3 boats came! ", "\n\n", '"Good." ', "The port ", "Han "])


@settings(deadline=None)
@given(st.lists(clauses, min_size=1, max_size=20), st.lists(words, min_size=1, max_size=20))
def test_spans_map_back(source: list[str], target: list[str]) -> None:
    document = paired("港口。" + "".join(source), "Port. " + "".join(target))
    for one in document.pairs:
        if one.target:
            for at, mark in enumerate(one.target.content):
                assert mark == "\n" or document.text(one.target.span(at, at + 1)) == mark
        if one.source:
            for at, mark in enumerate(one.source.content):
                assert mark == "\n" or document.source_text(one.source.span(at, at + 1)) == mark


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("好。" * 100_000, "A. " * 100_000),
        ("好。\n" * 5_000, "It is good.\n" * 5_000),
        ("好" * 200_000, "It is good. " * 3_000),
        ("好。" * 3_000, "it is good " * 20_000),
        ("好。", "It is good. " * 20_000),
        ("好。" + "。…！”" * 20_000, "Good." * 5 + "." * 50_000),
        ("一二三" * 50_000, "Yi Ersan " * 30_000),
    ],
)
def test_hostile_texts_end(source: str, target: str) -> None:
    began = time.process_time()
    paired(source, target)
    assert time.process_time() - began < 30


def test_long_documents_take_seconds() -> None:
    source = [
        Sentence(10 + at * 7 % 40, frozenset({f"n:{at}"} if at % 5 == 0 else ()))
        for at in range(10_000)
    ]
    target = [Sentence(4 * one.length, one.anchors) for one in source]
    began = time.process_time()
    beads = align(source, target)
    assert time.process_time() - began < 20
    assert sum(bead.source == bead.target for bead in beads) > 9_900
