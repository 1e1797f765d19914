"""Word files (.docx): the paragraphs, or the pairs of tables with a Chinese and an English column.

Of such a table the two columns are read, and beside it only what is English. Tracked insertions
are text, deletions are not. Left out are footnotes, headers and footers, text boxes, comments, and
blocks inside content controls. The content is made here, a line for each paragraph, of
which ``labels`` say where it stands.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from checker import units
from checker.document import Document, Kind, Segment
from checker.reader import MAX_BYTES, Reader
from checker.text import Text
from checker.units import OBJECT
from glossary.problem import Problem, ProblemsError

if TYPE_CHECKING:
    from docx.table import Table

# What the parts of a file may unpack to, in bytes: its XML, and pictures and all.
_MOST_XML = MAX_BYTES // 2  # parsed, it takes some eighty times as much
_MOST = 8 * MAX_BYTES
_OLE = b"\xd0\xcf\x11\xe0"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
    f"{_W}drawing": OBJECT,
    f"{_W}pict": OBJECT,
    f"{_W}object": OBJECT,
}
# Text that is not there, or there twice, or that has a place of its own.
_SILENT = frozenset(
    {
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
        f"{_W}moveFrom",
        f"{_W}del",
        f"{_W}drawing",
        f"{_W}pict",
        f"{_W}object",
        f"{_W}pPr",
        f"{_W}rPr",
    }
)
_MOST_COLUMNS = 63  # Word has no more
_HEADINGS = ("heading", "title", "subtitle")

# The lines of a cell, one for each paragraph.
_Cell = list[str]


class DocxReader(Reader):
    suffixes = (".docx",)

    def read(self, path: str, content: str, language: str) -> Document:
        """Say that a Word file is not text."""
        raise ProblemsError([Problem(path, 0, 0, "a Word file is binary, not text")])

    def read_bytes(self, path: str, data: bytes, language: str) -> Document:
        """Return the document of a Word file."""
        complaint = _complaint(data)
        if complaint:
            raise ProblemsError([Problem(path, 0, 0, complaint)])
        try:
            return _Reading(path, language).document(data)
        except Exception as error:
            message = f"this Word file is broken: {error}"
            raise ProblemsError([Problem(path, 0, 0, message)]) from error


def _complaint(data: bytes) -> str | None:
    """Return why a file cannot be opened without harm, judged by its directory alone."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return "this Word file has a password; save it without one"
        return "this is a file of an old Word, whatever its name; save it as .docx"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        return f"this is no Word file, or a broken one: {error}"
    if any(member.flag_bits & 1 for member in members):
        return "this file is encrypted; save it without a password"
    xml = sum(one.file_size for one in members if one.filename.endswith((".xml", ".rels")))
    if xml > _MOST_XML or sum(member.file_size for member in members) > _MOST:
        return (
            f"it unpacks to more than {_MOST_XML // 1024 // 1024} MB of XML or "
            f"{_MOST // 1024 // 1024} MB in all; split it"
        )
    if "word/document.xml" not in {member.filename for member in members}:
        return 'this is no Word file: "word/document.xml" is not in it'
    return None


