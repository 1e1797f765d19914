"""Patterns that ask for the Chinese term: each is found beside it, and only there."""

from __future__ import annotations

from itertools import islice

import pytest

from glossary.compiled import open_termbase
from glossary.model import Status, Term
from glossary.termbase import Termbase
from glossary.variants import expand

OTHER_SOURCE = "明天下午有雨，傍晚转晴。"


@pytest.fixture(scope="module")
def shipped() -> Termbase:
    return open_termbase()


def sentence(term: Term, form: str) -> str:
    """Return an English text in which the condition of a term holds."""
    condition = term.condition
    assert condition
    before = condition.preceded_by[0] if condition.preceded_by else "What came of the"
    after = condition.followed_by[0] if condition.followed_by else "was seen"
    hints = [f"Mind the {words[0]}." for words in (condition.near, condition.anywhere) if words]
    return " ".join([f"{before} {form} {after}.", *hints])


def is_found(termbase: Termbase, text: str, form: str, source: str) -> bool:
    """Whether a bad form that covers the form is found."""
    start = text.index(form)
    return any(
        hit.start <= start
        and start + len(form) <= hit.end
        and termbase.concept(hit.concept).terms[hit.term].status is Status.DEPRECATED
        for hit in termbase.find_english(text, source)
    )


def test_each_is_found_beside_its_chinese_and_only_there(shipped: Termbase) -> None:
    count = 0
    for concept in shipped.concepts():
        for term in concept.forms("en"):
            if not term.condition or not term.condition.source:
                continue
            count += 1
            for form in (one.removesuffix(" the") for one in islice(expand(term.text), 4)):
                text = sentence(term, form)
                own = f"大家谈到了{concept.zh[0]}的情况。"
                assert is_found(shipped, text, form, own), (concept.id, text)
                for source in (None, OTHER_SOURCE):
                    hits = shipped.find_english(text, source)
                    assert all(
                        concept.terms[hit.term] != term for hit in hits if hit.concept == concept.id
                    ), (concept.id, text)
    assert count > 150
