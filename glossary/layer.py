"""One compiled glossary of several that lie over one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from glossary.phrases import Phrases
from glossary.store import Store

# The entry of a phrase is concept number * TERM_SLOTS + term number.
TERM_SLOTS = 1024
# What stands after a phrase; keys are pinyin and traditional forms.
STOPS = {"en": " ", "zh": "", "key": ""}


class Layer:
    """The phrases of a store, without those of concepts that upper layers replace.

    Concepts are numbered through all layers; ``hidden`` are the numbers of those replaced.
    """

    def __init__(self, store: Store, hidden: frozenset[int]) -> None:
        self.store = store
        self.first = store.first()
        self._hidden = hidden
        self._phrases = {
            language: Phrases(partial(store.table, language), stop)
            for language, stop in STOPS.items()
        }

    def find(self, language: str, units: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Yield ``(first unit, end unit, phrase)`` for all phrases in words or characters."""
        return self._phrases[language].find(units)

    def entries(self, language: str, phrase: str) -> list[int]:
        """Return the entries of a phrase, sorted."""
        found = self._phrases[language].entries(phrase)
        return [entry for entry in found if not self._hides(entry)] if self._hidden else found

    def phrases(self, language: str, *parts: str) -> Iterator[tuple[str, int]]:
        """Yield ``(phrase, entry)`` for all phrases that have all of the parts, sorted."""
        found = self._phrases[language].containing(*parts)
        return (pair for pair in found if not self._hides(pair[1])) if self._hidden else found

    def texts(self, language: str) -> list[str]:
        """Return all phrases, sorted; where concepts are replaced, theirs are among them."""
        return self._phrases[language].texts

    def _hides(self, entry: int) -> bool:
        return entry // TERM_SLOTS in self._hidden


def layers(stores: Sequence[Store]) -> list[Layer]:
    """Return the layers of stores, each of which was compiled over those before it."""
    hidden: set[int] = set()
    found = []
    for store in reversed(stores):
        found.append(Layer(store, frozenset(hidden)))
        hidden.update(store.replaced())
    return found[::-1]
