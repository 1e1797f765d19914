"""The expanded glossary, cached by the hash of what it is made from.

Reading YAML and expanding patterns takes seconds; opening the compiled tables takes a few
thousandths. The shipped glossary and what the user lays over it are two caches, so that a changed
house glossary is compiled alone. They are files in the user's cache folder and may be deleted at
any time.
"""

from __future__ import annotations

import gc
import hashlib
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from glossary.files import GlossaryFile, base_files, user_files
from glossary.store import Store
from glossary.termbase import Termbase


def open_termbase(
    extra: Sequence[Path] = (),
    *,
    base: bool = True,
    on_compile: Callable[[], None] = lambda: None,
) -> Termbase:
    """Return the shipped glossary with the user's files laid over it.

    Args:
        extra: glossary files of the user, lowest layer first.
        base: whether to begin with the shipped glossary.
        on_compile: called before the glossary is compiled, which takes some seconds.

    Raises:
        ProblemsError: with every problem of every file.
    """
    layers = {"base": base_files() if base else [], "user": user_files(extra)}
    stores: list[Store] = []
    digest = hashlib.sha256(sys.byteorder.encode())
    for module in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(module.read_bytes())
    for name, files in layers.items():
        if not files:
            continue
        for file in files:
            digest.update(f"\0{file.layer}\0{file.path}\0{len(file.content)}\0".encode())
            digest.update(file.content)
        path = _cache_folder() / f"glossary-{name}-{digest.hexdigest()[:32]}.sqlite"
        store = Store.open(path)
        if store is None:
            on_compile()
            store = _compile(files, Termbase(*stores))
            _write_cache(path, store)
        stores.append(store)
    return Termbase(*stores)


def _compile(files: Iterable[GlossaryFile], below: Termbase) -> Store:
    from glossary.compiler import compile_glossary
    from glossary.loader import load

    collects = gc.isenabled()
    gc.disable()  # nearly all that is made is kept, and looking through it takes a third longer
    try:
        return compile_glossary(load(files, below.get), below)
    finally:
        if collects:
            gc.enable()


def _cache_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("zhengming")


def _write_cache(path: Path, store: Store) -> None:
    """Write the cache whole or not at all; without a writable folder there is just no cache."""
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            written = Path(folder) / path.name
            store.save(written)
            written.replace(path)
    except OSError:
        return
    _forget_older(path)


def _forget_older(path: Path, keep: int = 8) -> None:
    def age(file: Path) -> float:
        try:
            return file.stat().st_mtime
        except OSError:
            return 0.0

    kind = path.name.rsplit("-", 1)[0]  # many house glossaries do not push out the shipped one
    for file in sorted(path.parent.glob(f"{kind}-*.sqlite"), key=age, reverse=True)[keep:]:
        with suppress(OSError):  # another process may be reading it
            file.unlink()
