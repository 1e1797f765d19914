"""The HTML report in a real browser: marks, filters, keys, and text that wants to be markup."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from checker.engine import run
from checker.report import Style, all_reports
from checker.request import Request
from checker.result import Result

DRAFT = """\
Officials spoke about the Chengdu-Chongqing dual-city economic circle. The Chengyu two-city \
economic zone needs a plan. The Chengdu-Chongqing economic circle was named in 2020.

He went to to the river <script>document.title="stolen"</script> & said "&lt;b&gt;".

The plan covers the <img src=x onerror=alert(1)> the the city.
"""


def _page(result: Result) -> str:
    stream = io.StringIO()
    all_reports()["html"].write(result, stream, Style())
    return stream.getvalue()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "page.html").write_text(
        _page(run(Request((str(tmp_path / "draft.txt"),)))), encoding="utf-8"
    )
    return tmp_path / "page.html"


@pytest.fixture
def browser(page: Path, chromium: Any) -> Any:
    chromium.get(page.as_uri())
    return chromium


def _visible(browser: Any) -> list[str]:
    return [
        section.get_attribute("data-rule")
        for section in browser.find_elements(By.CSS_SELECTOR, ".finding")
        if section.is_displayed()
    ]


def test_click_through(browser: Any) -> None:
    rules = _visible(browser)
    assert {"inconsistent-term", "repeated-word"} <= set(rules)
    mark = browser.find_element(By.CSS_SELECTOR, "mark.major")
    assert mark.text == "Chengdu-Chongqing dual-city economic circle"
    mark.click()
    current = browser.find_element(By.CSS_SELECTOR, ".finding.current")
    assert "renderings of 成渝地区双城经济圈" in current.text
    browser.find_element(By.CSS_SELECTOR, "input[value=repeated-word]").click()
    assert "repeated-word" not in _visible(browser)
    assert browser.find_elements(By.CSS_SELECTOR, "mark.off")
    browser.find_element(By.CSS_SELECTOR, "input[value=major]").click()
    assert "inconsistent-term" not in _visible(browser)
    browser.find_element(By.CSS_SELECTOR, "input[value=major]").click()
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE, "j", "j")
    second = browser.find_element(By.CSS_SELECTOR, "mark.current")
    assert second.text == "Chengyu two-city economic zone"
    browser.find_element(By.TAG_NAME, "body").send_keys("k")
    assert browser.find_element(By.CSS_SELECTOR, "mark.current").text == mark.text


def test_text_is_never_markup_and_nothing_is_asked_of_the_network(browser: Any) -> None:
    assert browser.title == "Zhengming report"
    assert not browser.find_elements(By.TAG_NAME, "img")
    assert (
        '<script>document.title="stolen"</script>'
        in browser.find_element(By.TAG_NAME, "article").text
    )
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []
    requests = browser.execute_script("return performance.getEntriesByType('resource').length")
    assert requests == 0


def test_the_article_is_whole(browser: Any) -> None:
    shown = browser.find_element(By.TAG_NAME, "article").text
    assert "".join(shown.split()) == "".join(DRAFT.split())


def test_what_could_not_be_read_is_told(tmp_path: Path) -> None:
    page = _page(run(Request((str(tmp_path / "none<b>.txt"),))))
    assert "could not be used" in page
    assert "none<b>" not in page
