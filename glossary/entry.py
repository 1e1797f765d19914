"""One entry of a glossary file, read into a :class:`~glossary.model.Concept`.

The fields are explained for writers in ``terms/README.md``.
"""

from __future__ import annotations

import re
from datetime import date

from glossary.model import (
    PARTS_OF_SPEECH,
    Concept,
    Condition,
    Confidence,
    Example,
    Fault,
    Location,
    Override,
    Source,
    Status,
    Term,
    TermType,
)
from glossary.strict_yaml import Node
from glossary.variants import PatternError, check, expand

_ENTRY = (
    "id", "zh", "en", "definition", "part-of-speech", "mixing", "includes", "since", "until",
    "see-also", "confidence", "override", "sources", "examples",
)  # fmt: skip
_CONDITION_LISTS = (
    "preceded-by", "followed-by", "not-preceded-by", "not-followed-by", "near", "anywhere",
)  # fmt: skip
_FORM = ("text", "note", "since", "until", "familiar")
# Each field of "en" and what its forms are; the order is the order of Concept.terms.
_FIELDS = {
    "preferred": (Status.PREFERRED, TermType.FULL),
    "admitted": (Status.ADMITTED, TermType.FULL),
    "short": (Status.ADMITTED, TermType.SHORT),
    "abbreviation": (Status.ADMITTED, TermType.ABBREVIATION),
    "superseded": (Status.SUPERSEDED, TermType.FULL),
    "deprecated": (Status.DEPRECATED, TermType.FULL),
}
_AGENCIES = ("Xinhua", "Xinhua News Agency", "China Daily", "People's Daily", "CGTN")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HAN = re.compile(r"[\u3400-\u9fff]")


def read_entry(node: Node, subject: str, path: str) -> Concept:
    """Read one entry; what is wrong with it is noted as problems of ``node``."""
    fields = node.mapping(_ENTRY, required=("id",))
    override = Override(
        fields["override"].choice([kind.value for kind in Override])
        if "override" in fields
        else Override.NONE.value
    )
    if override is not Override.ADD:
        for name in {"zh", "en"} - fields.keys():
            node.fail(f'the key "{name}" is missing')
    confidence = Confidence(
        fields["confidence"].choice([level.value for level in Confidence])
        if "confidence" in fields
        else Confidence.VERIFIED.value
    )
    sources = (
        tuple(_source(item) for item in fields["sources"].items()) if "sources" in fields else ()
    )
    if not sources and confidence is Confidence.VERIFIED and override is not Override.ADD:
        node.fail('a source is missing; without one, write "confidence: unverified"')
    return Concept(
        id=_identifier(fields.get("id")),
        subject=subject,
        terms=(*_chinese(fields.get("zh")), *_english(fields.get("en"), override)),
        location=Location(path, node.line, node.column),
        definition=_optional(fields, "definition"),
        part_of_speech=fields["part-of-speech"].choice(PARTS_OF_SPEECH)
        if "part-of-speech" in fields
        else "noun",
        free_mixing="mixing" in fields and fields["mixing"].choice(("free", "strict")) == "free",
        includes=_ids(fields, "includes"),
        sources=sources,
        examples=tuple(_example(item) for item in fields["examples"].items())
        if "examples" in fields
        else (),
        since=fields["since"].date() if "since" in fields else None,
        until=fields["until"].date() if "until" in fields else None,
        see_also=_ids(fields, "see-also"),
        confidence=confidence,
        override=override,
    )


def _optional(fields: dict[str, Node], key: str) -> str | None:
    return fields[key].text() if key in fields else None


def _ids(fields: dict[str, Node], key: str) -> tuple[str, ...]:
    return fields[key].texts() if key in fields else ()


def _identifier(node: Node | None) -> str:
    if node is None:
        return "?"
    name = node.text()
    if not _ID.fullmatch(name):
        node.fail(f'an id is lower-case words joined by hyphens, not "{name}"')
    return name


def _chinese(node: Node | None) -> list[Term]:
    if node is None:
        return []
    items = node.items()
    texts = []
    for item in items:
        text = item.text()
        texts.append(text)
        if not _HAN.search(text):
            item.fail(f'expected a Chinese form, found "{text}"')
        if "，" in text and len(items) == 1:
            item.fail('a full-width "，" stands in the form; forms are divided by ", "')
    if not texts:
        node.fail("expected at least one Chinese form")
    statuses = [Status.PREFERRED] + [Status.ADMITTED] * len(texts)
    return [Term(text, "zh", status) for text, status in zip(texts, statuses, strict=False)]


