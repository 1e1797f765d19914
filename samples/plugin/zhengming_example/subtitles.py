"""Subtitles (SubRip): the lines between the numbers and the times."""

import re

from checker.document import Document, Segment
from checker.reader import Reader
from checker.text import Run, Text

_NOT_TEXT = re.compile(r"\s*(?:\d+|[\d:,. ]+-->[\d:,. ]+)?\s*")
_LINE = re.compile(r"[^\r\n]+")


class SubtitleReader(Reader):
    """Each line of a subtitle is a segment, with its place in the file."""

    suffixes = (".srt",)

    def read(self, path: str, content: str, language: str) -> Document:
        """Return the document."""
        lines = (line for line in _LINE.finditer(content) if not _NOT_TEXT.fullmatch(line.group()))
        segments = tuple(
            Segment(Text((Run(line.group(), *line.span()),), language)) for line in lines
        )
        return Document(path, "subtitles", content, segments)
