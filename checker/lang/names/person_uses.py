"""Which person of the source each name in the English is, and whether it is written right.

"Wang Lixing" is 王立新 where the source has him and nobody who is read so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.lang.names.persons import Persons
from checker.lang.names.written_names import Written, names, pairs
from checker.text import Span, Text


@dataclass(frozen=True, eq=False)
class Passage:
    """A pair with its names: those in pinyin, and the rows that may be misspelt ones."""

    source: Text
    target: Text
    persons: Persons
    written: list[Written]
    rows: list[Written]

    @classmethod
    def of(cls, source: Text, target: Text, simplified: str, most: int) -> Passage | None:
        """Return the names of a pair, if there are any in the first ``most`` characters."""
        content = target.content[:most]
        written, rows = list(names(content)), list(pairs(content))
        found = bool(written or rows)
        return cls(source, target, Persons(simplified), written, rows) if found else None


@dataclass(frozen=True)
class Use:
    """A name of the source as the English has it; ``fault`` is empty where that is right."""

    name: str
    fault: str
    written: Written
    passage: Passage

    @property
    def span(self) -> Span:
        """Where the name stands in the English."""
        return self.passage.target.span(self.written.start, self.written.end)

    @property
    def source_span(self) -> Span:
        """Where the name stands first in the Chinese of the pair."""
        at = self.passage.persons.content.find(self.name)
        return self.passage.source.span(at, at + len(self.name))


def uses(passages: Sequence[Passage]) -> list[Use]:
    """Return what the names in the English stand for, as far as it is sure."""
    exact = {passage: list(_exact(passage)) for passage in passages}
    found = [use for uses in exact.values() for use in uses]
    known = {use.name for use in found if not use.fault}
    near = [use for passage, uses in exact.items() for use in _near(passage, uses, known)]
    return [*(_lengthened(use, known) for use in found), *_nowhere_else(passages, near)]


def _exact(passage: Passage) -> Iterator[Use]:
    """Yield the names that the source has syllable by syllable."""
    end = 0
    for number, written in enumerate(passage.written):
        found, fault = passage.persons.meant(written)
        if fault and _begins_better(passage, number):
            continue
        if len(found) == 1 and written.start >= end:
            end = written.end
            yield Use(min(found), fault, written, passage)


def _begins_better(passage: Passage, number: int) -> bool:
    """Whether a name that is right begins inside: "Zhu Lilan" in "Li Zhu Lilan"."""
    written = passage.written[number]
    for other in passage.written[number + 1 : number + 4]:
        found, fault = passage.persons.meant(other)
        if found and not fault and other.overlaps(written):
            return True
    return False


def _lengthened(use: Use, known: set[str]) -> Use:
    """Return a use of "Wang Li" as one of 王立新, if the source has no other 王立."""
    longer = use.passage.persons.longer(use.name, known)
    return replace(use, name=longer, fault="near") if longer and not use.fault else use


def _near(passage: Passage, exact: list[Use], known: set[str]) -> Iterator[Use]:
    """Yield the names that the source has nearly, and not as they are written."""
    persons = passage.persons
    taken = [use.written for use in exact]
    rendered = Counter(use.name for use in exact if not use.fault)
    for written in [*passage.written, *passage.rows]:
        # "Lin Chi-ling" is spelled as in Taiwan.
        if "-" in written.text:
            continue
        if persons.reads(written) or any(written.overlaps(other) for other in taken):
            continue
        for found in _meant(passage, written, known):
            if written.forms:
                found = {name for name in found if rendered[name] < persons.content.count(name)}
            if len(found) == 1:
                yield Use(min(found), "near", written, passage)
                taken.append(written)
                break


def _meant(passage: Passage, written: Written, known: set[str]) -> Iterator[set[str]]:
    """Yield the names that may be meant by each reading, then those that are misspelt so."""
    for form in written.forms:
        if not form.turned:
            yield passage.persons.near(form, known)
    if written.is_plain:
        yield passage.persons.misspelt(written, known)


def _nowhere_else(passages: Sequence[Passage], near: list[Use]) -> list[Use]:
    """Return the uses that are nobody else in the whole source."""
    if not near:
        return []
    whole = Persons("\n".join(passage.persons.content for passage in passages))
    return [use for use in near if not any(map(whole.exact, use.written.forms))]
