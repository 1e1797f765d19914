"""What rules find. Error types and severities are those of MQM, with their ITS 2.0 names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum

from checker.text import Span


class Severity(IntEnum):
    """MQM severity levels."""

    NEUTRAL = 0
    MINOR = 1
    MAJOR = 2
    CRITICAL = 3

    @property
    def label(self) -> str:
        """The name as it is written in configuration and reports."""
        return self.name.lower()

    @property
    def penalty(self) -> int:
        """MQM penalty points (MQM 2.0 scoring models: 0, 1, 5, 25)."""
        return (0, 1, 5, 25)[self]


class Category(Enum):
    """MQM-Core error types that our rules report; the value is ``(MQM name, ITS 2.0 type)``."""

    TERMINOLOGY_RESOURCE = ("inconsistent-with-terminology-resource", "terminology")
    TERMINOLOGY_USE = ("inconsistent-use-of-terminology", "terminology")
    MISTRANSLATION = ("mistranslation", "mistranslation")
    UNTRANSLATED = ("untranslated", "untranslated")
    OMISSION = ("omission", "omission")
    ADDITION = ("addition", "addition")
    GRAMMAR = ("grammar", "grammar")
    PUNCTUATION = ("punctuation", "typographical")
    SPELLING = ("spelling", "misspelling")
    STYLE = ("organizational-style", "style")
    OTHER = ("other", "other")

    @property
    def mqm(self) -> str:
        """The MQM name, words joined by hyphens."""
        return self.value[0]

    @property
    def its(self) -> str:
        """The ITS 2.0 localization quality issue type."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Fix:
    """What to write at a place of the raw file where nothing else can be meant."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Observation:
    """What a rule says: what is wrong, where (all places of one problem), and what to write.

    The rule's name, error type and severity are not its own to say; the engine adds them.
    ``fixes`` are for those places that can be mended without a second thought. ``source_spans``
    are the places in the source text that the problem is about.
    """

    message: str
    spans: tuple[Span, ...]
    suggestions: tuple[str, ...] = ()
    concept: str | None = None
    authority: str | None = None
    fixes: tuple[Fix, ...] = ()
    source_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """An observation stamped with its rule, error type and severity. Never without a span."""

    rule: str
    category: Category
    severity: Severity
    message: str
    spans: tuple[Span, ...]
    suggestions: tuple[str, ...] = ()
    concept: str | None = None
    authority: str | None = None
    fixes: tuple[Fix, ...] = ()
    source_spans: tuple[Span, ...] = ()
