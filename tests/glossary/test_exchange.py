"""Glossaries that leave and come back, and lists of other people."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.files import GlossaryFile, base_files
from glossary.format import all_formats
from glossary.loader import load
from glossary.losses import lost
from glossary.merge import lay_over
from glossary.model import Concept, Override, Status
from glossary.problem import ProblemsError
from glossary.writer import write_entries

ENTRY = """\
- id: 3rd-lantern-corridor
  zh: [灯笼走廊, 灯廊]
  definition: a street of lanterns
  en:
    preferred: lantern corridor
    admitted: [lantern belt, {text: lantern row, note: in the county paper}]
    short: [the corridor]
    abbreviation: [LC]
    superseded: [{text: lantern alley, since: 2001-01-01, until: 2012-05-01}]
    deprecated:
      - text: "lamp {corridor|passage}"
        kind: calque
        note: lanterns, not lamps; ever
        when: {near: [county]}
      - {text: light corridor, note: "=lanterns"}
  see-also: [lantern-office]
  since: 2001-01-01
  sources:
    - {title: County Yearbook, locator: "chapter 3, page 9", date: 2021-03-12, url: "https://example.org/3"}
    - {title: Lantern Charter}
  examples:
    - {zh: 建设灯笼走廊, en: The lantern corridor is long.}
    - {en: The county has a lamp passage., finds: literal-calque}
- id: lantern-office
  zh: [灯笼办]
  part-of-speech: phrase
  mixing: free
  en:
    preferred: lantern office
  confidence: unverified
