from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.document import Document
from checker.reader import read_document
from glossary.compiled import open_termbase
from glossary.termbase import Termbase

TESTS = Path(__file__).parent


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep compiled glossaries of tests out of the user's cache, shared by the whole run."""
    folder = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))


@pytest.fixture(scope="session")
def small_termbase() -> Termbase:
    """The small glossary of the rule cases."""
    return open_termbase([TESTS / "rules" / "glossary.yaml"], base=False)


@pytest.fixture
def read() -> Callable[..., Document]:
    """Read a text as a document of a format."""

    def read_text(content: str, name: str = "draft.txt") -> Document:
        return read_document(name, content.encode())

    return read_text
