"""XML as events with exact places, for formats of units; expat tells the byte of each event.

Nothing outside the file is read, and declared entities are refused: neither can a file of a few
lines fill the memory (CWE-776) nor make us open another one (CWE-611).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar, NoReturn
from xml.parsers import expat

from checker.document import Document
from checker.streaming import StreamingReader, encoding_named, room, with_last
from checker.text import Origin
from checker.xml_units import UnitHandler, UnusableError
from glossary.problem import Problem, ProblemsError

_MAX_DEPTH = 200
_XML = "http://www.w3.org/XML/1998/namespace "
_DECLARED = re.compile(rb"\s*<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")


class XmlReader(StreamingReader):
    """Reads an XML format; the class of its handler is all that it adds."""

    handler: ClassVar[type[UnitHandler]]
    name: ClassVar[str]

    def encoding(self, path: str, head: bytes) -> str:
        """Return the encoding by the byte order mark, the first characters or the declaration."""
        marked = super().encoding(path, head)
        if marked != "utf-8" or head.startswith(b"\xef\xbb\xbf"):
            return marked
        for begins, name in ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
            if head.startswith(begins):
                return name
        declared = _DECLARED.match(head[:1000])
        return encoding_named(path, declared[1].decode("ascii") if declared else "utf-8")

    def windows(self, path: str, chunks: Iterable[str]) -> Iterator[Document]:
        """Yield a document for each chunk in which a unit ends."""
        handler = self.handler()
        parser = _Parser(path, handler)
        origin, content = Origin(), ""
        for chunk, is_last in with_last(chunks):
            content += chunk
            parser.feed(chunk, content, is_last)
            cut = len(content) if is_last else handler.boundary - handler.base
            if cut or is_last:
                segments, comments = handler.take(handler.base + cut)
                document = Document(
                    path,
                    self.name,
                    content[:cut],
                    segments,
                    comments=comments,
                    origins=(origin,),
                    special="<>&",
                )
                yield document
                origin = replace(document.lines.origin(cut), at=0)
                content = content[cut:]
            room(path, origin, content)


class _Parser:
    def __init__(self, path: str, handler: UnitHandler) -> None:
        self._path = path
        self._handler = handler
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.ordered_attributes = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.CommentHandler = self._comment
        parser.StartCdataSectionHandler = self._start_cdata
        parser.EndCdataSectionHandler = self._end_cdata
        parser.EntityDeclHandler = self._refuse
        parser.ExternalEntityRefHandler = self._refuse
        parser.SkippedEntityHandler = self._skipped
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self._data = b""  # what expat has got and we may look at again
        self._first = 0  # the byte that it begins with
        self._byte, self._offset = 0, 0  # one place, as byte and as code point
        self._namespace: str | None = None
        self._in_cdata = False
        self._started: int | None = None  # the byte of a start tag, where nothing came since

    def feed(self, chunk: str, content: str, is_last: bool) -> None:
        """Parse on; ``content`` is all from the handler's base to the end of the chunk."""
        data = content.encode()
        new = chunk.encode()
        self._first += len(self._data) + len(new) - len(data)
        self._data = data
        try:
            self._parser.Parse(new, is_last)
        except expat.ExpatError as error:
            message = f"no XML: {expat.errors.messages[error.code]}"
            self._fail(message, (error.lineno, error.offset))
        if is_last and (lack := self._handler.lack()):
            self._fail(lack, (1, 0))

    def _fail(self, message: str, place: tuple[int, int] | None = None) -> NoReturn:
        """Raise a problem; where no place is given, at the event that is told of now."""
        parser = self._parser
        line, column = place or (parser.CurrentLineNumber, parser.CurrentColumnNumber)
        raise ProblemsError([Problem(self._path, line, column + 1, message)]) from None

    def _place(self, byte: int) -> int:
        """Return the code point of a byte; the bytes asked for never go back."""
        if byte > self._byte:
            between = self._data[self._byte - self._first : byte - self._first]
            self._offset += len(str(between, "utf-8"))
            self._byte = byte
        return self._offset

    def _own(self, name: str) -> str:
        """Return a name of the root's namespace without it, and others whole."""
        namespace, _, local = name.rpartition(" ")
        if self._namespace is None:
            self._namespace = namespace
        return local if namespace in (self._namespace, "") else name

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._handler.names) >= _MAX_DEPTH:
            self._fail(f"elements are nested more than {_MAX_DEPTH} deep")
        self._started = self._parser.CurrentByteIndex
        try:
            self._handler.start(self._own(name), attributes, self._place(self._started))
        except UnusableError as error:
            self._fail(str(error))

    def _end(self, _: str) -> None:
        byte = self._parser.CurrentByteIndex
        at = byte - self._first
        is_empty = self._started is not None and self._data[at - 2 : at] == b"/>"
        end = byte if is_empty else self._first + self._data.index(b">", at) + 1
        self._started = None
        self._handler.end(self._place(end))

    def _text(self, data: str) -> None:
        self._started = None
        if not self._handler.is_listening:
            return
        byte = self._parser.CurrentByteIndex
        at = byte - self._first
        start = self._place(byte)
        if self._data[at] == 0x26 and not self._in_cdata:  # &
            end = self._place(self._first + self._data.index(b";", at) + 1)
        elif data == "\n":
            end = start + 1 + (self._data[at : at + 2] == b"\r\n")
        else:
            end = start + len(data)
        self._handler.text((data, start, end))

    def _comment(self, data: str) -> None:
        self._started = None
        byte = self._parser.CurrentByteIndex
        start = self._place(byte)
        end = self._place(self._first + self._data.index(b"-->", byte - self._first) + 3)
        self._handler.remark(data, start, end)

    def _start_cdata(self) -> None:
        self._started, self._in_cdata = None, True

    def _end_cdata(self) -> None:
        self._in_cdata = False

    def _refuse(self, *_: object) -> int:
        self._fail("declares entities, which such a file needs not and an attack does")

    def _skipped(self, name: str, _: bool) -> None:
        self._fail(f'the entity "&{name};" is not declared')


def xml_language(attributes: dict[str, str]) -> str:
    """Return what ``xml:lang`` says, or ""."""
    return attributes.get(_XML + "lang", "")
