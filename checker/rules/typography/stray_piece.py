"""A piece of text that no writer put there: markup, a broken encoding, letters left alone.

Found:
    The meeting was held in the capital.&nbsp; NS.

Passed:
    AT&T signed, and so did the U.S. side.
"""

import re
from collections.abc import Iterator

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.rule import Rule

_PIECES = (
    (
        re.compile(
            r"&(?:nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[lr]aquo|[mn]dash|hellip|bull|middot|copy|reg|"
            r"trade|deg|times|[aeiou](?:acute|grave|uml|circ)|e[mn]sp|thinsp|#\d{2,5}|#x[0-9a-f]{2,5});"
        ),
        "an entity of HTML",
    ),
    (
        re.compile(
            r"</?(?:p|br|div|span|a|b|i|em|strong|img|font|td|tr|table|h[1-6])(?:\s[^<>]*)?/?>"
        ),
        "a tag of HTML",
    ),
    (
        re.compile(
            r"[ÂÃ][\u0080-\u00bf]+|(?<=[a-z0-9])Â(?!\w)|â€[\u0080-\u00ff™œ\u009d“”˜]|ï¿½|\ufffd+|ã€[\u0080-\u00ff]"
        ),
        "characters of a broken encoding",
    ),
    (re.compile(r"\\[nrt](?=[\sA-Z]|$)|\\u[0-9a-f]{4}"), "an escape of a program"),
    (re.compile(r"\{\{[^{}\n]{0,40}\}\}|\$\{[^{}\n]{1,40}\}|%\(\w+\)s"), "a place-holder"),
)
# A sentence of one or two capital letters after a full stop: "through planning. NS."
_LETTERS = re.compile(r"(?<=[a-z]{2}[.!?] )[A-Z]{1,2}\.(?=\s*$|\s+[A-Z][a-z])")
# Short sentences that writers do write, the answer to a question, and "Fig. A.", "Team B vs. A.".
_SPOKEN = re.compile(
    r"(?:\b(?:OK|PS|NB)|\? [A-Z]{1,2}"
    r"|\b(?:[Vv]s|[Nn]o|Fig|Sec|Art|Gp|Ch|App|Vol|Mr|Mrs|Dr|Prof)\. [A-Z])\.$"
)


class StrayPiece(Rule):
    category = Category.OTHER
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        for _, text in document.targets:
            for pattern, what in _PIECES:
                spans = tuple(
                    text.span(*match.span())
                    for match in pattern.finditer(text.content)
                    if not context.in_address(text, *match.span())
                )
                if spans:
                    yield Observation(f"{what} was left in the text", spans)
            for match in _LETTERS.finditer(text.content):
                if _SPOKEN.search(text.content[max(0, match.start() - 60) : match.end()]):
                    continue
                if len(match.group()) > 2 or match.end() == len(text.content.rstrip()):
                    yield Observation(
                        f'"{match.group()}" is no sentence; it was left here by a machine',
                        (text.span(*match.span()),),
                    )
