from __future__ import annotations

import json
from pathlib import Path

import pytest

from glossary.codec import decode_concept, encode
from glossary.compiled import open_termbase
from glossary.files import base_files
from glossary.loader import load

GLOSSARY = """\
- id: lantern-town
  zh: [灯笼镇]
  en: {preferred: lantern town, deprecated: [{text: lamp town, note: wrong}]}
  confidence: unverified
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "g.yaml").write_text(GLOSSARY, encoding="utf-8")
    return tmp_path / "cache"


def _open(cache: Path) -> list[str]:
    termbase = open_termbase([cache.parent / "g.yaml"], base=False)
    return [hit.concept for hit in termbase.find_english("Two lamp towns by the river.")]


def test_codec_round_trip_of_the_shipped_glossary() -> None:
    for concept in load(base_files()).concepts.values():
        assert decode_concept(json.loads(json.dumps(encode(concept)))) == concept


def test_cache_is_written_and_read(cache: Path) -> None:
    assert _open(cache) == ["lantern-town"]
    files = list(cache.rglob("glossary-*.sqlite"))
    assert len(files) == 1
    assert not list(cache.rglob("*.tmp"))
    assert _open(cache) == ["lantern-town"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\x00", b'{"concepts": {}}'])
def test_corrupted_cache_is_ignored(cache: Path, content: bytes) -> None:
    _open(cache)
    next(cache.rglob("glossary-*.sqlite")).write_bytes(content)
    assert _open(cache) == ["lantern-town"]


def test_unwritable_cache_folder(cache: Path) -> None:
    cache.write_text("a file, not a folder")
    assert _open(cache) == ["lantern-town"]


def test_a_changed_glossary_is_compiled_again(cache: Path) -> None:
    _open(cache)
    changed = GLOSSARY.replace("lamp town", "torch town")
    (cache.parent / "g.yaml").write_text(changed, encoding="utf-8")
    assert _open(cache) == []


def test_a_layer_is_compiled_alone(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("glossary.compiled.base_files", lambda: base_files()[:1])
    path = cache.parent / "g.yaml"
    open_termbase([path])
    told: list[str] = []
    path.write_text(GLOSSARY.replace("lamp town", "torch town"), encoding="utf-8")
    termbase = open_termbase([path], on_compile=lambda: told.append("compiles"))
    assert told == ["compiles"]
    assert len(list(cache.rglob("glossary-*.sqlite"))) == 3
    assert [hit.concept for hit in termbase.find_english("A torch town.")] == ["lantern-town"]


def test_many_changes_of_a_layer_leave_the_one_below(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("glossary.compiled.base_files", lambda: base_files()[:1])
    for number in range(12):
        changed = GLOSSARY.replace("lamp town", f"lamp town {number}")
        (cache.parent / "g.yaml").write_text(changed, encoding="utf-8")
        open_termbase([cache.parent / "g.yaml"])
    assert len(list(cache.rglob("glossary-base-*.sqlite"))) == 1
    assert len(list(cache.rglob("glossary-user-*.sqlite"))) == 8
