"""The phrases of one language in a trie, with the entries that each stands for.

The trie is native code (marisa-trie); it is a few bytes a phrase, and what stands at a place of a
text is found in one walk, however many phrases there are.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain

from marisa_trie import LABEL_ORDER, Trie

# Stands after each phrase in the text; no YAML file can have it.
_MARK = "\0"
# Half a character, as JSON may bring it, is no UTF-8.
_LONE = re.compile("[\ud800-\udfff]")


class Phrases:
    """Phrases with their entries, numbers that the writer chose.

    ``table`` returns what :func:`pack` made, by name. ``stop`` stands after each phrase in the
    trie: a space, where phrases are words joined by spaces; nothing, where they are characters.
    """

    def __init__(self, table: Callable[[str], bytes], stop: str) -> None:
        self._table = table
        self._stop = stop

    def find(self, units: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Yield ``(first unit, end unit, phrase)`` for all phrases in a row of words or characters.

        Overlapping ones too. Linear in the row, for no phrase is longer than the longest one.
        """
        stop, longest, prefixes = self._stop, self._longest, self._trie.prefixes
        row = _LONE.sub("\ufffd", stop.join(units) + stop)
        places = accumulate([len(unit) + len(stop) for unit in units], initial=0)
        found = map(prefixes, [row[at : at + longest] for at in places])
        for start, keys in enumerate(found):
            for key in keys:
                size = key.count(stop) if stop else len(key)
                yield start, start + size, key.removesuffix(stop)

    def entries(self, phrase: str) -> list[int]:
        """Return the entries of a phrase, sorted; none where it is not among the phrases."""
        try:
            number = self._lines[self._trie.key_id(phrase + self._stop)]
        except (KeyError, UnicodeEncodeError):
            return []
        return self._entries_of(number)

    def containing(self, *parts: str) -> Iterator[tuple[str, int]]:
        """Yield ``(phrase, entry)`` for all phrases that have all of the parts, sorted."""
        part = max(parts, key=len, default="")
        found = self._lines_with(part) if part else enumerate(self.texts)
        for number, phrase in found:
            if all(part in phrase for part in parts):
                for entry in self._entries_of(number):
                    yield phrase, entry

    @property
    def texts(self) -> list[str]:
        """All phrases, sorted."""
        return self._text.split(_MARK)[:-1]

    @cached_property
    def _trie(self) -> Trie:
        return Trie().frombytes(self._table("trie"))

    @cached_property
    def _longest(self) -> int:
        return int(self._table("longest"))

    @cached_property
    def _text(self) -> str:
        return self._table("text").decode()

    @cached_property
    def _lines(self) -> memoryview:
        return memoryview(self._table("lines")).cast("I")

    @cached_property
    def _starts(self) -> memoryview:
        return memoryview(self._table("starts")).cast("I")

    @cached_property
    def _entries(self) -> memoryview:
        return memoryview(self._table("entries")).cast("I")

    def _entries_of(self, line: int) -> list[int]:
        return self._entries[self._starts[line] : self._starts[line + 1]].tolist()

    def _lines_with(self, part: str) -> Iterator[tuple[int, str]]:
        """Yield number and text of the lines that have a part."""
        number, counted, text = 0, 0, self._text
        at = text.find(part)
        while at >= 0:
            start = text.rfind(_MARK, 0, at) + 1
            end = text.find(_MARK, at)
            number += text.count(_MARK, counted, start)
            yield number, text[start:end]
            counted = start
            at = text.find(part, end)


def pack(pairs: Iterable[tuple[str, int]], stop: str) -> dict[str, bytes]:
    """Return the tables of :class:`Phrases` for pairs of phrase and entry."""
    by_phrase: dict[str, tuple[int, ...]] = {}
    for phrase, entry in pairs:
        known = by_phrase.get(phrase)
        by_phrase[phrase] = (*known, entry) if known else (entry,)
    phrases = sorted(by_phrase)
    entries = [_sorted(by_phrase[phrase]) for phrase in phrases]
    trie = Trie([phrase + stop for phrase in phrases], num_tries=1, order=LABEL_ORDER)
    lines = array("I", bytes(4 * len(phrases)))
    for line, (_, number) in enumerate(trie.iteritems()):  # in the order of the phrases
        lines[number] = line
    return {
        "trie": trie.tobytes(),
        "text": "".join([phrase + _MARK for phrase in phrases]).encode(),
        "longest": b"%d" % (max(map(len, phrases), default=0) + len(stop)),
        "lines": lines.tobytes(),
        "starts": array("I", accumulate(map(len, entries), initial=0)).tobytes(),
        "entries": array("I", chain.from_iterable(entries)).tobytes(),
    }


def _sorted(entries: tuple[int, ...]) -> Sequence[int]:
    return entries if len(entries) == 1 else sorted(set(entries))
