from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.document import Document, Kind
from checker.reader import all_readers, read_document, suffixes
from glossary.problem import ProblemsError


def _read(content: str, name: str) -> Document:
    return read_document(name, content.encode())


def _contents(document: Document) -> list[str]:
    return [text.content for _, text in document.targets]


def _check_map(document: Document) -> None:
    last = 0
    for _, text in document.targets:
        for run in text.runs:
            assert last <= run.start <= run.end <= len(document.content)
            last = run.end
            raw = document.content[run.start : run.end]
            if len(raw) == len(run.content) and not raw.isspace():
                assert raw == run.content
        span = text.span(0, len(text.content))
        assert document.text(span)


MARKDOWN = [
    ("# Head\n\nOne *two* **three**.\n", ["Head", "One two three."]),
    ("- item one\n- item two\n", ["item one", "item two"]),
    ("> quoted\n> again\n", ["quoted\nagain"]),
    ("| a | b |\n|---|---|\n| c | d |\n", ["a", "b", "c", "d"]),
    ('A [link](http://x.example "t") here.', ["A link here."]),
    ("R&amp;D &#20013; 中文 😀 end", ["R&D 中 中文 😀 end"]),
    ("Before\n\n```\ncode here\n```\n\nAfter", ["Before", "After"]),
    ("Before\n\n    code\n\nAfter", ["Before", "After"]),
    ("See `x` now", ["See \ufffc now"]),
    ("A <b>bold</b> word <!-- note -->here", ["A bold word here"]),
    (r"One \* two", ["One * two"]),
    ("A list [see this] stays", ["A list [see this] stays"]),
    ("\ufeff# Head\n\nText.\n", ["Head", "Text."]),
    ("One\r\n\r\nTwo\r\n", ["One", "Two"]),
    ("An *unclosed mark\n", ["An *unclosed mark"]),
]


@pytest.mark.parametrize(("content", "wanted"), MARKDOWN)
def test_markdown(content: str, wanted: list[str]) -> None:
    document = _read(content, "a.md")
    assert [one.strip() for one in _contents(document)] == wanted
    _check_map(document)


HTML = [
    ("<p>One <b>two</b></p><p>Three", ["One two", "Three"]),
    ("<p>a &amp; b&nbsp;c &#20013;</p>", ["a & b c 中"]),
    ("<p>R&D costs</p>", ["R&D costs"]),
    ("<p>AT&T; and B&B</p>", ["AT&T; and B&B"]),
    ("<p>One <!-- hidden -->two</p>", ["One two"]),
    ("<table><tr><td>a<td>b</table>", ["a", "b"]),
    ("<p>x</p><script>var a = '<p>';</script><p>y</p>", ["x", "y"]),
    ("<p>x</p><p lang='zh'>中文 <i>里</i></p><p>y</p>", ["x", "y"]),
    ("<p lang=zh>中文<p>English text", ["English text"]),
    ("<ul><li lang=zh>中文<li>English text</ul>", ["English text"]),
    ("<html lang='zh-CN'><body><p>x</p></body></html>", ["x"]),
    ("<blockquote><p>x</blockquote>", ["x"]),
    ("<p>one\r\n  two</p>\r\n<p>three 😀 中</p>", ["one two", "three 😀 中"]),
    ("\ufeff<p>x</p>", ["x"]),
    ("<p>x <!-- never closed", ["x"]),
    ("<p>a < b and c > d</p>", ["a < b and c > d"]),
    ("<p>unclosed <b>bold", ["unclosed bold"]),
]


@pytest.mark.parametrize(("content", "wanted"), HTML)
def test_html(content: str, wanted: list[str]) -> None:
    document = _read(content, "a.html")
    assert [one.strip("\ufeff ") for one in _contents(document) if one.strip("\ufeff ")] == wanted
    _check_map(document)


TEXT = [
    ("One\n\nTwo", ["One", "Two"]),
    ("One\r\rTwo\r\n\r\nThree", ["One", "Two", "Three"]),
    ("\ufeffOne 😀 中文 English", ["One 😀 中文 English"]),
    ("a line that is wrapped\nat the margin.\n", ["a line that is wrapped\nat the margin."]),
    ("First. \nSecond.\nThird.", ["First. ", "Second.", "Third."]),
]


