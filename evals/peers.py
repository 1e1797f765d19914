"""Other checkers, to be measured on the same text in the same run; those that are installed.

``pip install harper-py proselint`` installs both. A peer returns what it flags as a rule's name
and spans of code points.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

# What is flagged, each with its places.
Flags = list[tuple[str, list[tuple[int, int]]]]


def harper(content: str) -> Flags:
    """Return what harper (grammar and spelling, American) flags, without its spelling."""
    from harper import Dialect, Language, Linter

    lints = Linter(Dialect.AMERICAN).lint(content, language=Language.PLAINTEXT)
    return [
        (lint.lint_kind, [(lint.span.start, lint.span.end)])
        for lint in lints
        if lint.lint_kind != "Spelling"  # Chinese names are no errors
    ]


def proselint(content: str) -> Flags:
    """Return what proselint flags."""
    program = Path(sys.executable).parent / "proselint"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.txt"
        file.write_text(content, encoding="utf-8")
        done = subprocess.run(  # noqa: S603
            [str(program), "check", "--output-format", "json", str(file)],
            capture_output=True,
            check=False,
        )
    results = json.loads(done.stdout)["result"].values()
    # Its spans count from 1.
    return [
        (item["check_path"], [(item["span"][0] - 1, item["span"][1] - 1)])
        for result in results
        for item in result.get("diagnostics", ())
    ]


def installed() -> dict[str, Callable[[str], Flags]]:
    """Return the peers that can be run here, by name."""
    beside = str(Path(sys.executable).parent)
    found: dict[str, Callable[[str], Flags]] = {}
    if find_spec("harper"):
        found["harper"] = harper
    if shutil.which("proselint", path=beside):
        found["proselint"] = proselint
    return found
