"""A list with an item more or less than in the source, or a slogan with another number.

Chinese marks the items of a list with 、, so they can be counted. The English is found wanting only
where no list in its sentence can have as many items, whatever its commas mean, or where a list
behind "such as" or a colon surely has more. What has a list
inside, verbs that English joins to one, and a list that is a term of the glossary pass. A glossary
term, number or name that is missing is named.

Found:
    要保护草原、森林、湿地。
    We will protect grasslands and wetlands.
    “四个全面”战略布局
    the “Three Comprehensives” strategy

Passed:
    要保护草原、森林、湿地。
    We will protect grasslands, forests and wetlands.
    “四个全面”战略布局
    the “Four Comprehensives” strategy
"""

import re
from collections.abc import Iterator
from itertools import islice

from checker.context import Context
from checker.document import Document, Pair
from checker.finding import Category, Observation, Severity
from checker.lang.counting.english_lists import EnglishList, is_alone
from checker.lang.counting.lists import ChineseList, long_lists, short_lists
from checker.lang.counting.slogans import Slogan, opposed_slogans, short_of_members
from checker.lang.quantities import small_numbers
from checker.rule import Need, Rule
from glossary.chinese import pinyin, pinyin_key

# A shorter row of letters may stand in a word by chance.
_SHORTEST_NAME = 4
# In one passage no more are reported.
_MOST = 10
# Two of three may be the tail of a longer list; then an item that is nowhere has to tell.
_PAIR = 2
_FIGURE = re.compile(r"\d+")
_WORD = re.compile(r"[a-z]{4,}")


class ListCountMismatch(Rule):
    category = Category.OMISSION
    severity = Severity.MAJOR
    needs = frozenset({Need.SOURCE, Need.TERMS})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        for pair in context.sure_pairs:
            source, target = context.source(pair), pair.both[1].content
            for one, its in islice(short_lists(source, target), _MOST):
                missing = _missing(pair, context, one)
                is_sure = missing or its.most > _PAIR or is_alone(its, target)
                if is_sure and not _is_term(pair, context, source, one):
                    yield _short_list(pair, one, its, missing)
            for one, its in islice(long_lists(source, target), _MOST):
                if not _is_term(pair, context, source, one):
                    yield _list(pair, one, its, f"{its.most}")
            for announced, found in short_of_members(source, target):
                name = source[announced.start : announced.end]
                yield _observation(
                    pair,
                    f"{name} has {announced.number} members; the English has {found.most} at most",
                    (found.start, found.end),
                    (announced.start, announced.end),
                )
            for slogan, wrong in opposed_slogans(source, target):
                yield _wrong_slogan(pair, source, slogan, wrong)


def _is_term(pair: Pair, context: Context, source: str, one: ChineseList) -> bool:
    """Whether a list is a term of the glossary, which has its own English."""
    return any(
        "、" in source[max(term.start, one.start) : min(term.end, one.end)]
        for term in context.source_terms[pair]
    )


def _short_list(pair: Pair, one: ChineseList, its: EnglishList, missing: list[str]) -> Observation:
    count = f"{its.most} at most" if its.most > 1 else "no list"
    named = f"; missing: {'、'.join(missing)}" if len(missing) == len(one.items) - its.most else ""
    return _list(pair, one, its, f"{count}{named}")


def _list(pair: Pair, one: ChineseList, its: EnglishList, count: str) -> Observation:
    message = f"{one.shown} has {len(one.items)} items; the English has {count}"
    return _observation(pair, message, (its.start, its.end), (one.start, one.end))


def _missing(pair: Pair, context: Context, one: ChineseList) -> list[str]:
    """Return the inner items that a term, figure or name would tell in English, and none does."""
    target = pair.both[1].content
    letters, words = pinyin_key(target), set(_WORD.findall(target.lower()))
    terms = {
        (term.start, term.end): _WORD.findall(term.concept.preferred.text.lower())
        for term in context.source_terms[pair]
    }
    first, *inner, last = zip(one.items, one.places, strict=True)
    ends = (first[0][-3:], first[0][-2:], last[0][:3], last[0][:2])
    are_names = any(_is_there(name, letters) for name in (*ends, *(item for item, _ in inner)))
    missing = []
    for item, place in inner:
        figures = _FIGURE.findall(item)
        if place in terms:
            is_missing = words.isdisjoint(terms[place])
        elif figures:
            is_missing = not any(figure in target for figure in figures)
        else:
            is_missing = are_names and not _is_there(item, letters)
        missing += [item] if is_missing else []
    return missing


def _is_there(name: str, letters: str) -> bool:
    romanised = pinyin(name)
    return len(romanised) >= _SHORTEST_NAME and romanised in letters


def _wrong_slogan(pair: Pair, source: str, one: Slogan, its: Slogan) -> Observation:
    target = pair.both[1].content
    right = small_numbers.cardinal_like(target[its.start : its.number_end], one.number)
    return _observation(
        pair,
        f"{source[one.start : one.end]} counts {one.number}; the English has "
        f"“{target[its.start : its.end]}”",
        (its.start, its.end),
        (one.start, one.end),
        (right + target[its.number_end : its.end],),
    )


def _observation(
    pair: Pair,
    message: str,
    place: tuple[int, int],
    source_place: tuple[int, int],
    suggestions: tuple[str, ...] = (),
) -> Observation:
    theirs, ours = pair.both
    return Observation(
        message=message,
        spans=(ours.span(*place),),
        suggestions=suggestions,
        source_spans=(theirs.span(*source_place),),
    )
