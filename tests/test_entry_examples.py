"""The shipped glossary tests itself: its audit is clean, and its examples do what they say."""

from __future__ import annotations

import pytest

from checker.examples import failures
from glossary.audit import audit
from glossary.compiled import open_termbase
from glossary.files import base_files
from glossary.loader import load
from glossary.model import Confidence

SUBJECTS = [file.subject for file in base_files()]


def test_audit_is_clean() -> None:
    assert [str(problem) for problem in audit(load(base_files()))] == []


@pytest.fixture(scope="module")
def failed() -> list[str]:
    return [str(problem) for problem in failures(open_termbase())]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_examples(subject: str, failed: list[str]) -> None:
    assert [line for line in failed if f"{subject}.yaml:" in line] == []


def test_there_are_enough_concepts_and_most_were_seen_in_print() -> None:
    concepts = list(open_termbase().concepts())
    verified = sum(concept.confidence is Confidence.VERIFIED for concept in concepts)
    assert len(concepts) >= 2500
    assert verified / len(concepts) >= 0.6
