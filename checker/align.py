"""A draft beside its Chinese source: which sentences of the one belong to which of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from checker.alignment import Bead, align
from checker.context import SURE
from checker.document import Document, Kind, Pair, SourceFile
from checker.lang import chinese
from checker.lang import sentences as english
from checker.lang.anchors import anchors
from checker.likeness import Sentence
from checker.text import Run, Text
from glossary.chinese import simplified

# The terms in a sentence, as names that both languages share; the first says the language.
Terms = Callable[[str, str], Iterable[str]]

# Between sentences that do not follow one another; no term of the glossary goes across it.
_GLUE = "\n\n"


def no_terms(language: str, sentence: str) -> Iterable[str]:
    """Return nothing: an alignment without a glossary."""
    return ()


def pair(target: Document, source: Document, terms: Terms = no_terms) -> Document:
    """Return a draft with its passages, and in each segment the source that surely belongs to it.

    ``terms`` says which terms stand in a simplified Chinese ("zh") or an English ("en") sentence.
    What is doubtful has a low confidence; a sentence without a counterpart is a pair of one side.
    The source's date is the draft's, where the draft has none.
    """
    theirs = _sentences(source, chinese.sentences)
    ours = _sentences(target, english.sentences)
    beads = align(*_known(theirs, ours, terms))
    passages = tuple(
        Pair(
            _joined(theirs[bead.source : bead.source_end]),
            _joined(ours[bead.target : bead.target_end]),
            bead.confidence,
        )
        for bead in beads
    )
    answers = _sources(beads, theirs, ours)
    texts = iter(range(len(target.targets)))
    segments = tuple(
        replace(segment, source=answers.get(next(texts))) if segment.target else segment
        for segment in target.segments
    )
    return replace(
        target,
        date=target.date or source.date,
        segments=segments,
        source_file=SourceFile(source.path, source.content, source.labels),
        passages=passages,
    )


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence as a part of a text; ``paragraph`` is the number of the text."""

    text: Text
    paragraph: int
    start: int
    end: int
    is_heading: bool

    @property
    def content(self) -> str:
        return self.text.content[self.start : self.end]


def _sentences(document: Document, cut: Callable[[str], list[tuple[int, int]]]) -> list[_Sentence]:
    """Return all sentences of a document, without the white space around them."""
    found = []
    for number, (segment, text) in enumerate(document.targets):
        for start, end in cut(text.content):
            content = text.content[start:end]
            start, end = start + len(content) - len(content.lstrip()), start + len(content.rstrip())
            found.append(_Sentence(text, number, start, end, segment.kind is Kind.HEADING))
    return found


def _known(
    theirs: Sequence[_Sentence], ours: Sequence[_Sentence], terms: Terms
) -> tuple[list[Sentence], list[Sentence]]:
    """Return what the alignment is to know of both sides."""
    source = [simplified(one.content) for one in theirs]
    target = [one.content for one in ours]
    names = (
        [frozenset(terms("zh", one)) for one in source],
        [frozenset(terms("en", one)) for one in target],
    )
    found = anchors(source, target, names)
    return _for_alignment(theirs, found[0]), _for_alignment(ours, found[1])


def _for_alignment(side: Sequence[_Sentence], keys: Sequence[frozenset[str]]) -> list[Sentence]:
    paragraphs = [-1, *(one.paragraph for one in side)]
    return [
        Sentence(one.end - one.start, own, one.paragraph != before, one.is_heading)
        for one, own, before in zip(side, keys, paragraphs, strict=False)
    ]


def _sources(
    beads: Iterable[Bead], theirs: Sequence[_Sentence], ours: Sequence[_Sentence]
) -> dict[int, Text]:
    """Return the source of each paragraph of the draft, as far as it is sure."""
    numbers: dict[int, dict[int, None]] = {}
    for bead in beads:
        if bead.confidence >= SURE:
            for one in ours[bead.target : bead.target_end]:
                here = numbers.setdefault(one.paragraph, {})
                here.update(dict.fromkeys(range(bead.source, bead.source_end)))
    joined = {at: _joined([theirs[number] for number in here]) for at, here in numbers.items()}
    return {at: text for at, text in joined.items() if text}


def _joined(sentences: Sequence[_Sentence]) -> Text | None:
    """Return sentences as one text; between paragraphs, or over a gap, stands the glue."""
    if not sentences:
        return None
    pieces: list[list[_Sentence]] = [[sentences[0]]]
    for before, one in pairwise(sentences):
        if one.text is before.text and not one.text.content[before.end : one.start].strip():
            pieces[-1].append(one)
        else:
            pieces.append([one])
    runs: list[Run] = []
    for piece in pieces:
        part = piece[0].text.part(piece[0].start, piece[-1].end)
        if runs:
            runs.append(Run(_GLUE, runs[-1].end, part.runs[0].start))
        runs.extend(part.runs)
    return Text(tuple(runs), sentences[0].text.language)
