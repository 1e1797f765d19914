"""A Chinese person's name that is not the one in the source, or is spelled in two ways.

A name in pinyin is read against the characters of the source: one syllable is another or missing,
it is misspelt so that it is no pinyin ("Jang Xiong" for 张雄), the surname is read as its character
is elsewhere (单 as a surname is Shan), or the given name stands first. Spellings of Hong Kong,
Macao, Taiwan and abroad, other peoples' names, and a document in which every given name stands
first are left alone. The source here has 王立新表示.

Found:
    Wang Lixing said that the road was finished.

Passed:
    Wang Lixin said that the road was finished.
"""

from collections import Counter
from collections.abc import Iterator

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.lang.names.person_uses import Passage, Use, uses
from checker.lang.names.pinyin import romanise, surname_of, surname_spellings
from checker.rule import Need, Rule
from checker.wording import listed

_LONGEST = 2000  # characters of Chinese; in a longer passage, near names mean little


class NameMismatch(Rule):
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    needs = frozenset({Need.SOURCE})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        groups: dict[str, list[Use]] = {}
        for use in uses(list(_passages(context))):
            groups.setdefault(use.name, []).append(use)
        turned = [any(use.fault == "turned" for use in found) for found in groups.values()]
        turns_all = len(turned) > 1 and all(turned)
        for name, found in groups.items():
            yield from _observe(name, [] if turns_all else found)


def _passages(context: Context) -> Iterator[Passage]:
    for pair in context.sure_pairs:
        source, target = pair.both
        if len(source.content) <= _LONGEST:
            passage = Passage.of(source, target, context.source(pair), 5 * _LONGEST)
            if passage:
                yield passage


def _observe(name: str, found: list[Use]) -> Iterator[Observation]:
    """Yield the observation on all places at which a name is not written as it should be."""
    good = Counter(use.written.text for use in found if not use.fault)
    computed = romanise(name)
    best = computed if computed in good or not good else good.most_common(1)[0][0]
    wrong = [use for use in found if use.fault or use.written.text != best]
    if not wrong:
        return
    forms = listed(dict.fromkeys(use.written.text for use in wrong))
    faults = {use.fault for use in wrong}
    message = f"{forms} for {name}, which is {best}"
    if faults == {""}:
        message = f"{forms} and “{best}” for {name}: use one spelling throughout"
    elif faults == {"turned"}:
        message += ": the surname comes first"
    elif faults == {"misread"}:
        surname = surname_of(name)
        read = " or ".join(sorted(surname_spellings(surname))).title()
        message += f": {surname} as a surname is read {read}"
    yield Observation(
        message=message,
        spans=tuple(use.span for use in wrong),
        suggestions=(best,),
        source_spans=tuple(use.source_span for use in wrong),
    )
