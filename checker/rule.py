"""The contract of a rule, and the catalogue of all rules.

A rule is one file in a folder of ``checker/rules``: the folder is its group, the file's name its
id, the module's docstring its page. Nothing else is to be edited to add one.
"""

from __future__ import annotations

import inspect
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from enum import Enum
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Any, ClassVar

from checker import plugins

if TYPE_CHECKING:  # a look-up knows the names of the rules and needs no more of them
    from checker.context import Context
    from checker.document import Document
    from checker.finding import Category, Observation, Severity

# What the engine itself reports about suppression comments; it can be ignored like a rule.
ENGINE_FINDINGS = {
    "malformed-suppression": "A suppression comment that cannot be understood; severity minor.",
    "unused-suppression": "A suppression that silences nothing; severity neutral.",
}
# No profile selects the last group.
GROUPS = ("terminology", "accuracy", "fluency", "typography", "experimental")


class Need(Enum):
    """What a rule cannot work without."""

    TERMS = "terms"
    SOURCE = "source"
    TAGS = "tags"


@dataclass(frozen=True)
class NoOptions:
    """The options of a rule that has none."""


class Rule(ABC):
    """A rule looks at one document and yields what it sees; it keeps no state between documents.

    ``Options`` is a frozen dataclass. Each field has a default and ``metadata={"help": sentence}``;
    its type is bool, int, str or tuple of str.
    """

    category: ClassVar[Category]
    severity: ClassVar[Severity]
    needs: ClassVar[frozenset[Need]] = frozenset()
    Options: ClassVar[type[Any]] = NoOptions

    def __init__(self, options: Any = None) -> None:
        self.options = options if options is not None else self.Options()

    @abstractmethod
    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        """Yield an observation for each problem, with all of its places."""


@dataclass(frozen=True)
class RuleInfo:
    """A rule as it is registered."""

    id: str
    group: str
    load: Callable[[], type[Rule]]

    @cached_property
    def rule(self) -> type[Rule]:
        """The rule; its file is loaded when it is asked for.

        Raises:
            PluginError: the file defines no rule, or several.
        """
        return self.load()

    @property
    def page(self) -> str:
        """The documentation: the docstring of the rule's module."""
        return inspect.cleandoc(sys.modules[self.rule.__module__].__doc__ or "")

    @property
    def title(self) -> str:
        """The first line of the page."""
        return self.page.split("\n", 1)[0].rstrip(".")

    @property
    def options(self) -> list[tuple[str, Any, str]]:
        """``(name, default, help)`` of each option."""
        return [
            (field.name.replace("_", "-"), field.default, field.metadata["help"])
            for field in fields(self.rule.Options)
        ]


@lru_cache(maxsize=1)
def all_rules() -> dict[str, RuleInfo]:
    """Return all rules by id, sorted.

    Raises:
        PluginError: two rules have one id, or a plug-in is not a rule.
    """
    own = (
        (name, RuleInfo(name, group, load))
        for group in GROUPS
        for name, load in plugins.own(f"checker.rules.{group}", Rule)
    )
    others = (
        (name, RuleInfo(name, getattr(rule, "group", "fluency"), partial(_same, rule)))
        for name, rule in plugins.installed("zhengming.rules", Rule)
    )
    return dict(sorted(plugins.unique(pair for pairs in (own, others) for pair in pairs).items()))


def _same(rule: type[Rule]) -> type[Rule]:
    return rule
