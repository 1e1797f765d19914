"""A component for spaCy pipelines: the terms of the glossary in a ``Doc``.

``nlp.add_pipe("zhengming")`` finds it, through the entry point ``spacy_factories``. Each term is a
span of ``doc.spans["zhengming"]``: its label is the status of the form ("preferred", "admitted",
"superseded", "deprecated"), its ``kb_id_`` the id of the concept.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from glossary.compiled import open_termbase
from glossary.termbase import Termbase

SPANS = "zhengming"


class TermFinder:
    """Sets the terms of a glossary on the documents of a pipeline."""

    def __init__(self, termbase: Termbase) -> None:
        self._termbase = termbase

    def __call__(self, doc: Doc) -> Doc:
        """Set the terms of a document; a form that is part of a token takes all of it."""
        spans = []
        for hit in self._termbase.find_english(doc.text):
            concept = self._termbase.concept(hit.concept)
            status = concept.terms[hit.term].status.value
            spans.append(
                doc.char_span(
                    hit.start, hit.end, label=status, kb_id=concept.id, alignment_mode="expand"
                )
            )
        doc.spans[SPANS] = [span for span in spans if span is not None]
        return doc


@Language.factory("zhengming", default_config={"glossary": []})
def create(nlp: Any, name: str, glossary: list[str]) -> TermFinder:
    """Return the component; ``glossary`` are files to lay over the shipped glossary.

    Raises:
        ProblemsError: a glossary file is faulty.
    """
    return TermFinder(open_termbase([Path(file) for file in glossary]))
