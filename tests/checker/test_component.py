"""The spaCy component."""

from __future__ import annotations

from pathlib import Path

import spacy

GLOSSARY = Path(__file__).parents[1] / "rules" / "glossary.yaml"


def test_terms_are_spans_of_the_document() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("zhengming", config={"glossary": [str(GLOSSARY)]})
    doc = nlp("Differentiated development is no dislocation development, he said.")
    found = [(span.text, span.label_, span.kb_id_) for span in doc.spans["zhengming"]]
    assert found == [
        ("Differentiated development", "preferred", "differentiated-development"),
        ("dislocation development", "deprecated", "differentiated-development"),
    ]
