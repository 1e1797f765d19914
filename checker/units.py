"""What readers of bilingual formats share: the languages of texts, and units made of pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.document import Kind, Segment
from checker.text import Run, Text

# A piece of text and the place [start, end) that it came from.
Piece = tuple[str, int, int]

OBJECT = "\ufffc"

# Primary subtags by which files call the two languages (BCP 47, ISO 639, and codes of old tools).
_LANGUAGES = {
    **dict.fromkeys(("zh", "cmn", "zho", "chi", "chs", "cht"), "zh"),
    **dict.fromkeys(("en", "eng", "enu"), "en"),
}
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]+")
_SENTENCE_END = re.compile(r"[.!?:;。！？：]['\"’”)\]）」』》]*\s*$")
_MAX_HEADING = 120
_EDGES = " \t\r\n\u3000\ufeff" + OBJECT


def language(tag: str) -> str | None:
    """Return "zh" or "en" for a language tag such as "zh_Hans-CN"; None for all others."""
    return _LANGUAGES.get(re.split(r"[-_.@]", tag.strip().lower(), maxsplit=1)[0])


def is_chinese(content: str) -> bool:
    """Whether a text is Chinese rather than English: two characters are like a word."""
    return len(_HAN.findall(content)) > 2 * len(_LATIN.findall(content))


def has_chinese(content: str) -> bool:
    """Whether there is any Chinese character in a text."""
    return _HAN.search(content) is not None


def has_english(content: str) -> bool:
    """Whether there is any Latin letter in a text."""
    return _LATIN.search(content) is not None


def kind_of(content: str) -> Kind:
    """Return what a text is, where its format does not say: a short one without an end heads."""
    short = len(content) <= _MAX_HEADING and "\n" not in content
    return Kind.HEADING if short and not _SENTENCE_END.search(content) else Kind.PARAGRAPH


def text(pieces: Iterable[Piece], language: str, base: int = 0) -> Text | None:
    """Return the text of pieces without blanks and objects at its ends; None if nothing is left.

    ``base`` is the place that the document begins at, where the pieces count from further up.
    """
    runs = tuple(Run(content, start - base, end - base) for content, start, end in pieces)
    whole = Text(runs, language)
    content = whole.content
    start = len(content) - len(content.lstrip(_EDGES))
    end = len(content.rstrip(_EDGES))
    if start >= end:
        return None
    return whole if (start, end) == (0, len(content)) else whole.part(start, end)


def unit(source: Text | None, target: Text | None) -> Segment | None:
    """Return the segment of two texts, or None where there is neither."""
    known = target or source
    return Segment(target, source, kind_of(known.content)) if known else None
