"""The pages made from the code are what the code says."""

from __future__ import annotations

from pathlib import Path

from checker.rulepages import pages

ROOT = Path(__file__).parent.parent


def test_rule_pages_are_up_to_date() -> None:
    written = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written == pages(), "run: python -m checker.rulepages > docs/rules.md"
