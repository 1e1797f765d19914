"""The contract of an exchange format, and what the formats share."""

from __future__ import annotations

import pkgutil
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import ClassVar

from glossary.model import Concept, Term
from glossary.problem import Problem, ProblemsError


class Format(ABC):
    """Writes concepts in one format, and reads them back.

    ``suffixes`` are those of its files, the usual one first.
    """

    suffixes: ClassVar[tuple[str, ...]]

    @abstractmethod
    def write(self, concepts: Sequence[Concept]) -> str:
        """Return the whole file."""

    @abstractmethod
    def read(self, content: str, path: str) -> list[Concept]:
        """Return the concepts of a file; those without an id get one from their English.

        Raises:
            ProblemsError: with every place that cannot be read.
        """


@lru_cache(maxsize=1)
def all_formats() -> dict[str, Format]:
    """Return the formats by name, sorted; each file of ``glossary/exchange`` is one."""
    package = import_module("glossary.exchange")
    modules = (
        import_module(f"{package.__name__}.{info.name}")
        for info in pkgutil.iter_modules(package.__path__)
    )
    formats = {module.__name__.rpartition(".")[2]: module.FORMAT for module in modules}
    return dict(sorted(formats.items()))


def identifier(text: str, taken: set[str]) -> str:
    """Return an id made from an English form, different from those taken; it is taken then."""
    name = "-".join(re.findall(r"[a-z0-9]+", text.lower())) or "entry"
    free = next(
        candidate
        for candidate in (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3)))
        if candidate not in taken
    )
    taken.add(free)
    return free


def form_problem(term: Term, path: str, line: int) -> Iterator[Problem]:
    """Yield why a form cannot be an entry's: of the wrong language, a pattern, or not text."""
    chinese = re.search(r"[\u3400-\u9fff]", term.text) is not None
    if chinese != (term.language == "zh"):
        wanted = "a Chinese" if term.language == "zh" else "an English"
        yield Problem(path, line, 1, f'expected {wanted} form, found "{term.text}"')
    elif not term.text.isprintable():
        yield Problem(path, line, 1, f"{term.text!r} has characters that cannot be seen")
    elif term.is_good and any(mark in term.text for mark in "{}[]|"):
        yield Problem(path, line, 1, f'"{term.text}" has brackets or bars; write each form out')


def checked(concepts: list[Concept], path: str) -> list[Concept]:
    """Return concepts that were read, if all their forms can be an entry's.

    Raises:
        ProblemsError: some cannot, or there is not one concept.
    """
    problems = [
        problem
        for concept in concepts
        for term in concept.terms
        for problem in form_problem(term, path, concept.location.line)
    ]
    if not concepts:
        problems = [Problem(path, 0, 0, "there is not one entry in it")]
    if problems:
        raise ProblemsError(problems)
    return concepts
