"""Files that are broken or mean harm: a clear error with its place, and the others are checked."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.document import Document
from checker.engine import run
from checker.reader import read_document
from checker.request import Request
from checker.result import ExitCode
from glossary.problem import ProblemsError

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_TMX = '<tmx><body><tu><tuv xml:lang="zh"><seg>一</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv>'
_END = "</tu></body></tmx>"


def _tmx(text: str, head: str = "") -> bytes:
    return (head + _TMX.format(text) + _END).encode()


HOSTILE = [
    (
        "a.tmx",
        _tmx("&l9;", f'<!DOCTYPE t [<!ENTITY l0 "ha">{_LAUGHS}]>'),
        r"1:\d+: declares entities",
    ),
    (
        "a.tmx",
        _tmx("&x;", '<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        r"1:\d+: declares",
    ),
    (
        "a.xlf",
        b'<!DOCTYPE t [\n<!ENTITY % x SYSTEM "http://x.example/">\n%x;]><xliff/>',
        r"2:\d+: decl",
    ),
    ("a.tmx", _tmx("<hi>" * 100_000), r"1:\d+: elements are nested more than 200 deep"),
    ("a.tmx", _tmx("One")[:-30], r"1:\d+: no XML: no element found"),
    ("a.tmx", _tmx("One</hi>"), r"1:\d+: no XML: mismatched tag"),
    ("a.tmx", _tmx("O\0ne"), r"a.tmx:?\S*: this is a binary file"),
    ("a.tmx", _tmx("One \x0b"), r"1:\d+: no XML: not well-formed"),
    ("a.tmx", _tmx("One \u4e2d").replace(b"\xb8", b"\xff"), r"1:\d+: not UTF-8: the byte 0xe4"),
    ("a.tmx", "﻿<tmx>".encode("utf-16-le") + b"x", r"1:7: not UTF-16-LE"),
    ("a.tmx", b'<?xml version="1.0" encoding="utf-7"?><tmx/>', r'1:1: the encoding "utf-7"'),
    ("a.tmx", _tmx("&#0;"), r"1:\d+: no XML: reference to invalid character"),
    ("a.xlf", b"<x:xliff/>", r"1:1: no XML: unbound prefix"),
    ("a.csv", b'zh,en\n"' + b'""' * 200_000, r"2:1: a quotation mark opens"),
    ("a.csv", b"zh,en\n\xff", r"2:1: not UTF-8"),
    ("a.po", b'msgid "' + b"\\" * 200_001 + b'"\nmsgstr ""', r"1:\d+: the string has no closing"),
]


@pytest.mark.parametrize(("name", "data", "message"), HOSTILE)
def test_hostile_files(name: str, data: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    good = tmp_path / "good.tsv"
    good.write_text("zh\ten\n一\tSee the the end.\n", "utf-8")
    start = time.perf_counter()
    result = run(Request((str(path), str(good)), overrides={"select": ("repeated-word",)}))
    assert time.perf_counter() - start < 5
    assert result.exit_code is ExitCode.INVALID
    assert len(result.findings) == 1
    (problem,) = result.problems
    with pytest.raises(ProblemsError, match=message):
        raise ProblemsError([problem])


BIG = [
    ("a.tmx", _tmx('<ph x="' + "x" * 20_000_000 + '"/>One')),
    ("a.tmx", _tmx("<ph>&amp;</ph>" * 20_000 + "One")),
    ("a.tmx", _tmx("a\n" * 50_000)),
    ("a.csv", b'zh,en\n\xe4\xb8\x80,"' + b'""' * 100_000 + b'x"'),
    ("a.tsv", b"zh\ten\n" + b'\xe4\xb8\x80\t"x\n' * 20_000),
    ("a.tsv", b"zh\ten\n" + b'\xe4\xb8\x80"\t"""x\n' * 20_000),
    ("a.po", b'msgid "\xe4\xb8\x80"\nmsgstr ""\n' + b'"x\\n"\n' * 50_000),
]


