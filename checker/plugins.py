"""Finds plug-ins: one file in a folder is one rule, reader, report or command, named after it.

Outsiders add theirs through the entry points ``zhengming.rules``, ``zhengming.readers`` and
``zhengming.reports``, and glossaries through ``zhengming.glossaries``. Two of one name are an error
of whoever installed them. Our own are loaded when they are used, so that start-up stays fast.
"""

from __future__ import annotations

import inspect
import os
import pkgutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache, partial
from importlib import import_module
from pathlib import Path
from types import GenericAlias
from typing import TYPE_CHECKING, TypeVar

from glossary.problem import near_match

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_Plugin = TypeVar("_Plugin")
_Loader = Callable[[], _Plugin]


class PluginError(Exception):
    """A plug-in that cannot be used."""


class Plugins(Mapping[str, _Plugin]):
    """Plug-ins by id, in the order of their ids; each is loaded once, when it is asked for."""

    def __init__(self, loaders: Mapping[str, _Loader[_Plugin]]) -> None:
        self._loaders = dict(sorted(loaders.items()))
        self._loaded: dict[str, _Plugin] = {}

    def __getitem__(self, name: str) -> _Plugin:
        if name not in self._loaded:
            self._loaded[name] = self._loaders[name]()
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaders)

    def __len__(self) -> int:
        return len(self._loaders)


def own(package: str, kind: type[_Plugin]) -> Iterator[tuple[str, _Loader[type[_Plugin]]]]:
    """Yield the id of each file of a package, and what loads its class of a kind.

    The id of ``wrong_name.py`` is ``wrong-name``.
    """
    folder = import_module(package)
    for info in sorted(pkgutil.iter_modules(folder.__path__), key=lambda info: info.name):
        if not info.ispkg:
            loader = partial(_member, f"{package}.{info.name}", kind)
            yield info.name.replace("_", "-"), loader


def installed(group: str, kind: type[_Plugin]) -> Iterator[tuple[str, type[_Plugin]]]:
    """Yield ``(id, class)`` for the plug-ins of other distributions, sorted by id.

    Raises:
        PluginError: one cannot be loaded, or is not of the kind.
    """
    for point in _points(group):
        try:
            value = point.load()
        except Exception as error:
            raise PluginError(
                f"the plug-in {point.name} ({point.value}) does not load: {error}"
            ) from error
        if not (isinstance(value, type) and issubclass(value, kind)):
            raise PluginError(f"the plug-in {point.name} ({point.value}) is no {kind.__name__}")
        yield point.name, value


def glossary(name: str) -> Path:
    """Return the glossary file that an installed distribution offers under a name.

    Raises:
        LookupError: none does; with what would be known.
        PluginError: what is offered cannot be loaded or is no file.
    """
    offered = {point.name: point for point in _points("zhengming.glossaries")}
    if name not in offered:
        hint = near_match(name, offered)
        known = f" (installed: {', '.join(sorted(offered))})" if offered else " (none is installed)"
        raise LookupError(f'no installed glossary is named "{name}"{hint}{known}')
    point = offered[name]
    try:
        path = Path(str(point.load()))
    except Exception as error:
        raise PluginError(f"the glossary {name} ({point.value}) does not load: {error}") from error
    if not path.is_file():
        raise PluginError(f"the glossary {name} ({point.value}) is no file: {path}")
    return path


def unique(pairs: Iterator[tuple[str, _Plugin]]) -> dict[str, _Plugin]:
    """Return the pairs as a dict.

    Raises:
        PluginError: an id occurs twice.
    """
    found: dict[str, _Plugin] = {}
    for name, plugin in pairs:
        if name in found:
            raise PluginError(f'two plug-ins are named "{name}"')
        found[name] = plugin
    return found


def instances(package: str, group: str, kind: type[_Plugin]) -> Plugins[_Plugin]:
    """Return an instance of each plug-in of a folder and of an entry point group.

    Raises:
        PluginError: two plug-ins have one id, or one of another distribution cannot be used. What
            is wrong with a file of the folder is raised when it is asked for.
    """
    ours = ((name, partial(_make, load)) for name, load in own(package, kind))
    others = ((name, made) for name, made in installed(group, kind))
    return Plugins(unique(pair for pairs in (ours, others) for pair in pairs))


def _make(load: _Loader[type[_Plugin]]) -> _Plugin:
    return load()()


def _member(name: str, kind: type[_Plugin]) -> type[_Plugin]:
    """Return the one class of a kind that a module defines.

    Raises:
        PluginError: the module defines none, or several.
    """
    module = import_module(name)
    found = [
        value
        for value in vars(module).values()
        if inspect.isclass(value)
        and not isinstance(value, GenericAlias)  # Python 3.10 calls tuple[int] a class
        and issubclass(value, kind)
        and value.__module__ == module.__name__
    ]
    if len(found) != 1:
        raise PluginError(f"{name} defines {len(found)} classes of {kind.__name__}, not one")
    return found[0]


def _points(group: str) -> list[EntryPoint]:
    """Return the entry points of a group, sorted by name."""
    if f"[{group}]" not in _offers(tuple(sys.path)):
        return []
    from importlib.metadata import entry_points

    return sorted(entry_points(group=group), key=lambda point: point.name)


@lru_cache(maxsize=1)
def _offers(path: tuple[str, ...]) -> str:
    """Return the entry points of all distributions on the path, as they are written.

    Hardly anyone has a plug-in, and to ask ``importlib.metadata`` takes ten times as long.
    """
    texts = []
    for folder in path:
        with suppress(OSError), os.scandir(folder or os.curdir) as items:
            for item in items:
                if item.name.endswith((".dist-info", ".egg-info")):
                    with suppress(OSError):
                        file = Path(item.path, "entry_points.txt")
                        texts.append(file.read_text(encoding="utf-8", errors="replace"))
    return "\n".join(texts)
