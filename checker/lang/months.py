"""The months in English: their names in full, and patterns for them."""

from __future__ import annotations

NAMES = (
    "January February March April May June July August September October November December"
).split()
# A regular expression, without groups that are counted.
IN_FULL = f"(?:{'|'.join(NAMES)})"
