"""Chinese forms in other dress: traditional characters and pinyin.

Both are worked out when the glossary is compiled, so that a look-up loads neither OpenCC nor
pypinyin.
"""

from __future__ import annotations

import re
import unicodedata

# Mainland-traditional, Taiwan and Hong Kong character forms; never the phrase configurations,
# which change the length of the text.
_SCRIPTS = ("s2t", "s2tw", "s2hk")
_converters: list[object] = []


def traditional(form: str) -> set[str]:
    """Return the traditional forms of a simplified form that differ from it."""
    import opencc

    if not _converters:
        _converters.extend(opencc.OpenCC(script) for script in _SCRIPTS)
    return {converter.convert(form) for converter in _converters} - {form}  # type: ignore[attr-defined]


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
