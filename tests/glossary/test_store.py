from __future__ import annotations

from pathlib import Path

import pytest

from glossary.store import Store


def _store() -> Store:
    store = Store.create()
    store.add_concept(0, "lantern-town", {"includes": ["lantern"]})
    store.add_concept(1, "lantern", {})
    store.add_phrases("en", {"trie": b"\0\1", "text": b"lantern" * 9000})
    return store


def _content(store: Store) -> list[object]:
    return [
        store.ids(),
        store.concept(0),
        store.number("lantern"),
        store.number("lamp"),
        store.table("en", "trie"),
        store.table("en", "text"),
    ]


def test_a_saved_store_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a b%20#.sqlite"
    _store().save(path)
    saved = Store.open(path)
    assert saved is not None
    assert _content(saved) == _content(_store())
    assert _content(saved) == [
        ["lantern-town", "lantern"],
        {"includes": ["lantern"]},
        1,
        None,
        b"\0\1",
        b"lantern" * 9000,
    ]


@pytest.mark.parametrize("keep", [0, 1, 100, 4096, -1])
def test_a_damaged_file_is_none(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "store"
    _store().save(path)
    path.write_bytes(path.read_bytes()[:keep])
    assert Store.open(path) is None


def test_a_file_with_other_bytes_in_it_is_none(tmp_path: Path) -> None:
    store = Store.create()
    store.add_phrases("en", {"trie": b"a lantern town " * 9000})
    store.save(tmp_path / "store")
    content = (tmp_path / "store").read_bytes()
    at = content.rindex(b"a lantern town")
    (tmp_path / "store").write_bytes(content[:at] + b"b" + content[at + 1 :])
    assert Store.open(tmp_path / "store") is None


def test_an_unfinished_or_missing_file_is_none(tmp_path: Path) -> None:
    Store.create().save(tmp_path / "empty")
    assert Store.open(tmp_path / "empty") is None
    assert Store.open(tmp_path / "missing") is None


def test_what_cannot_be_saved_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="open"):
        _store().save(tmp_path / "no folder" / "store")
