"""Formats that hold Chinese and English in one file: what is read, and where it stands."""

from __future__ import annotations

import codecs
import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from docx import Document as new_docx  # noqa: N813 - it is a function
from hypothesis import given
from hypothesis import strategies as st

from checker.document import Document, Kind
from checker.engine import run
from checker.fixing import fixes_of, write
from checker.reader import read_document, read_source
from checker.report import Style, all_reports
from checker.request import Request
from checker.result import ExitCode, Result
from checker.text import Text
from glossary.problem import ProblemsError

Pairs = list[tuple[str | None, str | None]]


def _read(content: str, name: str) -> Document:
    return read_document(name, content.encode())


def _pairs(document: Document) -> Pairs:
    return [
        (one.source and one.source.content, one.target and one.target.content)
        for one in document.segments
    ]


def _texts(document: Document) -> list[Text]:
    return [
        text for one in document.segments for text in (one.source, one.target) if text is not None
    ]


def _check_map(document: Document) -> None:
    for text in _texts(document):
        last = 0
        for run_ in text.runs:
            assert last <= run_.start < run_.end <= len(document.content)
            last = run_.end
            raw = document.content[run_.start : run_.end]
            if run_.is_literal and run_.content != "\n":
                assert raw == run_.content
        assert document.text(text.span(0, len(text.content)))


def _checked(path: Path, *rules: str) -> Result:
    return run(Request((str(path),), overrides={"select": rules or ("repeated-word",)}))


# TMX


