"""A Chinese person's name that is not the one in the source, or is spelled in two ways.

A name in pinyin is read against the characters of the source: one syllable is another or missing,
the surname is read as its character is elsewhere (单 as a surname is Shan), or the given name
stands first. Spellings of Hong Kong, Macao, Taiwan and abroad, other peoples' names, and a document
in which every given name stands first are left alone. The source here has 王立新表示.

Found:
    Wang Lixing said that the road was finished.

Passed:
    Wang Lixin said that the road was finished.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.context import Context
from checker.document import Document
from checker.finding import Category, Observation, Severity
from checker.lang.persons import Form, Persons, Written, names
from checker.lang.pinyin import Sounds, romanise, surname_of, surname_spellings
from checker.rule import Need, Rule
from checker.text import Span, Text
from checker.wording import listed

_LONGEST = 2000  # characters of Chinese; in a longer passage, near names mean little


@dataclass(frozen=True, eq=False)
class _Passage:
    source: Text
    target: Text
    persons: Persons
    written: list[Written]


@dataclass(frozen=True)
class _Use:
    """A name of the source as the English has it; ``fault`` is empty where that is right."""

    name: str
    fault: str
    form: Form
    written: Written
    passage: _Passage

    @property
    def span(self) -> Span:
        return self.passage.target.span(self.written.start, self.written.end)

    @property
    def source_span(self) -> Span:
        at = self.passage.persons.content.find(self.name)
        return self.passage.source.span(at, at + len(self.name))


class NameMismatch(Rule):
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    needs = frozenset({Need.SOURCE})

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        exact = {passage: list(_exact(passage)) for passage in _passages(context)}
        uses = [use for found in exact.values() for use in found]
        known = {use.name for use in uses if not use.fault}
        near = [use for passage, found in exact.items() for use in _near(passage, found, known)]
        groups: dict[str, list[_Use]] = {}
        for use in [*(_lengthened(use, known) for use in uses), *_nowhere_else(list(exact), near)]:
            groups.setdefault(use.name, []).append(use)
        turned = [any(use.fault == "turned" for use in uses) for uses in groups.values()]
        turns_all = len(turned) > 1 and all(turned)
        for name, uses in groups.items():
            yield from _observe(name, [] if turns_all else uses)


def _passages(context: Context) -> Iterator[_Passage]:
    for pair in context.sure_pairs:
        if pair.source and pair.target and len(pair.source.content) <= _LONGEST:
            written = list(names(pair.target.content[: 5 * _LONGEST]))
            if written:
                yield _Passage(pair.source, pair.target, Persons(context.source(pair)), written)


def _exact(passage: _Passage) -> Iterator[_Use]:
    """Yield the names that the source has syllable by syllable."""
    end = 0
    for written in passage.written:
        found, fault, form = passage.persons.meant(written)
        if len(found) == 1 and written.start >= end:
            end = written.end
            yield _Use(min(found), fault, form, written, passage)


def _lengthened(use: _Use, known: set[str]) -> _Use:
    """Return a use of "Wang Li" as one of 王立新, if the source has no other 王立."""
    longer = use.passage.persons.longer(use.name, known)
    return replace(use, name=longer, fault="near") if longer and not use.fault else use


def _near(passage: _Passage, exact: list[_Use], known: set[str]) -> Iterator[_Use]:
    """Yield the names that the source has nearly, and not as they are written."""
    persons = passage.persons
    taken = [use.written for use in exact]
    rendered = Counter(use.name for use in exact if not use.fault)
    for written in passage.written:
        if persons.reads(written) or any(written.overlaps(other) for other in taken):
            continue
        for form in written.forms:
            found = set() if form.turned else persons.near(form, known)
            found = {name for name in found if rendered[name] < persons.content.count(name)}
            if len(found) == 1:
                yield _Use(min(found), "near", form, written, passage)
                break


def _nowhere_else(passages: list[_Passage], near: list[_Use]) -> list[_Use]:
    """Return the uses whose own syllables stand nowhere in the whole source."""
    if not near:
        return []
    whole = Sounds("\n".join(passage.persons.content for passage in passages))
    return [use for use in near if not whole.find(use.form.syllables)]


def _observe(name: str, uses: list[_Use]) -> Iterator[Observation]:
    """Yield the observation on all places at which a name is not written as it should be."""
    good = Counter(use.written.text for use in uses if not use.fault)
    computed = romanise(name)
    best = computed if computed in good or not good else good.most_common(1)[0][0]
    wrong = [use for use in uses if use.fault or use.written.text != best]
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
