"""Glossary files to one :class:`~glossary.model.Glossary`.

Files come in layers. An entry of an upper layer that has the id of a lower one must say
``override: true`` or ``override: add``, so that nobody changes a term by accident.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from glossary.entry import read_entry
from glossary.files import GlossaryFile
from glossary.merge import lay_over, refuses
from glossary.model import Concept, Glossary, Override
from glossary.problem import Problem, ProblemsError
from glossary.strict_yaml import parse


def load(
    files: Iterable[GlossaryFile], below: Callable[[str], Concept | None] = lambda _: None
) -> Glossary:
    """Read glossary files into one glossary.

    Args:
        files: from the lowest layer to the highest.
        below: returns the concept with an id of the glossary that the files are laid over. Of it
            the result has only what the files change.

    Raises:
        ProblemsError: with every problem of every file.
    """
    problems: list[Problem] = []
    concepts: dict[str, Concept] = {}
    layers: dict[str, int] = {}
    overrides: list[str] = []
    for file in files:
        for concept in _read(file, problems):
            lower = concepts.get(concept.id) or below(concept.id)
            complaint = _clash(concept, lower, same_layer=layers.get(concept.id) == file.layer)
            if complaint:
                place = concept.location
                problems.append(Problem(place.path, place.line, place.column, complaint))
            elif lower is not None:
                adds = concept.override is Override.ADD
                done = "adds to" if adds else "overrides"
                overrides.append(f"{concept.id}: {_where(concept)} {done} {_where(lower)}")
                concept = lay_over(concept, lower) if adds else concept
            concepts[concept.id] = concept
            layers[concept.id] = file.layer
    if problems:
        raise ProblemsError(problems)
    return Glossary(concepts, tuple(overrides))


def _read(file: GlossaryFile, problems: list[Problem]) -> list[Concept]:
    try:
        content = file.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.content.count(b"\n", 0, error.start) + 1
        problems.append(Problem(file.path, line, 1, "not UTF-8; save the file as UTF-8"))
        return []
    try:
        root = parse(content, file.path, problems)
    except ProblemsError as error:
        problems.extend(error.problems)
        return []
    if root is None:
        problems.append(Problem(file.path, 1, 1, "the file is empty; expected a list of entries"))
        return []
    return [read_entry(item, file.subject, file.path) for item in root.items()]


def _clash(concept: Concept, lower: Concept | None, *, same_layer: bool) -> str | None:
    if lower is None:
        if concept.override is not Override.NONE:
            says = f'"{concept.id}" says "override: {concept.override.value}"'
            return f"{says}, but no lower layer has an entry of this id"
        return None
    if concept.override is Override.ADD and refuses(concept, lower.preferred):
        gone = f'"{lower.preferred.text}" is the preferred form at {_where(lower)}'
        return f"{gone}; who calls it wrong must give another one"
    if same_layer:
        return f'the id "{concept.id}" stands already at {_where(lower)}'
    if concept.override is Override.NONE:
        stands = f'the id "{concept.id}" stands already at {_where(lower)}'
        return f'{stands}; to replace it write "override: true", to add to it "override: add"'
    return None


def _where(concept: Concept) -> str:
    return f"{concept.location.path}:{concept.location.line}"
