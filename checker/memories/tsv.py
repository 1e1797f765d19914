"""Tab-separated values for a spreadsheet: a heading, and a line for each passage."""

from __future__ import annotations

from collections.abc import Iterable

from checker.memory import Memory, Unit
from checker.terminal import safe

_COLUMNS = ("source", "target", "confidence", "source place", "target place")
# A spreadsheet would take a cell that begins so for a formula (CWE-1236).
_FORMULA = ("=", "+", "-", "@")


class TsvMemory(Memory):
    suffixes = (".tsv",)

    def holds(self, unit: Unit) -> bool:
        """Every unit has its line."""
        return True

    def write(self, units: Iterable[Unit], source: str, target: str) -> str:
        """Return the table."""
        return "".join(
            _line(cells)
            for cells in (
                _COLUMNS,
                *(
                    (
                        unit.source,
                        unit.target,
                        f"{unit.confidence:.2f}",
                        unit.source_place,
                        unit.target_place,
                    )
                    for unit in units
                ),
            )
        )


def _line(cells: Iterable[str]) -> str:
    texts = map(safe, cells)
    return "\t".join(f"'{text}" if text.startswith(_FORMULA) else text for text in texts) + "\n"
