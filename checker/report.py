"""The contract of a report."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TextIO

from checker import plugins

if TYPE_CHECKING:
    from checker.result import Result


@dataclass(frozen=True, slots=True)
class Style:
    """How a report may look: ``color`` with ANSI colours, ``width`` in columns."""

    color: bool = False
    width: int = 100


class Report(ABC):
    """Writes a result in one format."""

    @abstractmethod
    def write(self, result: Result, stream: TextIO, style: Style) -> None:
        """Write the whole result to a text stream."""


@lru_cache(maxsize=1)
def all_reports() -> Mapping[str, Report]:
    """Return all reports by id, sorted.

    Raises:
        PluginError: two reports have one id, or a plug-in is not a report.
    """
    return plugins.instances("checker.reports", "zhengming.reports", Report)
