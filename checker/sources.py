"""Where the Chinese source of a draft is: named, by the configuration's pattern, or beside it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from checker.config import Config
from checker.document import Document
from checker.files import SOURCE_TAGS, is_source, read_file
from checker.reader import STDIN, read_source, suffixes
from glossary.problem import Problem, ProblemsError
from glossary.termbase import Termbase

if TYPE_CHECKING:
    from checker.align import Terms

_DRAFT_TAG = re.compile(r"\.en(?:[-_][a-z]{2})?$", re.IGNORECASE)


def beside_source(document: Document, config: Config, named: Path | None, terms: Terms) -> Document:
    """Return a draft with its source beside it, or as it is where no source is to be found.

    Raises:
        ProblemsError: there is a source, and it cannot be used.
    """
    if document.has_source:
        if named:
            message = "it holds its source itself; --source is for drafts that do not"
            raise ProblemsError([Problem(document.path, 0, 0, message)])
        return document
    path = named or find_source(document.path, config)
    if path is None:
        return document
    from checker.align import pair

    return pair(document, read_source(str(path), read_file(str(path))), terms)


def find_source(path: str, config: Config) -> Path | None:
    """Return the file with the source of a draft: by the pattern, else beside the draft."""
    draft = Path(path)
    if path == STDIN or is_source(draft):
        return None
    candidates = (place for place in _candidates(draft, config) if place.is_file())
    return next((place for place in candidates if not _is_same(place, draft)), None)


def is_by_pattern(path: Path, config: Config) -> bool:
    """Whether a file is where the pattern says that sources are."""
    if config.source is None:
        return False
    pattern = re.escape(config.source)
    pattern = pattern.replace(re.escape("{folder}/"), "(?:.*/)?").replace(
        re.escape("{name}"), "[^/]+"
    )
    return re.fullmatch(pattern, _relative(path, config)) is not None


def _candidates(draft: Path, config: Config) -> Iterator[Path]:
    name = _DRAFT_TAG.sub("", draft.stem)
    if config.source is not None:
        folder = Path(_relative(draft, config)).parent.as_posix()
        yield config.folder / config.source.replace("{folder}", folder).replace("{name}", name)
    others = [suffix for suffix in sorted(suffixes()) if suffix != draft.suffix.lower()]
    for suffix in (draft.suffix, *others):
        for tag in SOURCE_TAGS:
            yield draft.with_name(f"{name}{tag}{suffix}")


def _relative(path: Path, config: Config) -> str:
    return Path(os.path.relpath(path, config.folder)).as_posix()


def _is_same(one: Path, other: Path) -> bool:
    return other.exists() and one.samefile(other)


def glossary_terms(termbase: Termbase) -> Terms:
    """Return what says which concepts of a glossary a sentence speaks of."""

    def terms(language: str, sentence: str) -> Iterable[str]:
        find = termbase.find_chinese if language == "zh" else termbase.find_english
        return (hit.concept for hit in find(sentence))

    return terms
