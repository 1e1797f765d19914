from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver

from checker.document import Document
from checker.reader import read_document
from glossary.compiled import open_termbase
from glossary.termbase import Termbase

TESTS = Path(__file__).parent
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--window-size=1400,1000",
)  # fmt: skip


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


@pytest.fixture
def chromium() -> Iterator[Any]:
    """A headless browser."""
    if BROWSER is None:
        pytest.skip("no Chromium here; .ci/run installs one")
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER
    for argument in ARGUMENTS:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver_path = shutil.which("chromedriver")
    service = webdriver.ChromeService(driver_path) if driver_path else webdriver.ChromeService()
    driver = webdriver.Chrome(options=options, service=service)
    yield driver
    driver.quit()
