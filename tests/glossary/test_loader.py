from __future__ import annotations

from pathlib import Path

import pytest

from glossary.files import GlossaryFile, user_files
from glossary.loader import load
from glossary.model import Glossary, Status
from glossary.problem import Problem, ProblemsError

ENTRY = """\
- id: lantern-town
  zh: [灯笼镇]
  en:
    preferred: Lantern Town
    deprecated:
      - {text: "lamp {town|village}", note: wrong word}
  confidence: unverified
"""


def _load(*contents: str | bytes) -> Glossary:
    return load(
        GlossaryFile(f"f{at}.yaml", "s", c.encode() if isinstance(c, str) else c, at)
        for at, c in enumerate(contents)
    )


def _problems(*contents: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsError) as caught:
        _load(*contents)
    return caught.value.problems


def test_loads() -> None:
    concept = _load(ENTRY).concepts["lantern-town"]
    assert concept.preferred.text == "Lantern Town"
    assert concept.forms("en", Status.DEPRECATED)[0].note == "wrong word"


def test_bom_and_crlf_are_no_problem() -> None:
    assert "lantern-town" in _load(b"\xef\xbb\xbf" + ENTRY.replace("\n", "\r\n").encode()).concepts


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("zh:", "zhh:", (2, 3), 'did you mean "zh"?'),
        ("lantern-town", "Lantern Town", (1, 7), "id"),
        ("灯笼镇", "Lantern", (2, 8), "expected a Chinese form"),
        ("{town|village}", "{town|village", (6, 22), "not closed"),
        ("Lantern Town", '"Lantern {Town}"', (4, 16), "patterns are for deprecated forms"),
        (", note: wrong word", "", (6, 9), '"note" is missing'),
        ("confidence: unverified", "confidence: unsure", (7, 15), "expected verified or"),
        ("  confidence: unverified\n", "", (1, 3), "a source is missing"),
        ("  confidence", "  zh: [镇]\n  confidence", (7, 3), "twice"),
    ],
)
def test_place_of_each_fault(old: str, new: str, place: tuple[int, int], said: str) -> None:
    found = _problems(ENTRY.replace(old, new, 1))
    assert any((one.line, one.column) == place and said in one.message for one in found)


def test_all_problems_of_all_files_are_told() -> None:
    found = _problems(ENTRY.replace("zh:", "zhh:"), "", b"\xb5\xc6", "a：b: [")
    assert {problem.path for problem in found} == {"f0.yaml", "f1.yaml", "f2.yaml", "f3.yaml"}


def test_not_utf8_names_the_line() -> None:
    problem = _problems(b"# one\n# \xb5\xc6\n")[0]
    assert problem.line == 2
    assert "UTF-8" in problem.message


def test_impossible_source_date() -> None:
    entry = ENTRY.replace("confidence: unverified", "sources: [{title: T, date: 2024-99-99}]")
    assert "expected a date" in _problems(entry)[0].message


def test_override_rules() -> None:
    over = ENTRY + "  override: true\n"
    glossary = _load(ENTRY, over)
    assert glossary.overrides == ("lantern-town: f1.yaml:1 overrides f0.yaml:1",)
    assert 'write "override: true"' in _problems(ENTRY, ENTRY)[0].message
    assert "no lower layer" in _problems(over)[0].message
    assert "stands already at" in _problems(ENTRY + ENTRY)[0].message


def test_an_entry_may_add_to_the_one_below() -> None:
    own = """\
- id: lantern-town
  override: add
  en:
    admitted: [lantern city]
    deprecated: [{text: "torch town", note: a torch is no lantern}]
"""
    glossary = _load(ENTRY, own)
    (concept,) = glossary.concepts.values()
    assert glossary.overrides == ("lantern-town: f1.yaml:1 adds to f0.yaml:1",)
    assert concept.preferred.text == _load(ENTRY).concepts["lantern-town"].preferred.text
    assert "lantern city" in [term.text for term in concept.forms("en", Status.ADMITTED)]
    assert "torch town" in [term.text for term in concept.forms("en", Status.DEPRECATED)]
    problems = _problems(ENTRY, own.replace("torch town", "lantern town"))
    assert "must give another one" in problems[0].message


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError, match="cannot read the glossary file"):
        user_files([tmp_path / "none.yaml"])
