"""The terms of one source text, for whoever translates it: a machine, a language model, a person.

Only right forms are handed over, those that hold on the text's date; errors are then prevented
and not only found. Formats:

- ``deepl``: tab-separated source and target, no heading (DeepL API, "Glossaries").
- ``google``: comma-separated source and target, no heading (Cloud Translation, "unidirectional
  glossaries"). Both engines write what they are given in every place, so terms of which good
  English varies are left out for them.
- ``tsv``: with a heading, and the other right forms.
- ``markdown``: a table to put before a text in a prompt, with what to avoid.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from glossary.merge import wrong_forms
from glossary.model import Concept
from glossary.termbase import Termbase

_WRONG_FORMS_SHOWN = 2
_LEVELS = frozenset("省市县区州盟旗")


@dataclass(frozen=True, slots=True)
class Handed:
    """A Chinese form as it stands in a text, with its English: what to write, and what else."""

    source: str
    target: str
    others: tuple[str, ...]
    wrong: tuple[str, ...]
    varies: bool


def terms_of(texts: Iterable[str], termbase: Termbase, day: date | None) -> list[Handed]:
    """Return the terms of texts in simplified Chinese, each Chinese form once, in their order."""
    found: dict[str, Handed] = {}
    for text in texts:
        for hit in termbase.find_chinese(text):
            concept = termbase.concept(hit.concept)
            source = concept.terms[hit.term].text
            if source not in found:
                found[source] = _handed(source, concept, day)
    return list(found.values())


def _handed(source: str, concept: Concept, day: date | None) -> Handed:
    right = [term.text for term in concept.right_on(day)]
    at = right.index(concept.preferred.text)
    forms = dict.fromkeys((*right[:at], *_short(source, concept), *right[at:]))
    target, *others = forms
    wrong = [form for forms in wrong_forms(concept).values() for form in forms[:1]]
    shown = tuple(wrong[:_WRONG_FORMS_SHOWN])
    return Handed(source, target, tuple(others), shown, concept.free_mixing)


def _short(source: str, concept: Concept) -> Iterator[str]:
    """Yield the English of a place's bare name: 重庆 is Chongqing, 重庆市 is the municipality."""
    if any(form[:-1] == source and form[-1] in _LEVELS for form in concept.zh):
        bare = concept.preferred.text.rsplit(" ", 1)[0]
        yield from (term.text for term in concept.forms("en") if term.text == bare)


def _deepl(terms: Sequence[Handed]) -> str:
    return _table(_forced(terms), "\t")


def _google(terms: Sequence[Handed]) -> str:
    return _table(_forced(terms), ",")


def _forced(terms: Sequence[Handed]) -> Iterator[tuple[str, str]]:
    return ((term.source, term.target) for term in terms if not term.varies)


def _tsv(terms: Sequence[Handed]) -> str:
    rows = ((term.source, term.target, " | ".join(term.others)) for term in terms)
    return _table((("source", "target", "also right"), *rows), "\t")


def _table(rows: Iterable[Sequence[str]], delimiter: str) -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return stream.getvalue()


def _markdown(terms: Sequence[Handed]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in _rows(terms))


def _rows(terms: Sequence[Handed]) -> Iterator[tuple[str, ...]]:
    yield ("Chinese", "Write", "Also right", "Do not write")
    yield ("---",) * 4
    for term in terms:
        row = (term.source, term.target, "; ".join(term.others), "; ".join(term.wrong))
        yield tuple(cell.replace("|", "\\|") for cell in row)


FORMATS: dict[str, Callable[[Sequence[Handed]], str]] = {
    "deepl": _deepl,
    "google": _google,
    "tsv": _tsv,
    "markdown": _markdown,
}
