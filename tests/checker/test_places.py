"""Places in pinyin that only a glossary knows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.context import Context
from checker.document import Document, Segment
from checker.lang.names.places import Atlas, places, similar
from checker.reader import read_document, read_source
from checker.rules.accuracy.place_mismatch import PlaceMismatch
from glossary.compiled import open_termbase

PLACES = """
- id: minghe
  zh: [明河, 明河市]
  en:
    preferred: Minghe
    short: [Minghe City]
  confidence: unverified
- id: qinghe
  zh: [清河, 清河市]
  en:
    preferred: Qinghe
    short: [Qinghe City]
  confidence: unverified
"""


def pair(source: str, target: str) -> Document:
    read = read_document("draft.txt", target.encode())
    original = read_source("source.txt", source.encode())
    segments = zip(read.segments, original.segments, strict=True)
    return replace(
        read, segments=tuple(Segment(one.target, other.target) for one, other in segments)
    )


@pytest.mark.parametrize(
    ("source", "target", "suggested"),
    [
        ("他们到了明河。", "They came to Qinghe.", ["Minghe"]),
        ("他们到了明河。", "They came to Minhe.", ["Minghe"]),
        ("他们到了明河市。", "They came to Minghe City.", []),
        ("他们到了明河和清河。", "They came to Minghe and Qinghe.", []),
        ("他们到了明河。", "They came to Minghe, not to Qinghe.", []),
        ("他们到了明河。", "They came with Wang Minhe.", []),
    ],
)
def test_a_place_of_the_glossary(
    tmp_path: Path, source: str, target: str, suggested: list[str]
) -> None:
    path = tmp_path / "places.yaml"
    path.write_text(PLACES, encoding="utf-8")
    termbase = open_termbase([path], base=False)
    document = pair(source, target)
    found = PlaceMismatch().check(document, Context(document, lambda: termbase, None))
    assert [one.suggestions[0] for one in found] == suggested


def test_likeness_is_of_syllables_in_their_places() -> None:
    assert similar("Shaanxi", "Shanxi")
    assert similar("Guangdong", "Guangxi")
    assert not similar("Guangdong", "Hunan")
    assert not similar("Harbin", "Hebei")


@given(
    st.text(alphabet="安化县市区大城", max_size=12), st.text(alphabet="AnhuaCity' \n", max_size=30)
)
def test_any_text_can_be_read_for_places(source: str, target: str) -> None:
    atlas = Atlas(source)
    for place in places(target):
        assert place.name in target[place.start : place.end]
        if place.level:
            atlas.other_level(place)
        atlas.near(place, [])
        atlas.misread(place)
