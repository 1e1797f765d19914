"""The expanded glossary, cached by the hash of what it is made from.

Reading YAML and expanding patterns takes seconds; opening the compiled tables takes a few
thousandths. The cache is a file in the user's cache folder and may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import lru_cache
from importlib import resources
from pathlib import Path

from glossary.chinese import pinyin, traditional
from glossary.codec import encode
from glossary.condition import needs_exact_case
from glossary.fold import fold
from glossary.inflection import inflect
from glossary.loader import GlossaryFile, base_files, load, user_files
from glossary.model import Concept, Glossary, Term
from glossary.phrases import pack
from glossary.problem import Problem, ProblemsError
from glossary.store import Store
from glossary.termbase import STOPS, TERM_SLOTS, Termbase
from glossary.variants import expand


def open_termbase(
    extra: Sequence[Path] = (),
    *,
    base: bool = True,
    on_compile: Callable[[], None] = lambda: None,
) -> Termbase:
    """Return the shipped glossary with the user's files laid over it.

    Args:
        extra: glossary files of the user, lowest layer first.
        base: whether to begin with the shipped glossary.
        on_compile: called before the glossary is compiled, which takes some seconds.

    Raises:
        ProblemsError: with every problem of every file.
    """
    files = [*(base_files() if base else ()), *user_files(extra)]
    path = _cache_path(files)
    store = Store.open(path)
    if store is None:
        on_compile()
        store = compile_glossary(load(files))
        _write_cache(path, store)
    return Termbase(store)


def compile_glossary(glossary: Glossary) -> Store:
    """Return the glossary as the tables that :class:`Termbase` searches.

    Raises:
        ProblemsError: a concept has more forms than can be numbered.
    """
    store = Store.create()
    found: dict[str, list[tuple[str, int]]] = {"en": [], "zh": [], "key": []}
    problems = []
    for number, concept in enumerate(glossary.concepts.values()):
        store.add_concept(number, concept.id, encode(concept))
        first = number * TERM_SLOTS
        if len(concept.terms) > TERM_SLOTS:
            place = concept.location
            problems.append(
                Problem(place.path, place.line, place.column, f"more than {TERM_SLOTS} forms")
            )
        for entry, term in enumerate(concept.terms, start=first):
            found[term.language].extend((phrase, entry) for phrase in phrases(term, concept))
        found["key"].extend((key, first) for key in _chinese_keys(concept))
    if problems:
        raise ProblemsError(problems)
    for language, pairs in found.items():
        store.add_phrases(language, pack(pairs, STOPS[language]))
    return store


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


@lru_cache(maxsize=1)  # asked for once more by each deprecated form of the concept
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
    return user_cache_path("zhengming") / f"glossary-{digest.hexdigest()[:32]}.sqlite"


def _write_cache(path: Path, store: Store) -> None:
    """Write the cache whole or not at all; without a writable folder there is just no cache."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            written = Path(folder) / path.name
            store.save(written)
            written.replace(path)
    except OSError:
        return
    _forget_older(path)


def _forget_older(path: Path, keep: int = 8) -> None:
    def age(file: Path) -> float:
        try:
            return file.stat().st_mtime
        except OSError:
            return 0.0

    for file in sorted(path.parent.glob("glossary-*.sqlite"), key=age, reverse=True)[keep:]:
        with suppress(OSError):  # another process may be reading it
            file.unlink()
