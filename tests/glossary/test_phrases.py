from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.phrases import Phrases, pack

_WORDS = st.lists(st.sampled_from(["lantern", "town", "lan", "镇", "a,b"]), min_size=1, max_size=4)
_CHARACTERS = st.lists(st.sampled_from("灯笼镇𠮷a"), min_size=1, max_size=4)
_STOPS = pytest.mark.parametrize(("stop", "units"), [(" ", _WORDS), ("", _CHARACTERS)])


def _phrases(pairs: list[tuple[str, int]], stop: str) -> Phrases:
    return Phrases(pack(pairs, stop).__getitem__, stop)


@_STOPS
@given(st.data())
def test_finds_what_a_naive_search_finds(
    stop: str, units: st.SearchStrategy[list[str]], data: st.DataObject
) -> None:
    known = data.draw(st.lists(units, max_size=8))
    row = data.draw(st.lists(units, max_size=5).map(lambda lists: [u for us in lists for u in us]))
    naive = {
        (start, start + len(phrase), stop.join(phrase))
        for phrase in known
        for start in range(len(row))
        if row[start : start + len(phrase)] == phrase
    }
    phrases = _phrases([(stop.join(phrase), 7) for phrase in known], stop)
    assert set(phrases.find(row)) == naive


@given(
    st.lists(st.tuples(st.text("ab ", min_size=1), st.integers(0, 9))), st.text("ab ", max_size=2)
)
def test_entries_and_parts(pairs: list[tuple[str, int]], part: str) -> None:
    phrases = _phrases(pairs, "")
    assert list(phrases.containing()) == sorted(set(pairs))
    assert list(phrases.containing(part)) == sorted({pair for pair in pairs if part in pair[0]})
    assert list(phrases.containing("a", part)) == sorted(
        {pair for pair in pairs if part in pair[0] and "a" in pair[0]}
    )
    for phrase, _ in [*pairs, (part, 0)]:
        assert phrases.entries(phrase) == sorted({entry for text, entry in pairs if text == phrase})


def test_half_characters_are_found_nowhere() -> None:
    phrases = _phrases([("灯笼镇", 1)], "")
    assert list(phrases.find("\ud800灯笼镇\udfff")) == [(1, 4, "灯笼镇")]
    assert phrases.entries("\ud800") == []
    assert list(phrases.containing("\ud800")) == []


def test_no_phrase_at_all() -> None:
    phrases = _phrases([], " ")
    assert list(phrases.find(["lantern"])) == list(phrases.containing()) == []
