"""Names of the source with their renderings, for names that no glossary lists.

Nothing here knows any particular name. That two renderings are of one thing is read off the
Chinese: the same name of a body, or the same three characters of a name, stand in the passages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from checker.context import Context
from checker.names import organisations
from checker.text import Span, Text
from checker.wording import listed

# The ends of Chinese names of bodies, by the family of the English heads that render them.
_HEADS = {
    "institute": "研究院|研究所|科学院|设计院",
    "university": "大学",
    "association": "协会|学会",
    "federation": "联合会|联盟|总会",
    "commission": "委员会",
    "bureau": "局|厅|署|办公室",
    "center": "中心",
    "laboratory": "实验室",
}
_ENDS = {family: re.compile(heads) for family, heads in _HEADS.items()}
# A Chinese name is known again by so many characters at its end.
_TAIL = 6
_NO_NAME = re.compile(
    "[^\u4e00-\u9fff]|[的了在是和与及等为以被将把对从到其这那有也并或就要会由向让给使各该本]"
)

_WORD = re.compile(r"\b[A-Z][a-z]{4,}\b")
# Words that a sentence begins with; those that the text has without a capital too are no names.
_PLAIN = re.compile(r"\b[a-z]{5,}\b")
_EMPTY = frozenset("there these those their theirs where while which whose third thirdly".split())
_HAN = re.compile(r"(?=([\u4e00-\u9fff]{3}))")
_ALIKE = 0.8
_ENDINGS = re.compile(r"(?:s|es|al|ar|ate|e|ed|er|ese|ial|ic|ing|ion|ist|it|or|y)$")
# Spellings of one name begin alike; with more words of one beginning nobody is served.
_BEGINNING = 2
_MOST = 400
_LONGEST = 16

# Source in simplified characters, and target.
Passage = tuple[str, Text]
# The places of each rendering: the number of the passage, and the span in the raw file.
Renderings = dict[str, list[tuple[int, Span]]]


def passages_of(context: Context) -> list[Passage]:
    """Return the passages of a document that belong together beyond doubt."""
    return [(context.source(pair), pair.both[1]) for pair in context.sure_pairs]


def names(passages: Sequence[Passage]) -> Iterator[tuple[str, str, Renderings]]:
    """Yield ``(what differs, the Chinese name, renderings)`` for names with several renderings."""
    for name, renderings in bodies(passages):
        yield "names for one body", name, renderings
    for name, renderings in spellings(passages):
        yield "spellings of one name", name, renderings


def told(kind: str, name: str, renderings: Renderings, text: Callable[[int, Span], str]) -> str:
    """Return the message on a name; ``text`` gives what stands at a place."""
    order = sorted(renderings.values(), key=lambda places: (-len(places), places[0]))
    surfaces = [" ".join(text(*places[0]).split()) for places in order]
    return f"{len(surfaces)} {kind}, {name}: {listed(surfaces)}"


def bodies(passages: Sequence[Passage]) -> Iterator[tuple[str, Renderings]]:
    """Yield Chinese names of bodies of which the English has several names, with their places.

    Only passages are looked at in which one body of a family is named once in either language.
    A short form of a name, and its words in another order, are the same name.
    """
    found: dict[tuple[str, str], Renderings] = defaultdict(lambda: defaultdict(list))
    for number, (source, target) in enumerate(passages):
        for family, end in _ENDS.items():
            ends = [match.end() for match in end.finditer(source)]
            if len(ends) != 1 or ends[0] < _TAIL:
                continue
            tail = source[ends[0] - _TAIL : ends[0]]
            names = [name for name in organisations(target.content) if name.key[0] == family]
            if len(names) == 1 and not _NO_NAME.search(tail):
                place = target.span(names[0].start, names[0].end)
                found[family, tail][names[0].words].append((number, place))
    for (_, tail), renderings in found.items():
        if any(_differ(one, other) for one, other in combinations(renderings, 2)):
            sources = [source for source, _ in passages if tail in source]
            yield _widest(tail, sources), dict(renderings)


def _differ(one: str, other: str) -> bool:
    first, second = set(one.split()), set(other.split())
    return not (first <= second or second <= first)


def spellings(passages: Sequence[Passage]) -> Iterator[tuple[str, Renderings]]:
    """Yield ``(characters, renderings)`` of a name that is spelt in two ways.

    The two are alike, neither is a form of the other, no passage has both, and all the passages
    that have one of them share three Chinese characters that no other passage has.
    """
    words: Renderings = defaultdict(list)
    plain = _EMPTY.union(*(_PLAIN.findall(target.content) for _, target in passages))
    for number, (_, target) in enumerate(passages):
        for match in _WORD.finditer(target.content):
            if match.group().lower() not in plain:
                words[match.group()].append((number, target.span(*match.span())))
    sources = [source for source, _ in passages]
    for one, other in _alike(words):
        numbers = [{number for number, _ in words[word]} for word in (one, other)]
        characters = _only_in(set.union(*numbers), sources) if not numbers[0] & numbers[1] else None
        if characters:
            yield characters, {word: words[word] for word in (one, other)}


def _alike(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    by_beginning: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        by_beginning[word[:_BEGINNING]].append(word)
    for group in by_beginning.values():
        for one, other in combinations(group, 2) if len(group) <= _MOST else ():
            if _is_misspelling(one, other):
                yield one, other


def _is_misspelling(one: str, other: str) -> bool:
    """Whether two words, sorted, are alike and neither is a form of the other."""
    from rapidfuzz.distance import Indel

    if other.startswith(one) or Indel.normalized_similarity(one, other) < _ALIKE:
        return False
    return _ENDINGS.sub("", one) != _ENDINGS.sub("", other)


def _only_in(numbers: set[int], sources: Sequence[str]) -> str | None:
    """Return the longest characters for a name that these sources have, all and alone."""
    here = [sources[number] for number in sorted(numbers)]
    common = set.intersection(*(set(_HAN.findall(source)) for source in here))
    for name in sorted(common):
        if not _NO_NAME.search(name) and sum(name in source for source in sources) == len(here):
            return _widest(name, here)
    return None


def _widest(characters: str, sources: Sequence[str]) -> str:
    """Return what stands around characters in all of the sources, as far as it may be a name."""
    if len(sources) < 2:
        return characters
    first = sources[0]
    start = first.index(characters)
    end = start + len(characters)
    while end < len(first) and _is_common(first[start : end + 1], sources):
        end += 1
    while start and _is_common(first[start - 1 : end], sources):
        start -= 1
    return first[start:end]


def _is_common(name: str, sources: Sequence[str]) -> bool:
    is_name = len(name) <= _LONGEST and not _NO_NAME.search(name)
    return is_name and all(name in source for source in sources)
