"""A glossary that can be searched: the object that rules and look-ups ask.

It is made from a store (see :mod:`glossary.compiled`) and builds a concept only when
somebody asks for it, so that opening a large glossary costs little.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial

from glossary.codec import decode_concept
from glossary.condition import Words, has_exact_case, holds, needs_exact_case
from glossary.index import Hit, PhraseIndex, longest
from glossary.model import Concept, Term
from glossary.store import Store

# The entry of a phrase is concept number * TERM_SLOTS + term number.
TERM_SLOTS = 1024


class Termbase:
    """Concepts by id, and longest-match search for their forms in English and Chinese."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._built: dict[int, Concept] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, concept_id: object) -> bool:
        return concept_id in self._numbers

    def concept(self, concept_id: str) -> Concept:
        """Return a concept.

        Raises:
            KeyError: there is no concept of this id.
        """
        return self._concept(self._numbers[concept_id])

    def concepts(self) -> Iterator[Concept]:
        """Yield all concepts in the order of files and entries."""
        return map(self._concept, range(len(self.ids)))

    @cached_property
    def ids(self) -> list[str]:
        """The ids of all concepts."""
        return self._store.ids()

    def decode(self, entry: int) -> tuple[Concept, int]:
        """Return the concept and the number of the term that a phrase's entry stands for."""
        number, term = divmod(entry, TERM_SLOTS)
        return self._concept(number), term

    def entries(self, language: str, text: str) -> list[int]:
        """Return the entries of a phrase: ``en`` folded, ``zh``, or a search ``key``."""
        return self._store.entries(language, [text]).get(text, [])

    def phrases(self, language: str, *parts: str) -> Iterator[tuple[str, int]]:
        """Yield ``(phrase, entry)`` for all phrases that have all of the parts in them.

        Keys are pinyin and traditional forms; of their entries only the concept counts.
        """
        return self._store.phrases(language, *parts)

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
        paragraph = Words(text)
        words, everything = paragraph.words, whole or paragraph
        hits = []
        for start, end, entries in self._english.find([word.folded for word in words]):
            first, last = words[start].start, words[end - 1].end
            last = _with_quotation_mark(text, first, last)
            surface = text[first:last]
            for entry in entries if "\n\n" not in surface else ():
                concept, number = self.decode(entry)
                term = concept.terms[number]
                if _is_meant(term, surface, concept, source) and (
                    term.condition is None
                    or holds(term.condition, paragraph, everything, start, end)
                ):
                    hits.append(Hit(first, last, concept.id, number))
        return longest(hits, self._includes)

    def find_chinese(self, text: str) -> list[Hit]:
        """Return the terms in a text in simplified Chinese, the longest ones, sorted by place."""
        hits = []
        for start, end, entries in self._chinese.find(text):
            for entry in entries:
                concept, number = self.decode(entry)
                hits.append(Hit(start, end, concept.id, number))
        return longest(hits, self._includes)

    def _concept(self, number: int) -> Concept:
        if number not in self._built:
            self._built[number] = decode_concept(self._store.concept(number))
        return self._built[number]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.ids)}

    @cached_property
    def _english(self) -> PhraseIndex:
        entries = partial(self._store.entries, "en")
        return PhraseIndex(entries, self._store.lengths("en"), joiner=" ")

    @cached_property
    def _chinese(self) -> PhraseIndex:
        entries = partial(self._store.entries, "zh")
        return PhraseIndex(entries, self._store.lengths("zh"), joiner="")

    @cached_property
    def _includes(self) -> dict[str, list[str]]:
        return self._store.includes()


def _is_meant(term: Term, surface: str, concept: Concept, source: str | None) -> bool:
    """Whether capitals and, where the term asks for it, the Chinese source speak for the term."""
    if needs_exact_case(term) and not has_exact_case(term, surface):
        return False
    if term.condition is None or not term.condition.source:
        return True
    return source is not None and any(form in source for form in concept.zh)


def _with_quotation_mark(text: str, start: int, end: int) -> int:
    """Return the end of a hit, after the mark that closes a quotation opened inside it."""
    marks = sum(text.count(mark, start, end) for mark in '"“”')
    return end + 1 if marks % 2 and text[end : end + 1] in ('"', "”") else end
