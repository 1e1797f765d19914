"""TBX-Basic (ISO 30042:2019), written in the style DCA, read in the styles DCA and DCT.

Terms carry their status, type and part of speech; examples that pass are contexts of the preferred
term. The names of elements and values are those of the TBX core structure and of the TBX-Basic
dialect (https://www.tbxinfo.net). The elements of TBX before 2019 (martif) are read too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from xml.etree import ElementTree as ET  # for writing; what comes from outside goes to defusedxml

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from glossary.format import Format, checked, identifier
from glossary.merge import wrong_forms
from glossary.model import (
    Concept,
    Confidence,
    Example,
    Location,
    Status,
    Term,
    TermType,
)
from glossary.problem import Problem, ProblemsError
from glossary.remarks import read_source, remarks, source_text, with_remarks

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_CHINESE = "zh-Hans"
_STATUS = {status: f"{status.value}Term-admn-sts" for status in Status}
_TYPE = {
    TermType.FULL: "fullForm",
    TermType.SHORT: "shortForm",
    TermType.ABBREVIATION: "abbreviation",
}
_TYPES = {name: kind for kind, name in _TYPE.items()} | {"acronym": TermType.ABBREVIATION}
_STATUSES = {name: status for status, name in _STATUS.items()}
_SPEECH = {"noun": "noun", "verb": "verb", "adjective": "adjective", "phrase": "other"}
_SPEECHES = {name: speech for speech, name in _SPEECH.items()}
# TBX before 2019 and other dialects call the same things by other names.
_OLD = {"termEntry": "conceptEntry", "langSet": "langSec", "tig": "termSec", "ntig": "termSec"}


class _Tbx(Format):
    suffixes = (".tbx", ".xml")

    def write(self, concepts: Sequence[Concept]) -> str:
        root = ET.Element(
            "tbx", {"type": "TBX-Basic", "style": "dca", _LANGUAGE: "en", "xmlns": _NAMESPACE}
        )
        description = _add(_add(root, "tbxHeader"), "fileDesc")
        _add(_add(description, "titleStmt"), "title", "Zhengming glossary")
        _add(_add(description, "sourceDesc"), "p", "Exported by zhengming glossary export")
        body = _add(_add(root, "text"), "body")
        names = {concept.id for concept in concepts}
        for concept in concepts:
            _write(body, concept, names)
        ET.indent(root)
        return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, "unicode") + "\n"

    def read(self, content: str, path: str) -> list[Concept]:
        try:
            root = fromstring(content.encode())
        except ET.ParseError as error:
            line, column = error.position
            raise ProblemsError([Problem(path, line, column + 1, f"no XML: {error}")]) from error
        except DefusedXmlException as error:
            message = "declares entities, which an exchange file needs not and an attack does"
            raise ProblemsError([Problem(path, 0, 0, message)]) from error
        taken: set[str] = set()
        entries = [element for element in root.iter() if _name(element) == "conceptEntry"]
        concepts, problems = [], []
        for entry in entries:
            try:
                concepts.append(_read(entry, path, taken))
            except ValueError as error:
                place = f"conceptEntry {entry.get('id', '')}".strip()
                problems.append(Problem(path, 0, 0, f"{place}: {error}"))
        if problems:
            raise ProblemsError(problems)
        return checked(concepts, path)


FORMAT = _Tbx()


def _add(parent: ET.Element, tag: str, text: str | None = None, kind: str = "") -> ET.Element:
    element = ET.SubElement(parent, tag, {"type": kind} if kind else {})
    element.text = text
    return element


def _write(body: ET.Element, concept: Concept, names: set[str]) -> None:
    entry = ET.SubElement(body, "conceptEntry", {"id": _xml_id(concept.id)})
    _add(entry, "descrip", concept.subject, "subjectField")
    if concept.definition:
        _add(entry, "descrip", concept.definition, "definition")
    for source in concept.sources:
        _add(entry, "admin", source_text(source), "source")
    for name in concept.see_also:
        if name in names:
            _add(entry, "ref", name, "crossReference").set("target", _xml_id(name))
    wrong = wrong_forms(concept)
    for language, mark in (("zh", _CHINESE), ("en", "en")):
        section = ET.SubElement(entry, "langSec", {_LANGUAGE: mark})
        for term in concept.forms(language):
            for form in wrong.get(term, [term.text]):
                _write_term(section, concept, term, form)


def _write_term(section: ET.Element, concept: Concept, term: Term, form: str) -> None:
    group = _add(section, "termSec")
    _add(group, "term", form)
    _add(group, "termNote", _STATUS[term.status], "administrativeStatus")
    _add(group, "termNote", _TYPE[term.type], "termType")
    _add(group, "termNote", _SPEECH[concept.part_of_speech], "partOfSpeech")
    for remark in remarks(term):  # TBX-Basic has no dates of terms; they are notes
        _add(group, "note", remark)
    if term.language == "en" and term.status is Status.PREFERRED:
        for example in concept.examples:
            if not example.finds:
                _add(group, "descrip", example.en, "context")


def _name(element: ET.Element) -> str:
    name = element.tag.rpartition("}")[2]
    return _OLD.get(name, name)


def _category(element: ET.Element) -> str:
    """Return the data category: the type in the style DCA, the element's name in DCT."""
    return element.get("type") or _name(element)


