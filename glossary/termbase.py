"""A glossary that can be searched: the object that rules and look-ups ask.

It is made from stores that lie over one another (see :mod:`glossary.compiled`) and builds a
concept only when somebody asks for it, so that opening a large glossary costs little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from heapq import merge
from typing import NamedTuple

from glossary.codec import decode_concept
from glossary.condition import Words, has_exact_case, holds, needs_exact_case
from glossary.index import Hit, longest
from glossary.layer import TERM_SLOTS, layers
from glossary.model import Concept, Term
from glossary.store import Store

_QUOTATION_MARKS = '"“”'


class _Meaning(NamedTuple):
    """What a phrase may stand for: a term of a concept, by its number, perhaps under conditions."""

    concept: Concept
    zh: tuple[str, ...]
    number: int
    term: Term
    is_plain: bool


class Termbase:
    """Concepts by id, and longest-match search for their forms in English and Chinese."""

    def __init__(self, *stores: Store) -> None:
        self._layers = layers(stores)
        self._built: dict[int, Concept] = {}
        # Of the concepts that were built.
        self._numbers: dict[str, int] = {}
        self._includes: dict[str, tuple[str, ...]] = {}
        self._meant: dict[tuple[str, str], list[_Meaning]] = {}

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def end(self) -> int:
        """The number after that of the last concept."""
        return max((layer.store.end() for layer in self._layers), default=0)

    def __contains__(self, concept_id: object) -> bool:
        return isinstance(concept_id, str) and self.number(concept_id) is not None

    def concept(self, concept_id: str) -> Concept:
        """Return a concept.

        Raises:
            KeyError: there is no concept of this id.
        """
        concept = self.get(concept_id)
        if concept is None:
            raise KeyError(concept_id)
        return concept

    def get(self, concept_id: str) -> Concept | None:
        """Return a concept, or None."""
        number = self.number(concept_id)
        return None if number is None else self._concept(number)

    def concepts(self) -> Iterator[Concept]:
        """Yield all concepts in the order of files and entries."""
        return map(self.concept, self.ids)

    @cached_property
    def ids(self) -> list[str]:
        """The ids of all concepts."""
        return list(dict.fromkeys(name for layer in self._layers for name in layer.store.ids()))

    def decode(self, entry: int) -> tuple[Concept, int]:
        """Return the concept and the number of the term that a phrase's entry stands for."""
        number, term = divmod(entry, TERM_SLOTS)
        return self._concept(number), term

    def entries(self, language: str, text: str) -> list[int]:
        """Return the entries of a phrase: ``en`` folded, ``zh``, or a search ``key``."""
        return [entry for layer in self._layers for entry in layer.entries(language, text)]

    def texts(self, language: str) -> list[str]:
        """Return all phrases of a language, sorted."""
        if len(self._layers) == 1:
            return self._layers[0].texts(language)
        return list(dict.fromkeys(phrase for phrase, _ in self.phrases(language)))

    def phrases(self, language: str, *parts: str) -> Iterator[tuple[str, int]]:
        """Yield ``(phrase, entry)`` for all phrases that have all of the parts in them.

        Keys are pinyin and traditional forms; of their entries only the concept counts.
        """
        return merge(*(layer.phrases(language, *parts) for layer in self._layers))

    def find_english(
        self, text: str, source: str | None = None, whole: Words | None = None
    ) -> list[Hit]:
        """Return the terms in an English text, the longest ones, sorted by place.

        Args:
            text: the English text; hits are spans of it.
            source: the Chinese text that it translates, if at hand. A form whose condition asks
                for the Chinese term is found only with it.
            whole: the words of the whole document, for conditions that ask for a word anywhere in
                it; without it, those of ``text``.
        """
        paragraph = whole.part(text) if whole else Words(text)
        folded = paragraph.folded[text]
        has_quotations = any(mark in text for mark in _QUOTATION_MARKS)
        is_divided = "\n\n" in text
        hits = []
        for start, end, phrase in self._find("en", folded.words):
            first, last = folded.start(start), folded.end(end - 1)
            if has_quotations:
                last = _with_quotation_mark(text, first, last)
            if is_divided and "\n\n" in text[first:last]:
                continue
            meant = [
                one
                for one in self._meanings("en", phrase)
                if one.is_plain
                or (
                    _is_meant(one.term, text[first:last], one.zh, source)
                    and _holds(one.term, paragraph, whole or paragraph, start, end)
                )
            ]
            for one in _told_apart(meant, source):
                hits.append(Hit(first, last, one.concept.id, one.number))
        return longest(hits, self._includes)

    def find_chinese(self, text: str) -> list[Hit]:
        """Return the terms in a text in simplified Chinese, the longest ones, sorted by place."""
        hits = [
            Hit(start, end, one.concept.id, one.number)
            for start, end, phrase in self._find("zh", text)
            for one in self._meanings("zh", phrase)
        ]
        return longest(hits, self._includes)

    def _find(self, language: str, units: Sequence[str]) -> Iterable[tuple[int, int, str]]:
        """Return ``(first unit, end unit, phrase)`` for each phrase of any layer."""
        if len(self._layers) == 1:
            return self._layers[0].find(language, units)
        found = (layer.find(language, units) for layer in self._layers)
        return dict.fromkeys(place for places in found for place in places)

    def _meanings(self, language: str, phrase: str) -> list[_Meaning]:
        key = language, phrase
        if key not in self._meant:
            decoded = map(self.decode, self.entries(language, phrase))
            self._meant[key] = [_meaning(concept, number) for concept, number in decoded]
        return self._meant[key]

    def number(self, concept_id: str) -> int | None:
        """Return the number of a concept, by which entries name it, or None."""
        if concept_id in self._numbers:
            return self._numbers[concept_id]
        numbers = (layer.store.number(concept_id) for layer in reversed(self._layers))
        return next((number for number in numbers if number is not None), None)

    def _concept(self, number: int) -> Concept:
        if number not in self._built:
            layer = next(one for one in reversed(self._layers) if one.first <= number)
            concept = self._built[number] = decode_concept(layer.store.concept(number))
            self._numbers[concept.id] = number
            self._includes[concept.id] = concept.includes
        return self._built[number]


def _meaning(concept: Concept, number: int) -> _Meaning:
    term = concept.terms[number]
    is_plain = term.condition is None and not needs_exact_case(term)
    return _Meaning(concept, concept.zh, number, term, is_plain)


def _is_meant(term: Term, surface: str, zh: Iterable[str], source: str | None) -> bool:
    """Whether capitals and, where the term asks for it, the Chinese source speak for the term."""
    if needs_exact_case(term) and not has_exact_case(term, surface):
        return False
    if term.condition is None or not term.condition.source:
        return True
    return source is not None and _is_in(source, zh)


def _told_apart(meanings: list[_Meaning], source: str | None) -> list[_Meaning]:
    """Return the meanings of which the Chinese stands in the source, or all where none does."""
    if source is None or len(meanings) < 2:
        return meanings
    return [one for one in meanings if _is_in(source, one.zh)] or meanings


def _is_in(source: str, forms: Iterable[str]) -> bool:
    return any(form in source for form in forms)


def _holds(term: Term, paragraph: Words, whole: Words, start: int, end: int) -> bool:
    return term.condition is None or holds(term.condition, paragraph, whole, start, end)


def _with_quotation_mark(text: str, start: int, end: int) -> int:
    """Return the end of a hit, after the mark that closes a quotation opened inside it."""
    marks = sum(text.count(mark, start, end) for mark in _QUOTATION_MARKS)
    return end + 1 if marks % 2 and text[end : end + 1] in ('"', "”") else end