class _Reading:
    """Makes the content of a document, line by line, and its segments."""

    def __init__(self, path: str, language: str) -> None:
        self._path = path
        self._language = language
        self._parts: list[str] = []
        self._labels: list[str] = []
        self._offset = 0
        self._segments: list[Segment] = []

    def document(self, data: bytes) -> Document:
        import docx
        from docx.table import Table

        opened = docx.Document(io.BytesIO(data))
        blocks = list(opened.iter_inner_content())
        headings = {style.style_id for style in opened.styles if _is_heading(style.name)}
        grids = {at: _grid(block) for at, block in enumerate(blocks) if isinstance(block, Table)}
        columns = {at: _columns(grid) for at, grid in grids.items()}
        self._is_bilingual = any(columns.values())
        paragraphs = tables = 0
        for at, block in enumerate(blocks):
            if isinstance(block, Table):
                tables += 1
                self._add_table(grids[at], columns[at], f"table {tables}")
            else:
                paragraphs += 1
                kind = Kind.HEADING if block._p.style in headings else None
                self._add_alone(_text(block._p), f"paragraph {paragraphs}", kind)
        return Document(
            self._path,
            "docx",
            "".join(self._parts),
            tuple(self._segments),
            labels=(*self._labels, ""),
        )

    def _add_table(
        self, grid: Sequence[Sequence[_Cell]], columns: tuple[int, int] | None, label: str
    ) -> None:
        for number, row in enumerate(grid, start=1):
            if columns is None:
                for column, cell in enumerate(row, start=1):
                    for line in cell:
                        self._add_alone(line, f"{label}, row {number}, column {column}", None)
                continue
            sources, targets = (row[at] if at < len(row) else [] for at in columns)
            if len(sources) != len(targets):
                sources, targets = ["\n".join(sources)], ["\n".join(targets)]
            zh, en = (f"{label}, row {number}, column {at + 1}" for at in columns)
            for source, target in zip(sources, targets, strict=True):
                texts = self._line(source, zh, "zh"), self._line(target, en, "en")
                self._add(units.unit(*texts))

    def _add_alone(self, content: str, label: str, kind: Kind | None) -> None:
        if not (self._is_bilingual and units.is_chinese(content)):
            text = self._line(content, label, "en" if self._is_bilingual else self._language)
            if text:
                self._add(Segment(text, kind=kind or units.kind_of(text.content)))

    def _add(self, segment: Segment | None) -> None:
        if segment:
            self._segments.append(segment)

    def _line(self, content: str, label: str, language: str) -> Text | None:
        """Add a line, or several, to the content; return the text of it."""
        if not content.strip():
            return None
        start = self._offset
        self._parts += (content, "\n")
        self._labels += [label] * (content.count("\n") + 1)
        self._offset += len(content) + 1
        return units.text([(content, start, start + len(content))], language)


def _text(element: Any) -> str:
    """Return the text of the runs inside an XML element of Word."""
    return "".join(_pieces(element)).replace("\r", " ")


def _pieces(element: Any) -> Iterator[str]:
    stack = [element]
    while stack:
        one = stack.pop()
        if one.tag == f"{_W}t":
            yield one.text or ""
        elif one.tag in _TEXTS:
            yield _TEXTS[one.tag]
        if one.tag not in _SILENT:
            stack.extend(reversed(one))


def _grid(table: Table) -> list[list[_Cell]]:
    """Return the cells of a table; one that is merged over several is there once, then empty."""
    grid = []
    for row in table.rows:
        cells: list[_Cell] = []
        for cell in row._tr.tc_lst:
            goes_on = cell.vMerge == "continue"
            lines = [] if goes_on else [_text(one) for one in cell.iter(f"{_W}p")]
            cells.append([line for line in lines if line.strip()])
            cells += [[] for _ in range(min(cell.grid_span, _MOST_COLUMNS) - 1)]
        grid.append(cells)
    return grid


def _columns(grid: Sequence[Sequence[_Cell]]) -> tuple[int, int] | None:
    """Return the columns with the most Chinese and the most English, if there are both."""
    width = max((len(row) for row in grid), default=0)
    texts = [
        " ".join(line for row in grid if at < len(row) for line in row[at]) for at in range(width)
    ]
    chinese = [at for at in range(width) if units.is_chinese(texts[at])]
    english = [at for at in range(width) if at not in chinese and units.has_english(texts[at])]
    if not chinese or not english:
        return None
    zh, en = (max(some, key=lambda at: len(texts[at])) for some in (chinese, english))
    return zh, en


def _is_heading(style: str | None) -> bool:
    return (style or "").lower().startswith(_HEADINGS)
