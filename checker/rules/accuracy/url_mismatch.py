"""A web address, an e-mail address or a designation such as C919 that is not the one of the source.

They go into the English as they are. Capitals, hyphens and spaces are free, and so are
``www``, ``english`` and ``/en/`` in addresses; "fifth-generation" answers to 5G.

Found:
    C919客机完成首飞，详情见www.example.org/news。
    The C929 airliner made its first flight; see www.example.com/news.

Passed:
    C919客机完成首飞，详情见www.example.org/news。
    The C-919 airliner made its first flight; see https://example.org/en/news.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from checker.context import Context
from checker.document import Document, Pair
from checker.finding import Category, Observation, Severity
from checker.rule import Need, Rule

_ADDRESS = re.compile(
    r"https?://[!-~]{4,300}|(?<![\w.@-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9.-]{2,80}"
    r"|(?<![\w.@-])(?:[A-Za-z0-9-]{1,63}\.){1,5}(?:com|cn|org|net|gov|edu|int|info|hk|uk|jp|eu)\b"
    r"(?:/[!-~]{0,300})?",
    re.ASCII,
)
_TAIL = re.compile(r"[;,.!?/]*(?:[\"'<>()\[\]].*)?$")
_SCHEME = re.compile(r"^https?://|^(?:www|english|eng|en|cn|zh|m)\.")
_LANGUAGE = re.compile(r"/(?:en|eng|english|cn|zh|zh-cn|chinese|zw)(?=/|$)")
# C919, GB/T 2260, H7N9, 5G, 737MAX.
_DESIGNATION = re.compile(
    r"(?<![\w.@/-])(?:[A-Z]{1,6}(?:/[A-Z])?-?\d{1,8}(?:[.-]\d{1,6})?[A-Za-z]{0,4}(?:\d{1,4})?"
    r"|(?:GB(?:/T)?|ISO|IEC) ?\d{3,6}|[2-6]G|\d{3,4}[A-Z]{2,5})(?![A-Za-z0-9@])",
    re.ASCII,
)
_UNIT = re.compile(
    r"\d(?:[KMGT]?(?:W|WH|HZ|VA|V|B|BPS|PA)|[KCM]?M|KG|RPM|PPM|RMB|USD|CNY|HKD|EUR|TEU|DWT|TCE)$"
)
_APART = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(r"\d+")
# What else a designation is called.
_ALSO = {
    "covid19": "covid|coronavirus|epidemic|pandemic", "pm25": "particulate", "pm10": "particulate",
    "co2": "carbon", "h2": "hydrogen", "f1": "formula", "a4": "paper",
    "2g": "second", "3g": "third", "4g": "fourth", "5g": "fifth|five", "6g": "sixth",
    "g7": "group of", "g20": "group of", "g77": "group of", "p2p": "peer", "o2o": "online",
    "b2b": "business", "b2c": "business",
}  # fmt: skip


@dataclass(frozen=True)
class _Wrong:
    """A thing of the source at ``[start, end)`` that the target has not, and what is there."""

    pair: Pair
    start: int
    end: int
    place: tuple[int, int] | None


class UrlMismatch(Rule):
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    needs = frozenset({Need.SOURCE})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        wrong: dict[str, list[_Wrong]] = {}
        for pair in context.sure_pairs:
            source = _plain(context.source(pair))
            for one in [*_addresses(source, pair), *_designations(source, pair)]:
                wrong.setdefault(source[one.start : one.end], []).append(one)
        for name, places in wrong.items():
            yield _observe(name, places)


def _plain(content: str) -> str:
    """Return a text with full-width letters and digits as ASCII, offsets unchanged."""
    plain = unicodedata.normalize("NFKC", content)
    return plain if len(plain) == len(content) else content


def _addresses(source: str, pair: Pair) -> Iterator[_Wrong]:
    if "." not in source:
        return
    content = pair.both[1].content
    ours = [(_address(match.group()), _without_tail(match)) for match in _ADDRESS.finditer(content)]
    for match in _ADDRESS.finditer(source):
        name = match.group()
        wanted, place = _address(name), _without_tail(match)
        if wanted not in {written for written, _ in ours}:
            instead = next((place for _, place in ours), None)
            yield _Wrong(pair, *place, instead)


def _without_tail(match: re.Match[str]) -> tuple[int, int]:
    """Return the place of an address without the marks of the sentence behind it."""
    return match.start(), match.start() + len(_TAIL.sub("", match.group()))


def _address(name: str) -> str:
    """Return what counts of an address."""
    name = _SCHEME.sub("", _SCHEME.sub("", _TAIL.sub("", name).casefold()))
    return _TAIL.sub("", _LANGUAGE.sub("", name))


def _designations(source: str, pair: Pair) -> Iterator[_Wrong]:
    found = [
        match for match in _DESIGNATION.finditer(source) if not _UNIT.search(match.group().upper())
    ]
    if not found:
        return
    content = pair.both[1].content
    folded = _APART.sub("", content.casefold())
    numbers = set(_NUMBER.findall(content))
    for match in found:
        name = _APART.sub("", match.group().casefold())
        also = _ALSO.get(name)
        is_there = name in folded or (also and re.search(also, content.casefold()))
        if not is_there and not numbers.issuperset(_NUMBER.findall(match.group())):
            yield _Wrong(pair, *match.span(), _like(name, content))


def _like(name: str, content: str) -> tuple[int, int] | None:
    """Return the designation in the target that has the same letters or the same digits."""
    letters = re.sub(r"\d", "", name)
    for match in _DESIGNATION.finditer(content):
        if re.sub(r"\d", "", _APART.sub("", match.group().casefold())) == letters:
            return match.span()
    return None


def _observe(name: str, places: list[_Wrong]) -> Observation:
    spans, instead = [], None
    for one in places:
        target = one.pair.both[1]
        spans.append(target.span(*(one.place or (0, len(target.content)))))
        if one.place and not instead:
            instead = target.content[slice(*one.place)]
    what = f", not “{instead}”" if instead else "; nothing of it is in the English"
    return Observation(
        f"the source has {name}{what}",
        tuple(dict.fromkeys(spans)),
        suggestions=(name,) if instead else (),
        source_spans=tuple(one.pair.both[0].span(one.start, one.end) for one in places),
    )
