"""The contract of a reader, and the way from a file to a document."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path, PurePath
from typing import ClassVar

from checker import plugins
from checker.document import Document
from checker.units import has_chinese, is_chinese
from glossary.problem import Problem, ProblemsError, near_match

# A news draft is a few kilobytes. What is larger than this is not a draft.
MAX_BYTES = 32 * 1024 * 1024
STDIN = "-"

_SUFFIXES = re.compile(r"^    suffixes = \((.*)\)$", re.MULTILINE)
_BOMS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


class Reader(ABC):
    """Reads one file format; ``suffixes`` are those of its files, with the dot.

    They are written on one line, so that they can be read without the rest of the reader.
    """

    suffixes: ClassVar[tuple[str, ...]]

    def is_meant(self, path: Path) -> bool:
        """Whether a file that stands in a folder, and was not named itself, is there to be read.

        Raises:
            OSError: it cannot be read.
        """
        return True

    @abstractmethod
    def read(self, path: str, content: str, language: str) -> Document:
        """Return the document. ``content`` is the raw text, line ends and BOM kept.

        ``language`` (BCP 47) is that of the text where the format does not say so; a format that
        holds source and target passes it over. All texts are targets, unless the format itself
        calls some of them sources.

        Raises:
            ProblemsError: the file is not well-formed.
        """

    def read_bytes(self, path: str, data: bytes, language: str) -> Document:
        """Return the document of a file's bytes; a format that is not text overrides this.

        Raises:
            ProblemsError: the bytes are no text in UTF-8, or the file is not well-formed.
        """
        return self.read(path, decode(path, data), language)


@lru_cache(maxsize=1)
def all_readers() -> Mapping[str, Reader]:
    """Return all readers by id, sorted.

    Raises:
        PluginError: two readers have one id, or a plug-in is not a reader.
    """
    return plugins.instances("checker.readers", "zhengming.readers", Reader)


@lru_cache(maxsize=1)
def suffixes() -> dict[str, str]:
    """Return the id of the reader for each known suffix; no reader is loaded to find out."""
    return {suffix: name for name in all_readers() for suffix in _suffixes_of(name)}


def _suffixes_of(reader: str) -> Sequence[str]:
    file = Path(__file__).parent / "readers" / f"{reader.replace('-', '_')}.py"
    written = _SUFFIXES.search(file.read_text(encoding="utf-8")) if file.is_file() else None
    return re.findall(r'"(.*?)"', written[1]) if written else all_readers()[reader].suffixes


def read_document(path: str, data: bytes) -> Document:
    """Read a file's bytes; the format follows from the suffix.

    Raises:
        ProblemsError: the bytes cannot be read, there is nothing to check in them, or no reader
            knows the format.
    """
    document = _read(path, data, "en")
    check_languages(document)
    return document


def check_languages(document: Document) -> None:
    """Ask that the texts of a draft are English, and those beside them Chinese.

    Raises:
        ProblemsError: they are not.
    """
    sources = [one.source.content for one in document.segments if one.source]
    if sources and not any(map(has_chinese, sources)):
        raise _unusable(document.path, "the source texts are not Chinese")
    if _is_chinese(document):
        raise _unusable(document.path, "this is Chinese; a draft to check is in English")


def read_source(path: str, data: bytes) -> Document:
    """Read the bytes of a Chinese source text as :func:`read_document` does a draft.

    Its texts are targets of its segments, in Chinese.

    Raises:
        ProblemsError: as for a draft, or the text is not Chinese.
    """
    document = _read(path, data, "zh")
    if not _is_chinese(document):
        raise _unusable(path, "this is not Chinese; a source text is")
    return document


def _read(path: str, data: bytes, language: str) -> Document:
    reader = reader_for(path)
    if len(data) > MAX_BYTES:
        raise _unusable(path, f"larger than {MAX_BYTES // 1024 // 1024} MB; split it")
    if not data.strip():
        raise _unusable(path, "the file is empty")
    document = reader.read_bytes(path, data, language)
    if not any(text.content.strip() for _, text in document.targets):
        raise _unusable(path, "there is no text in it to check")
    return document


def _is_chinese(document: Document) -> bool:
    return is_chinese(" ".join(text.content for _, text in document.targets))


def reader_for(path: str) -> Reader:
    """Return the reader of a file; the format follows from the suffix.

    Raises:
        ProblemsError: no reader knows it.
    """
    readers = all_readers()
    if path == STDIN:
        return readers["text"]
    known = suffixes()
    suffix = PurePath(path).suffix.lower()
    if suffix not in known:
        names = ", ".join(sorted(known))
        raise _unusable(
            path, f'no reader for "{suffix}"{near_match(suffix, known)} (known: {names})'
        )
    return readers[known[suffix]]


def decode(path: str, data: bytes) -> str:
    """Return the text of bytes in UTF-8.

    Raises:
        ProblemsError: they are none, with the place of the first fault.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            raise _unusable(path, f"the file is {encoding}; convert it to UTF-8")
    if b"\0" in data:
        raise _unusable(path, "this is a binary file, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8")) + 1
        message = f"not UTF-8: the byte 0x{data[error.start]:02x} cannot be read{guess(data)}"
        raise ProblemsError([Problem(path, line, column, message)]) from error


def guess(data: bytes) -> str:
    """Return what to do about bytes that are no UTF-8, for the end of a message."""
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "; convert the file to UTF-8"
    return "; it may be GB18030: try iconv -f GB18030 -t UTF-8"


def _unusable(path: str, message: str) -> ProblemsError:
    return ProblemsError([Problem(path, 0, 0, message)])
