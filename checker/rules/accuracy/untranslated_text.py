"""A passage or a clause of the source that is not translated, or only written in pinyin.

The English of a unit is missing or is still Chinese, a clause was left standing in it, or words
of the source stand there in pinyin. Single terms are a matter of ``untranslated-term``; what is in
brackets is a gloss and passes.

Found:
    我们坚持绿水青山就是金山银山的理念。
    We hold to the idea that 绿水青山就是金山银山.

Passed:
    我们坚持绿水青山就是金山银山的理念。
    We hold to the idea that lucid waters and lush mountains are invaluable assets
    (绿水青山就是金山银山).
"""

import re
from collections.abc import Iterator
from itertools import groupby, islice

from checker.context import Context
from checker.document import Document, Pair, Segment
from checker.finding import Category, Observation, Severity
from checker.lang.names import pinyin
from checker.leftovers import Leftover, Size, leftovers
from checker.rule import Need, Rule
from checker.text import Span, Text
from checker.wording import listed

_HAN = re.compile(r"[\u3400-\u9fff]")
_ROW = re.compile(r"\b[a-z]+(?:[ -][a-z]+){2,}")
_WORD = re.compile(r"[a-z]+")
_FEWEST_WORDS, _FEWEST_SYLLABLES = 3, 4
# Of more only the beginning is read.
_MOST_ROWS, _MOST_WORDS, _MOST_CHARACTERS = 50, 40, 2000
# How far before pinyin an open bracket makes it a gloss, in characters.
_GLOSS = 80


class UntranslatedText(Rule):
    category = Category.UNTRANSLATED
    severity = Severity.MAJOR
    needs = frozenset({Need.SOURCE})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        groups: dict[str, list[Leftover]] = {}
        for one in leftovers(document, context):
            if one.size is not Size.TERM:
                key = "" if one.size is Size.PASSAGE else one.form
                groups.setdefault(key, []).append(one)
        for places in groups.values():
            forms = dict.fromkeys(" ".join(one.form.split()) for one in places)
            yield _observe(f"{_listed(list(forms))} left in Chinese", places)
        if document.passages is None:
            yield from _without_target(document)
        for segment, text in document.targets:
            yield from _in_pinyin(segment, text, context)


def _observe(message: str, places: list[Leftover]) -> Observation:
    sources = (_source_span(one.segment.source, one.form) for one in places)
    return Observation(
        message,
        tuple(one.span for one in places),
        source_spans=tuple(span for span in sources if span),
    )


def _source_span(source: Text | None, form: str) -> Span | None:
    """Return where the Chinese stands in the source, or all of the source."""
    if source is None:
        return None
    at = source.content.find(form)
    return source.span(at, at + len(form)) if at >= 0 else source.span(0, len(source.content))


def _listed(forms: list[str]) -> str:
    short = [form if len(form) <= 20 else f"{form[:20]}…" for form in forms]
    return f"{listed(short)} {'is' if len(forms) == 1 else 'are'}"


def _without_target(document: Document) -> Iterator[Observation]:
    """Yield one observation on all units without English, at the English next to the first."""
    missing = [
        (at, segment.source)
        for at, segment in enumerate(document.segments)
        if segment.source and not segment.target and _HAN.search(segment.source.content)
    ]
    if not missing or not document.targets:
        return
    first = missing[0][0]
    before = [segment.target for segment in document.segments[:first] if segment.target]
    place = before[-1] if before else document.targets[0][1]
    forms = [" ".join(source.content.split()) for _, source in missing]
    yield Observation(
        f"{_listed(forms)} without translation",
        (place.span(0, len(place.content)),),
        source_spans=tuple(source.span(0, len(source.content)) for _, source in missing),
    )


def _in_pinyin(segment: Segment, text: Text, context: Context) -> Iterator[Observation]:
    """Yield the words in a row that are the source in pinyin."""
    source, content = segment.source, text.content
    rows = list(islice(_pinyin_rows(content), _MOST_ROWS)) if source else []
    if source is None or not rows:
        return
    sounds = pinyin.Sounds(context.source(Pair(source, text))[:_MOST_CHARACTERS])
    for row in rows:
        read = _read([match.group() for match in row], sounds)
        if read:
            first, last, start, end = read
            place = (row[first].start(), row[last].end())
            yield Observation(
                f"{listed([content[slice(*place)]])} is only the pinyin of "
                f"{listed([source.content[start:end]])}",
                (text.span(*place),),
                source_spans=(source.span(start, end),),
            )


def _pinyin_rows(content: str) -> Iterator[list[re.Match[str]]]:
    """Yield words in a row that could be pinyin, and are no gloss."""
    for row in _ROW.finditer(content):
        words = _WORD.finditer(content, *row.span())
        for is_pinyin, group in groupby(words, lambda match: bool(pinyin.split(match.group()))):
            spelt = list(group)[:_MOST_WORDS]
            if is_pinyin and len(spelt) >= _FEWEST_WORDS and not _is_glossed(content, spelt):
                yield spelt


def _is_glossed(content: str, words: list[re.Match[str]]) -> bool:
    start = words[0].start()
    before = content[max(0, start - _GLOSS) : start]
    return before.count("(") > before.count(")") or before[-1:] in ('"', "“", "‘")


def _read(words: list[str], sounds: pinyin.Sounds) -> tuple[int, int, int, int] | None:
    """Return the first and last word of a row that reads the source, and where it does."""
    for first in range(len(words) - _FEWEST_WORDS + 1):
        for start in (at for way in pinyin.split(words[first]) for at in sounds.find(way)):
            last, end = first - 1, start
            for word in words[first:]:
                step = next((len(way) for way in pinyin.split(word) if sounds.reads(end, way)), 0)
                if not step:
                    break
                last, end = last + 1, end + step
            if last - first + 1 >= _FEWEST_WORDS and end - start >= _FEWEST_SYLLABLES:
                return first, last, start, end
    return None
