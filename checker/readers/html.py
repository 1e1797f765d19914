"""HTML: the text of block elements; scripts, styles and code are passed over.

The standard library's parser tells the place of each event, so nothing is searched back.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from checker.document import Comment, Document, Kind, Segment
from checker.reader import Reader
from checker.text import Lines, Run, Span, Text

_SILENT = frozenset({"script", "style", "code", "pre", "kbd", "samp", "template", "svg", "math"})
_INLINE = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em font i img ins kbd label mark math q s samp "
    "small span strong sub sup svg time tt u var wbr".split()
)
# Not text, but the words around them do not become neighbours.
_OBJECTS = frozenset({"code", "img", "kbd", "math", "samp", "svg"})
# These end where the next one of their kind begins.
_UNCLOSED = frozenset({"p", "li", "td", "th", "tr", "dt", "dd", "option"})
_HEADINGS = frozenset({"title", "h1", "h2", "h3", "h4", "h5", "h6"})
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_PIECE = re.compile(r"\s+|\S+")


class HtmlReader(Reader):
    suffixes = (".html", ".htm", ".xhtml")

    def read(self, path: str, content: str, language: str) -> Document:
        """Return the document; an element in another language (``lang``) is passed over."""
        parser = _Parser(content, language)
        tags, text = _ends(content)
        parser.feed(content[:tags])
        parser.close()
        parser.add_text(tags, text)
        parser.end_segment()
        return Document(
            path, "html", content, tuple(parser.segments), comments=tuple(parser.comments)
        )


def _ends(content: str) -> tuple[int, int]:
    """Return where the last tag ends, and where the text after it does.

    A comment that nothing closes hides the rest (HTML, 13.2.5.44). The parser is not shown what
    follows the last ">": it would look for the end of each "<" there again and again.
    """
    comment = content.find("<!--", content.rfind("-->") + 1)
    end = comment if comment >= 0 else len(content)
    return content.rfind(">", 0, end) + 1, end


class _Parser(HTMLParser):
    def __init__(self, content: str, language: str) -> None:
        super().__init__(convert_charrefs=False)
        self.segments: list[Segment] = []
        self.comments: list[Comment] = []
        self._lines = Lines(content.replace("\r", " "))  # the parser counts LF only
        self._content = content
        self._language = language
        self._runs: list[Run] = []
        self._heading = False
        self._silent: list[str] = []

    def end_segment(self) -> None:
        """Close the paragraph that is being gathered."""
        while self._runs and self._runs[-1].content == " ":
            self._runs.pop()
        if self._runs:
            kind = Kind.HEADING if self._heading else Kind.PARAGRAPH
            self.segments.append(Segment(Text(tuple(self._runs), self._language), kind=kind))
        self._runs = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._mark(tag)
        if tag in _HEADINGS or tag not in _INLINE:
            self._heading = tag in _HEADINGS
        if tag in _UNCLOSED and self._silent[-1:] == [tag]:
            self._silent.pop()
        language = dict(attrs).get("lang") or self._language
        own = language.lower().startswith(self._language)
        foreign = tag not in {"html", "body"} and not own
        if tag not in _VOID and (tag in _SILENT or foreign or self._silent[-1:] == [tag]):
            self._silent.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._mark(tag)

    def _mark(self, tag: str) -> None:
        """Do to the text what a tag means: a new paragraph, a space, or an object in it."""
        start = self._offset()
        end = start + len(self.get_starttag_text() or "")
        if tag not in _INLINE:
            self.end_segment()
        elif tag == "br":
            self._add(" ", start, end)
        elif tag in _OBJECTS:
            self._add("\ufffc", start, end)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.end_segment()
        if tag in _HEADINGS:
            self._heading = False
        if self._silent[-1:] == [tag]:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        start = self._offset()
        self.add_text(start, start + len(data))

    def add_text(self, start: int, end: int) -> None:
        """Add raw text, each row of white space as one space."""
        for piece in _PIECE.finditer(self._content, start, end):
            blank = piece.group().isspace()
            self._add(" " if blank else piece.group(), *piece.span())

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Pass over "<![x]>", a comment by accident, on which the base class gives up."""
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1

    def handle_comment(self, data: str) -> None:
        start = self._offset()
        end = self._content.find("-->", start)
        span = Span(start, end + 3 if end >= 0 else start + 4 + len(data))
        self.comments.append(Comment(data, span))

    def _reference(self, written: str) -> None:
        start = self._offset()
        end = start + len(written)
        end += self._content[end : end + 1] == ";"
        character = unescape(self._content[start:end])
        if len(character) > 1:  # no entity after all: "R&D"
            self.add_text(start, end)
            return
        self._add(" " if character.isspace() else character, start, end)

    def _add(self, content: str, start: int, end: int) -> None:
        if self._silent or (content == " " and not self._runs):
            return
        if content == " " and self._runs[-1].content == " ":
            return
        self._runs.append(Run(content, start, end))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines.starts[line - 1] + column
