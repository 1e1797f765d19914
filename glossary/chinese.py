"""Chinese forms in other dress: traditional characters and pinyin.

Both are worked out when the glossary is compiled, so that a look-up loads neither OpenCC nor
pypinyin.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

# Mainland-traditional, Taiwan and Hong Kong character forms; never the phrase configurations,
# which change the length of the text.
_SCRIPTS = ("s2t", "s2tw", "s2hk")


def traditional(forms: Iterable[str]) -> list[set[str]]:
    """Return for each simplified form the traditional forms that differ from it."""
    simple = [form.replace("\n", " ") for form in forms]
    joined = "\n".join(simple)  # one call for all is a hundred times faster, and the same
    scripts = [_converter(script).convert(joined).split("\n") for script in _SCRIPTS]
    return [{*others} - {form} for form, *others in zip(simple, *scripts, strict=True)]


def simplified(form: str) -> str:
    """Return a form in simplified characters, each for one of the form's own."""
    converted: str = _converter("t2s").convert(form)
    return converted if len(converted) == len(form) else form


@lru_cache
def _converter(script: str) -> Any:
    import opencc

    return opencc.OpenCC(script)


def pinyin(form: str) -> str:
    """Return the pinyin of a form as a search key: no tones, no spaces, ü as v."""
    from pypinyin import lazy_pinyin

    return pinyin_key("".join(lazy_pinyin(form, v_to_u=False)))


def pinyin_key(text: str) -> str:
    """Fold pinyin as a person types it (``Chéng-Yú``, ``cheng2 yu2``, ``lü``) to a search key."""
    text = re.sub(r"ü|u:", "v", unicodedata.normalize("NFC", text.casefold()))
    text = re.sub("[ǖǘǚǜ]", "v", text)
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if "a" <= character <= "z")
