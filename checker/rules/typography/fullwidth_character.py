"""A full-width character or a Chinese mark in the English.

They come from the source or from an input method, and break line ends and searches. Marks that
stand beside Chinese characters belong to these and pass.

Found:
    The plan（issued in 2021）covers nine tasks。

Passed:
    The plan (issued in 2021) covers nine tasks.
"""

import re
from collections.abc import Iterator

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Rule
from checker.text import Span

_FULLWIDTH = re.compile(r"[\uff01-\uff5e\u3000-\u3002\u300a-\u3011\uffe5]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_MARKS = {
    "\u3000": " ",
    "、": ",",
    "。": ".",
    "〈": "<",
    "〉": ">",
    "《": '"',
    "》": '"',
    "￥": "¥",
}


class FullwidthCharacter(Rule):
    category = Category.PUNCTUATION
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        found: dict[str, list[Span]] = {}
        for _, text in document.targets:
            for match in _FULLWIDTH.finditer(text.content):
                beside = text.content[max(0, match.start() - 1) : match.end() + 1]
                if not _HAN.search(beside):
                    found.setdefault(match.group(), []).append(text.span(*match.span()))
        for mark, spans in found.items():
            plain = _plain(mark)
            shown = "an ideographic space" if mark == "\u3000" else f'full-width "{mark}"'
            yield Observation(
                message=f"{shown} in English text",
                spans=tuple(spans),
                suggestions=(plain,) if plain else (),
            )


def _plain(mark: str) -> str:
    if mark in _MARKS:
        return _MARKS[mark]
    # The block of full-width ASCII lies at a fixed distance from ASCII (Unicode FF01 to FF5E).
    return chr(ord(mark) - 0xFEE0) if "\uff01" <= mark <= "\uff5e" else ""
