"""Whether a found form counts as the term: the conditions of an entry, and exact capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache

from glossary.fold import FoldedText, fold
from glossary.inflection import inflect
from glossary.model import Condition, Term, TermType
from glossary.variants import expand

# Neighbours are a few words; no condition looks further than this.
_WINDOW = 12


class Words:
    """The folded words of a paragraph or a whole text, and questions about all of them.

    Texts are folded when the first question comes, each once; so is each phrase counted.
    """

    def __init__(self, *texts: str) -> None:
        self._texts = texts
        self._answers: dict[tuple[str, ...], dict[tuple[str, ...], int]] = {}

    @cached_property
    def folded(self) -> dict[str, FoldedText]:
        """The folded texts by their texts."""
        return {text: FoldedText(text) for text in self._texts}

    def part(self, text: str) -> Words:
        """Return the words of one text alone; one of these texts is not folded again."""
        words = Words(text)
        if text in self.folded:
            words.folded = {text: self.folded[text]}
        return words

    @cached_property
    def words(self) -> list[str]:
        """The words of all texts."""
        return [word for text in self._texts for word in self.folded[text].words]

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(self.words)

    @cached_property
    def _joined(self) -> str:
        return f" {' '.join(self.words)} "

    def has_one_of(self, phrases: tuple[str, ...], start: int = 0, end: int = 0) -> bool:
        """Whether one of the phrases, or an inflected form, stands outside of ``[start, end)``."""
        if phrases not in self._answers:
            counts = ((form, self._count(form)) for form in _forms(phrases))
            self._answers[phrases] = {form: count for form, count in counts if count}
        inside = self.words[start:end]
        return any(count > _count(form, inside) for form, count in self._answers[phrases].items())

    def _count(self, form: tuple[str, ...]) -> int:
        if len(form) == 1:
            return self._counts[form[0]]
        if not all(word in self._counts for word in form):
            return 0
        return self._joined.count(f" {' '.join(form)} ")


def holds(condition: Condition, paragraph: Words, whole: Words, start: int, end: int) -> bool:
    """Whether the words around ``words[start:end]`` are what the condition asks for.

    ``exact_case`` and ``source`` are not questions about words and are not looked at here.
    """
    before = paragraph.words[max(0, start - _WINDOW) : start]
    after = paragraph.words[end : end + _WINDOW]
    if condition.preceded_by and not _stands_at_end(before, condition.preceded_by):
        return False
    if condition.followed_by and not _stands_at_start(after, condition.followed_by):
        return False
    if condition.not_preceded_by and _stands_at_end(before, condition.not_preceded_by):
        return False
    if condition.not_followed_by and _stands_at_start(after, condition.not_followed_by):
        return False
    if condition.near and not paragraph.has_one_of(condition.near, start, end):
        return False
    return not condition.anywhere or whole.has_one_of(condition.anywhere)


def needs_exact_case(term: Term) -> bool:
    """Whether the term is only meant with its own capitals: abbreviations, and where it says so."""
    if term.condition is not None and term.condition.exact_case:
        return True
    return term.type is TermType.ABBREVIATION or (len(term.text) > 1 and term.text.isupper())


def has_exact_case(term: Term, surface: str) -> bool:
    """Whether ``surface`` has the capitals of one of the forms of ``term``; a plural s is free."""
    letters = _letters(surface)
    return any(letters in (form, form + "s") for form in _cased_forms(term.text))


@lru_cache(maxsize=4096)
def _cased_forms(pattern: str) -> frozenset[str]:
    return frozenset(_letters(form) for form in expand(pattern))


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


@lru_cache(maxsize=4096)
def _forms(phrases: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Return the phrases folded and inflected, as tuples of words."""
    folded = [fold(phrase) for phrase in phrases]
    forms = [
        form for phrase in folded for kind in ("noun", "verb") for form in inflect(phrase, kind)
    ]
    return frozenset(tuple(form.split(" ")) for form in forms)


@lru_cache(maxsize=4096)
def _lengths(phrases: tuple[str, ...]) -> tuple[int, ...]:
    return tuple({len(form) for form in _forms(phrases)})


def _count(form: tuple[str, ...], words: Sequence[str]) -> int:
    size = len(form)
    return sum(tuple(words[at : at + size]) == form for at in range(len(words) - size + 1))


def _stands_at_end(words: Sequence[str], phrases: tuple[str, ...]) -> bool:
    forms = _forms(phrases)
    return any(tuple(words[-length:]) in forms for length in _lengths(phrases))


def _stands_at_start(words: Sequence[str], phrases: tuple[str, ...]) -> bool:
    forms = _forms(phrases)
    return any(tuple(words[:length]) in forms for length in _lengths(phrases))
