from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import completeness
from checker.context import Context
from checker.document import Document, Pair, SourceFile
from checker.finding import Observation
from checker.rule import all_rules
from checker.text import Run, Text
from glossary.termbase import Termbase


def aligned(*passages: tuple[str | None, str | None, float]) -> Document:
    """Return a document of two files with these passages, each a line of its file."""
    source, target, pairs = "", "", []
    for chinese, english, confidence in passages:
        theirs = (
            Text((Run(chinese, len(source), len(source) + len(chinese)),), "zh")
            if chinese
            else None
        )
        ours = (
            Text((Run(english, len(target), len(target) + len(english)),), "en")
            if english
            else None
        )
        source += f"{chinese}\n" if chinese else ""
        target += f"{english}\n" if english else ""
        pairs.append(Pair(theirs, ours, confidence))
    file = SourceFile("source.txt", source)
    return Document("draft.txt", "text", target, (), source_file=file, passages=tuple(pairs))


def observed(rule: str, document: Document, termbase: Termbase) -> list[Observation]:
    return list(all_rules()[rule].rule().check(document, Context(document, lambda: termbase, None)))


def shown(document: Document, found: Sequence[Observation]) -> list[tuple[list[str], list[str]]]:
    return [
        (
            [document.text(span) for span in one.spans],
            [document.source_text(span) for span in one.source_spans],
        )
        for one in found
    ]


def test_passages_without_translation_are_one_finding_at_the_sentence_before(
    small_termbase: Termbase,
) -> None:
    document = aligned(
        ("大会开幕。代表们就座。", "The congress opened. Delegates took their seats.", 1.0),
        ("大家听取了三个报告。", None, 0.8),
        ("下午举行了分组讨论。", None, 0.9),
        ("大会闭幕。", "The congress closed.", 1.0),
    )
    found = observed("omitted-sentence", document, small_termbase)
    assert shown(document, found) == [
        (["Delegates took their seats."], ["大家听取了三个报告。", "下午举行了分组讨论。"])
    ]
    assert (
        found[0].message
        == "“大家听取了三个报告。” and 1 more after it of the source has no translation"
    )


def test_a_missing_beginning_is_told_at_the_first_sentence(small_termbase: Termbase) -> None:
    document = aligned(
        ("大家听取了三个报告。", None, 0.8),
        ("大会闭幕。", "The congress closed. All went home.", 1.0),
    )
    found = observed("omitted-sentence", document, small_termbase)
    assert shown(document, found) == [(["The congress closed."], ["大家听取了三个报告。"])]


@pytest.mark.parametrize("chinese", ["（完）", "责任编辑：王小明"])
def test_unimportant_gaps_pass(chinese: str, small_termbase: Termbase) -> None:
    document = aligned(("大会闭幕。", "The congress closed.", 1.0), (chinese, None, 1.0))
    assert observed("omitted-sentence", document, small_termbase) == []


@pytest.mark.parametrize(
    ("english", "count"),
    [("The congress closed.", 1), ("The congress heard three reports and then closed.", 0)],
)
def test_a_doubtful_gap_is_told_where_the_english_beside_it_has_no_room(
    english: str, count: int, small_termbase: Termbase
) -> None:
    document = aligned(("大会闭幕。", english, 1.0), ("大家听取了三个报告。", None, 0.01))
    assert len(observed("omitted-sentence", document, small_termbase)) == count


def test_a_passage_without_source(small_termbase: Termbase) -> None:
    document = aligned(
        ("大会闭幕。", "The congress closed.", 1.0),
        (None, "Rain fell all night.", 0.9),
        (None, "Nobody knows why.", 0.01),
    )
    found = observed("added-sentence", document, small_termbase)
    assert shown(document, found) == [(["Rain fell all night."], [])]


def test_a_draft_that_is_empty(small_termbase: Termbase) -> None:
    document = aligned(("大会闭幕，代表们回家。", " ", 1.0), ("大家听取了三个报告。", None, 1.0))
    for rule in ("omitted-sentence", "added-sentence"):
        assert observed(rule, document, small_termbase) == []


RULES = (
    "omitted-sentence",
    "added-sentence",
    "untranslated-text",
    "quotation-mismatch",
    "url-mismatch",
)


@given(st.text("。！？，天地12aB“” \n", max_size=60), st.text(".!? aB12\n“”", max_size=60))
def test_any_pair_can_be_asked(small_termbase: Termbase, chinese: str, english: str) -> None:
    document = aligned((chinese, english, 1.0))
    for rule in RULES:
        for one in observed(rule, document, small_termbase):
            assert one.spans


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("会" * 200_000, "a"),
        ("会。" * 20_000, "A b. " * 3),
        ("12，" * 20_000, "a. B"),
        ("阿" * 200_000 + "，9" * 1000, "9" * 200_000),
        ("说：“" * 50_000, "said, " * 50_000),
        ("说：“" + "一，" * 100_000, "He said: " * 20_000),
        ("www.a.cn/" * 20_000 + "天" * 200_000, "a@b." * 50_000 + "http://a.b" * 20_000),
        ("GB/T 1-" * 30_000 + "天" * 200_000, "C919-" * 40_000),
        ("天地" * 50_000, "tian di " * 50_000),
        ("天地" * 50_000, "天地(" * 20_000),
    ],
)
def test_huge_pairs_do_not_hang(chinese: str, english: str, small_termbase: Termbase) -> None:
    begin = time.perf_counter()
    for rule in RULES:
        observed(rule, aligned((chinese, english, 1.0)), small_termbase)
    assert time.perf_counter() - begin < 10


def test_many_gaps_do_not_hang(small_termbase: Termbase) -> None:
    rows = [("大家听取了三个报告。", None, 0.01)] * 20_000
    begin = time.perf_counter()
    document = aligned(("大会开幕。", "The congress opened.", 1.0), *rows)
    assert len(observed("omitted-sentence", document, small_termbase)) == 1
    assert time.perf_counter() - begin < 10


def test_the_length_of_a_passage() -> None:
    assert completeness.length("会议讨论") == 4
    assert completeness.length("2024年7月26日") < 4
    assert completeness.length("阿拉巴马") == 2
    assert completeness.length("特洛伊大学（Troy University）") == completeness.length("特洛伊大学")


def test_half_of_a_long_sentence_is_rarer_than_half_of_a_short_one() -> None:
    assert completeness.misfit(80, 150) > completeness.misfit(20, 38) > completeness.misfit(20, 70)


def test_nothing_written_fits_nothing() -> None:
    assert completeness.misfit(20, 0) > 20
