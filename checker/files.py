"""Paths of the command line to the files that are to be checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from checker.reader import STDIN, suffixes
from glossary.problem import Problem

# ``name.zh.txt`` beside ``name.en.txt`` is the Chinese of it, not a draft.
_SOURCE_TAGS = (".zh", ".zh-cn", ".zh-hans", ".zh-hant", ".zh-tw", ".zh-hk")


def discover(
    paths: Iterable[str], is_excluded: Callable[[Path], bool]
) -> tuple[list[str], list[Problem]]:
    """Return the files to check, each once, and what is wrong with paths.

    A file that is named is checked whatever its name; a folder gives the files that some reader
    knows, in the order of their paths, without hidden, excluded and Chinese ones.
    """
    files: dict[str, None] = {}
    problems = []
    for path in paths:
        if path == STDIN or Path(path).is_file():
            files[path] = None
        elif Path(path).is_dir():
            found = [str(file) for file in _walk(Path(path)) if not is_excluded(file)]
            files.update(dict.fromkeys(found))
            if not found:
                known = ", ".join(sorted(suffixes()))
                problems.append(
                    Problem(path, 0, 0, f"no file to check in this folder (looked for {known})")
                )
        else:
            problems.append(Problem(path, 0, 0, "there is no such file or folder"))
    return list(files), problems


def _walk(folder: Path) -> Iterator[Path]:
    known = suffixes()
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if path.suffix.lower() in known and not name.startswith(".") and not _is_source(path):
                yield path


def _is_source(path: Path) -> bool:
    return path.stem.lower().endswith(_SOURCE_TAGS)
