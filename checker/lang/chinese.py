"""Where Chinese sentences end, by marks alone."""

from __future__ import annotations

import re

_HAN = "\u3400-\u9fff"
# ；and ：end none: the English goes on after them as a rule. …… ends one only in a quotation.
_MARK = rf"(?:[。！？｡]|(?<=[{_HAN}”’」』）)])[!?]|(?<=[{_HAN}])\.(?!\w|\.)|…(?=[”’」』]))"
_END = re.compile(rf"{_MARK}[。！？!?…]*(?:[ \u3000]?[”’」』）)》〉】\]]|\")*\s*")
_CLOSED = re.compile(r"[”’」』》〉\"]\s*$")
# “去吧！”他说。 is one sentence, and so is a quotation that is a word of one: “加油！”的喊声.
_SAID = (
    r"[^。！？!?，,；：“”「」\n]{0,16}?"
    r"(?:说|表示|指出|介绍|认为|强调|称|写道|问|答|道|告诉|喊|感叹|回忆|坦言|透露)"
)
_GOES_ON = re.compile(rf"[，,、；;：:—的地得和与及而等）)》]|{_SAID}(?:[，,。：:！!]|$)")
# How far after a quotation it is looked at who said it, in characters.
_LOOK = 40


def sentences(content: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a paragraph; together they are all of it.

    Closing marks belong to the sentence before them. A quotation may hold several sentences.
    """
    spans = []
    start = 0
    for match in _END.finditer(content):
        end = match.end()
        after = content[end : end + _LOOK]
        if _CLOSED.search(match.group()) and _GOES_ON.match(after):
            continue
        spans.append((start, end))
        start = end
    if content[start:].strip():
        spans.append((start, len(content)))
    elif spans:
        spans[-1] = (spans[-1][0], len(content))
    return spans