def _english(node: Node | None, override: Override) -> list[Term]:
    if node is None:
        return []
    required = () if override is Override.ADD else ("preferred",)
    fields = node.mapping(_FIELDS, required)
    terms = []
    for key, (status, kind) in _FIELDS.items():
        if key not in fields:
            continue
        single = key == "preferred"
        for form in [fields[key]] if single else fields[key].items():
            terms.append(_deprecated(form) if key == "deprecated" else _form(form, status, kind))
    return terms


def _form(node: Node, status: Status, kind: TermType) -> Term:
    if not node.is_mapping:
        return Term(_literal(node), "en", status, kind)
    former = status is Status.SUPERSEDED
    fields = node.mapping((*_FORM, "when") if former else _FORM, required=("text",))
    if former and "until" not in fields:
        node.fail('a superseded form needs "until: DATE", the last day on which it was right')
    return Term(
        text=_literal(fields["text"]) if "text" in fields else "?",
        language="en",
        status=status,
        type=kind,
        note=_optional(fields, "note"),
        since=fields["since"].date() if "since" in fields else None,
        until=fields["until"].date() if "until" in fields else None,
        familiar="familiar" in fields and fields["familiar"].flag(),
        condition=_condition(fields["when"]) if "when" in fields else None,
    )


def _literal(node: Node) -> str:
    text = node.text()
    if _HAN.search(text):
        node.fail(f'expected an English form, found "{text}"')
    if any(mark in text for mark in "{}[]|"):
        node.fail("patterns are for deprecated forms; write each good form out")
    return text


def _deprecated(node: Node) -> Term:
    fields = node.mapping(("text", "note", "kind", "when"), required=("text", "note"))
    kind = fields["kind"].choice([fault.value for fault in Fault]) if "kind" in fields else None
    return Term(
        text=_pattern(fields["text"]) if "text" in fields else "?",
        language="en",
        status=Status.DEPRECATED,
        fault=Fault(kind) if kind else Fault.MISTRANSLATION,
        note=_optional(fields, "note"),
        condition=_condition(fields["when"]) if "when" in fields else None,
    )


def _pattern(node: Node) -> str:
    text = node.text()
    try:
        check(text)
    except PatternError as error:
        node.fail(f'pattern "{text}": {error}', error.offset)
    return text


def _condition(node: Node) -> Condition:
    fields = node.mapping(("case", "source", *_CONDITION_LISTS))
    lists = {
        key.replace("-", "_"): tuple(
            form for item in fields[key].items() for form in expand(_pattern(item))
        )
        for key in _CONDITION_LISTS
        if key in fields
    }
    return Condition(
        exact_case="case" in fields and fields["case"].choice(("exact",)) == "exact",
        source="source" in fields and fields["source"].flag(),
        **lists,
    )


def _source(node: Node) -> Source:
    fields = node.mapping(("title", "locator", "date", "url"), required=("title", "date"))
    day = fields["date"].text() if "date" in fields else None
    if day and not _is_date(day):
        fields["date"].fail(f'expected a date such as 2024-03-05, 2024-03 or 2024, found "{day}"')
    title = _optional(fields, "title") or "?"
    if title in _AGENCIES and "locator" not in fields:
        fields["title"].fail(f'"{title}" alone is no source; add a locator, such as the headline')
    return Source(
        title=title,
        locator=_optional(fields, "locator"),
        date=day,
        url=_optional(fields, "url"),
    )


def _is_date(text: str) -> bool:
    """Whether a text is a day, a month or a year."""
    missing = "2024-01-01"[len(text) :]
    try:
        date.fromisoformat(text + missing)
    except ValueError:
        return False
    return len(text) in (4, 7, 10)


def _example(node: Node) -> Example:
    fields = node.mapping(("en", "zh", "finds"), required=("en",))
    return Example(
        en=_optional(fields, "en") or "?",
        zh=_optional(fields, "zh"),
        finds=_optional(fields, "finds"),
        line=node.line,
    )
