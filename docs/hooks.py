"""Pages of the site that are made from the repository: the rules, the glossary, its guide.

MkDocs calls ``on_files`` with the pages that are written by hand. See ``mkdocs.yml``.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

import glossary
from checker.rule import GROUPS, RuleInfo, all_rules
from checker.rulepages import page
from glossary.model import Concept, Status, Term

ROOT = Path(__file__).parents[1]
_LOOKUP = """\
<input id="lookup" class="md-input md-input--stretch" type="search"
  placeholder="Chinese or English" aria-label="Look a term up">
<ul id="found" aria-live="polite"></ul>
<script src="{root}assets/lookup.js" data-glossary="{root}glossary/"></script>
"""
_EXAMPLE = re.compile(r"^(Found|Passed):\n((?:    .*\n?|\n)+)", re.MULTILINE)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages made from rules and glossary."""
    for path, content in (*_rule_pages(), *_glossary_pages()):
        files.append(File.generated(config, path, content=content))
    return files


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """List the pages of rules, by group, and of subjects in the navigation."""
    names: dict[str, list[str]] = {}
    for name, info in _sorted_rules().items():
        names.setdefault(info.group.capitalize(), []).append(f"rules/{name}.md")
    rules = [{group: pages} for group, pages in names.items()]
    subjects = [f"glossary/{subject}.md" for subject in _subjects()]
    for part in config.nav or []:
        if "Rules" in part:
            part["Rules"] += rules
        if "Glossary" in part:
            part["Glossary"] += [{"Subjects": subjects}]
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the look-up on the start page."""
    return markdown.replace("<!-- lookup -->", _LOOKUP.format(root=""))


def _sorted_rules() -> dict[str, RuleInfo]:
    ordered = sorted(all_rules().items(), key=lambda item: (GROUPS.index(item[1].group), item[0]))
    return dict(ordered)


def _rule_pages() -> Iterator[tuple[str, str]]:
    lines = ["# Rules", "", "| rule | group | severity | what it finds |", "|---|---|---|---|"]
    measured = yaml.safe_load((ROOT / "docs" / "measured.yaml").read_text(encoding="utf-8"))
    for name, info in _sorted_rules().items():
        severity = info.rule.severity.label
        lines.append(f"| [{name}]({name}.md) | {info.group} | {severity} | {_cell(info.title)} |")
        yield (
            f"rules/{name}.md",
            _EXAMPLE.sub(_as_block, page(info)[1:]) + f"\n\n{_precision(name, measured)}\n",
        )
    yield "rules/index.md", "\n".join(lines) + "\n"


def _precision(name: str, measured: dict[str, Any]) -> str:
    """Return how often a rule speaks where a good translator saw nothing to mend."""
    if name not in measured["findings"]:
        return "**Precision**: not measured."
    number = measured["findings"][name]
    segments, words = measured["segments"], measured["words"]
    rate = f" ({100 * number / segments:.1f} per 100 segments)" if number else ""
    found = {0: "no finding", 1: "1 finding"}.get(number, f"{number} findings")
    return (
        f"**Precision**: on {segments} segments of a professional translation of Chinese news "
        f"({words:,} words): {found}{rate}. It counts whatever was found, right or wrong."
    )


def _as_block(example: re.Match[str]) -> str:
    """Show an example as a block of its own; its own indent is that of a block already."""
    return f"**{example[1]}**\n\n{example[2]}"


def _glossary_pages() -> Iterator[tuple[str, str]]:
    guide = (ROOT / "glossary" / "terms" / "README.md").read_text(encoding="utf-8")
    yield "glossary/entries.md", guide
    subjects = _subjects()
    lines = ["# Glossary", "", _LOOKUP.format(root="../"), ""]
    lines += ["| subject | concepts |", "|---|---|"]
    for subject, concepts in subjects.items():
        lines.append(f"| [{_title(subject)}]({subject}.md) | {len(concepts)} |")
        entries = "\n".join(_entry(concept) for concept in concepts)
        yield f"glossary/{subject}.md", f"# {_title(subject)}\n\n{entries}"
    yield "glossary/index.md", "\n".join(lines) + "\n"
    rows = [_row(concept) for concepts in subjects.values() for concept in concepts]
    yield "glossary/terms.json", json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _row(concept: Concept) -> list[str | list[str]]:
    """Return what the look-up on the page needs: address, Chinese, English with the right forms."""
    right = [term.text for term in concept.forms("en") if term.is_good]
    return [f"{concept.subject}.html#{concept.id}", list(concept.zh), right]


@cache
def _subjects() -> dict[str, list[Concept]]:
    subjects: dict[str, list[Concept]] = {}
    for concept in glossary.load().concepts():
        subjects.setdefault(concept.subject, []).append(concept)
    return dict(sorted(subjects.items()))


def _title(subject: str) -> str:
    return subject.replace("-", " ").capitalize()


def _entry(concept: Concept) -> str:
    """Return a concept with its forms, reasons and sources; the id is the anchor."""
    lines = [f"## {_text('、'.join(concept.zh))} {{ #{concept.id} }}", ""]
    if concept.definition:
        lines += [_text(concept.definition), ""]
    for status in (Status.PREFERRED, Status.ADMITTED, Status.SUPERSEDED, Status.DEPRECATED):
        lines += [f"- {_form(term)}" for term in concept.forms("en", status)]
    sources = "; ".join(
        f"[{_text(str(source))}]({source.url})" if source.url else _text(str(source))
        for source in concept.sources
    )
    known = "" if not sources else f"Source: {sources}"
    lines += ["", known or "Not yet seen printed in an official text.", ""]
    return "\n".join(lines)


def _form(term: Term) -> str:
    text = f"**{_text(term.text)}**" if term.status is Status.PREFERRED else _text(term.text)
    mark = "✓" if term.is_good else "✗"
    facts = [
        term.status.value,
        term.fault.value if term.fault else "",
        f"since {term.since}" if term.since else "",
        f"until {term.until}" if term.until else "",
    ]
    told = ", ".join(filter(None, facts))
    return f"{mark} {text} ({told})" + (f": {_text(term.note)}" if term.note else "")


def _text(text: str) -> str:
    """Return text that Markdown and HTML leave alone."""
    return re.sub(r"([\\`*_\[\]{}|<>#])", r"\\\1", html.unescape(text))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
