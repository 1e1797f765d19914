"""The values that a glossary is made of. All are frozen.

Term status follows TBX (ISO 30042) administrative status, languages follow BCP 47.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum


class Status(Enum):
    """TBX administrative status of a term."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    SUPERSEDED = "superseded"
    DEPRECATED = "deprecated"


class TermType(Enum):
    """TBX term type. Short forms and abbreviations may stand beside the full form."""

    FULL = "full"
    SHORT = "short"
    ABBREVIATION = "abbreviation"


class Fault(Enum):
    """What is wrong with a deprecated form."""

    MISTRANSLATION = "mistranslation"
    CALQUE = "calque"
    UNTRANSLATED = "untranslated"


class Override(Enum):
    """What an entry does to the one of its id in the layer below."""

    NONE = "false"
    REPLACE = "true"
    ADD = "add"


class Confidence(Enum):
    """Whether the English form was seen printed in an official text."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"


PARTS_OF_SPEECH = ("noun", "verb", "adjective", "phrase")


@dataclass(frozen=True, slots=True)
class Source:
    """A publication that prints the English form."""

    title: str
    locator: str | None = None
    date: str | None = None
    url: str | None = None

    def __str__(self) -> str:
        return ", ".join(part for part in (self.title, self.locator, self.date) if part)


@dataclass(frozen=True, slots=True)
class Condition:
    """When a form that is ordinary English elsewhere counts as this term. All parts must hold."""

    exact_case: bool = False
    preceded_by: tuple[str, ...] = ()
    followed_by: tuple[str, ...] = ()
    not_preceded_by: tuple[str, ...] = ()
    not_followed_by: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    source: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One form of a concept; ``text`` may be a variant pattern where the form is deprecated."""

    text: str
    language: str
    status: Status
    type: TermType = TermType.FULL
    fault: Fault | None = None
    note: str | None = None
    since: date | None = None
    until: date | None = None
    familiar: bool = False
    condition: Condition | None = None

    @property
    def is_good(self) -> bool:
        """Whether the form is right, at least at some time."""
        return self.status is not Status.DEPRECATED

    def status_on(self, day: date | None) -> Status:
        """Return the status on a day, or today where there is none.

        A superseded form is admitted on the days when it was in force.
        """
        in_force = day is not None and (self.until is None or day <= self.until)
        if self.status is Status.SUPERSEDED and in_force:
            return Status.ADMITTED
        return self.status


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that tests its entry: found by the rule ``finds``, or passed where it is None."""

    en: str
    zh: str | None = None
    finds: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Location:
    """Where an entry stands in its file."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that policy news speaks of, with all its forms."""

    id: str
    subject: str
    terms: tuple[Term, ...]
    location: Location
    definition: str | None = None
    part_of_speech: str = "noun"
    free_mixing: bool = False
    includes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    examples: tuple[Example, ...] = ()
    since: date | None = None
    until: date | None = None
    see_also: tuple[str, ...] = ()
    confidence: Confidence = Confidence.VERIFIED
    override: Override = Override.NONE

    def forms(self, language: str, *statuses: Status) -> tuple[Term, ...]:
        """Return the terms of a language, of the given statuses or of all."""
        return tuple(
            term
            for term in self.terms
            if term.language == language and (not statuses or term.status in statuses)
        )

    @property
    def preferred(self) -> Term:
        """The canonical English form."""
        return self.forms("en", Status.PREFERRED)[0]

    def right_on(self, day: date | None) -> tuple[Term, ...]:
        """Return what may be written in English on a day: its name, the preferred and admitted."""
        former = self.forms("en", Status.SUPERSEDED) if day else ()
        then = (term for term in former if term.status_on(day) is Status.ADMITTED)
        return (*then, self.preferred, *self.forms("en", Status.ADMITTED))

    @property
    def zh(self) -> tuple[str, ...]:
        """The Chinese forms, the usual one first."""
        return tuple(term.text for term in self.forms("zh"))

    @property
    def authority(self) -> str | None:
        """The publication that the canonical form is taken from."""
        return str(self.sources[0]) if self.sources else None


@dataclass(frozen=True, slots=True)
class Glossary:
    """All concepts, by id, the upper layers already laid over the lower ones."""

    concepts: dict[str, Concept]
    overrides: tuple[str, ...] = field(default=())
