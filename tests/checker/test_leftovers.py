from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from checker.context import Context
from checker.document import Document, Segment
from checker.leftovers import Size, leftovers
from checker.reader import read_document
from checker.rule import all_rules
from checker.text import Run, Text
from glossary.termbase import Termbase

PO = """msgid ""
msgstr ""
"Language: en\\n"

msgid "大会今天开幕。"
msgstr "The congress opened today."

msgid "代表们听取了三个报告。"
msgstr ""

msgid "大会闭幕。"
msgstr ""
"""


def sizes(document: Document, termbase: Termbase) -> list[tuple[str, Size]]:
    context = Context(document, lambda: termbase, None)
    return [(one.form, one.size) for one in leftovers(document, context)]


def test_without_a_source_all_are_terms(
    read: Callable[..., Document], small_termbase: Termbase
) -> None:
    document = read("We hold to the idea that 绿水青山就是金山银山, as 李娜 says (李娜).")
    assert sizes(document, small_termbase) == [
        ("绿水青山就是金山银山", Size.TERM),
        ("李娜", Size.TERM),
    ]


def test_units_without_translation_are_one_finding(small_termbase: Termbase) -> None:
    document = read_document("page.po", PO.encode())
    rule = all_rules()["untranslated-text"].rule()
    context = Context(document, lambda: small_termbase, None)
    (found,) = rule.check(document, context)
    assert [document.text(span) for span in found.spans] == ["The congress opened today."]
    assert [document.source_text(span) for span in found.source_spans] == [
        "代表们听取了三个报告。",
        "大会闭幕。",
    ]
    assert found.message == "“代表们听取了三个报告。”, “大会闭幕。” are without translation"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("天地" * 2_000, "tian di ma " * 2_000),
        ("天地" * 2_000, "tian di ma, " * 20_000),
        ("天地。" * 20_000, "天地(" * 20_000),
        ("天" * 100_000, "天" * 100_000),
    ],
)
def test_huge_texts_do_not_hang(chinese: str, english: str, small_termbase: Termbase) -> None:
    source = Text((Run(chinese, 0, len(chinese)),), "zh")
    target = Text((Run(english, 0, len(english)),), "en")
    document = Document("draft.txt", "text", english, (Segment(target, source),))
    begin = time.perf_counter()
    rule = all_rules()["untranslated-text"].rule()
    list(rule.check(document, Context(document, lambda: small_termbase, None)))
    assert time.perf_counter() - begin < 10
