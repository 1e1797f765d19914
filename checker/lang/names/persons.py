"""Names of persons in a Chinese text, and which of them a name in English may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from checker.lang.names.misspelt import is_abroad, is_slip, may_be_korean
from checker.lang.names.pinyin import Sounds, Syllables, alike, split, surname_spellings
from checker.lang.names.surnames import COMPOUND, SINGLE
from checker.lang.names.written_names import Form, Written

_SURNAME = re.compile(f"(?=({'|'.join(COMPOUND)}|[{''.join(sorted(SINGLE))}]))")
# What stands before and behind the name of a person.
_TITLE = re.compile(
    "(?:主席|书记|记者|教授|[院校部局处市省县区镇村会社厅司站所馆团队厂科组州董事行]长|主任|总理|总统"
    "|委员|司令|将军|发言人|经理|总裁|总监|主编|编辑|作者|导演|演员|歌手|选手|运动员|教练|队员|医生|护士"
    "|律师|法官|检察官|研究员|院士|博士|专家|学者|老师|教师|工程师|同志|先生|女士|居民|村民|市民|农民|学生"
    "|妻子|丈夫|儿子|女儿|父亲|母亲|爱人|朋友|同事|负责人|创始人|秘书|代表|嫌疑人|被告人?|男子|女子|受害人"
    "|常委|大使|参赞|领事|总编|名将|冠军|家)"
    r"[\s：:（(]*$|(?:^|[（(/／、])\s*$"
)
_SAYS = re.compile(
    r"[\s）)]*(?:[也还则又再曾]?(?:说|表示|介绍|指出|认为|告诉|强调|透露|坦言|称|回忆)"
    "|先生|女士|教授|同志|博士|书记|主席|院士|[等、，）)/／（(]|$)"
)
# A third character of a name before a verb; 说 and 称 take an adverb of one character (笑说).
_GOES_ON = re.compile(
    r"[\u3400-\u9fff](?<![也还则又再曾都均却仍便亦就先等])(?=表示|介绍|指出|认为|告诉|强调|透露|坦言)"
)
_NEVER_IN_NAMES = re.compile(
    "[^\u3400-\u9fff]|[的了在是和与及等说这那为也还则又称把被将向对从省市县区乡镇]"
)
# Of more candidates with the same surname, or the same given name, one may be near by chance.
_MOST = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a name in the Chinese: the spellings of its given name, the signs for it."""

    name: str
    surname: str
    read: tuple[frozenset[str], ...]
    signs: int

    @property
    def given(self) -> set[str]:
        """The ways to write the given name, in lower case and without apostrophes."""
        return set(map("".join, product(*self.read)))


class Persons:
    """A Chinese text asked for the persons that a name in pinyin may mean."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.sounds = Sounds(content)
        self._meant: dict[tuple[Form, ...], tuple[set[str], str]] = {}
        self._near: dict[Form, set[str]] = {}
        self._misspelt: dict[tuple[str, str], set[Candidate]] = {}

    @cached_property
    def _surnames(self) -> dict[int, str]:
        return {match.start(): match[1] for match in _SURNAME.finditer(self.content)}

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

    def meant(self, written: Written) -> tuple[set[str], str]:
        """Return the names that are meant, syllable by syllable, and what is wrong.

        Wrong is nothing (""), that the surname is "misread", or that the name is "turned".
        """
        if written.forms not in self._meant:
            self._meant[written.forms] = self._read(written)
        return self._meant[written.forms]

    def _read(self, written: Written) -> tuple[set[str], str]:
        for form in sorted(written.forms, key=lambda form: form.turned):
            if form.turned and self.reads(written):
                break
            found = self.exact(form)
            right = {name for name, is_surname in found.items() if is_surname}
            if right:
                return right, "turned" if form.turned else ""
            if found and len(form.given) > 1 and not form.turned:
                return set(found), "misread"
        return set(), ""

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
        for one in self._likely(form, known):
            written = surname_spellings(one.surname)
            right = form.surname in written
            heard = right or any(alike(form.surname, other) for other in written)
            signs = 2 if one.name in known else one.signs
            if is_abroad(form.surname, one.surname, "".join(form.given)) and not right:
                continue
            if _is_near(form.given, one.read, right, signs + heard):
                found.add(one.name)
        return found & known or found

    def _likely(self, form: Form, known: set[str]) -> Iterator[Candidate]:
        """Yield the candidates that have a syllable of the form, or one and are sure."""
        names = {name for one in form.given for name in self._by_syllable.get(one, ())}
        if len(form.given) == 1:
            names.update(self._sure)
            names.update(known & self.candidates.keys())
        return (self.candidates[name] for name in names)

    @cached_property
    def candidates(self) -> dict[str, Candidate]:
        """What may be the name of a person: a surname and one or two characters."""
        found: dict[str, Candidate] = {}
        for at, surname in self._surnames.items():
            for end in (at + len(surname) + 1, at + len(surname) + 2):
                name, first = self.content[at:end], at + len(surname)
                if end > len(self.content) or _NEVER_IN_NAMES.search(name, len(surname)):
                    break
                signs = self._signs(at, end)
                if name not in found or signs > found[name].signs:
                    read = tuple(self.sounds.spellings[first:end])
                    found[name] = Candidate(name, surname, read, signs)
        return found

    @cached_property
    def _by_syllable(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, person in self.candidates.items():
            for one in frozenset[str]().union(*person.read):
                found.setdefault(one, []).append(name)
        return found

    @cached_property
    def _sure(self) -> list[str]:
        people = self.candidates.values()
        return [one.name for one in people if one.signs and len(one.read) == 1]

    def misspelt(self, written: Written, known: set[str]) -> set[str]:
        """Return the names of which one part is as it should be, and the other is a slip."""
        first, last = written.plain.split()
        if (first, last) not in self._misspelt:
            self._misspelt[first, last] = set(self._slips(first, last))
        return {
            one.name
            for one in self._misspelt[first, last]
            if len(one.read) > 1 or one.signs or one.name in known
        }

    def _slips(self, first: str, last: str) -> Iterator[Candidate]:
        if any(self.sounds.find((*one, *two)) for one in split(first) for two in split(last)):
            return
        for one in self._by_part.get(last, ()):
            slips = any(is_slip(first, right) for right in surname_spellings(one.surname))
            if slips and not is_abroad(first, one.surname, last):
                yield one
        for one in self._by_part.get(f"{first} ", ()):
            slips = any(is_slip(last, right) for right in one.given)
            if slips and not may_be_korean(last, one.surname):
                yield one

    @cached_property
    def _by_part(self) -> dict[str, list[Candidate]]:
        """The candidates by their given names, and by their surnames with a space behind."""
        found: dict[str, list[Candidate]] = {}
        for one in self.candidates.values():
            surnames = (f"{spelling} " for spelling in surname_spellings(one.surname))
            for part in (*surnames, *one.given):
                found.setdefault(part, []).append(one)
        return {part: people for part, people in found.items() if len(people) <= _MOST}

    def _signs(self, start: int, end: int) -> int:
        """Return how many signs of a name there are: a title before, a verb of saying after."""
        title = _TITLE.search(self.content[max(0, start - 8) : start])
        return bool(title) + bool(_SAYS.match(self.content, end))


def _is_near(given: Syllables, read: Sequence[frozenset[str]], right: bool, signs: int) -> bool:
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
