"""TMX 1.4b, for translation memories: passages of which both sides are there.

The confidence is the property ``x-confidence`` of its unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker import __version__
from checker.memory import Memory, Unit, xml


class TmxMemory(Memory):
    suffixes = (".tmx",)

    def holds(self, unit: Unit) -> bool:
        """Whether both sides are there."""
        return bool(unit.source and unit.target)

    def write(self, units: Iterable[Unit], source: str, target: str) -> str:
        """Return the memory."""
        return "\n".join(_lines(units, source, target)) + "\n"


def _lines(units: Iterable[Unit], source: str, target: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<tmx version="1.4">'
    yield (
        f'  <header creationtool="zhengming" creationtoolversion="{xml(__version__)}" '
        'segtype="sentence" o-tmf="zhengming" adminlang="en" srclang="zh" datatype="plaintext">'
    )
    yield f'    <prop type="x-source">{xml(source)}</prop>'
    yield f'    <prop type="x-target">{xml(target)}</prop>'
    yield "  </header>"
    yield "  <body>"
    for unit in units:
        yield "    <tu>"
        yield f'      <prop type="x-confidence">{unit.confidence:.2f}</prop>'
        yield f'      <tuv xml:lang="zh"><seg>{xml(unit.source)}</seg></tuv>'
        yield f'      <tuv xml:lang="en"><seg>{xml(unit.target)}</seg></tuv>'
        yield "    </tu>"
    yield "  </body>"
    yield "</tmx>"
