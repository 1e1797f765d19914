"""The expanded glossary, cached by the hash of what it is made from.

Reading YAML and expanding patterns takes a second or more; reading the compiled JSON takes a few
hundredths. The cache is a plain file in the user's cache folder and may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from importlib import resources
from pathlib import Path
from typing import Any

from glossary.chinese import pinyin, traditional
from glossary.codec import encode
from glossary.condition import needs_exact_case
from glossary.fold import fold
from glossary.index import measure
from glossary.inflection import inflect
from glossary.loader import GlossaryFile, base_files, load, user_files
from glossary.model import Concept, Glossary, Term
from glossary.problem import Problem, ProblemsError
from glossary.termbase import TERM_SLOTS, Termbase
from glossary.variants import expand

_FIELDS = {"concepts", "en", "en_lengths", "zh", "zh_lengths", "keys"}


def open_termbase(extra: Sequence[Path] = (), *, base: bool = True) -> Termbase:
    """Return the shipped glossary with the user's files laid over it.

    Args:
        extra: glossary files of the user, lowest layer first.
        base: whether to begin with the shipped glossary.

    Raises:
        ProblemsError: with every problem of every file.
    """
    files = [*(base_files() if base else ()), *user_files(extra)]
    path = _cache_path(files)
    data = _read_cache(path)
    if data is None:
        data = compile_glossary(load(files))
        _write_cache(path, data)
    return Termbase(data)


def compile_glossary(glossary: Glossary) -> dict[str, Any]:
    """Return the glossary as JSON values, with the tables that :class:`Termbase` searches."""
    english: dict[str, list[int]] = {}
    chinese: dict[str, list[int]] = {}
    keys: dict[str, list[str]] = {}
    problems = []
    for number, concept in enumerate(glossary.concepts.values()):
        if len(concept.terms) > TERM_SLOTS:
            place = concept.location
            problems.append(
                Problem(place.path, place.line, place.column, f"more than {TERM_SLOTS} forms")
            )
        for slot, term in enumerate(concept.terms):
            table = english if term.language == "en" else chinese
            for phrase in phrases(term, concept):
                table.setdefault(phrase, []).append(number * TERM_SLOTS + slot)
        for key in _chinese_keys(concept):
            keys.setdefault(key, []).append(concept.id)
    if problems:
        raise ProblemsError(problems)
    return {
        "concepts": {name: encode(concept) for name, concept in glossary.concepts.items()},
        "en": english,
        "en_lengths": measure(english, " "),
        "zh": chinese,
        "zh_lengths": measure(chinese, ""),
        "keys": keys,
    }


def phrases(term: Term, concept: Concept) -> list[str]:
    """Return the phrases that a term is found by: folded and inflected, or the Chinese form.

    A combination of a deprecated pattern that is also a good form of the concept is left out.
    """
    if term.language == "zh":
        return [term.text]
    found = dict.fromkeys(
        form for text in expand(term.text) for form in _inflected(text, term, concept)
    )
    if not term.is_good:
        for good in _good_phrases(concept):
            found.pop(good, None)
    found.pop("", None)
    return list(found)


def _good_phrases(concept: Concept) -> set[str]:
    # An abbreviation is only itself with its capitals, so it clears no other form.
    good = (term for term in concept.forms("en") if term.is_good and not needs_exact_case(term))
    return {form for term in good for form in _inflected(term.text, term, concept)}


def _inflected(text: str, term: Term, concept: Concept) -> tuple[str, ...]:
    kind = "noun" if needs_exact_case(term) and " " not in text else concept.part_of_speech
    return inflect(fold(text), kind)


def _chinese_keys(concept: Concept) -> Iterable[str]:
    keys = {key for form in concept.zh for key in (pinyin(form), *traditional(form))}
    return sorted(keys - {""})


def _cache_path(files: Iterable[GlossaryFile]) -> Path:
    from platformdirs import user_cache_path

    digest = hashlib.sha256()
    for module in sorted((item for item in resources.files("glossary").iterdir()), key=str):
        if module.name.endswith(".py"):
            digest.update(module.read_bytes())
    for file in files:
        digest.update(f"\0{file.layer}\0{file.path}\0{len(file.content)}\0".encode())
        digest.update(file.content)
    return user_cache_path("zhengming") / f"glossary-{digest.hexdigest()[:32]}.json"


def _read_cache(path: Path) -> dict[str, Any] | None:
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) and set(data) == _FIELDS else None


def _write_cache(path: Path, data: dict[str, Any]) -> None:
    """Write the cache whole or not at all; without a writable folder there is just no cache."""
    content = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(content)
        Path(name).replace(path)
    except OSError:
        return
    _forget_older(path)


def _forget_older(path: Path, keep: int = 8) -> None:
    def age(file: Path) -> float:
        try:
            return file.stat().st_mtime
        except OSError:
            return 0.0

    for file in sorted(path.parent.glob("glossary-*.json"), key=age, reverse=True)[keep:]:
        with suppress(OSError):  # another process may be reading it
            file.unlink()
