"""The lines of a file that differ from a commit, asked of git."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from glossary.problem import Problem, ProblemsError

_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


def changed_lines(path: str, base: str) -> set[int] | None:
    """Return the numbers of the lines that are new or changed since a commit.

    None stands for the whole file: git does not know it yet.

    Raises:
        ProblemsError: there is no git, no repository, or no such commit.
    """
    file = Path(path).absolute()
    if not _git(file, "ls-files", "--", file.name):
        _git(file, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
        return None
    shown = _git(
        file, "diff", "--no-ext-diff", "--no-color", "--unified=0", "--end-of-options", base,
        "--", file.name,
    )  # fmt: skip
    lines: set[int] = set()
    for start, count in _HUNK.findall(shown):
        first = int(start)
        lines.update(range(first, first + (int(count) if count else 1)))
    return lines


def _git(file: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603
            ["git", *arguments],  # noqa: S607 - git is where the user has it
            cwd=file.parent,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise ProblemsError([Problem(str(file), 0, 0, f"git cannot be run: {error}")]) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = said[0] if said else f"git {arguments[0]} does not know it"
        raise ProblemsError([Problem(str(file), 0, 0, f"cannot be compared: {why}")])
    return done.stdout
