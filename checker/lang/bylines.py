"""Where a Chinese name need not have its own words in English: bylines, titles and slogans."""

from __future__ import annotations

import re

_BYLINE_BEFORE = re.compile(r"(?:来源|稿源|出处)\s*[：:]?\s*$|^\s*$|[电讯]\s*[）)]?\s*$")
_BYLINE_AFTER = re.compile(r"[^，。；]{0,16}?(?:记者|作者|编辑|评论员|[月日]电|[\s）)]讯)")
_SOURCE_BEFORE = re.compile(r"(?:来源|稿源|出处)\s*[：:]\s*$")
_NUMBERED = re.compile("[“「『]?第?[一二两三四五六七八九十]个")
# Two characters may be the end of one word and the beginning of the next.
_SAFE_LENGTH = 3
_REACH = 40


def may_go_unsaid(source: str, start: int, end: int) -> bool:
    """Whether a name at ``[start, end)`` is of a byline, a title or a numbered slogan, or short."""
    if end - start < _SAFE_LENGTH:
        return True
    before, after = source[max(0, start - _REACH) : start], source[end : end + _REACH]
    if _SOURCE_BEFORE.search(before) or _NUMBERED.search(source, start, end):
        return True
    if before.rfind("《") > before.rfind("》"):
        return True
    return bool(_BYLINE_BEFORE.search(before) and _BYLINE_AFTER.match(after))
