"""The checker for other people's Python. ``from checker import check_text`` is enough.

>>> from checker import check_text
>>> checked = check_text("The Belt and Road belongs to the One Belt and One Road strategy.")
>>> [finding.rule for finding in checked.findings]
['deprecated-term']
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from checker import checking, engine
from checker.reader import read_document, read_source, suffixes
from checker.request import Request, config_for
from checker.result import Checked, Result
from checker.rule import Need, all_rules
from glossary.termbase import Termbase

__all__ = ["check_documents", "check_text", "forget_files", "suffixes", "termbase"]


def check_text(
    text: str,
    *,
    name: str = "text.txt",
    source: str | None = None,
    day: date | None = None,
    profile: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    glossary: Sequence[Path] = (),
    quick: bool = False,
) -> Checked:
    """Check an English text and return it as a document with its findings.

    Args:
        text: the draft; spans of the findings are code points of it, end exclusive.
        name: what the draft would be called: its suffix says the format, its folder where the
            configuration is looked for.
        source: the Chinese that it translates, in the same format.
        day: the date of the text, for names that have changed.
        profile: the house style; without it, what the configuration says.
        select: only these rules or groups.
        ignore: not these rules or groups.
        glossary: files to lay over the shipped glossary.
        quick: leave out the rules that need a parser.

    Raises:
        ProblemsError: the text, a glossary file or the configuration cannot be used.
    """
    request = _request((name,), day, profile, select, ignore, glossary, quick=quick)
    original = read_source(f"source of {name}", source.encode()) if source is not None else None
    return engine.check_one(read_document(name, text.encode()), request, original)


def check_documents(
    paths: Iterable[str | Path],
    *,
    day: date | None = None,
    profile: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    glossary: Sequence[Path] = (),
    across: bool = False,
) -> Result:
    """Check files and folders, each with its own configuration, as ``zhengming check`` does.

    Args:
        paths: files and folders.
        day: the date of the texts, for names that have changed.
        profile: the house style; without it, what the configurations say.
        select: only these rules or groups.
        ignore: not these rules or groups.
        glossary: files to lay over the shipped glossary.
        across: also ask for one rendering of a term over all files.

    What cannot be used is a problem of the result, and the other files are still checked.
    """
    names = tuple(map(str, paths))
    return engine.run(_request(names, day, profile, select, ignore, glossary, across=across))


def termbase(name: str) -> Termbase:
    """Return the glossary that a file of this name is checked with.

    Raises:
        ProblemsError: a glossary file or the configuration is faulty.
    """
    return checking.termbase_of(config_for(name, Request((name,))))


def forget_files() -> None:
    """Read configuration and glossary files anew when they are next asked for."""
    checking.forget_files()


def _request(
    paths: tuple[str, ...],
    day: date | None,
    profile: str | None,
    select: Sequence[str],
    ignore: Sequence[str],
    glossary: Sequence[Path],
    *,
    quick: bool = False,
    across: bool = False,
) -> Request:
    slow = [name for name, info in all_rules().items() if quick and Need.TAGS in info.rule.needs]
    asked: dict[str, Any] = {
        "select": tuple(select),
        "ignore": (*ignore, *slow),
        "glossary": tuple(glossary),
        "day": day,
    }
    overrides = {name: value for name, value in asked.items() if value}
    return Request(paths, profile=profile, overrides=overrides, across=across)
