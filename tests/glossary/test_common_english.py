"""No wrong form is a word of everyday English, unless a condition guards it.

Whole phrases are tried on good English by ``python -m evals.clean_english``.
"""

from __future__ import annotations

from spellchecker import SpellChecker

from glossary.compiled import phrases
from glossary.condition import needs_exact_case
from glossary.loader import base_files, load
from glossary.model import Status

# How often a word stands in the dictionary's texts; below are names and typing errors.
COMMON = 60


def test_no_everyday_word_is_wrong_everywhere() -> None:
    words = SpellChecker(language="en").word_frequency.dictionary
    assert words["market"] > COMMON > words.get("chengyu", 0)
    found = [
        f"{concept.id}: {phrase}"
        for concept in load(base_files()).concepts.values()
        for term in concept.forms("en", Status.DEPRECATED)
        if term.condition is None and not needs_exact_case(term)
        for phrase in phrases(term, concept)
        if words.get(phrase, 0) >= COMMON
    ]
    assert found == []
