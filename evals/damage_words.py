"""Errors in names and terms, and words left out, put into good translations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evals.damage import Damage, Good, put
from glossary.chinese import pinyin, pinyin_key
from glossary.index import Hit
from glossary.model import Concept

_WORDS = 8  # the least that is left out
_FINALS = "a|ai|an|ang|ao|e|ei|en|eng|er|i|ia|ian|iang|iao|ie|in|ing|iong|iu|o|ong|ou|u|ua|uai|uan"
_SYLLABLE = f"(?:(?:zh|ch|sh|[rzcs])(?!i[aeoun])|[bpmfdtnlgkhjqxyw])?(?:{_FINALS}|uang|ui|un|uo)"
_PINYIN = re.compile(f"(?:{_SYLLABLE})+(?: (?:{_SYLLABLE})+)?", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)?\b")
_SPELLINGS = (
    ("zh", "j"), ("sh", "x"), ("ch", "q"), ("l", "n"), ("b", "p"), ("d", "t"), ("g", "k"),
    ("ang", "an"), ("eng", "en"), ("ong", "eng"), ("uo", "ou"), ("ui", "iu"), ("ao", "ou"),
    ("ia", "ie"), ("h", "f"),
)  # fmt: skip
_PROVINCES = {
    "河北": "Hebei", "河南": "Henan", "湖北": "Hubei", "湖南": "Hunan", "山西": "Shanxi",
    "陕西": "Shaanxi", "广东": "Guangdong", "广西": "Guangxi", "江苏": "Jiangsu", "江西": "Jiangxi",
    "山东": "Shandong", "四川": "Sichuan", "贵州": "Guizhou", "甘肃": "Gansu", "安徽": "Anhui",
    "浙江": "Zhejiang", "福建": "Fujian", "海南": "Hainan", "云南": "Yunnan", "青海": "Qinghai",
    "吉林": "Jilin", "辽宁": "Liaoning", "宁夏": "Ningxia", "新疆": "Xinjiang",
}  # fmt: skip


def other_name(good: Good) -> Iterator[Damage]:
    """Change a letter or two of a name in pinyin: of two words, or a place of the glossary."""
    sounds = pinyin(re.sub("[A-Za-z]", "-", good.source))
    asked = {hit.concept for hit in good.termbase.find_chinese(good.source)}
    for match in _NAME.finditer(good.target):
        written = match.group()
        key = pinyin_key(written)
        if len(key) < 5 or key not in sounds or good.target.count(written) > 1:
            continue
        hits = () if " " in written else good.termbase.find_english(written, good.source)
        if " " in written or any(hit.concept in asked for hit in hits):
            kind = "name" if " " in written else "place"
            misspelt = [new for new in _misspelt(written) if pinyin_key(new) not in sounds]
            if misspelt:
                yield put(kind, good, match.span(), good.rng.choice(misspelt))


def other_province(good: Good) -> Iterator[Damage]:
    """Name another province."""
    for chinese, english in _PROVINCES.items():
        found = list(re.finditer(rf"\b{english}\b", good.target))
        if chinese in good.source and len(found) == 1:
            others = [other for zh, other in _PROVINCES.items() if zh not in good.source]
            yield put("place", good, found[0].span(), good.rng.choice(others))


def _misspelt(written: str) -> Iterator[str]:
    """Yield a name as it might be misheard, in good pinyin."""
    for old, new in (*_SPELLINGS, *((new, old) for old, new in _SPELLINGS)):
        for match in re.finditer(old, written, re.IGNORECASE):
            changed = new.capitalize() if match.group()[0].isupper() else new
            new_name = written[: match.start()] + changed + written[match.end() :]
            if _PINYIN.fullmatch(new_name):
                yield new_name


# A sentence ends before a capital; the points of "U.S." are none of its ends.
_END = r"(?<![A-Z])[.!?][”’\"']*(?=\s*$|\s+[A-Z“\"‘])"
_SENTENCE = re.compile(rf"\S(?:(?!{_END}).)*{_END}\s*")
_BREAK = re.compile(r",\s(?:and\s|which\s|while\s|but\s)?|;\s|\s(?=and\s|which\s|while\s|but\s)")


def omission(good: Good) -> Iterator[Damage]:
    """Leave a sentence out; of a single sentence, the second half."""
    sentences = [match for match in _SENTENCE.finditer(good.target) if match.group().strip()]
    if len(sentences) > 1:
        for match in sentences:
            if len(match.group().split()) >= _WORDS:
                yield put("omission", good, match.span(), "")
        return
    middle = len(good.target) // 2
    breaks = [match for match in _BREAK.finditer(good.target) if match.start() > 15]
    if not breaks:
        return
    nearest = min(breaks, key=lambda match: abs(match.start() - middle))
    gone = good.target[nearest.start() :]
    if len(gone.split()) >= _WORDS and nearest.start() < 0.7 * len(good.target):
        stop = "" if gone.rstrip()[-1].isalnum() else "."
        yield Damage(
            "omission", good.target[: nearest.start()] + stop, nearest.start(), nearest.start()
        )


# The items after the first: a few words, no clause.
_CLAUSE = (
    r"\b(?:is|are|was|were|had|has|have|who|which|that|with|while|in|on|at|by|and|as"
    r"|because|more|whose)\b"
)
_FIRST_WORD = re.compile(r"(?:^|[.!?;]\s)\w+$")
_ITEM = r"[\w’'-]+(?: [\w’'-]+){0,4}"
_SERIES = re.compile(rf"(?<=\w)(?P<middle>(?:, {_ITEM})+)(?P<tail>,? (?:and|or) )(?=[\w“])")
_CHINESE_SERIES = re.compile(r"[^，。；：！？、]+(?:、[^，。；：！？、]+)+")


def series(good: Good) -> Iterator[Damage]:
    """Leave an item out that stands in the middle of a list of three or more.

    The source has a list of as many.
    """
    counts = {
        run.group().count("、") + 1 + bool(re.search("[和及与或]", run.group().rsplit("、", 1)[1]))
        for run in _CHINESE_SERIES.finditer(good.source)
    }
    for match in _SERIES.finditer(good.target):
        items = list(re.finditer(f", {_ITEM}", match["middle"]))
        clause = re.search(rf"\d|{_CLAUSE}", match["middle"])
        adverb = _FIRST_WORD.search(good.target[: match.start()])  # "However, …"
        if len(items) + 2 in counts and not clause and not adverb:
            item = good.rng.choice(items)
            start, end = match.start() + item.start(), match.start() + item.end()
            text = good.target[:start] + good.target[end:]
            yield Damage("list", text, start, start)


def other_term(good: Good) -> Iterator[Damage]:
    """Write another concept's rendering, or one of its words, for a term that the source has."""
    asked = {hit.concept for hit in good.termbase.find_chinese(good.source)}
    hits = good.termbase.find_english(good.target, good.source)
    for hit in hits:
        concept = good.termbase.concept(hit.concept)
        once = sum(other.concept == hit.concept for other in hits) == 1
        if hit.concept in asked and once and concept.terms[hit.term].is_good:
            other = _neighbour(concept, asked, good)
            if other:
                yield put("term", good, (hit.start, hit.end), other.preferred.text)
                yield from _other_word(good, hit, other.preferred.text.split())


def _neighbour(concept: Concept, asked: set[str], good: Good) -> Concept | None:
    """Return another concept of the same subject, of which the source does not speak."""
    ids = good.rng.sample(good.termbase.ids, min(60, len(good.termbase.ids)))
    others = (good.termbase.concept(name) for name in ids)
    return next(
        (one for one in others if one.subject == concept.subject and one.id not in asked), None
    )


def _other_word(good: Good, hit: Hit, words: list[str]) -> Iterator[Damage]:
    """Yield the target with another word in a term of two or more; the term is gone with it."""
    found = list(re.finditer(r"[A-Za-z]{4,}", good.target[hit.start : hit.end]))
    words = [word for word in words if word.isalpha() and len(word) > 3]
    if len(found) < 2 or not words:
        return
    word = good.rng.choice(found)
    span = (hit.start + word.start(), hit.start + word.end())
    damage = put("term-word", good, span, good.rng.choice(words))
    after = good.termbase.find_english(damage.text, good.source)
    if all(other.concept != hit.concept for other in after):
        yield damage
