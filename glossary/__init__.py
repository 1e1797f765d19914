"""The termbase of Zhengming: concepts of Chinese policy news and their English.

It knows nothing of documents or rules; the package ``checker`` builds on it.

>>> import glossary
>>> [match.concept.preferred.text for match in glossary.lookup("全过程人民民主")]
["whole-process people's democracy"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from glossary.api import load, lookup

__all__ = ["load", "lookup"]


def __getattr__(name: str) -> Any:
    """Import the interface when it is used."""
    if name in __all__:
        from glossary import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
