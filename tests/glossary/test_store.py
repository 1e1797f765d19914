from __future__ import annotations

from pathlib import Path

import pytest

from glossary.store import Store


def _store() -> Store:
    store = Store.create()
    store.add_concept(0, {"id": "lantern-town", "includes": ["lantern"]})
    store.add_concept(1, {"id": "lantern"})
    store.add_phrases("en", [("lantern town", 0), ("lantern", 1024), ("lantern", 1025)])
    store.add_lengths("en", {"lantern": [2, 1]})
    return store


def _content(store: Store) -> list[object]:
    return [
        store.ids(),
        store.concept(1),
        store.includes(),
        store.lengths("en"),
        store.entries("en", ["lantern", "lamp"]),
        list(store.phrases("en", "town")),
    ]


def test_a_saved_store_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a b%20#.sqlite"
    _store().save(path)
    saved = Store.open(path)
    assert saved is not None
    assert _content(saved) == _content(_store())
    assert _content(saved) == [
        ["lantern-town", "lantern"],
        {"id": "lantern"},
        {"lantern-town": ["lantern"]},
        {"lantern": [2, 1]},
        {"lantern": [1024, 1025]},
        [("lantern town", 0)],
    ]


def test_many_texts_at_once() -> None:
    assert _store().entries("en", [*map(str, range(5000)), "lantern town"]) == {"lantern town": [0]}


@pytest.mark.parametrize("keep", [0, 1, 100, 4096, -1])
def test_a_damaged_file_is_none(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "store"
    _store().save(path)
    path.write_bytes(path.read_bytes()[:keep])
    assert Store.open(path) is None


def test_an_unfinished_or_missing_file_is_none(tmp_path: Path) -> None:
    Store.create().save(tmp_path / "empty")
    assert Store.open(tmp_path / "empty") is None
    assert Store.open(tmp_path / "missing") is None


def test_what_cannot_be_saved_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="open"):
        _store().save(tmp_path / "no folder" / "store")
