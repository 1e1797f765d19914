from __future__ import annotations

import subprocess
import sys

import pytest

from glossary.problem import Problem, ProblemsError
from glossary.strict_yaml import Node, parse


def _root(content: str) -> tuple[Node, list[Problem]]:
    problems: list[Problem] = []
    root = parse(content, "f.yaml", problems)
    assert root is not None
    return root, problems


def test_scalars_stay_text() -> None:
    root, problems = _root("{a: no, b: 12:30, c: 2024-03-05, d: ~}")
    values = {key: node.text() for key, node in root.mapping(None).items()}
    assert values == {"a": "no", "b": "12:30", "c": "2024-03-05", "d": "~"}
    assert not problems


def test_unknown_key_has_place_and_near_match() -> None:
    root, problems = _root("a: 1\npreferd: 2\n")
    root.mapping(("a", "preferred"))
    assert (problems[0].line, problems[0].column) == (2, 1)
    assert 'did you mean "preferred"?' in problems[0].message


def test_duplicate_and_missing_key() -> None:
    root, problems = _root("a: 1\na: 2\n")
    root.mapping(("a", "b"), required=("b",))
    assert [(p.line, p.column) for p in problems] == [(2, 1), (1, 1)]
    assert "twice" in problems[0].message
    assert '"b" is missing' in problems[1].message


@pytest.mark.parametrize(
    ("content", "ask"),
    [
        ("v: []", Node.text), ("v: {x: y}", Node.items), ("v: ''", Node.text),
        ("v: maybe", Node.flag), ("v: -3", Node.number), ("v: ２", Node.number),
        ("v: 2024-13-01", Node.date), ("v: {a: b}", Node.texts),
    ],
)  # fmt: skip
def test_wrong_kinds_have_a_place(content: str, ask: object) -> None:
    root, problems = _root(content)
    ask(root.mapping(None)["v"])  # type: ignore[operator]
    assert [(p.line, p.column) for p in problems] == [(1, 4)]


@pytest.mark.parametrize("value", ["20240305", "2024-W10-2"])
def test_only_the_documented_date_form(value: str) -> None:
    root, problems = _root(f"v: {value}")
    root.mapping(None)["v"].date()
    assert problems


def test_alias_bomb_is_a_problem() -> None:
    lines = ["a0: &a0 [x, x]"] + [
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)
    ]
    root, problems = _root("\n".join(lines))
    for node in root.mapping(None).values():
        for item in node.items():
            item.text()
    assert any("aliases" in problem.message for problem in problems)
    assert len(problems) < 200


def test_fullwidth_colon() -> None:
    with pytest.raises(ProblemsError) as caught:
        parse("a: 1\nb：2\nc: 3\n", "f.yaml", [])
    problem = caught.value.problems[0]
    assert (problem.line, problem.column) == (2, 2)
    assert "full-width" in problem.message


def test_syntax_error_has_a_place() -> None:
    with pytest.raises(ProblemsError, match=r"^f\.yaml:2:\d+: not valid YAML"):
        parse("a: 1\nb: ]\n", "f.yaml", [])


def test_an_alias_is_told_where_it_stands() -> None:
    root, problems = _root("a: &x [1]\nb: *x\n")
    assert root.mapping(None)["b"].text() == "?"
    assert [(problem.line, problem.column) for problem in problems] == [(2, 4)]


def test_a_second_document_is_a_problem() -> None:
    with pytest.raises(ProblemsError, match=r"^f\.yaml:3:1: a second document"):
        parse("a: 1\n---\nb: 2\n", "f.yaml", [])


def test_nothing_is_none() -> None:
    assert parse("# only a comment\n", "f.yaml", []) is None


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_a_problem_not_a_crash(opening: str) -> None:
    code = (
        "from glossary.strict_yaml import parse\nfrom glossary.problem import ProblemsError\n"
        f"try:\n    parse({opening!r} * 100_000, 'f', [])\nexcept ProblemsError:\n    pass\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=30)  # noqa: S603
    assert done.returncode == 0, done.stderr[-300:]
