"""Tables with a heading: one row is one unit, two columns are its Chinese and its English.

``.csv`` is quoted as RFC 4180 says, and divided by commas, semicolons or tabs. In ``.tsv`` a cell
in quotation marks is quoted only if all of it is; any other mark is one of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from checker import units
from checker.document import Comment, Document, Segment
from checker.streaming import StreamingReader, room, with_last
from checker.text import Lines, Origin, Span
from checker.units import Piece
from glossary.problem import Problem, ProblemsError, near_match

# What headings say, the plainest first: the role of a text, or else its language.
_SOURCES = (
    frozenset("source src 原文 源语 源文 源语言".split()),
    frozenset("chinese mandarin 中文 汉语 汉字 中文原文 simplified-chinese".split()),
)
_TARGETS = (
    frozenset("target tgt translation 译文 目标语 目标语言".split()),
    frozenset("english 英文 英语 英文译文 英译".split()),
)
_NOTES = frozenset("note notes comment comments 备注 注释".split())
_DELIMITERS = {".csv": ",;\t", ".tsv": "\t", ".tab": "\t"}
# A first row that is no heading need not be quoted wholly.
_LONG = 30
# So many bytes hold a heading that anybody would write.
_HEADING = 4096
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class _Row:
    """The cells of a row, and where it stands without its line end; ``after`` is the next one."""

    cells: list[list[Piece]]
    start: int
    end: int
    after: int


@dataclass(frozen=True)
class _Columns:
    delimiter: str
    source: int
    target: int
    note: int | None
    width: int


class _MalformedError(Exception):
    def __init__(self, at: int, message: str) -> None:
        super().__init__(message)
        self.at = at


class TableReader(StreamingReader):
    suffixes = (".tsv", ".csv", ".tab")

    def is_meant(self, path: Path) -> bool:
        """Whether a heading of a table says a language or a role; other tables are data."""
        with path.open("rb") as stream:
            start = stream.read(_HEADING)
        encoding = "utf-16" if start[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        lines = start.decode(encoding, errors="ignore").splitlines()
        cells = re.split("[,;\t]", lines[0]) if lines else []
        names = [cell.strip(' "\u3000').casefold() for cell in cells]
        known = frozenset().union(*_SOURCES, *_TARGETS)
        return any(name in known or units.language(name) in ("zh", "en") for name in names)

    def windows(self, path: str, chunks: Iterable[str]) -> Iterator[Document]:
        """Yield a document for each chunk in which a row ends."""
        columns: _Columns | None = None
        content, origin = "", Origin()
        delimiters = _DELIMITERS.get(PurePath(path).suffix.lower(), "\t")
        strict = path.lower().endswith(".csv")
        for chunk, is_last in with_last(chunks):
            content += chunk
            try:
                start = 0
                if columns is None:
                    columns, start = _columns(content, delimiters, strict)
                rows = _Rows(content, columns, strict, is_last)
                segments, comments = _units(rows.rows(start), columns, content)
            except _MalformedError as error:
                place = Lines(content, (origin,)).locate(error.at)
                raise ProblemsError([Problem(path, *place, str(error))]) from None
            cut = len(content) if is_last else rows.end
            document = Document(
                path,
                "table",
                content[:cut],
                tuple(segments),
                comments=tuple(comments),
                origins=(origin,),
                special='"\t\r\n' + delimiters,
            )
            if cut or is_last:
                yield document
            origin = replace(document.lines.origin(cut), at=0)
            content = content[cut:]
            room(path, origin, content)


class _Rows:
    """Reads the rows of a content; ``end`` is where the last whole one ends."""

    def __init__(self, content: str, columns: _Columns, strict: bool, is_last: bool) -> None:
        self.end = 0
        self._content = content
        self._columns = columns
        self._strict = strict
        self._is_last = is_last
        self._cell_end = re.compile(f"[{columns.delimiter}\r\n]|\\Z")

    def rows(self, at: int) -> Iterator[_Row]:
        """Yield the rows from a place on, without blank ones."""
        self.end = at
        while at < len(self._content):
            row = self.row(at)
            if row is None or (row.after == len(self._content) and not self._is_last):
                return
            self.end = at = row.after
            if row.end > row.start:
                yield row

    def row(self, start: int) -> _Row | None:
        """Return the row that begins at a place, or None if it goes on in the next chunk."""
        row = self._read(start, lines=True)
        if row and not self._strict and len(row.cells) != self._columns.width:
            # A mark at the beginning of a cell and another one in a later line are no pair.
            return self._read(start, lines=False)
        return row

    def _read(self, start: int, lines: bool) -> _Row | None:
        cells: list[list[Piece]] = []
        at = start
        while True:
            cell = self._quoted(at, lines)
            if cell is None:
                end = self._ends(at)
                cell = ([(self._content[at:end], at, end)] if end > at else []), end
            pieces, at = cell
            if at < 0:
                return None
            cells.append(pieces)
            if lines and not self._strict and len(cells) > self._columns.width:
                return self._read(start, lines=False)
            if self._content[at : at + 1] != self._columns.delimiter:
                line_end = _LINE_END.match(self._content, at)
                return _Row(cells, start, at, line_end.end() if line_end else at)
            at += 1

    def _ends(self, at: int) -> int:
        match = self._cell_end.search(self._content, at)
        return match.start() if match else len(self._content)

    def _quoted(self, start: int, lines: bool) -> tuple[list[Piece], int] | None:
        """Return a cell in quotation marks, and where it ends; -1 if that is not seen yet.

        Raises:
            _MalformedError: the marks of a cell are no pair, and the format asks that they are.
        """
        content = self._content
        if content[start : start + 1] != '"':
            return None
        limit = len(content) if self._strict else self._limit(start, lines)
        pieces: list[Piece] = []
        at = start + 1
        while (quote := content.find('"', at, limit)) >= 0:
            if quote > at:
                pieces.append((content[at:quote], at, quote))
            if content[quote + 1 : quote + 2] != '"':
                break
            pieces.append(('"', quote, quote + 2))
            at = quote + 2
        if quote < 0 and limit == len(content) and not self._is_last:
            return [], -1
        if quote >= 0 and self._cell_end.match(content, quote + 1):
            return pieces, quote + 1
        if self._strict and quote < 0:
            raise _MalformedError(start, "a quotation mark opens a cell here and none closes it")
        if self._strict:
            raise _MalformedError(quote + 1, "a cell goes on after its closing quotation mark")
        return None

    def _limit(self, start: int, lines: bool) -> int:
        """Return up to where a quoted cell of a format without rules for it may go."""
        tab = self._content.find("\t", start)
        limit = tab if tab >= 0 else len(self._content)
        line_end = None if lines else _LINE_END.search(self._content, start)
        return min(limit, line_end.start()) if line_end else limit


def _units(
    rows: Iterable[_Row], columns: _Columns, content: str
) -> tuple[list[Segment], list[Comment]]:
    segments: list[Segment] = []
    comments: list[Comment] = []
    for row in rows:
        spare = next((cell for cell in row.cells[columns.width :] if cell), None)
        if spare:
            raise _MalformedError(
                spare[0][1],
                f"{len(row.cells)} cells in a row of {columns.width} columns; a cell that has the "
                "delimiter in it stands in quotation marks",
            )
        cells = [*row.cells, *([[]] * (columns.width - len(row.cells)))]
        segment = units.unit(
            units.text(cells[columns.source], "zh"), units.text(cells[columns.target], "en")
        )
        if segment:
            segments.append(segment)
        if columns.note is not None and cells[columns.note]:
            note = cells[columns.note]
            said = "".join(piece for piece, _, _ in note)
            place = Span(note[0][1], note[-1][2])
            comments.append(Comment(said, place, Span(row.start, row.end)))
    return segments, comments


def _columns(content: str, delimiters: str, strict: bool) -> tuple[_Columns, int]:
    """Return which columns there are, by the heading, and where the first row begins.

    Raises:
        _MalformedError: the Chinese or the English column cannot be told.
    """
    complaints: list[tuple[int, _MalformedError]] = []
    for delimiter in delimiters:
        names: list[str] = []
        try:
            names, after = _heading(content, delimiter, strict)
            source = _one(names, _SOURCES, "zh", "Chinese", "source")
            target = _one(names, _TARGETS, "en", "English", "target")
        except _MalformedError as error:
            complaints.append((len(names), error))
            continue
        note = next((at for at, name in enumerate(names) if name in _NOTES), None)
        return _Columns(delimiter, source, target, note, len(names)), after
    raise max(complaints, key=lambda complaint: complaint[0])[1]


def _heading(content: str, delimiter: str, strict: bool) -> tuple[list[str], int]:
    row = _Rows(content, _Columns(delimiter, 0, 0, None, 0), strict, True).row(0)
    assert row is not None  # noqa: S101 - nothing is to come
    names = ["".join(piece for piece, _, _ in cell) for cell in row.cells]
    return [name.strip("\ufeff \u3000").casefold() for name in names], row.after


def _one(
    names: Sequence[str], known: Iterable[frozenset[str]], code: str, language: str, role: str
) -> int:
    for words in known:
        by_code = role not in words
        found = [
            at
            for at, name in enumerate(names)
            if name in words or (by_code and units.language(name) == code)
        ]
        if len(found) == 1:
            return found[0]
        if found:
            listed = ", ".join(f'"{names[at]}"' for at in found)
            message = f'several columns may be the {language} one: {listed}; name one "{role}"'
            raise _MalformedError(0, message)
    choices = sorted(set().union(*known) | {code})
    near = next((hint for name in names if (hint := near_match(name, choices))), "")
    headings = ", ".join(f'"{name[:_LONG]}"' for name in names)
    message = f'no heading is known to be {language}; name the column "{role}"{near}'
    raise _MalformedError(0, f"{message} (found: {headings}; known: {', '.join(choices)})")
