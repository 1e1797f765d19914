"""The compiled glossary as SQLite tables, in a file or in memory.

A page of text needs a few of the many concepts, so they are asked for and not all loaded; the
phrases of a language are a few tables of bytes (see :mod:`glossary.phrases`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from zlib import crc32

# Large pages, since the tables of phrases are megabytes in a row.
_TABLES = """
pragma page_size = 32768;
create table concept (number integer primary key, id text unique, data text);
create table replaced (number integer primary key);
create table phrases (language text, name text, crc integer, bytes blob,
                      primary key (language, name));
"""


class Store:
    """Tables of concepts and phrases. An entry of a phrase is a number that its writer chose."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def create(cls) -> Store:
        """Return an empty store in memory."""
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        connection.executescript(_TABLES)
        return cls(connection)

    @classmethod
    def open(cls, path: Path) -> Store | None:
        """Return the store of a file, or nothing where it is none or is damaged."""
        try:
            address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        except sqlite3.Error:
            return None
        store = cls(connection)
        try:
            if store._is_whole(path.stat().st_size):
                return store
        except (sqlite3.Error, OSError):
            pass
        connection.close()
        return None

    def add_concept(self, number: int, name: str, concept: dict[str, Any]) -> None:
        """Add a concept by its number and id, as JSON values."""
        data = json.dumps(concept, ensure_ascii=False, separators=(",", ":"))
        self._connection.execute("insert into concept values (?, ?, ?)", (number, name, data))

    def add_replaced(self, numbers: Iterable[int]) -> None:
        """Add the numbers of concepts in lower stores that concepts of this one stand for."""
        rows = ((number,) for number in numbers)
        self._connection.executemany("insert into replaced values (?)", rows)

    def add_phrases(self, language: str, tables: Mapping[str, bytes]) -> None:
        """Add the tables of the phrases of a language."""
        rows = ((language, name, crc32(table), table) for name, table in tables.items())
        self._connection.executemany("insert into phrases values (?, ?, ?, ?)", rows)

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

    def number(self, name: str) -> int | None:
        """Return the number of the concept with an id."""
        rows = self._connection.execute("select number from concept where id = ?", (name,))
        row = rows.fetchone()
        return row[0] if row else None

    def first(self) -> int:
        """Return the lowest number of a concept, or 0."""
        query = "select coalesce(min(number), 0) from concept"
        first: int = self._connection.execute(query).fetchone()[0]
        return first

    def end(self) -> int:
        """Return the number after the highest one of a concept, or 0."""
        query = "select coalesce(max(number) + 1, 0) from concept"
        end: int = self._connection.execute(query).fetchone()[0]
        return end

    def replaced(self) -> list[int]:
        """Return the numbers of concepts in lower stores that concepts of this one stand for."""
        return [number for (number,) in self._connection.execute("select number from replaced")]

    def table(self, language: str, name: str) -> bytes:
        """Return one of the tables of the phrases of a language."""
        query = "select bytes from phrases where language = ? and name = ?"
        table: bytes = self._connection.execute(query, (language, name)).fetchone()[0]
        return table

    def _is_whole(self, size: int) -> bool:
        """Whether all pages are there, and what native code will read is as it was written."""
        pages, page = (
            self._connection.execute(f"pragma {name}").fetchone()[0]
            for name in ("page_count", "page_size")
        )
        tries = self._connection.execute("select crc, bytes from phrases where name = 'trie'")
        sums = [crc == crc32(table) for crc, table in tries]
        return pages * page == size and bool(sums) and all(sums)