@pytest.mark.parametrize(("name", "data"), BIG)
def test_large_files_take_their_time_and_no_more(name: str, data: bytes) -> None:
    start = time.perf_counter()
    read_document(name, data)
    assert time.perf_counter() - start < 10


def _check_map(document: Document) -> None:
    for one in document.segments:
        for text in filter(None, (one.source, one.target)):
            for run_ in text.runs:
                raw = document.content[run_.start : run_.end]
                assert raw
                if run_.is_literal and run_.content not in ("\n", "\ufffc"):
                    assert raw == run_.content
            span = text.span(0, len(text.content))
            assert 0 <= span.start < span.end <= len(document.content)


_PIECES = {
    "a.tmx": "<tmx> <body> <tu> </tu> <tuv xml:lang='zh'> <tuv xml:lang='en'> </tuv> <seg> </seg> "
    "<note> <hi> </hi> <ph/> <ph> </ph> <sub> </sub> </body> </tmx> &amp; &#20013; <!--x-->",
    "a.xlf": "<xliff> </xliff> <file> <body> <trans-unit> </trans-unit> <source> </source> "
    "<target> </target> <seg-source> </seg-source> <mrk\tmtype='seg'\tmid='1'> </mrk> <g> <x/> "
    "<note> </note> <unit> <segment> </segment> </unit> <alt-trans> &lt; <![CDATA[x]]>",
    "a.po": 'msgid msgstr msgstr[0] msgid_plural # #~ #| #, #. " "" "一" "a\\n" \\ \n \n "b"',
    "a.csv": 'zh en source , , ; " "" \n \n \r\n \t 一 a',
    "a.tsv": 'zh en target \t \t " "" \n \n \r\n 一 a',
}


@given(
    st.sampled_from(sorted(_PIECES)).flatmap(
        lambda name: st.tuples(
            st.just(name),
            st.lists(
                st.sampled_from(
                    [*_PIECES[name].split(" "), "一", "One", " ", "😀", "\r\n", "\ufeff"]
                ),
                max_size=40,
            ),
        )
    )
)
def test_any_text_is_read_or_is_a_problem(made: tuple[str, list[str]]) -> None:
    name, pieces = made
    try:
        document = read_document(name, "".join(pieces).encode())
    except ProblemsError:
        return
    _check_map(document)


@st.composite
def _tree(draw: st.DrawFn, names: tuple[str, ...]) -> str:
    """Return well-formed XML of some elements, deep or flat."""
    text = st.sampled_from(
        ["", "一", "One two", "&amp;", "<![CDATA[a&b]]>", "\r\n", "<!--x-->", "😀"]
    )
    parts = [draw(text)]
    for name in draw(st.lists(st.sampled_from(names), max_size=4)):
        inner = draw(_tree(names)) if draw(st.booleans()) else draw(text)
        tag = name.split(" ")[0]
        parts.append(draw(st.sampled_from([f"<{name}>{inner}</{tag}>", f"<{name}/>"])))
        parts.append(draw(text))
    return "".join(parts)


_NAMES = {
    "tmx": tuple("tu,tuv xml:lang='zh',tuv xml:lang='en',seg,note,hi,ph,prop,sub".split(",")),
    "xliff": tuple(
        "file source-language='zh',trans-unit,source,target,seg-source,mrk mtype='seg' mid='1',g,x,"
        "unit,segment,note,group translate='no'".split(",")
    ),
}


@given(st.data(), st.sampled_from(sorted(_NAMES)))
def test_any_tree_is_read_or_is_a_problem(data: st.DataObject, name: str) -> None:
    content = f"<{name}>{data.draw(_tree(_NAMES[name]))}</{name}>"
    try:
        document = read_document(f"a.{name}", content.encode())
    except ProblemsError:
        return
    _check_map(document)


@given(st.binary(max_size=60), st.sampled_from(["a.docx", "a.tmx", "a.xlf", "a.po", "a.csv"]))
def test_any_bytes_are_read_or_are_a_problem(data: bytes, name: str) -> None:
    with pytest.raises(ProblemsError):
        read_document(name, b"PK\3\4" + data if name == "a.docx" else data)