def tmx(*units: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>\n') -> str:
    body = "\n".join(f"<tu>{unit}</tu>" for unit in units)
    return f'{head}<tmx version="1.4"><header srclang="zh-CN"/><body>\n{body}\n</body></tmx>\n'


def tuv(language: str, text: str) -> str:
    return f'<tuv xml:lang="{language}"><seg>{text}</seg></tuv>'


def both(english: str, chinese: str = "一") -> str:
    return tuv("zh-CN", chinese) + tuv("en-US", english)


TMX: list[tuple[str, Pairs]] = [
    (both("One"), [("一", "One")]),
    (tuv("EN", "One") + tuv("zh_Hans", "一"), [("一", "One")]),
    (both("One") + tuv("en-GB", "Won"), [("一", "One"), ("一", "Won")]),
    (both("One") + tuv("de", "Eins"), [("一", "One")]),
    (both("R&amp;D &#20013; &lt;b&gt; &quot;x&quot;"), [("一", 'R&D 中 <b> "x"')]),
    (both("<![CDATA[R&D <b>]]> and"), [("一", "R&D <b> and")]),
    (both('a <bpt i="1">&lt;b></bpt>b<ept i="1">x</ept> c'), [("一", "a b c")]),
    (both("a <hi>b</hi> c"), [("一", "a b c")]),
    (both('a <ph x="1">{0}</ph> c<it pos="begin">x</it>'), [("一", "a \ufffc c")]),
    (both('see<ph x="1"/>this.<ph/>'), [("一", "see\ufffcthis.")]),
    (both("<bpt i='1'>x <sub>y</sub></bpt>a<ut>z</ut>"), [("一", "a")]),
    (both("  One\n two 😀 "), [("一", "One\n two 😀")]),
    (both("One <!-- x --> two"), [("一", "One  two")]),
    (both("One", "") + "<prop>x</prop>", [(None, "One")]),
    (both("One") + tuv("zh", "二"), [("一", "One")]),
]


@pytest.mark.parametrize(("unit", "wanted"), TMX)
def test_tmx(unit: str, wanted: Pairs) -> None:
    document = _read(tmx(unit, both("End.")), "a.tmx")
    assert _pairs(document) == [*wanted, ("一", "End.")]
    _check_map(document)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030"])
def test_places_in_every_encoding(end: str, encoding: str, tmp_path: Path) -> None:
    head = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig").removesuffix("-be")}"?>\n'
    content = tmx(both("😀 an &amp;\n中 the the end"), both("x"), head=head)
    data = content.replace("\n", end).encode(encoding)
    path = tmp_path / "a.tmx"
    path.write_bytes(data)
    (checked,) = _checked(path).checked
    document = checked.document
    _check_map(document)
    assert document.content.encode(document.encoding) == data
    (span,) = checked.findings[0].spans
    assert document.text(span) == "the the"
    assert document.lines.locate(span.start) == (4, 3)
    write(checked, fixes_of(checked))
    assert path.read_bytes() == data.replace(
        "the the".encode(document.encoding), "the".encode(document.encoding)
    )


def test_an_untranslated_unit_has_no_target() -> None:
    assert _pairs(_read(tmx(tuv("zh", "一"), both("Two", "二")), "a.tmx"))[0] == ("一", None)


TMX_FAULTS = [
    (tmx(tuv("zh", "一") + tuv("de", "Eins")), r"1:1: expected texts in Chinese and English"),
    ("<x/>", '1:1: expected the element "tmx"'),
    (tmx(both("One"))[:-9], r"\d:\d+: no XML: "),
    (tmx(both("a & b")), r"3:\d+: no XML: not well-formed"),
    (tmx(both("a &nbsp; b")), r"3:\d+: no XML: undefined entity"),
    (tmx(both("a &nbsp; b"), head="<!DOCTYPE tmx SYSTEM 'tmx14.dtd'>"), r'the entity "&nbsp;"'),
]


@pytest.mark.parametrize(("content", "message"), TMX_FAULTS)
def test_tmx_faults(content: str, message: str) -> None:
    with pytest.raises(ProblemsError, match=message):
        _read(content, "a.tmx")


def test_a_doctype_is_not_followed() -> None:
    content = tmx(both("One"), head="<!DOCTYPE tmx SYSTEM 'http://x.example/tmx14.dtd'>\n")
    assert _pairs(_read(content, "a.tmx")) == [("一", "One")]


def test_a_note_silences_its_own_unit(tmp_path: Path) -> None:
    note = "<note>zhengming: ignore repeated-word -- meant so</note>"
    path = tmp_path / "a.tmx"
    path.write_text(
        tmx(both("See a a."), both("See b b.") + note, both("See c c.")).replace("\n", ""), "utf-8"
    )
    (checked,) = _checked(path).checked
    spans = [span for finding in checked.findings for span in finding.spans]
    assert [checked.document.text(span).lower() for span in spans] == ["a a", "c c"]


# Tables

TABLES: list[tuple[str, str, Pairs]] = [
    ("a.tsv", "zh\ten\n一\tOne\n", [("一", "One")]),
    ("a.tab", "EN-us\tid\tZH_cn\nOne\t1\t一", [("一", "One")]),
    ("a.tsv", "原文\t译文\r\n一\tOne\r\n\r\n二\t\r\n", [("一", "One"), ("二", None)]),
    ("a.tsv", '\ufeffsource\ttarget\n"一"\t"One ""two"""\n', [("一", 'One "two"')]),
    ("a.tsv", 'zh\ten\n"一\t"One" two\n', [('"一', '"One" two')]),
    ("a.tsv", 'zh\ten\n一\t"One\ntwo"\n', [("一", "One\ntwo")]),
    ("a.tsv", 'zh\ten\n一\t"One\n二"\tTwo\n', [("一", '"One'), ('二"', "Two")]),
    ("a.csv", 'Chinese,English\n一,"One, two"\n', [("一", "One, two")]),
    ("a.csv", "中文;英文\n一,二;One, two\n", [("一,二", "One, two")]),
    ("a.csv", "zh\ten\n一\tOne, two\n", [("一", "One, two")]),
    ("a.csv", 'zh,en\n一,"One\r\n""two"""\r\n', [("一", 'One\r\n"two"')]),
    ("a.csv", 'zh,en,more\n一,6" pipe\n', [("一", '6" pipe')]),
    ("a.tsv", "source\tzh\ten\ttarget\n一\t二\tTwo\tOne\n", [("一", "One")]),
]


@pytest.mark.parametrize(("name", "content", "wanted"), TABLES)
def test_tables(name: str, content: str, wanted: Pairs) -> None:
    document = _read(content, name)
    assert _pairs(document) == wanted
    _check_map(document)


TABLE_FAULTS = [
    ("a.tsv", "zh\tref-A\n一\tOne\n", '^a.tsv:1:1: no heading is known to be English.*"target"'),
    ("a.tsv", "zh\tEnglsh\n一\tOne\n", 'did you mean "english"'),
    ("a.tsv", "zh\ten-US\ten-GB\n一\tOne\tTwo\n", 'several columns may be the English.*"target"'),
    ("a.csv", 'zh,en\n一,"One\n二,Two\n', "^a.csv:2:3: a quotation mark opens"),
    ("a.csv", 'zh,en\n一,"One" two\n', "^a.csv:2:8: a cell goes on after"),
    ("a.csv", "zh,en\n一,One, two\n", "^a.csv:2:7: 3 cells in a row of 2 columns"),
    ("a.tsv", "source\ttarget\nOne\t一\n", "^a.tsv: the source texts are not Chinese"),
    ("a.tsv", "source\ttarget\n一\t二二二\n", "^a.tsv: this is Chinese"),
    ("a.tsv", "zh\ten\n一\tO\0ne\n", "^a.tsv: this is a binary file"),
]


@pytest.mark.parametrize(("name", "content", "message"), TABLE_FAULTS)
def test_table_faults(name: str, content: str, message: str) -> None:
    with pytest.raises(ProblemsError, match=message):
        _read(content, name)


def test_a_table_of_a_spreadsheet_in_utf_16() -> None:
    data = codecs.BOM_UTF16_LE + "zh\ten\n一\tOne\n".encode("utf-16-le")
    assert _pairs(read_document("a.tsv", data)) == [("一", "One")]


@given(
    st.lists(
        st.tuples(st.just("一"), st.text("ab\",;\t\r\n中 '", min_size=1).map(lambda x: f"x{x}y")),
        min_size=1,
    ),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_csv_is_read_as_it_is_written(
    rows: list[tuple[str, str]], delimiter: str, end: str, quoting: int
) -> None:
    if quoting == csv.QUOTE_MINIMAL:  # a CR alone would not be quoted, and end the row
        rows = [(zh, en.replace("\r", " ")) for zh, en in rows]
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerows([("zh", "en"), *rows])
    document = _read(stream.getvalue(), "a.csv")
    assert _pairs(document) == rows
    _check_map(document)


def test_a_note_of_a_table_silences_its_row(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("zh\ten\tnote\n一\tThe the.\tzhengming: ignore repeated-word\n", "utf-8")
    assert _checked(path).exit_code is ExitCode.CLEAN


def test_no_fix_touches_what_the_format_means(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(tmp := tmx(both("the <hi>the</hi> end, an an end")), "utf-8")
    (checked,) = _checked(path).checked
    assert len(checked.findings) == 2
    assert [fix.text for fix in fixes_of(checked)] == ["an"]
    assert tmp == path.read_text("utf-8")


# XLIFF


def xliff(*units: str, languages: str = 'source-language="zh-CN" target-language="en"') -> str:
    return (
        '<?xml version="1.0"?>\n<xliff version="1.2" '
        'xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:x="urn:x">'
        f'<file original="a" datatype="plaintext" {languages}><header><note>x</note></header>'
        f"<body>{''.join(units)}</body></file></xliff>"
    )


def trans_unit(source: str, target: str | None = None, more: str = "", attributes: str = "") -> str:
    said = "" if target is None else f"<target>{target}</target>"
    return f'<trans-unit id="1" {attributes}><source>{source}</source>{said}{more}</trans-unit>\n'


def xliff2(*units: str, languages: str = 'srcLang="zh-Hans" trgLang="en-GB"') -> str:
    return (
        f'<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" {languages}>'
        f'<file id="f">{"".join(units)}</file></xliff>'
    )


def mark(number: int, text: str) -> str:
    return f'<mrk mtype="seg" mid="{number}">{text}</mrk>'


XLIFF: list[tuple[str, Pairs]] = [
    (trans_unit("一", "One"), [("一", "One")]),
    (trans_unit("一"), [("一", None)]),
    (trans_unit("一", ""), [("一", None)]),
    (trans_unit("一", 'a <g id="1">b <g id="2">c</g></g> d'), [("一", "a b c d")]),
    (trans_unit("一", 'a <x id="1"/> b<bx id="2"/>c<ex id="2"/>'), [("一", "a \ufffc bc")]),
    (trans_unit("一", 'a<bpt id="1">&lt;b></bpt>b<ph id="2">x</ph>c'), [("一", "ab\ufffcc")]),
    (trans_unit("一", 'a<ph id="2">x<sub>y</sub></ph>c<it id="3">x</it>'), [("一", "a\ufffcc")]),
    (trans_unit("一", 'a <mrk mtype="term">b</mrk><x:y>code</x:y>'), [("一", "a b")]),
    (trans_unit("一", "<![CDATA[R&D]]> &amp; x"), [("一", "R&D & x")]),
    (
        trans_unit("一", "One", "<alt-trans><source>二</source><target>Two</target></alt-trans>"),
        [("一", "One")],
    ),
    (trans_unit("一", "One", attributes='translate="no"'), []),
    (
        trans_unit(
            "一二三",
            f"{mark(1, 'One.')} {mark(2, 'Two.')}",
            f"<seg-source>{mark(1, '一。')}{mark(2, '<g>二</g>。')}{mark(3, '三。')}</seg-source>",
        ),
        [("一。", "One."), ("二。", "Two."), ("三。", None)],
    ),
    (
        f"<trans-unit><seg-source>{mark(1, '一')}</seg-source><target>One</target></trans-unit>",
        [("一", "One")],
    ),
    (trans_unit("一。", f"{mark(1, 'One.')} {mark(2, 'Two.')}"), [("一。", "One. Two.")]),
]


@pytest.mark.parametrize(("unit", "wanted"), XLIFF)
def test_xliff(unit: str, wanted: Pairs) -> None:
    document = _read(xliff(unit, trans_unit("二", "End.")), "a.xlf")
    assert _pairs(document) == [*wanted, ("二", "End.")]
    _check_map(document)


def segment(source: str, target: str, name: str = "segment") -> str:
    return f"<{name}><source>{source}</source><target>{target}</target></{name}>"


XLIFF2: list[tuple[str, Pairs]] = [
    (f'<unit id="1">{segment("一", "One")}</unit>', [("一", "One")]),
    (
        f'<unit id="1">{segment("一。", "One.")}{segment(" ", " ", "ignorable")}'
        f"{segment('二。', 'Two.')}</unit>",
        [("一。", "One."), ("二。", "Two.")],
    ),
    (
        '<unit id="1">'
        + segment("一", '<pc id="1">a <mrk id="m">b</mrk></pc> c<ph id="2"/>d<sc id="3"/>e')
        + "</unit>",
        [("一", "a b c\ufffcde")],
    ),
    (
        '<unit id="1"><m:matches xmlns:m="urn:m"><m:match><source>x</source><target>y</target>'
        f"</m:match></m:matches>{segment('一', 'One')}</unit>",
        [("一", "One")],
    ),
    (f'<group translate="no"><unit id="1">{segment("一", "One")}</unit></group>', []),
    (
        f'<group translate="no"><unit id="1" translate="yes">{segment("一", "1.")}</unit></group>',
        [("一", "1.")],
    ),
]


@pytest.mark.parametrize(("unit", "wanted"), XLIFF2)
def test_xliff_2(unit: str, wanted: Pairs) -> None:
    document = _read(xliff2(unit, f'<unit id="9">{segment("二", "End.")}</unit>'), "a.xliff")
    assert _pairs(document) == [*wanted, ("二", "End.")]
    _check_map(document)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (xliff(languages='source-language="en" target-language="zh-CN"'), '"en" into "zh-CN"'),
        (xliff2(languages='srcLang="zh" trgLang="ja"'), '1:1: this translates "zh" into "ja"'),
        (xliff(), "there is no text in it"),
        ("<tmx/>", '1:1: expected the element "xliff"'),
    ],
)
def test_xliff_faults(content: str, message: str) -> None:
    with pytest.raises(ProblemsError, match=message):
        _read(content, "a.xlf")


def test_an_xliff_without_target_language_is_english() -> None:
    content = xliff(trans_unit("一", "One"), languages='source-language="zh"')
    assert _pairs(_read(content, "a.sdlxliff")) == [("一", "One")]


def test_a_note_behind_the_target_silences_its_own_unit(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    note = "<note>zhengming: ignore repeated-word</note>"
    content = xliff(trans_unit("一", "See a a.", note), trans_unit("二", "See b b."))
    path.write_text(content, "utf-8")
    (checked,) = _checked(path).checked
    assert [checked.document.text(one.spans[0]) for one in checked.findings] == ["b b"]


# PO

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n\n'

PO: list[tuple[str, Pairs]] = [
    ('msgid "一"\nmsgstr "One"\n', [("一", "One")]),
    ('msgid "一"\nmsgstr ""\n', [("一", None)]),
    ('msgid ""\n"一\\n"\n"二"\nmsgstr ""\n"One\\n"\n"two"\n', [("一\n二", "One\ntwo")]),
    (r'msgid "一"' + "\n" + r'msgstr "a \"b\" c\\d \x41\102\q."', [("一", r'a "b" c\d AB\q.')]),
    (
        'msgctxt "x"\nmsgid "一"\nmsgstr "One"\nmsgid "二"\nmsgstr "Two"',
        [("一", "One"), ("二", "Two")],
    ),
    ('#, fuzzy\n#| msgid "旧"\nmsgid "一"\nmsgstr "One"\n', [("一", "One")]),
    ('#~ msgid "旧"\n#~ msgstr "Old"\n\nmsgid "一"\nmsgstr "One"\n', [("一", "One")]),
    (
        'msgid "一个"\nmsgid_plural "几个"\nmsgstr[0] "One"\nmsgstr[1] "Some"\n',
        [("一个", "One"), ("几个", "Some")],
    ),
    ('msgid "一"\r\nmsgstr "One"\r\n', [("一", "One")]),
]


@pytest.mark.parametrize("header", ["", HEADER])
@pytest.mark.parametrize(("content", "wanted"), PO)
def test_po(header: str, content: str, wanted: Pairs) -> None:
    document = _read(f'{header}{content}\n\nmsgid "二"\nmsgstr "End"', "a.po")
    assert _pairs(document) == [*wanted, ("二", "End")]
    _check_map(document)


def test_po_in_the_charset_of_its_header() -> None:
    content = HEADER.replace("UTF-8", "GB2312") + 'msgid "一"\nmsgstr "One"\n'
    assert _pairs(read_document("a.po", content.encode("gb2312"))) == [("一", "One")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (HEADER.replace(" en", " zh_CN") + 'msgid "One"\nmsgstr "一"', '1:1: .* into "zh_CN"'),
        ('msgid "One"\nmsgstr "一"', "1:1: the msgid texts are not Chinese"),
        ('msgid "一"\nmsgstr "One\n', r"2:12: the string has no closing"),
        ('msgid "一"\nmsgstr "One" x\n', r"2:13: text goes on"),
        ('msgid "一"\nmsgstr One\n', r"2:1: expected msgid, msgstr"),
        ('msgid "一"\n\n', r"1:1: an entry without msgstr"),
        ('msgstr "One"\n', r"1:1: an entry without msgid"),
        ('msgid "一"\nmsgid "二"\nmsgstr ""\n', r"2:1: msgid stands twice"),
        (HEADER.replace("UTF-8", "klingon"), '1:1: the encoding "klingon" is not known'),
    ],
)
def test_po_faults(content: str, message: str) -> None:
    with pytest.raises(ProblemsError, match=message):
        _read(content, "a.po")


def test_a_comment_of_an_entry_silences_it(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text(
        'msgid "一"\nmsgstr "See a a."\n\n# zhengming: ignore repeated-word\n#: a.c:1\n'
        'msgid "二"\nmsgstr "See b b."\n\n# About this one\nmsgid "三"\nmsgstr "See c c."\n',
        "utf-8",
    )
    (checked,) = _checked(path).checked
    assert [checked.document.text(one.spans[0]) for one in checked.findings] == ["a a", "c c"]


# Word


def docx_bytes(*blocks: str | list[list[str]]) -> bytes:
    """Return a Word file; a list is a table, "# " begins a heading."""
    document = new_docx()
    for block in blocks:
        if isinstance(block, str):
            style = "Heading 1" if block.startswith("# ") else None
            document.add_paragraph(block.removeprefix("# "), style)
            continue
        table = document.add_table(len(block), len(block[0]))
        for number, row in enumerate(block):
            for column, text in enumerate(row):
                table.cell(number, column).text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _places(document: Document) -> list[str]:
    return [document.place(text.span(0, 1)) for text in _texts(document)]


def test_a_word_draft() -> None:
    document = read_document("a.docx", docx_bytes("# A Head", "", "One two.", "三 in Chinese."))
    assert _pairs(document) == [(None, "A Head"), (None, "One two."), (None, "三 in Chinese.")]
    assert document.segments[0].kind is Kind.HEADING
    assert _places(document) == ["paragraph 1", "paragraph 3", "paragraph 4"]
    _check_map(document)


def test_a_chinese_word_file_is_a_source() -> None:
    data = docx_bytes("一。", "二。")
    assert [text.content for _, text in read_source("a.docx", data).targets] == ["一。", "二。"]
    with pytest.raises(ProblemsError, match="this is Chinese"):
        read_document("a.docx", data)


def test_a_word_table_with_both_languages() -> None:
    table = [
        ["1", "中文", "English", "x"],
        ["2", "一二\n三四", "One\nTwo", ""],
        ["3", "五六七", "", ""],
    ]
    document = read_document("a.docx", docx_bytes("题目题目", "A title", table))
    assert _pairs(document) == [
        (None, "A title"),
        ("中文", "English"),
        ("一二\n三四", "One\nTwo"),
        ("五六七", None),
    ]
    assert _places(document)[2:] == [
        f"table 1, row {row}, column {column}" for row, column in ((1, 3), (2, 2), (2, 3), (3, 2))
    ]
    _check_map(document)


def test_paragraphs_of_cells_are_paired_one_by_one() -> None:
    document = new_docx()
    cells = document.add_table(1, 2).rows[0].cells
    for cell, lines in zip(cells, (["一。", "二。"], ["One.", "Two."]), strict=True):
        cell.text = lines[0]
        cell.add_paragraph(lines[1])
    stream = io.BytesIO()
    document.save(stream)
    assert _pairs(read_document("a.docx", stream.getvalue())) == [
        ("一。", "One."),
        ("二。", "Two."),
    ]


def test_a_word_table_in_english_is_text() -> None:
    document = read_document("a.docx", docx_bytes([["a", "b"], ["c", "d"]]))
    assert _pairs(document) == [(None, text) for text in "abcd"]
    assert _places(document)[-1] == "table 1, row 2, column 2"


def test_a_word_file_is_never_mended(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx_bytes("See the the end."))
    (checked,) = _checked(path).checked
    assert checked.findings
    assert fixes_of(checked) == []


def test_a_word_draft_beside_its_source_is_found_with_both_places(tmp_path: Path) -> None:
    (tmp_path / "a.zh.docx").write_bytes(docx_bytes("标题", "县里投入2030万元。"))
    (tmp_path / "a.en.docx").write_bytes(
        docx_bytes("A title", "The county spent 203 million yuan.")
    )
    (tmp_path / "~$a.en.docx").write_bytes(b"open")
    result = run(Request((str(tmp_path),), overrides={"select": ("number-mismatch",)}))
    (checked,) = result.checked
    (finding,) = checked.findings
    stream = io.StringIO()
    all_reports()["json"].write(result, stream, Style())
    (told,) = json.loads(stream.getvalue())["findings"]
    assert told["places"][0]["label"] == told["source_places"][0]["label"] == "paragraph 2"
    assert checked.document.source_place(finding.source_spans[0]).endswith("a.zh.docx:paragraph 2")


def _zip(*members: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return stream.getvalue()


WORD_FAULTS = [
    (b"PK\3\4broken", "no Word file, or a broken one"),
    (docx_bytes("One")[:-40], "no Word file, or a broken one"),
    (_zip(("a.txt", b"x")), "this is no Word file"),
    (_zip(("word/document.xml", b"<x/>")), "this Word file is broken"),
    (_zip(("word/document.xml", b" " * 40_000_000)), "unpacks to more than 16 MB"),
    (_zip(("word/media/a.png", b" " * 300_000_000)), "unpacks to more than 16 MB of XML or 256 MB"),
    (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "a file of an old Word"),
    (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "has a password"),
    (
        _zip(("word/document.xml", b"x")).replace(
            b"PK\1\2\x14\3\x14\0\0\0", b"PK\1\2\x14\3\x14\0\1\0"
        ),
        "is encrypted",
    ),
]


@pytest.mark.parametrize(("data", "message"), WORD_FAULTS)
def test_word_faults(data: bytes, message: str) -> None:
    with pytest.raises(ProblemsError, match=message):
        read_document("a.docx", data)


def test_tables_of_other_things_are_no_drafts(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id,name\n1,Li\n")
    (tmp_path / "pairs.csv").write_text(
        "中文,english\n河流,the the river is long and wide\n", "utf-8"
    )
    result = run(Request((str(tmp_path),)))
    assert [Path(one.document.path).name for one in result.checked] == ["pairs.csv"]
    assert result.problems == ()
    named = run(Request((str(tmp_path / "people.csv"),)))
    assert "no heading is known" in named.problems[0].message
