"""The site is built without a warning, and a reader finds a term on it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from checker.rule import all_rules

ROOT = Path(__file__).parents[1]
TERM = "全过程人民民主"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_rules_and_concepts_have_their_places(site: Path) -> None:
    assert (site / "rules" / "missing-term.html").is_file()
    page = (site / "glossary" / "party-theory.html").read_text(encoding="utf-8")
    assert 'id="whole-process-peoples-democracy"' in page


def test_measured_rules_are_rules(site: Path) -> None:
    measured = yaml.safe_load((ROOT / "docs" / "measured.yaml").read_text(encoding="utf-8"))
    assert set(measured["findings"]) <= set(all_rules())
    page = (site / "rules" / "number-mismatch.html").read_text(encoding="utf-8")
    assert "segments of a professional translation" in page


@pytest.mark.parametrize("page", ["index.html", "glossary/index.html"])
def test_a_term_is_looked_up(address: str, chromium: Any, page: str) -> None:
    chromium.get(f"{address}/{page}")
    chromium.find_element(By.ID, "lookup").send_keys(TERM)
    wait = WebDriverWait(chromium, 30)
    link = wait.until(lambda browser: browser.find_element(By.CSS_SELECTOR, "#found a"))
    assert link.text == f"{TERM} – whole-process people's democracy"
    link.click()
    assert chromium.current_url.endswith("party-theory.html#whole-process-peoples-democracy")


def test_the_search_of_the_site_finds_a_rule(address: str, chromium: Any) -> None:
    chromium.get(f"{address}/index.html")
    chromium.find_element(By.CSS_SELECTOR, "input.md-search__input").send_keys("repeated-word")
    wait = WebDriverWait(chromium, 30)
    found = wait.until(
        lambda browser: browser.find_elements(By.CSS_SELECTOR, ".md-search-result__item")
    )
    assert found


def test_pages_ask_nothing_of_others(site: Path) -> None:
    for page in ("index.html", "glossary/index.html", "rules/missing-term.html"):
        content = (site / page).read_text(encoding="utf-8")
        assert 'src="http' not in content
        assert "fonts.googleapis" not in content