def _texts(parts: Iterable[ET.Element], category: str) -> list[str]:
    found = (part for part in parts if _category(part) == category)
    return [text for part in found if (text := " ".join("".join(part.itertext()).split()))]


def _own(element: ET.Element) -> Iterator[ET.Element]:
    """Yield what belongs to an element itself: its children and those of its groups."""
    for child in element:
        if _name(child).endswith("Grp"):
            yield from _own(child)
        elif _name(child) not in ("langSec", "termSec"):
            yield child


def _xml_id(name: str) -> str:
    """Return an id that XML admits: there it begins with no digit."""
    return f"_{name}" if name[0].isdigit() else name


def _read(entry: ET.Element, path: str, taken: set[str]) -> Concept:
    own = list(_own(entry))
    groups = [group for group in entry.iter() if _name(group) == "termSec"]
    parts = [part for group in groups for part in _own(group)]
    chinese, english = _terms(entry, "zh"), _terms(entry, "en")
    if not chinese or not english:
        raise ValueError("expected a Chinese and an English term that are not deprecated")
    name = entry.get("id", "").removeprefix("_")
    is_ours = re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) is not None
    return Concept(
        id=identifier(name if is_ours else english[0].text, taken),
        subject=next(iter(_texts(own, "subjectField")), ""),
        terms=(*chinese, *english),
        location=Location(path, 0, 0),
        definition=next(iter(_texts(own, "definition")), None),
        part_of_speech=_SPEECHES.get(next(iter(_texts(parts, "partOfSpeech")), ""), "noun"),
        sources=tuple(map(read_source, _texts(own, "source"))),
        examples=tuple(Example(text) for text in _texts(parts, "context")),
        see_also=tuple(
            part.get("target", "").removeprefix("_")
            for part in own
            if _category(part) == "crossReference"
        ),
        confidence=Confidence.UNVERIFIED,
    )


def _terms(entry: ET.Element, language: str) -> list[Term]:
    """Return the terms of a language, one preferred term first, or none if all are wrong."""
    terms = [
        _term(group, language)
        for section in entry.iter()
        if _name(section) == "langSec" and section.get(_LANGUAGE, "").lower().startswith(language)
        for group in section.iter()
        if _name(group) == "termSec"
    ]
    good = [term for term in terms if term.status in (Status.PREFERRED, Status.ADMITTED)]
    # Of several preferred terms, or of none, the first is ours; the others may be used too.
    good.sort(key=lambda term: term.status is not Status.PREFERRED)
    first = [replace(term, status=Status.PREFERRED, type=TermType.FULL) for term in good[:1]]
    others = [replace(term, status=Status.ADMITTED) for term in good[1:]]
    return [*first, *others, *(term for term in terms if term not in good)] if good else []


def _term(group: ET.Element, language: str) -> Term:
    parts = list(_own(group))
    text = next(iter(_texts(parts, "term")), "")
    status = _STATUSES.get(next(iter(_texts(parts, "administrativeStatus")), ""), Status.ADMITTED)
    kind = _TYPES.get(next(iter(_texts(parts, "termType")), ""), TermType.FULL)
    if status in (Status.DEPRECATED, Status.SUPERSEDED):
        kind = TermType.FULL
    return with_remarks(Term(text, language, status, kind), _texts(parts, "note"))
