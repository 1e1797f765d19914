"""Slips in names, and surnames as they are spelled abroad."""

from __future__ import annotations

import time
from itertools import islice, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.context import Context
from checker.document import Document, Segment
from checker.lang.names.misspelt import is_abroad, is_misheard, is_slip
from checker.rules.accuracy.name_mismatch import NameMismatch
from checker.text import Run, Text
from glossary.termbase import Termbase

WORDS = st.text("abcdeghilnouxyz", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("jang", "zhang"),
        ("qen", "chen"),
        ("lui", "liu"),
        ("wan", "wang"),
        ("fui", "hui"),
        ("shaoyeng", "shaoyong"),
        ("kunbou", "kunbao"),
        ("kunmnig", "kunming"),
        ("yinchuang", "yinchuan"),
    ],
)
def test_a_slip_is_at_one_place(written: str, right: str) -> None:
    assert is_slip(written, right)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("wang", "wang"),
        ("wo", "wu"),
        ("mei", "hui"),
        ("said", "sai"),
        ("smith", "shi"),
        ("jianxin", "qianxing"),
        ("weiwei", "weiweiwei"),
        ("", "wang"),
        ("wang", ""),
    ],
)
def test_no_slip(written: str, right: str) -> None:
    assert not is_slip(written, right)


@given(WORDS, WORDS)
def test_slips_go_both_ways_in_long_words(one: str, other: str) -> None:
    one, other = f"zhang{one}", f"zhang{other}"
    assert is_slip(one, other) == is_slip(other, one)


@given(st.text(), st.text())
def test_nothing_breaks_it(one: str, other: str) -> None:
    assert is_slip(one, other) in (True, False)


def test_spellings_abroad_belong_to_a_surname() -> None:
    assert is_abroad("lau", "刘", "jialing")
    assert not is_abroad("lui", "刘", "jialing")
    assert is_abroad("lui", "吕", "jialing")


def test_no_korean_has_a_given_name_that_only_pinyin_spells_so() -> None:
    assert is_abroad("jang", "张", "min")
    assert not is_abroad("jang", "张", "xiong")


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("sichuang", "sichuan"),
        ("siquan", "sichuan"),
        ("fujien", "fujian"),
        ("foxan", "foshan"),
        ("qengdu", "chengdu"),
        ("febei", "hebei"),
        ("jiangshi", "jiangxi"),
        ("shenjen", "shenzhen"),
    ],
)
def test_a_syllable_of_a_place_is_misheard(written: str, right: str) -> None:
    assert is_misheard(written, right)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("hebei", "hebei"),
        ("human", "hunan"),
        ("mining", "xining"),
        ("bearing", "beijing"),
        ("italian", "dalian"),
        ("honan", "hunan"),
        ("harbor", "harbin"),
        ("hunanese", "hunan"),
        ("lean", "leshan"),
        ("", "hunan"),
    ],
)
def test_no_place_is_misheard(written: str, right: str) -> None:
    assert not is_misheard(written, right)


@given(st.text(), st.text("abcdeghijlnouxyz"))
def test_nothing_breaks_places(one: str, other: str) -> None:
    assert is_misheard(one, other) in (True, False)


@pytest.mark.parametrize("end", ["ng", "x", ""])
def test_many_names_in_a_passage_take_no_long_time(end: str, small_termbase: Termbase) -> None:
    names = list(islice(product("王张李刘陈杨赵黄", "明国华建文军红", "丽英玉兰春海林"), 390))
    source = "、".join("".join(name) for name in names)
    given = product(("Ming", "Guo", "Hua", "Jian", "Wen"), ("qi", "cui", "ying", "hao"))
    surnames = ("Wang", "Jang", "Li", "Lui", "Qen", "Chen", "Jao", "Huang")
    target = ", ".join(
        f"{one} {''.join(two)}{end}" for one, two in product(surnames, list(given) * 2)
    )
    content = target + source
    texts = (
        Text((Run(target, 0, len(target)),), "en"),
        Text((Run(source, len(target), len(content)),), "zh"),
    )
    read = Document("pair.tsv", "table", content, (Segment(*texts),))
    start = time.process_time()
    list(NameMismatch().check(read, Context(read, lambda: small_termbase, None)))
    assert time.process_time() - start < 2
