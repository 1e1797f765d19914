"""Finds plug-ins: one file in a folder is one rule, reader, report or command, named after it.

Outsiders add theirs through the entry points ``zhengming.rules``, ``zhengming.readers`` and
``zhengming.reports``, and glossaries through ``zhengming.glossaries``. Two of one name are an error
of whoever installed them.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from types import GenericAlias, ModuleType
from typing import TypeVar

from glossary.problem import near_match

_Plugin = TypeVar("_Plugin")


class PluginError(Exception):
    """A plug-in that cannot be used."""


def modules(package: str) -> Iterator[tuple[str, ModuleType]]:
    """Yield ``(id, module)`` for each file of a package; ``wrong_name.py`` is ``wrong-name``."""
    folder = import_module(package)
    for info in sorted(pkgutil.iter_modules(folder.__path__), key=lambda info: info.name):
        if not info.ispkg:
            yield info.name.replace("_", "-"), import_module(f"{package}.{info.name}")


def member(module: ModuleType, kind: type[_Plugin]) -> type[_Plugin]:
    """Return the one class of a kind that a module defines.

    Raises:
        PluginError: the module defines none, or several.
    """
    found = [
        value
        for value in vars(module).values()
        if inspect.isclass(value)
        and not isinstance(value, GenericAlias)  # Python 3.10 calls tuple[int] a class
        and issubclass(value, kind)
        and value.__module__ == module.__name__
    ]
    if len(found) != 1:
        raise PluginError(
            f"{module.__name__} defines {len(found)} classes of {kind.__name__}, not one"
        )
    return found[0]


def installed(group: str, kind: type[_Plugin]) -> Iterator[tuple[str, type[_Plugin]]]:
    """Yield ``(id, class)`` for the plug-ins of other distributions, sorted by id.

    Raises:
        PluginError: one cannot be loaded, or is not of the kind.
    """
    for point in sorted(entry_points(group=group), key=lambda point: point.name):
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
    offered = {point.name: point for point in entry_points(group="zhengming.glossaries")}
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


def instances(package: str, group: str, kind: type[_Plugin]) -> dict[str, _Plugin]:
    """Return an instance of each plug-in of a folder and of an entry point group, sorted by id.

    Raises:
        PluginError: two plug-ins have one id, or one is not of the kind.
    """
    own = ((name, member(module, kind)) for name, module in modules(package))
    found = unique(pair for pairs in (own, installed(group, kind)) for pair in pairs)
    return {name: found[name]() for name in sorted(found)}
