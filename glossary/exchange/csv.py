"""CSV (RFC 4180), a concept on a line; several forms stand in one cell, a line each.

A file of two columns, Chinese and English, is read as it is, with or without a heading, divided
by commas, semicolons or tabs. After a form may stand its dates and its note: ``form — note``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from glossary.format import Format, checked, identifier
from glossary.model import (
    PARTS_OF_SPEECH,
    Concept,
    Confidence,
    Fault,
    Location,
    Status,
    Term,
    TermType,
)
from glossary.problem import Problem, ProblemsError, near_match
from glossary.remarks import DASH, read_source, remarks, source_text, with_remarks

# Each column of English forms, and what its forms are.
_FORMS = {
    "preferred": (Status.PREFERRED, TermType.FULL, None),
    "admitted": (Status.ADMITTED, TermType.FULL, None),
    "short": (Status.ADMITTED, TermType.SHORT, None),
    "abbreviation": (Status.ADMITTED, TermType.ABBREVIATION, None),
    "superseded": (Status.SUPERSEDED, TermType.FULL, None),
    "deprecated": (Status.DEPRECATED, TermType.FULL, Fault.MISTRANSLATION),
    "calque": (Status.DEPRECATED, TermType.FULL, Fault.CALQUE),
    "untranslated": (Status.DEPRECATED, TermType.FULL, Fault.UNTRANSLATED),
}
_COLUMNS = (
    "id", "zh", *_FORMS, "definition", "part-of-speech", "mixing", "subject", "sources",
    "see-also", "includes", "since", "until", "confidence",
)  # fmt: skip
# What people call the columns of their own lists.
_ALIASES = {
    "chinese": "zh", "source": "zh", "zh-cn": "zh", "zh-hans": "zh", "中文": "zh", "原文": "zh",
    "english": "preferred", "target": "preferred", "en": "preferred", "translation": "preferred",
    "英文": "preferred", "英语": "preferred", "译文": "preferred",
    "synonyms": "admitted", "forbidden": "deprecated", "wrong": "deprecated",
    "note": "definition", "notes": "definition", "comment": "definition", "备注": "definition",
}  # fmt: skip
_HAN = re.compile(r"[\u3400-\u9fff]")
_DELIMITERS = ",;\t"
_FORMULA = ("=", "+", "-", "@")


class _Csv(Format):
    suffixes = (".csv",)

    def write(self, concepts: Sequence[Concept]) -> str:
        stream = io.StringIO()
        writer = csv.DictWriter(stream, _COLUMNS)
        writer.writeheader()
        for concept in concepts:
            cells = {name: "\n".join(_cell(concept, name)) for name in _COLUMNS}
            writer.writerow({name: _unarmed(cell) for name, cell in cells.items()})
        return stream.getvalue()

    def read(self, content: str, path: str) -> list[Concept]:
        first = content.partition("\n")[0]
        delimiter = max(_DELIMITERS, key=first.count)
        reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
        rows = []
        try:
            for row in reader:
                if any(cell.strip() for cell in row):
                    rows.append((reader.line_num, [_armed(cell.strip()) for cell in row]))
        except csv.Error as error:
            raise ProblemsError([Problem(path, reader.line_num, 1, f"no CSV: {error}")]) from error
        columns = _columns(rows, path)
        if rows and (_is_heading(_names(rows[0][1])) or not _has_chinese(rows[0][1])):
            rows = rows[1:]
        taken: set[str] = set()
        problems: list[Problem] = []
        concepts = []
        for line, row in rows:
            cells = dict(zip(columns, row, strict=False))
            try:
                concepts.append(_concept(cells, Location(path, line, 1), taken))
            except ValueError as error:
                problems.append(Problem(path, line, 1, str(error)))
        if problems:
            raise ProblemsError(problems)
        return checked(concepts, path)


FORMAT = _Csv()


def _unarmed(cell: str) -> str:
    """Keep a spreadsheet from taking text for a formula (CWE-1236)."""
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA) else cell


def _armed(cell: str) -> str:
    marked = cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA)
    return cell[1:] if marked else cell


def _cell(concept: Concept, column: str) -> Iterator[str]:
    """Yield the lines of a cell."""
    if column == "zh":
        yield from concept.zh
    elif column in _FORMS:
        yield from (
            DASH.join([term.text, *remarks(term)])
            for term in concept.forms("en")
            if _kind(term) == _FORMS[column]
        )
    elif column == "sources":
        yield from map(source_text, concept.sources)
    else:
        yield from _plain(concept, column)


def _plain(concept: Concept, column: str) -> Iterable[str]:
    values: dict[str, Iterable[object]] = {
        "id": [concept.id],
        "definition": [concept.definition],
        "part-of-speech": [concept.part_of_speech],
        "mixing": ["free" if concept.free_mixing else None],
        "subject": [concept.subject],
        "see-also": concept.see_also,
        "includes": concept.includes,
        "since": [concept.since],
        "until": [concept.until],
        "confidence": [concept.confidence.value],
    }
    return (str(value) for value in values[column] if value)


def _kind(term: Term) -> tuple[Status, TermType, Fault | None]:
    return term.status, term.type, term.fault


def _has_chinese(row: Iterable[str]) -> bool:
    return any(_HAN.search(cell) for cell in row)


def _names(heading: Iterable[str]) -> list[str]:
    return [_ALIASES.get(cell.lower(), cell.lower()) for cell in heading]


def _is_heading(names: Iterable[str]) -> bool:
    return {"zh", "preferred"} <= set(names)


def _columns(rows: Sequence[tuple[int, list[str]]], path: str) -> list[str]:
    """Return the name of each column: from the heading, or of two columns by what is in them."""
    if not rows:
        return []
    line, first = rows[0]
    names = _names(first)
    if _is_heading(names):
        unknown = [name for name in names if name and name not in _COLUMNS]
        if unknown or len(set(names)) < len(names):
            wrong = unknown[0] if unknown else max(names, key=names.count)
            hint = (
                near_match(wrong, (*_COLUMNS, *_ALIASES))
                or f"; the columns are {', '.join(_COLUMNS)}"
            )
            message = f'no column "{wrong}" is known, or it stands twice{hint}'
            raise ProblemsError([Problem(path, line, 1, message)])
        return names
    if len(first) != 2:
        wanted = 'expected two columns, Chinese and English, or a heading with "zh" and "preferred"'
        raise ProblemsError([Problem(path, line, 1, wanted)])
    chinese = [sum(_has_chinese(row[column : column + 1]) for _, row in rows) for column in (0, 1)]
    return ["zh", "preferred"] if chinese[0] >= chinese[1] else ["preferred", "zh"]


def _concept(cells: dict[str, str], place: Location, taken: set[str]) -> Concept:
    for column, language in (("zh", "Chinese"), ("preferred", "English")):
        if not cells.get(column):
            raise ValueError(f"the {language} form is missing")
    split = _lines if "id" in cells else _parts
    english = [term for column in _FORMS for term in _terms(split(cells.get(column, "")), column)]
    chinese = split(cells["zh"])
    statuses = [Status.PREFERRED] + [Status.ADMITTED] * len(chinese)
    speech = cells.get("part-of-speech") or "noun"
    if speech not in PARTS_OF_SPEECH:
        raise ValueError(f'expected one of {", ".join(PARTS_OF_SPEECH)}, found "{speech}"')
    return Concept(
        id=identifier(cells.get("id") or english[0].text, taken),
        subject=cells.get("subject", ""),
        terms=(
            *(Term(form, "zh", status) for form, status in zip(chinese, statuses, strict=False)),
            *english,
        ),
        location=place,
        definition=cells.get("definition") or None,
        part_of_speech=speech,
        free_mixing=cells.get("mixing") == "free",
        includes=tuple(split(cells.get("includes", ""))),
        sources=tuple(map(read_source, split(cells.get("sources", "")))),
        since=date.fromisoformat(cells["since"]) if cells.get("since") else None,
        until=date.fromisoformat(cells["until"]) if cells.get("until") else None,
        see_also=tuple(split(cells.get("see-also", ""))),
        confidence=Confidence(cells.get("confidence") or "unverified"),
    )


def _lines(cell: str) -> list[str]:
    """Return the lines of a cell, as we write them."""
    return [line.strip() for line in cell.split("\n") if line.strip()]


def _parts(cell: str) -> list[str]:
    """Return the lines of a cell of somebody else, or its parts between semicolons."""
    if "\n" in cell or DASH in cell:
        return _lines(cell)
    return [part.strip() for part in re.split("[;；]", cell) if part.strip()]


def _terms(forms: Iterable[str], column: str) -> Iterator[Term]:
    status, kind, fault = _FORMS[column]
    for form in forms:
        text, *notes = form.split(DASH)
        yield with_remarks(Term(text, "en", status, kind, fault), notes)
