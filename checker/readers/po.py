"""PO, the translation files of gettext: the Chinese is the msgid, the English the msgstr.

Each plural form is a unit. Fuzzy entries are checked as others are, obsolete ones left out.
Comments of translators and those taken from the program are comments of their entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from checker import units
from checker.document import Comment, Document, Segment
from checker.reader import Reader
from checker.streaming import decode_as, encoding_named
from checker.text import Lines, Span
from checker.units import Piece
from glossary.problem import Problem, ProblemsError

_CHARSET = re.compile(rb"[\"\s]Content-Type:[^\"\r\n]*charset=([A-Za-z0-9._-]+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.MULTILINE)
_HEAD = 8192
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,3}\])?)[ \t]*(?=\")")
_TOKEN = re.compile(r"[^\"\\\r\n]+|\\(?:x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|[^\r\n])")
_ESCAPES = dict(zip('abfnrtv\\"', '\a\b\f\n\r\t\v\\"', strict=True))


@dataclass
class _Entry:
    start: int
    end: int
    fields: dict[str, list[Piece]] = field(default_factory=dict)
    comments: list[Comment] = field(default_factory=list)

    def said(self, name: str) -> str:
        return "".join(piece for piece, _, _ in self.fields.get(name, ()))

    @property
    def is_header(self) -> bool:
        return "msgctxt" not in self.fields and not self.said("msgid")

    def segments(self) -> Iterator[Segment]:
        """Yield the entry's plural forms, or itself."""
        forms = [name for name in self.fields if name.startswith("msgstr")]
        for number, name in enumerate(forms):
            plural = number and "msgid_plural" in self.fields
            source = self.fields["msgid_plural" if plural else "msgid"]
            segment = units.unit(units.text(source, "zh"), units.text(self.fields[name], "en"))
            if segment:
                yield segment


class _FaultError(Exception):
    def __init__(self, at: int, message: str) -> None:
        super().__init__(message)
        self.at = at


class PoReader(Reader):
    suffixes = (".po",)

    def read_bytes(self, path: str, data: bytes, language: str) -> Document:
        """Return the document, in the character set that the header names."""
        charset = _CHARSET.search(data[:_HEAD])
        name = charset[1].decode("ascii") if charset else "utf-8"
        encoding = encoding_named(path, "utf-8" if name == "CHARSET" else name)
        document = self.read(path, decode_as(path, data, encoding), language)
        return replace(document, encoding=encoding)

    def read(self, path: str, content: str, language: str) -> Document:
        """Return the document; the header may name the language, which must be English."""
        segments: list[Segment] = []
        comments: list[Comment] = []
        try:
            for entry in _entries(content):
                if entry.fields and entry.is_header:
                    _check_header(entry)
                elif entry.fields:
                    segments.extend(entry.segments())
                comments.extend(entry.comments)
            _check_direction(segments)
        except _FaultError as error:
            place = Lines(content).locate(error.at)
            raise ProblemsError([Problem(path, *place, str(error))]) from None
        return Document(
            path, "po", content, tuple(segments), comments=tuple(comments), special='"\\\r\n'
        )


def _entries(content: str) -> Iterator[_Entry]:
    entry: _Entry | None = None
    current: list[Piece] | None = None  # the string that may go on in the next line
    for line in _LINE.finditer(content):
        said = line.group().strip(" \t\r\n\ufeff")
        if not said or said.startswith("#~"):
            current = None
            if entry:
                yield _closed(entry)
            entry = None
            continue
        at = content.index(said[0], line.start())
        is_new = said.startswith(("#", "msgctxt", "msgid ", "msgid\t", 'msgid"'))
        if entry and is_new and any(name.startswith("msgstr") for name in entry.fields):
            yield _closed(entry)
            entry = None
        entry = entry or _Entry(at, at)
        entry.end = at + len(said)
        if said.startswith("#"):
            if said[1:2] in (".", " ", "\t"):
                entry.comments.append(Comment(said[2:], Span(at, entry.end)))
        else:
            current = _string(content, at, entry, current)
    if entry:
        yield _closed(entry)


def _string(content: str, at: int, entry: _Entry, current: list[Piece] | None) -> list[Piece]:
    """Add the string of a line to its field, and return the field's pieces."""
    keyword = _KEYWORD.match(content, at)
    if keyword:
        if keyword[1] in entry.fields:
            raise _FaultError(at, f"{keyword[1]} stands twice in one entry")
        current = entry.fields[keyword[1]] = []
        at = keyword.end()
    if current is None or content[at] != '"':
        raise _FaultError(at, 'expected msgid, msgstr or a string in quotation marks ("…")')
    at += 1
    while token := _TOKEN.match(content, at):
        current.append((_unescaped(token.group()), *token.span()))
        at = token.end()
    if content[at : at + 1] != '"':
        raise _FaultError(at, "the string has no closing quotation mark")
    if content[at + 1 : entry.end].strip():
        raise _FaultError(at + 1, "text goes on after the closing quotation mark")
    return current


def _unescaped(token: str) -> str:
    if token[0] != "\\":
        return token
    digits = token[1:]
    if digits[0] == "x" and len(digits) > 1:
        return chr(int(digits[1:], 16))
    return chr(int(digits, 8)) if digits[0] in "01234567" else _ESCAPES.get(digits, token)


def _closed(entry: _Entry) -> _Entry:
    """Return an entry with its comments told of it.

    Raises:
        _FaultError: it lacks the original, or the place for the translation.
    """
    if entry.fields:
        if "msgid" not in entry.fields:
            raise _FaultError(entry.start, "an entry without msgid")
        if not any(name.startswith("msgstr") for name in entry.fields):
            raise _FaultError(entry.start, "an entry without msgstr")
        unit = Span(entry.start, entry.end)
        entry.comments = [replace(comment, unit=unit) for comment in entry.comments]
    return entry


def _check_header(entry: _Entry) -> None:
    language = _LANGUAGE.search(entry.said("msgstr"))
    if language and units.language(language[1]) != "en":
        message = f'this translates into "{language[1]}"; expected Chinese msgid and English msgstr'
        raise _FaultError(entry.start, message)


def _check_direction(segments: list[Segment]) -> None:
    sources = " ".join(one.source.content for one in segments if one.source)
    if sources and not units.has_chinese(sources):
        message = "the msgid texts are not Chinese; expected Chinese msgid and English msgstr"
        raise _FaultError(0, message)
