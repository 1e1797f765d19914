"""Names of persons: as they are written in English in pinyin, and in the Chinese where they stand.

Only what is plainly mainland pinyin is read: each word falls into syllables of pinyin, and the
surname is one syllable or a compound surname.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.lang.pinyin import Sounds, Syllables, alike, split, surname_spellings
from checker.lang.surnames import COMPOUND, SINGLE

_WORD = r"[A-Z][a-zü]+(?:['’-](?!s\b)[A-Za-zü]+)*"
_ROW = re.compile(rf"(?<![\w'’-]){_WORD}(?:(?:[ ]|\r?\n){_WORD})+")
_WORDS = re.compile(_WORD)
_SURNAME = re.compile(f"(?=({'|'.join(COMPOUND)}|[{''.join(sorted(SINGLE))}]))")
_COMPOUND = {written: surname for surname, written in COMPOUND.items()}
# What stands before and behind the name of a person.
_TITLE = re.compile(
    "(?:主席|书记|记者|教授|[院校部局处市省县区镇村会社厅司站所馆团队厂科组州董事行]长|主任|总理|总统"
    "|委员|司令|将军|发言人|经理|总裁|总监|主编|编辑|作者|导演|演员|歌手|选手|运动员|教练|队员|医生|护士"
    "|律师|法官|检察官|研究员|院士|博士|专家|学者|老师|教师|工程师|同志|先生|女士|居民|村民|市民|农民|学生"
    "|负责人|创始人|秘书|代表|嫌疑人|被告人?|男子|女子|受害人|常委|大使|参赞|领事|总编|名将|冠军|家)"
    r"[\s：:（(]*$"
)
_SAYS = re.compile(
    r"[\s）)]*(?:[也还则又再曾]?(?:说|表示|介绍|指出|认为|告诉|强调|透露|坦言|称|回忆)"
    "|先生|女士|教授|同志|博士|书记|主席|院士|[等、]|[，）)]|$)"
)
# A third character of a name before a verb; 说 and 称 take an adverb of one character (笑说).
_GOES_ON = re.compile(
    r"[\u3400-\u9fff](?<![也还则又再曾都均却仍便亦就先等])(?=表示|介绍|指出|认为|告诉|强调|透露|坦言)"
)
_NEVER_IN_NAMES = re.compile(
    "[^\u3400-\u9fff]|[的了在是和与及等说这那为也还则又称把被将向对从省市县区乡镇]"
)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to read a name in pinyin; ``turned`` if the given name stands first."""

    surname: str
    given: Syllables
    turned: bool

    @property
    def syllables(self) -> Syllables:
        """The syllables in the order of the Chinese."""
        surname = _COMPOUND.get(self.surname)
        ways = split(self.surname)
        first = next((way for way in ways if len(way) == (len(surname) if surname else 1)), ())
        return (*first, *self.given)


@dataclass(frozen=True, slots=True)
class Written:
    """A name at ``[start, end)`` of an English text, with the ways to read it."""

    text: str
    start: int
    end: int
    forms: tuple[Form, ...]

    def overlaps(self, other: Written) -> bool:
        """Whether the two have a word in common."""
        return self.start < other.end and other.start < self.end


def names(content: str) -> Iterator[Written]:
    """Yield what may be the name of a person, in order; three words before the first two."""
    for row in _ROW.finditer(content):
        words = list(_WORDS.finditer(content, *row.span()))
        for at, first in enumerate(words[:-1]):
            for last in reversed(words[at + 1 : at + 3]):
                given = content[words[at + 1].start() : last.end()].split()
                forms = tuple(_forms(first.group(), given))
                if forms:
                    text = content[first.start() : last.end()]
                    yield Written(" ".join(text.split()), first.start(), last.end(), forms)


def _forms(first: str, rest: list[str]) -> Iterator[Form]:
    """Yield the ways to read "Wang Lixin", "Wang Li Xin" or "Lixin Wang"."""
    if _is_surname(first):
        ways = split(rest[0]) if len(rest) == 1 else _together(rest)
        yield from (Form(first.lower(), way, False) for way in ways if len(way) <= 2)
    if len(rest) == 1 and _is_surname(rest[0]):
        yield from (Form(rest[0].lower(), way, True) for way in split(first) if len(way) <= 2)


def _together(words: list[str]) -> list[Syllables]:
    ways = [tuple(word.lower() for word in words)]
    return ways if all((word.lower(),) in split(word) for word in words) else []


def _is_surname(word: str) -> bool:
    return word.lower() in _COMPOUND or (word.lower(),) in split(word)


