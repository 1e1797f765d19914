"""The checker of Zhengming: reads drafts, runs rules on them, reports what was found.

>>> from checker import check_text
>>> checked = check_text("The Belt and Road belongs to the One Belt and One Road strategy.")
>>> [finding.rule for finding in checked.findings]
['deprecated-term']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.api import check_documents, check_text

__version__ = "0.1.0"
__all__ = ["__version__", "check_documents", "check_text"]


def __getattr__(name: str) -> Any:
    """Import the interface when it is used: commands that need none of it start faster."""
    if name in ("check_documents", "check_text"):
        from checker import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