"""


def read(content: str, subject: str = "lanterns") -> list[Concept]:
    file = GlossaryFile("lanterns.yaml", subject, content.encode(), layer=0)
    return list(load([file]).concepts.values())


CONCEPTS = read(ENTRY.replace("{title: Lantern Charter}", "{title: Lantern Charter, date: 1999}"))


@pytest.mark.parametrize(
    ("name", "cannot_hold"),
    [
        ("csv", {"conditions", "examples"}),
        (
            "tbx",
            {
                "conditions",
                "confidence",
                "dates of concepts",
                "examples",
                "kinds of wrong forms",
                "mixing",
                "patterns (written out form by form)",
            },
        ),
    ],
)
def test_a_round_trip_loses_only_what_the_format_cannot_hold(
    name: str, cannot_hold: set[str]
) -> None:
    form = all_formats()[name]
    assert set(lost(CONCEPTS, form.read(form.write(CONCEPTS), "x"))) == cannot_hold


@pytest.mark.parametrize("name", all_formats())
def test_good_forms_survive_in_every_format(name: str) -> None:
    form = all_formats()[name]
    again = form.read(form.write(CONCEPTS), "x")
    assert [one.zh for one in again] == [one.zh for one in CONCEPTS]
    assert [one.preferred.text for one in again] == ["lantern corridor", "lantern office"]


@pytest.mark.parametrize("name", all_formats())
def test_what_is_read_can_be_written_as_a_glossary_file(name: str) -> None:
    form = all_formats()[name]
    read(write_entries(form.read(form.write(CONCEPTS), "x")))


@pytest.mark.parametrize("name", all_formats())
def test_the_shipped_glossary_comes_back(name: str) -> None:
    concepts = list(load(base_files()).concepts.values())
    form = all_formats()[name]
    again = form.read(form.write(concepts), "x")
    gone = lost(concepts, again)
    if name != "omegat":  # it merges entries that share their Chinese
        assert len(again) == len(concepts)
        assert not gone["forms"]
        assert not gone["wrong forms"]
        assert not gone["sources"]


# The rules of the TBX-Basic dialect, as its Schematron states them: which data categories there
# are, the level each belongs to, and the values of the closed ones.
LEVELS = {
    ("descrip", "subjectField"): {"conceptEntry"},
    ("descrip", "definition"): {"conceptEntry", "langSec"},
    ("descrip", "context"): {"termSec"},
    ("admin", "source"): {"conceptEntry", "langSec", "termSec"},
    ("ref", "crossReference"): {"conceptEntry", "termSec"},
    ("termNote", "administrativeStatus"): {"termSec"},
    ("termNote", "partOfSpeech"): {"termSec"},
    ("termNote", "termType"): {"termSec"},
}
VALUES = {
    "administrativeStatus": {
        "admittedTerm-admn-sts",
        "deprecatedTerm-admn-sts",
        "preferredTerm-admn-sts",
        "supersededTerm-admn-sts",
    },
    "partOfSpeech": {"adjective", "noun", "other", "verb", "adverb"},
    "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
}
CHILDREN = {
    "tbx": ["tbxHeader", "text"],
    "text": ["body"],
    "tbxHeader": ["fileDesc"],
    "fileDesc": ["titleStmt", "sourceDesc"],
}


def test_tbx_keeps_the_rules_of_tbx_basic() -> None:
    content = all_formats()["tbx"].write(CONCEPTS)
    root = ET.fromstring(content)  # noqa: S314 - our own
    namespace = "{urn:iso:std:iso:30042:ed-2}"
    assert root.tag == f"{namespace}tbx"
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    ids = [element.get("id") for element in root.iter(f"{namespace}conceptEntry")]
    assert len(ids) == len(set(ids)) == 2
    for parent in root.iter():
        name = parent.tag.removeprefix(namespace)
        children = [child.tag.removeprefix(namespace) for child in parent]
        assert children == CHILDREN.get(name, children)
        for child, kind in zip(parent, children, strict=True):
            if category := child.get("type"):
                assert name in LEVELS[kind, category]
                assert child.text in VALUES.get(category, {child.text})
            if target := child.get("target"):
                assert target in ids
        if name == "conceptEntry":
            identifier = parent.get("id")
            assert identifier is not None
            assert not identifier[0].isdigit()  # xs:ID
        if name == "termSec":
            assert children[0] == "term"


def test_tbx_of_other_tools_is_read() -> None:
    content = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
    <martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="IDE-7">
    <langSet xml:lang="en-GB"><tig><term>lamp road</term>
      <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
      <ntig><termGrp><term>lantern road</term>
        <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
    </langSet>
    <langSet xml:lang="zh-CN"><tig><term>灯路</term></tig></langSet>
    </termEntry></body></text></martif>"""
    (concept,) = all_formats()["tbx"].read(content, "old.tbx")
    assert concept.preferred.text == "lantern road"
    assert [term.text for term in concept.forms("en", Status.DEPRECATED)] == ["lamp road"]
    assert concept.zh == ("灯路",)
    dct = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
      xmlns:min="http://www.tbxinfo.net/ns/min"><text><body><conceptEntry id="c1">
      <min:subjectField>lanterns</min:subjectField>
      <langSec xml:lang="zh"><termSec><term>灯路</term></termSec></langSec>
      <langSec xml:lang="en"><termSec><term>lantern road</term>
      <min:partOfSpeech>verb</min:partOfSpeech></termSec></langSec>
      </conceptEntry></body></text></tbx>"""
    (concept,) = all_formats()["tbx"].read(dct, "new.tbx")
    assert (concept.subject, concept.part_of_speech) == ("lanterns", "verb")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("tbx", "<tbx", "x:1:"),
        ("tbx", "", "no XML"),
        ("tbx", '<!DOCTYPE t [<!ENTITY a "b">]><t>&a;</t>', "entities"),
        ("tbx", "<tbx/>", "not one entry"),
        ("tbx", "<tbx><conceptEntry id='c9'/></tbx>", "conceptEntry c9: expected a Chinese"),
        ("csv", "", "not one entry"),
        ("csv", "a,b,c\n", "expected two columns"),
        ("csv", "zh,preferred,notez\n灯,lamp,x\n", 'did you mean "note'),
        ("csv", "灯,lantern\n笼,\n", "x:2:1: the English form is missing"),
        ("csv", "灯,lantern\n笼,灯\n", 'x:2:1: expected an English form, found "灯"'),
        ("csv", "灯,lan[tern]\n", "brackets"),
        ("csv", "zh,preferred,since\n灯,lantern,May\n", "x:2:1: "),
        ("csv", "zh,preferred,part-of-speech\n灯,lantern,n.\n", "expected one of noun, verb"),
        ("csv", '灯,"lan\0tern"\n', "x:1:"),
        ("omegat", "灯笼 lantern\n", "x:1:1: expected a Chinese term, a tab"),
        ("omegat", "# only a comment\n", "not one entry"),
    ],
)
def test_what_cannot_be_read_is_told(name: str, content: str, message: str) -> None:
    with pytest.raises(ProblemsError) as caught:
        all_formats()[name].read(content, "x")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        "灯路,lantern road\n灯塔,lantern tower\n",
        "lantern road,灯路\nlantern tower,灯塔\n",
        "灯路;lantern road\r\n灯塔;lantern tower\r\n",
        "灯路\tlantern road\n\n灯塔\tlantern tower\n",
        "Chinese,English\n灯路,lantern road\n灯塔,lantern tower\n",
        "term,rendering\n灯路,lantern road\n灯塔,lantern tower\n",
        "英文,中文,备注\nlantern road,灯路,\nlantern tower,灯塔,high\n",
        "\n灯路 ,  lantern road\n灯塔,lantern tower",
    ],
)
def test_a_list_of_two_columns_needs_no_ceremony(content: str) -> None:
    concepts = all_formats()["csv"].read(content, "x")
    assert [(one.zh[0], one.preferred.text) for one in concepts] == [
        ("灯路", "lantern road"),
        ("灯塔", "lantern tower"),
    ]


def test_several_forms_stand_in_a_cell() -> None:
    content = 'source,target,wrong\n灯路；灯道,lantern road,"lamp road; light road"\n'
    (concept,) = all_formats()["csv"].read(content, "x")
    assert concept.zh == ("灯路", "灯道")
    assert [term.text for term in concept.forms("en", Status.DEPRECATED)] == [
        "lamp road",
        "light road",
    ]


def test_no_cell_is_a_formula() -> None:
    entry = ENTRY.replace("a street of lanterns", "'=HYPERLINK(\"https://example.org\")'")
    content = all_formats()["csv"].write(read(entry.replace("Charter}", "Charter, date: 1999}")))
    cells = [cell for row in csv.reader(io.StringIO(content)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


words = st.text(st.sampled_from("abc XY'-.=+\"—\n;,\t"), min_size=1, max_size=12).filter(
    lambda text: text.strip() == text and not set("\n\t") & set(text) and " — " not in text
)


@given(st.lists(words, min_size=1, max_size=4, unique_by=str.lower))
def test_csv_brings_any_form_back(forms: list[str]) -> None:
    quoted = ["'" + form.replace("'", "''") + "'" for form in forms]
    entry = f"- {{id: a, zh: [灯], en: {{preferred: {quoted[0]}}}, confidence: unverified}}"
    entry = entry.replace("}, confidence", f", admitted: [{', '.join(quoted[1:])}]}}, confidence")
    concepts = read(entry)
    form = all_formats()["csv"]
    assert not set(lost(concepts, form.read(form.write(concepts), "x")))


def test_a_house_rendering_is_laid_over_the_shipped_entry() -> None:
    (own,) = all_formats()["csv"].read("灯笼走廊,lamp passage\n", "x")
    merged = lay_over(own, CONCEPTS[0])
    assert merged.id == "3rd-lantern-corridor"
    assert merged.override is Override.REPLACE
    assert merged.preferred.text == "lamp passage"
    assert "lantern corridor" in [term.text for term in merged.forms("en", Status.ADMITTED)]
    assert [example.finds for example in merged.examples] == [None]
    read(write_entries([replace(merged, override=Override.NONE)]))


def test_a_house_list_of_the_same_terms_adds_no_wrong_form_twice() -> None:
    form = all_formats()["tbx"]
    (own, _) = form.read(form.write(CONCEPTS), "x")
    merged = lay_over(own, CONCEPTS[0])
    assert merged.forms("en", Status.DEPRECATED) == CONCEPTS[0].forms("en", Status.DEPRECATED)