class Persons:
    """A Chinese text asked for the persons that a name in pinyin may mean."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.sounds = Sounds(content)
        self._meant: dict[tuple[Form, ...], tuple[set[str], str, Form]] = {}
        self._near: dict[Form, set[str]] = {}
        self._signs_at: dict[tuple[int, int], int] = {}
        self._surnames = {match.start(): match[1] for match in _SURNAME.finditer(content)}

    def reads(self, written: Written) -> bool:
        """Whether characters, whatever they are, can be read as the name, surname first."""
        return any(self.sounds.find(form.syllables) for form in written.forms if not form.turned)

    def exact(self, form: Form) -> dict[str, bool]:
        """Return the names that are read so; whether the surname is read as surnames are."""
        found = {}
        for at in self.sounds.find(form.syllables):
            surname = _SURNAME.match(self.content, at)
            name = self.content[at : at + len(form.syllables)]
            if surname and not _NEVER_IN_NAMES.search(name, len(surname[1])):
                found[name] = form.surname in surname_spellings(surname[1])
        return found

    def meant(self, written: Written) -> tuple[set[str], str, Form]:
        """Return the names that are meant, syllable by syllable, what is wrong, and the reading.

        Wrong is nothing (""), that the surname is "misread", or that the name is "turned".
        """
        if written.forms not in self._meant:
            self._meant[written.forms] = self._read(written)
        return self._meant[written.forms]

    def _read(self, written: Written) -> tuple[set[str], str, Form]:
        for form in sorted(written.forms, key=lambda form: form.turned):
            if form.turned and self.reads(written):
                break
            found = self.exact(form)
            right = {name for name, is_surname in found.items() if is_surname}
            if right:
                return right, "turned" if form.turned else "", form
            if found and len(form.given) > 1 and not form.turned:
                return set(found), "misread", form
        return set(), "", written.forms[0]

    def longer(self, name: str, known: set[str]) -> str | None:
        """Return the name that goes on after ``name`` wherever it stands, if it is sure.

        "王立" is cut where the Chinese has 王立新 only, which is known or says something.
        """
        found = set()
        for match in re.finditer(re.escape(name), self.content):
            more = self.content[match.start() : match.end() + 1]
            is_sure = more in known or _GOES_ON.match(self.content, match.end())
            found.add(more if is_sure and more != name else None)
        return found.pop() if len(found) == 1 else None

    def near(self, form: Form, known: set[str]) -> set[str]:
        """Return the names that are read nearly so: a syllable other or missing, two turned.

        Of a name that is ``known`` one syllable is enough.
        """
        if form not in self._near:
            self._near[form] = self._all_near(form, known)
        return self._near[form]

    def _all_near(self, form: Form, known: set[str]) -> set[str]:
        found = set()
        for at in self._near_places(form, known):
            surname = self._surnames[at]
            for length in (2, 1):
                end = at + len(surname) + length
                name = self.content[at:end]
                if end > len(self.content) or _NEVER_IN_NAMES.search(name, len(surname)):
                    continue
                signs = 2 if name in known else self._signs(at, end)
                read = self.sounds.spellings[at + len(surname) : end]
                right = form.surname in surname_spellings(surname)
                heard = right or any(alike(form.surname, one) for one in surname_spellings(surname))
                if _is_near(form.given, read, right, signs + heard):
                    found.add(name)
        return found & known or found

    def _near_places(self, form: Form, known: set[str]) -> list[int]:
        """Return where a surname stands before a syllable of the form, or one of a sure name."""
        starts = {
            at - back
            for one in form.given
            for at in self.sounds.places.get(one, ())
            for back in (1, 2, 3)
        }
        if len(form.given) == 1:
            for at, surname in self._surnames.items():
                end = at + len(surname) + 1
                if self._signs(at, end) or self.content[at:end] in known:
                    starts.add(at)
        return sorted(starts & self._surnames.keys())

    def _signs(self, start: int, end: int) -> int:
        """Return how many signs of a name there are: a title before, a verb of saying after."""
        if (start, end) not in self._signs_at:
            title = _TITLE.search(self.content[max(0, start - 8) : start])
            self._signs_at[start, end] = bool(title) + bool(_SAYS.match(self.content, end))
        return self._signs_at[start, end]


def _is_near(given: Syllables, read: list[frozenset[str]], right: bool, signs: int) -> bool:
    """Whether a given name is nearly read so.

    ``right`` is whether the surname is the same, ``signs`` how much else speaks for it, 0 to 3.
    """
    if len(read) == 2 and len(given) == 2:
        same = [one in readings for one, readings in zip(given, read, strict=True)]
        swapped = given[0] in read[1] and given[1] in read[0]
        return any(same) or swapped if right else all(same)
    if len(read) == 2:
        return right and (given[0] in read[1] or given[0] in read[0])
    if len(given) == 2:
        return False
    if not right:
        return given[0] in read[0] and signs > 1
    return signs > 2 or (signs > 1 and any(alike(given[0], one) for one in read[0]))
