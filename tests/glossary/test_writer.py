"""What the writer writes, the reader reads back the same."""

from __future__ import annotations

from dataclasses import replace

from glossary.files import GlossaryFile, base_files
from glossary.loader import load
from glossary.model import Concept, Location
from glossary.writer import write_entries

NOWHERE = Location("", 0, 0)


def read(content: str) -> list[Concept]:
    file = GlossaryFile("written.yaml", "written", content.encode(), layer=0)
    return list(load([file]).concepts.values())


def without_place(concept: Concept) -> Concept:
    examples = tuple(replace(example, line=0) for example in concept.examples)
    return replace(concept, location=NOWHERE, subject="", examples=examples)


def test_every_shipped_entry_survives() -> None:
    concepts = load(base_files()).concepts.values()
    again = read(write_entries(concepts))
    assert [without_place(one) for one in again] == [without_place(one) for one in concepts]


def test_an_entry_is_written_as_people_write_it() -> None:
    entry = """\
- id: lantern-corridor
  zh:
  - 灯笼走廊
  en:
    preferred: lantern corridor
    deprecated:
    - text: lamp corridor
      note: 'no: a date such as 2024-01-01'
      when:
        near:
        - county
  sources:
  - title: County Yearbook
    date: '2021'
"""
    assert write_entries(read(entry)) == entry
