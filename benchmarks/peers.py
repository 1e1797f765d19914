"""Other checkers that are installed, set up to look for the same wrong terms.

Only programs on the PATH are asked: codespell, proselint, Vale and textlint (with
textlint-rule-prh). codespell knows words alone, so it has its own dictionary; proselint has its
own rules; Vale and textlint are given the wrong forms of the shipped glossary.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

Command = Callable[[Path], list[str]]


def installed(folder: Path, wrong: Mapping[str, str]) -> dict[str, Command]:
    """Return the command of each peer for a path; their settings are written to a folder."""
    makers = {
        "codespell": lambda: lambda path: ["codespell", str(path)],
        "proselint": lambda: lambda path: ["proselint", "check", str(path)],
        "vale": lambda: _vale(folder, wrong),
        "textlint": lambda: _textlint(folder, wrong),
    }
    sample = folder / "sample.txt"
    sample.write_text(f"It was langauge, very unique: the {next(iter(wrong))}.\n", encoding="utf-8")
    made = {name: make() for name, make in makers.items() if shutil.which(name)}
    return {name: command for name, command in made.items() if _finds(command(sample))}


def _finds(command: list[str]) -> bool:
    """Whether a peer works at all: it says something of a text with faults for all of them."""
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    return bool(done.stdout.strip())


def _vale(folder: Path, wrong: Mapping[str, str]) -> Command:
    style = folder / "styles" / "Terms"
    style.mkdir(parents=True)
    swap = "\n".join(f"  {_quoted(one)}: {_quoted(right)}" for one, right in wrong.items())
    (style / "Terms.yml").write_text(
        "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\n"
        f"level: error\nignorecase: true\nswap:\n{swap}\n",
        encoding="utf-8",
    )
    settings = folder / ".vale.ini"
    settings.write_text("StylesPath = styles\n[*.txt]\nBasedOnStyles = Terms\n", encoding="utf-8")
    return lambda path: ["vale", f"--config={settings}", str(path)]


def _textlint(folder: Path, wrong: Mapping[str, str]) -> Command:
    rules = folder / "prh.yml"
    entries = "\n".join(
        f"  - {{expected: {_quoted(right)}, pattern: {_quoted(_regex(one))}}}"
        for one, right in wrong.items()
    )
    rules.write_text(f"version: 1\nrules:\n{entries}\n", encoding="utf-8")
    settings = folder / "textlint.json"
    settings.write_text(json.dumps({"rules": {"prh": {"rulePaths": [str(rules)]}}}))
    return lambda path: [
        "textlint", "--config", str(settings),
        str(path / "**" / "*.txt") if path.is_dir() else str(path),
    ]  # fmt: skip


def _regex(text: str) -> str:
    # Of a plain text prh makes a regular expression that is wrong where there is a hyphen in it.
    return "/" + re.sub(r"[.*+?^${}()|/\[\]\\]", r"\\\g<0>", text) + "/"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
