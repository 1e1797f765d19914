"""The pages of the rules, made from the rules: ``python -m checker.rulepages > docs/rules.md``."""

from __future__ import annotations

from typing import Any

from checker.rule import ENGINE_FINDINGS, GROUPS, RuleInfo, all_rules


def page(info: RuleInfo) -> str:
    """Return the page of a rule as Markdown: its facts, its docstring, its options."""
    category = info.rule.category
    facts = (
        f"group {info.group} · severity {info.rule.severity.label} · "
        f"MQM {category.mqm} · ITS 2.0 {category.its}"
    )
    options = "\n".join(
        f"- `{name}` (default {_shown(default)}): {help_text}"
        for name, default, help_text in info.options
    )
    parts = [f"## {info.id}", facts, info.page, f"Options:\n\n{options}" if options else ""]
    return "\n\n".join(part for part in parts if part)


def pages() -> str:
    """Return the pages of all rules as one Markdown document."""
    rules = sorted(all_rules().values(), key=lambda info: (GROUPS.index(info.group), info.id))
    head = "Made from the rules themselves by `python -m checker.rulepages > docs/rules.md`."
    engine = "\n".join(f"- `{name}`: {text}" for name, text in ENGINE_FINDINGS.items())
    tail = f"## About suppressions\n\n{engine}"
    return "\n\n".join(["# The rules", head, *map(page, rules), tail]) + "\n"


def _shown(default: Any) -> str:
    if isinstance(default, tuple):
        return ", ".join(default) or "none"
    return str(default).lower()


if __name__ == "__main__":
    print(pages(), end="")
