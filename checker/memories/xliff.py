"""XLIFF 2.0: a unit for each passage that has a source, with its target if there is one.

The confidence is a note of the category ``confidence``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.memory import Memory, Unit, xml


class XliffMemory(Memory):
    suffixes = (".xlf", ".xliff")

    def holds(self, unit: Unit) -> bool:
        """Whether there is a source."""
        return bool(unit.source)

    def write(self, units: Iterable[Unit], source: str, target: str) -> str:
        """Return the document."""
        return "\n".join(_lines(units, source)) + "\n"


def _lines(units: Iterable[Unit], source: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh" '
        'trgLang="en">'
    )
    yield f'  <file id="f1" original="{xml(source)}">'
    for number, unit in enumerate(units, 1):
        yield f'    <unit id="u{number}">'
        yield "      <notes>"
        yield f'        <note category="confidence">{unit.confidence:.2f}</note>'
        yield "      </notes>"
        yield "      <segment>"
        yield f"        <source>{xml(unit.source)}</source>"
        if unit.target:
            yield f"        <target>{xml(unit.target)}</target>"
        yield "      </segment>"
        yield "    </unit>"
    yield "  </file>"
    yield "</xliff>"
