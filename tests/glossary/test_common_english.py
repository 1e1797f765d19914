"""No wrong form is a word of everyday English, unless a condition guards it.

Whole phrases are tried on good English by ``python -m evals.clean_english``.
"""

from __future__ import annotations

from dataclasses import replace

from spellchecker import SpellChecker

from glossary.compiler import phrases
from glossary.files import base_files
from glossary.loader import load
from glossary.model import Condition, Status, Term

# How often a word stands in the dictionary's texts; below are names and typing errors.
COMMON = 60


def _is_guarded(term: Term) -> bool:
    # A capital is no guard, as any word may begin a sentence; nor is it that China is spoken of.
    asks = replace(term.condition, exact_case=False, anywhere=()) if term.condition else Condition()
    return term.text.isupper() or asks != Condition()


def test_no_everyday_word_is_wrong_everywhere() -> None:
    words = SpellChecker(language="en").word_frequency.dictionary
    assert words["market"] > COMMON > words.get("chengyu", 0)
    found = [
        f"{concept.id}: {phrase}"
        for concept in load(base_files()).concepts.values()
        for term in concept.forms("en", Status.DEPRECATED)
        if not _is_guarded(term)
        for phrase in phrases(term, concept)
        if words.get(phrase, 0) >= COMMON
    ]
    assert found == []
