"""Every rule that compares a translation with its source is linear in what it reads."""

from __future__ import annotations

import time

import pytest

from checker.context import Context
from checker.document import Document, Segment
from checker.nearest import nearest
from checker.rule import Need, all_rules
from checker.text import Run, Text
from glossary.termbase import Termbase

SIZE = 60_000
SECONDS = 4.0
PAIRS = {
    "a long figure": ("9" * SIZE + "万元", "9" * SIZE + " yuan"),
    "units of scale": ("10" + "亿" * SIZE, "billion " * (SIZE // 8)),
    "figures": (
        "，".join(f"{number}万元" for number in range(SIZE // 8)),
        ", ".join(f"{number}0,001 yuan" for number in range(SIZE // 14)),
    ),
    "figures, and none in the English": ("3万元，" * (SIZE // 4), "none of them is " * 100),
    "ordinals": ("第十六届" * (SIZE // 4), "the 15th " * (SIZE // 9)),
    "dates": ("7月26日，" * (SIZE // 6), "July 27, " * (SIZE // 9)),
    "rates": ("同比增长5%，" * (SIZE // 8), "up 5% month on month, " * (SIZE // 22)),
    "names": ("张继才、王礼文说，" * (SIZE // 9), "Zhang Jilin, Wang Lijian said, " * (SIZE // 31)),
    "lists": ("农业、林业和" * (SIZE // 6), "farming, forestry and " * (SIZE // 22)),
    "quotations": ("“好”" * (SIZE // 3), '"good" “ ' * (SIZE // 9)),
    "open marks": ("“《" * (SIZE // 2) + "好", '“"' * (SIZE // 2) + "good"),
    "short sentences": ("好的。" * (SIZE // 3), "It is good. " * (SIZE // 12)),
    "a short translation": ("今天我们在北京开会讨论问题。" * (SIZE // 14), "Yes. " * 5),
    "addresses": ("http://a.example/" * (SIZE // 17), "http://b.example/" * (SIZE // 17)),
    "spaces": ("好" + " " * SIZE + "5", "a" + " " * SIZE + "6"),
    "points": ("1." * (SIZE // 2) + "5", "1," * (SIZE // 2) + "6"),
    "Chinese left": ("好" * 100, "好，" * (SIZE // 2)),
    "percent": ("百分之" * (SIZE // 3) + "五", "percent " * (SIZE // 8)),
}


def document(source: str, target: str) -> Document:
    texts = (
        Text((Run(target, 0, len(target)),), "en"),
        Text((Run(source, len(target), len(target) + len(source)),), "zh"),
    )
    return Document("pair.tsv", "table", target + source, (Segment(*texts),))


@pytest.mark.parametrize("name", PAIRS)
def test_long_pairs_take_no_long_time(name: str, small_termbase: Termbase) -> None:
    read = document(*PAIRS[name])
    context = Context(read, lambda: small_termbase, None)
    start = time.process_time()
    for info in all_rules().values():
        if Need.SOURCE in info.rule.needs:
            list(info.rule().check(read, context))
    assert time.process_time() - start < SECONDS


def test_a_word_of_a_term_may_come_often() -> None:
    start = time.process_time()
    assert nearest(["new quality productive forces"], "quality " * 60_000)
    assert time.process_time() - start < SECONDS
