"""The compiled glossary as SQLite tables, in a file or in memory.

A page of text needs a few hundred of the many phrases, so they are asked for and not all loaded.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

# Phrases are searched in English ("en") and Chinese ("zh"); "key" is pinyin and traditional forms.
_TABLES = """
create table concept (number integer primary key, id text unique, includes text, data text);
create table phrase (language text, text text, entry integer,
                     primary key (language, text, entry)) without rowid;
create table lengths (language text primary key, by_first text);
"""
# SQLite takes at least 999 parameters in a statement (SQLITE_MAX_VARIABLE_NUMBER before 3.32).
_CHUNK = 900


class Store:
    """Tables of concepts and phrases. An entry of a phrase is a number that its writer chose."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def create(cls) -> Store:
        """Return an empty store in memory."""
        connection = sqlite3.connect(":memory:")
        connection.executescript(_TABLES)
        return cls(connection)

    @classmethod
    def open(cls, path: Path) -> Store | None:
        """Return the store of a file, or nothing where it is none or is damaged."""
        try:
            address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(address, uri=True)
        except sqlite3.Error:
            return None
        try:
            pages, size = (
                _number(connection, f"pragma {name}") for name in ("page_count", "page_size")
            )
            known = _number(connection, "select count(*) from lengths")
        except sqlite3.Error:
            connection.close()
            return None
        if pages * size != path.stat().st_size or not known:
            connection.close()
            return None
        return cls(connection)

    def add_concept(self, number: int, concept: dict[str, Any]) -> None:
        """Add a concept as JSON values; it has an ``id`` and may have ``includes``."""
        includes = json.dumps(concept["includes"]) if "includes" in concept else None
        data = json.dumps(concept, ensure_ascii=False, separators=(",", ":"))
        row = (number, concept["id"], includes, data)
        self._connection.execute("insert into concept values (?, ?, ?, ?)", row)

    def add_phrases(self, language: str, phrases: Iterable[tuple[str, int]]) -> None:
        """Add phrases with their entries."""
        rows = ((language, text, entry) for text, entry in phrases)
        self._connection.executemany("insert or ignore into phrase values (?, ?, ?)", rows)

    def add_lengths(self, language: str, by_first: dict[str, list[int]]) -> None:
        """Add the lengths of the phrases that begin with each unit."""
        row = (language, json.dumps(by_first, ensure_ascii=False))
        self._connection.execute("insert into lengths values (?, ?)", row)

    def save(self, path: Path) -> None:
        """Write a store that is in memory to a new file.

        Raises:
            OSError: it cannot be written.
        """
        self._connection.commit()
        try:
            with closing(sqlite3.connect(path)) as copy:
                self._connection.backup(copy)
        except sqlite3.Error as error:
            raise OSError(str(error)) from error

    def ids(self) -> list[str]:
        """Return the ids of all concepts in the order of their numbers."""
        rows = self._connection.execute("select id from concept order by number")
        return [name for (name,) in rows]

    def concept(self, number: int) -> dict[str, Any]:
        """Return a concept as JSON values."""
        rows = self._connection.execute("select data from concept where number = ?", (number,))
        concept: dict[str, Any] = json.loads(rows.fetchone()[0])
        return concept

    def includes(self) -> dict[str, list[str]]:
        """Return the ids that concepts include, of those that include any."""
        query = "select id, includes from concept where includes is not null"
        return {name: json.loads(names) for name, names in self._connection.execute(query)}

    def lengths(self, language: str) -> dict[str, list[int]]:
        """Return the lengths of the phrases that begin with each unit, longest first."""
        query = "select by_first from lengths where language = ?"
        row = self._connection.execute(query, (language,)).fetchone()
        lengths: dict[str, list[int]] = json.loads(row[0])
        return lengths

    def entries(self, language: str, texts: Collection[str]) -> dict[str, list[int]]:
        """Return the entries of those of the texts that are phrases."""
        wanted = list(texts)
        found: dict[str, list[int]] = {}
        for start in range(0, len(wanted), _CHUNK):
            chunk = wanted[start : start + _CHUNK]
            marks = ",".join("?" * len(chunk))
            query = f"select text, entry from phrase where language = ? and text in ({marks})"  # noqa: S608 - marks only
            for text, entry in self._connection.execute(query, (language, *chunk)):
                found.setdefault(text, []).append(entry)
        return found

    def phrases(self, language: str, *parts: str) -> Iterator[tuple[str, int]]:
        """Yield ``(phrase, entry)`` for all phrases that have all of the parts in them."""
        tests = " and instr(text, ?)" * len(parts)
        query = f"select text, entry from phrase where language = ?{tests}"  # noqa: S608 - marks only
        yield from self._connection.execute(query, (language, *parts))


def _number(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])
