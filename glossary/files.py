"""Glossary files as bytes: those that ship with the package, and the user's own."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.problem import Problem, ProblemsError

# Plain paths: to import importlib.resources takes longer than to read a profile.
TERMS = Path(__file__).parent / "terms"
# The layers by which profiles lay other names over the shipped ones.
NAMING = Path(__file__).parent / "naming"


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """A glossary file as bytes; ``layer`` 0 is the one that ships with the package."""

    path: str
    subject: str
    content: bytes
    layer: int


def base_files() -> list[GlossaryFile]:
    """Return the files of the shipped glossary in the order of their names."""
    return _files(TERMS)


def version() -> str:
    """Return the version of the shipped glossary: eight digits that change with its content."""
    digest = hashlib.sha256()
    for file in base_files():
        digest.update(f"{file.subject}\0{len(file.content)}\0".encode())
        digest.update(file.content)
    return digest.hexdigest()[:8]


def folder_files(folder: Path) -> list[GlossaryFile]:
    """Return the files of a glossary that stands alone in a folder, in the order of their names.

    Raises:
        ProblemsError: there is none in it.
    """
    files = _files(folder)
    if not files:
        raise ProblemsError([Problem(str(folder), 0, 0, "no glossary file (.yaml) in this folder")])
    return files


def _files(folder: Path) -> list[GlossaryFile]:
    files = sorted(
        (item for item in folder.iterdir() if item.name.endswith(".yaml")),
        key=lambda item: item.name,
    )
    return [
        GlossaryFile(str(item), item.name[: -len(".yaml")], item.read_bytes(), layer=0)
        for item in files
    ]


def user_files(paths: Sequence[Path]) -> list[GlossaryFile]:
    """Return the user's own files, a layer each, in the order given.

    Raises:
        ProblemsError: a file cannot be read.
    """
    files, problems = [], []
    for layer, path in enumerate(paths, start=1):
        try:
            files.append(GlossaryFile(str(path), path.stem, path.read_bytes(), layer))
        except OSError as error:
            problems.append(
                Problem(str(path), 0, 0, f"cannot read the glossary file: {error.strerror}")
            )
    if problems:
        raise ProblemsError(problems)
    return files
