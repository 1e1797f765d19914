"""The texts of units are those that the Translate Toolkit reads from the same files."""

from __future__ import annotations

from pathlib import Path

import pytest
from translate.storage.factory import getobject
from translate.storage.xliff2 import Xliff2File

from checker.reader import read_document

_UNITS = [
    ("一。", "One."),
    ("研发 & 创新 <b>", "R&D and <b>innovation</b>"),
    ("“引号”", 'A "quoted" word and a \\ backslash'),
    ("第一行\n第二行", "First line\nsecond line"),
    ("表情😀", "An emoji 😀 here"),
    ("空格  两个", "Two  spaces\tand a tab"),
    ("没有译文", ""),
]


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _po(text: str) -> str:
    for mark, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(mark, escape)
    return text


def _csv(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _tmx_unit(source: str, target: str) -> str:
    sides = (("zh", source), ("en", target))
    tuvs = (f'<tuv xml:lang="{tag}"><seg>{_xml(text)}</seg></tuv>' for tag, text in sides)
    return f"<tu>{''.join(tuvs)}</tu>"


def _file(suffix: str) -> str:
    if suffix == "tmx":
        body = "".join(_tmx_unit(*unit) for unit in _UNITS)
        return f'<tmx version="1.4"><header srclang="zh"/><body>{body}</body></tmx>'
    if suffix == "xlf":
        body = "".join(
            f'<trans-unit id="{at}"><source>{_xml(zh)}</source><target>{_xml(en)}</target>'
            "</trans-unit>"
            for at, (zh, en) in enumerate(_UNITS)
        )
        return (
            '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" '
            'xml:space="preserve" '
            f'source-language="zh" target-language="en"><body>{body}</body></file></xliff>'
        )
    if suffix == "xliff":
        body = "".join(
            f'<unit id="{at}" xml:space="preserve"><segment><source>{_xml(zh)}</source>'
            f"<target>{_xml(en)}</target></segment></unit>"
            for at, (zh, en) in enumerate(_UNITS)
        )
        return (
            '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="zh" '
            f'trgLang="en"><file id="a">{body}</file></xliff>'
        )
    if suffix == "po":
        head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
        units = (f'\nmsgid "{_po(zh)}"\nmsgstr "{_po(en)}"\n' for zh, en in _UNITS)
        return head + "".join(units)
    return "source,target\n" + "".join(f"{_csv(zh)},{_csv(en)}\n" for zh, en in _UNITS)


@pytest.mark.parametrize("suffix", ["tmx", "xlf", "xliff", "po", "csv"])
def test_texts_are_those_of_the_translate_toolkit(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_text(_file(suffix), "utf-8")
    store = Xliff2File.parsefile(str(path)) if suffix == "xliff" else getobject(str(path))
    theirs = [
        (str(unit.source), str(unit.target or ""))
        for unit in store.units
        if unit.source and unit.source not in ("source", "")
    ]
    document = read_document(str(path), path.read_bytes())
    ours = [
        (one.source.content if one.source else "", one.target.content if one.target else "")
        for one in document.segments
    ]
    assert ours == theirs == _UNITS
