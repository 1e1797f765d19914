"""Where English sentences end, by marks and capitals alone."""

from __future__ import annotations

import re

_ABBREVIATIONS = (
    "Mr Mrs Ms Dr St Prof No Nos Inc Ltd Co Corp vs Gen Sen Gov Rep Lt Col Capt Sgt Jr Sr Vol Fig "
    "Art Sec sec Chap chap etc approx e.g i.e cf a.m p.m U.S U.K U.N Ph.D "
    # "Nov. 7" and "Boston, Mass. on": no sentence ends there.
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Rev Hon Ave v Stat Blvd Ft Mt Mfg Bros Assn "
    "Dept Univ Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo "
    "Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wyo vol ext pct bn"
).split()
_ENDS_OPEN = re.compile(
    rf"(?:(?<![\w.])(?:{'|'.join(map(re.escape, _ABBREVIATIONS))})|(?<![\w.'’])[A-Z])\.$"
)
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")


def sentences(content: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a paragraph; together they are all of it.

    An abbreviation or an initial with its full point ends no sentence.
    """
    spans = []
    start = 0
    for match in _END.finditer(content):
        first_mark = match.group().rstrip()[:1]
        before = content[max(start, match.start() - 8) : match.start() + 1]
        if first_mark == "." and _ENDS_OPEN.search(before):
            continue
        spans.append((start, match.end()))
        start = match.end()
    if content[start:].strip():
        spans.append((start, len(content)))
    return spans
