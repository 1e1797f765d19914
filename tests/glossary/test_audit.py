from __future__ import annotations

import pytest

from glossary.audit import audit
from glossary.files import GlossaryFile, base_files
from glossary.loader import load


def _entry(name: str, zh: str, preferred: str, rest: str = "", wrong: str = "") -> str:
    deprecated = f"\n    deprecated: [{{{wrong}, note: no}}]" if wrong else ""
    return (
        f"- id: {name}\n  zh: [{zh}]\n  en:\n    preferred: {preferred}{deprecated}\n"
        f"  confidence: unverified\n{rest}"
    )


EXAMPLES = "  examples: [{en: Good one.}, {en: Bad one., finds: deprecated-term}]\n"


def _audit(*entries: str) -> list[str]:
    content = "".join(entries).encode()
    return [problem.message for problem in audit(load([GlossaryFile("f", "f", content, 0)]))]


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ((_entry("b", "乙", "bee"), _entry("a", "甲", "ant")), 'stands after "b"'),
        ((_entry("a", "甲", "ant", "  see-also: [z]\n"),), 'refers to "z"'),
        ((_entry("a", "甲", "ant", "  includes: [z]\n"),), 'refers to "z"'),
        ((_entry("a", "甲", "ant", "", "text: big ant"),), "no example that is found"),
        ((_entry("a", "甲", "ant"), _entry("b", "甲", "bee")), '"甲" is also in "a"'),
        ((_entry("a", "甲", "ant"), _entry("b", "乙", "ant")), 'preferred in "a" too'),
        (
            (_entry("a", "甲", "red ant"), _entry("b", "乙", "bee", EXAMPLES, "text: red ants")),
            'a good form of "a"',
        ),
        (
            (
                _entry("a", "甲", "ant", EXAMPLES, "text: big fly"),
                _entry("b", "乙", "bee", EXAMPLES, "text: big fly"),
            ),
            "deprecated in several entries: a, b",
        ),
        ((_entry("a", "甲", "red ant", EXAMPLES, "text: red ants"),), "finds nothing"),
        ((_entry("a", "甲", "the ant"),), 'without "the"'),
        ((_entry("a", "甲", "ant", EXAMPLES, "text: fly"),), 'the single word "fly"'),
    ],
)
def test_each_check(entries: tuple[str, ...], said: str) -> None:
    assert any(said in message for message in _audit(*entries))


def test_a_good_glossary_passes() -> None:
    assert (
        _audit(_entry("a", "甲", "ant", EXAMPLES, "text: big fly"), _entry("b", "乙", "bee")) == []
    )


def test_links_allow_shared_forms() -> None:
    assert _audit(_entry("a", "甲", "ant", "  see-also: [b]\n"), _entry("b", "甲", "ant")) == []


def test_the_shipped_glossary_passes() -> None:
    assert audit(load(base_files())) == []
