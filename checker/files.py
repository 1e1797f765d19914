"""Paths of the command line to the files that are to be checked."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from checker.reader import STDIN, reader_for, suffixes
from glossary.problem import Problem, ProblemsError

# ``name.zh.txt`` beside ``name.en.txt`` is the Chinese of it, not a draft. The better known first.
SOURCE_TAGS = tuple(
    form
    for tag in (".zh", ".zh-CN", ".zh-Hans", ".zh-Hant", ".zh-TW", ".zh-HK")
    for form in dict.fromkeys((tag, tag.lower(), tag.replace("-", "_")))
)
_FOLDED_TAGS = tuple({tag.lower() for tag in SOURCE_TAGS})

# Word keeps "~$name.docx" beside a file that is open.
_HIDDEN = (".", "~$")


def discover(
    paths: Iterable[str], is_excluded: Callable[[Path], bool]
) -> tuple[list[str], list[Problem]]:
    """Return the files to check, each once, and what is wrong with paths.

    A file that is named is checked whatever its name; a folder gives the files that some reader
    knows, in the order of their paths, without hidden, excluded and Chinese ones.
    """
    files: dict[str, str] = {}
    problems = []
    for path in paths:
        try:
            found = _expand(path, is_excluded)
        except OSError as error:
            problems.append(Problem(path, 0, 0, f"cannot be read: {error.strerror}"))
            continue
        for file in found:
            files.setdefault(os.path.realpath(file) if file != STDIN else file, file)
        if not found:
            known = ", ".join(sorted(suffixes()))
            looked = f"no file to check in this folder (looked for {known})"
            problems.append(Problem(path, 0, 0, looked))
    return list(files.values()), problems


def _expand(path: str, is_excluded: Callable[[Path], bool]) -> list[str]:
    """Return the files that a path of the command line means."""
    if path == STDIN:
        return [path]
    if stat.S_ISDIR(os.stat(path).st_mode):  # noqa: PTH116 - Path.is_dir hides why it failed
        return [str(file) for file in _walk(Path(path)) if not is_excluded(file)]
    return [path]


def _walk(folder: Path) -> Iterator[Path]:
    known = suffixes()
    for parent, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            is_draft = path.suffix.lower() in known and not name.startswith(_HIDDEN)
            if is_draft and not is_source(path) and path.is_file() and _is_meant(path):
                yield path


def _is_meant(path: Path) -> bool:
    try:
        return reader_for(str(path)).is_meant(path)
    except OSError:
        return True  # its turn will come, and the problem with it


def _raise(error: OSError) -> None:
    raise error


def is_source(path: Path) -> bool:
    """Whether a file's name says that it is a Chinese source."""
    return path.stem.lower().endswith(_FOLDED_TAGS)


def read_file(path: str) -> bytes:
    """Return the bytes of a file, or of standard input.

    Raises:
        ProblemsError: they cannot be read.
    """
    try:
        return sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    except OSError as error:
        raise ProblemsError([Problem(path, 0, 0, f"cannot be read: {error.strerror}")]) from error
