"""Formats of units, of which a large file is read window by window.

A window is a document of whole units whose lines and offsets are those of the file. Rules see one
window at a time; a file up to ``WINDOW`` is one.
"""

from __future__ import annotations

import codecs
from abc import abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, TypeVar

from checker.document import Document
from checker.reader import MAX_BYTES, STDIN, Reader, check_languages, decode, guess, reader_for
from checker.text import Lines, Origin
from glossary.problem import Problem, ProblemsError

WINDOW = 4 * 1024 * 1024

_ENCODINGS = {
    **dict.fromkeys(("utf-8", "utf8", "us-ascii", "ascii", "utf-16"), "utf-8"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), "gb18030"),
    "big5": "big5",
    "iso-8859-1": "iso-8859-1",
    "windows-1252": "cp1252",
}

_Item = TypeVar("_Item")
# A byte order mark stays in the text, so that what is written back begins as it did.
_BOMS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class StreamingReader(Reader):
    """Reads a format whose units can be checked one by one."""

    @abstractmethod
    def windows(self, path: str, chunks: Iterable[str]) -> Iterator[Document]:
        """Yield documents of whole units; one chunk gives one document, which is all of it.

        Raises:
            ProblemsError: the file is not well-formed.
        """

    def encoding(self, path: str, head: bytes) -> str:
        """Return the encoding of a file by its first bytes.

        Raises:
            ProblemsError: the file names one that cannot be read.
        """
        return next((name for mark, name in _BOMS if head.startswith(mark)), "utf-8")

    def read(self, path: str, content: str, language: str) -> Document:
        """Return the document; the format says which text is in which language."""
        (document,) = self.windows(path, (content,))
        return document

    def read_bytes(self, path: str, data: bytes, language: str) -> Document:
        """Return the document of a file's bytes, in the encoding that the file names."""
        encoding = self.encoding(path, data[:WINDOW])
        document = self.read(path, decode_as(path, data, encoding), language)
        return replace(document, encoding=encoding)

    def documents(self, path: str, stream: BinaryIO) -> Iterator[Document]:
        """Yield the windows of a file.

        Raises:
            ProblemsError: as :meth:`read_bytes`.
        """
        head = stream.read(WINDOW)
        encoding = self.encoding(path, head)
        chunks = _chunks(head, stream)
        for document in self.windows(path, _decoded(path, chunks, encoding)):
            yield replace(document, encoding=encoding)


def large_file(path: str, name: str) -> Iterator[Document] | None:
    """Return the windows of a file that is not read at once; None where it is.

    Raises:
        ProblemsError: no reader knows its format; further ones come while it is read.
    """
    reader = reader_for(name)
    if path == STDIN or not isinstance(reader, StreamingReader) or not _is_large(path):
        return None
    return _documents(path, name, reader)


def _is_large(path: str) -> bool:
    try:
        return Path(path).stat().st_size > WINDOW
    except OSError:
        return False  # it is said when the file is read


def _documents(path: str, name: str, reader: StreamingReader) -> Iterator[Document]:
    try:
        with Path(path).open("rb") as stream:
            for document in reader.documents(name, stream):
                check_languages(document)
                yield document
    except OSError as error:
        raise ProblemsError([Problem(path, 0, 0, f"cannot be read: {error.strerror}")]) from error


def encoding_named(path: str, name: str) -> str:
    """Return the encoding that a file names; one of our two-byte ones would have shown itself.

    Raises:
        ProblemsError: it is not known.
    """
    if name.lower() not in _ENCODINGS:
        message = f'the encoding "{name}" is not known; convert the file to UTF-8'
        raise ProblemsError([Problem(path, 1, 1, message)])
    return _ENCODINGS[name.lower()]


def decode_as(path: str, data: bytes, encoding: str) -> str:
    """Return the text of bytes.

    Raises:
        ProblemsError: they are none in this encoding, with the place of the first fault.
    """
    if encoding == "utf-8":
        return decode(path, data)
    return "".join(_decoded(path, (data,), encoding))


def with_last(items: Iterable[_Item]) -> Iterator[tuple[_Item, bool]]:
    """Yield each item, and whether it is the last one."""
    waiting: list[_Item] = []
    for item in items:
        if waiting:
            yield waiting.pop(), False
        waiting.append(item)
    if waiting:
        yield waiting.pop(), True


def room(path: str, origin: Origin, content: str) -> None:
    """Ask that what waits for the end of its unit can be held.

    Raises:
        ProblemsError: it is larger than any unit is.
    """
    if len(content) > MAX_BYTES:
        message = f"a unit larger than {MAX_BYTES // 1024 // 1024} MB begins here"
        raise ProblemsError([Problem(path, origin.line, origin.column, message)])


def _chunks(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    yield head
    while data := stream.read(WINDOW):
        yield data


def _decoded(path: str, chunks: Iterable[bytes], encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    origin = Origin()
    for data, is_last in with_last(chunks):
        try:
            content = decoder.decode(data, is_last)
        except UnicodeDecodeError as error:
            good = error.object[: error.start].decode(encoding)
            line, column = Lines(good, (origin,)).locate(len(good))
            byte = error.object[error.start]
            hint = guess(data) if encoding == "utf-8" else ""
            message = f"not {encoding.upper()}: the byte 0x{byte:02x} cannot be read{hint}"
            raise ProblemsError([Problem(path, line, column, message)]) from error
        lines = Lines(content, (origin,))
        if "\0" in content:
            place = lines.locate(content.index("\0"))
            raise ProblemsError([Problem(path, *place, "this is a binary file, not text")])
        yield content
        origin = replace(lines.origin(len(content)), at=0)