@pytest.mark.parametrize(("content", "wanted"), TEXT)
def test_text(content: str, wanted: list[str]) -> None:
    document = _read(content, "a.txt")
    assert _contents(document) == wanted
    _check_map(document)


_ALPHABET = st.text("ab .\n\r\t<>/p!-&;#*_[]()`>|中😀\"'=\ufeff\\", max_size=80)


@given(_ALPHABET, st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_text_keeps_its_map(content: str, name: str) -> None:
    try:
        document = _read(content, name)
    except ProblemsError:
        return
    _check_map(document)


@pytest.mark.parametrize(
    "content",
    [
        "<p>A tool (see <code>x</code>) works.</p>",
        "<p>A note (line one<br>line two) ends.</p>",
        "<p>A map (see <img src='x'> above) ends.</p>",
    ],
)
def test_phrasing_elements_do_not_end_an_html_paragraph(content: str) -> None:
    assert len(_read(content, "a.html").segments) == 1


def test_a_comment_in_code_is_no_comment() -> None:
    assert _read("See `<!-- one -->` here.", "a.md").comments == ()


def test_headings() -> None:
    assert _read("A head\n\nA sentence.", "a.txt").segments[0].kind is Kind.HEADING
    assert _read("# A head\n\nA sentence.", "a.md").segments[0].kind is Kind.HEADING
    assert _read("<h2>A head</h2><p>x</p>", "a.html").segments[0].kind is Kind.HEADING


def test_front_matter_date() -> None:
    document = _read("---\ntitle: x\ndate: 2020-02-03\n---\n\nText.\n", "a.md")
    assert document.date == date(2020, 2, 3)
    assert _contents(document) == ["Text."]
    with pytest.raises(ProblemsError, match=r"a\.md:2:7: "):
        _read("---\ndate: 2020-02-31\n---\n\nText.\n", "a.md")


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_comments_have_their_place(name: str) -> None:
    document = _read("Text <!-- one --> more.\n\n<!-- two -->\n", name)
    assert [comment.text.strip() for comment in document.comments] == ["one", "two"]
    assert [document.text(c.span)[:4] for c in document.comments] == ["<!--", "<!--"]
    assert document.text(document.comments[0].span) == "<!-- one -->"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t", "empty"),
        ("a.txt", b"PK\x03\x04\x00\x00", "binary"),
        ("a.txt", "text".encode("utf-16"), "UTF-16"),
        ("a.txt", "一个城市".encode("gb18030"), "GB18030"),
        ("a.txt", b"one\ntwo \xff", "not UTF-8"),
        ("a.txt", "这是一个中文的稿子".encode(), "Chinese"),
        ("a.html", b"<p></p>", "no text"),
        ("a.mdd", b"x", 'did you mean ".md"?'),
        ("a", b"x", "no reader"),
    ],
)
def test_unusable_input(name: str, data: bytes, said: str) -> None:
    with pytest.raises(ProblemsError, match=said.replace("?", r"\?")):
        read_document(name, data)


def test_place_of_a_bad_byte() -> None:
    with pytest.raises(ProblemsError) as caught:
        read_document("a.txt", "one\n中 ".encode() + b"\xff")
    assert (caught.value.problems[0].line, caught.value.problems[0].column) == (2, 3)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2017-03-05", "2017-03-05"),
        ('"2017-03-05"', "2017-03-05"),
        ("2017-03-05T10:00Z", "2017-03-05"),
    ],
)
def test_the_date_in_the_front_matter(written: str, day: str) -> None:
    document = _read(f"---\ntitle: x\ndate: {written}\n---\n\nText.\n", "a.md")
    assert str(document.date) == day


def test_a_date_that_is_none() -> None:
    with pytest.raises(ProblemsError, match=r"a\.md:3:7: expected a date such as"):
        _read("---\ntitle: x\ndate: May 1, 2016\n---\n\nText.\n", "a.md")


def test_suffixes_are_known_before_the_readers_are_loaded() -> None:
    loaded = {suffix: name for name, reader in all_readers().items() for suffix in reader.suffixes}
    assert suffixes() == loaded
