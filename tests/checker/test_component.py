"""The spaCy component."""

from __future__ import annotations

import spacy

from checker.lang.component import TermFinder
from glossary.termbase import Termbase


def test_terms_are_spans_of_the_document(small_termbase: Termbase) -> None:
    doc = spacy.blank("en")("Differentiated development is no dislocation development, he said.")
    found = TermFinder(small_termbase)(doc).spans["zhengming"]
    assert [(span.text, span.label_, span.kb_id_) for span in found] == [
        ("Differentiated development", "preferred", "differentiated-development"),
        ("dislocation development", "deprecated", "differentiated-development"),
    ]


def test_a_pipeline_finds_the_component_by_its_name() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("zhengming")
    doc = nlp("They spoke of the Belt and Road Initiative.")
    assert [span.kb_id_ for span in doc.spans["zhengming"]] == ["belt-and-road-initiative"]
