"""Names of Chinese places: as the English has them in pinyin, and where the Chinese has them.

A name may have its level of government behind it: "Anhua County".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from checker.lang.names.pinyin import Sounds, Syllables, alike, split, write

# What an English level may stand for. Towns and townships are rendered by either word.
_MEANS = {
    "city": "市城",
    "municipality": "市",
    "district": "区地",
    "county": "县",
    "banner": "旗",
    "prefecture": "州地",
    "township": "乡镇",
    "town": "镇乡城",
    "village": "村庄寨屯",
    "province": "省",
}
_LEVEL_WORDS = {
    "省": "Province", "市": "City", "地": "Prefecture", "州": "Prefecture", "盟": "League",
    "区": "District", "县": "County", "旗": "Banner", "乡": "Township", "镇": "Town",
    "村": "Village",
}  # fmt: skip
# A level behind a name; not 市场, 区域, 乡亲, 旗下.
_LEVEL = re.compile(
    r"(?:自治)?(省|市(?![场值价面])|地(?=区)|区(?![域间别块位])|县|旗(?![下舰帜手])|州|盟(?![友国军主员])"
    r"|乡(?![亲愁情音村])|镇(?!定)|村)"
)
_NAME = re.compile(r"(?<![\w'’-])[A-Z][a-z]+(?:['’](?!s\b)[a-z]+)*")
_LEVEL_BEHIND = re.compile(rf"[ \n](?:Autonomous )?({'|'.join(map(str.title, _MEANS))})\b")
# "Hefei Village Opens" is of a village in Hefei.
_INSIDE = ("town", "township", "village", "district", "county")
_WORD_BEFORE = re.compile(r"\b([A-Z][a-z]+)[ \n]$")
_HEADING = re.compile(r"\s[A-Z]")
# Places of which a character is read otherwise than elsewhere, or easily taken for another one,
# as GB/T 2260 spells them; then spellings that are wrong, as far as no reading gives them.
_SPELLINGS = {
    "六安": "Lu'an", "六合": "Luhe", "亳州": "Bozhou Haozhou",
    "蚌埠": "Bengbu Bangbu Bangfu Bengfu",
    "铅山": "Yanshan", "乐清": "Yueqing", "乐亭": "Laoting", "乐陵": "Laoling", "长治": "Changzhi",
    "番禺": "Panyu Fanyu", "渑池": "Mianchi Shengchi", "厦门": "Xiamen", "重庆": "Chongqing",
    "长沙": "Changsha", "长春": "Changchun", "长兴": "Changxing", "洪洞": "Hongtong",
    "繁峙": "Fanshi", "东阿": "Dong'e", "枞阳": "Zongyang", "泌阳": "Biyang", "荥经": "Yingjing",
    "荥阳": "Xingyang Yingyang Rongyang", "中牟": "Zhongmu", "柘城": "Zhecheng Tuocheng",
    "涪陵": "Fuling Peiling", "犍为": "Qianwei", "筠连": "Junlian", "尉犁": "Yuli",
    "耒阳": "Leiyang Laiyang", "郴州": "Chenzhou Binzhou Linzhou", "黄陂": "Huangpi Huangbei",
    "大埔": "Dabu", "东莞": "Dongguan Dongwan", "盱眙": "Xuyi Yutai Xutai", "莘县": "Shenxian",
    "单县": "Shanxian", "井陉": "Jingxing", "大城县": "Daicheng", "浒墅关": "Xushuguan",
    "会稽": "Kuaiji", "涡阳": "Guoyang", "朝阳": "Chaoyang", "行唐": "Xingtang", "蔚县": "Yuxian",
    "宝坻": "Baodi", "歙县": "Shexian", "台州": "Taizhou", "丽水": "Lishui", "鄄城": "Juancheng",
}  # fmt: skip
# Provinces and what is like them: the English name, and the characters that are short for it.
_PROVINCES = {
    "安徽": "Anhui 皖", "福建": "Fujian 闽", "甘肃": "Gansu 甘陇", "广东": "Guangdong 粤",
    "广西": "Guangxi 桂", "贵州": "Guizhou 黔贵", "海南": "Hainan 琼", "河北": "Hebei 冀",
    "黑龙江": "Heilongjiang 黑", "河南": "Henan 豫", "湖北": "Hubei 鄂", "湖南": "Hunan 湘",
    "江苏": "Jiangsu 苏", "江西": "Jiangxi 赣", "吉林": "Jilin 吉", "辽宁": "Liaoning 辽",
    "宁夏": "Ningxia 宁", "青海": "Qinghai 青", "陕西": "Shaanxi 陕秦", "山东": "Shandong 鲁",
    "山西": "Shanxi 晋", "四川": "Sichuan 川蜀", "新疆": "Xinjiang 疆", "云南": "Yunnan 滇云",
    "浙江": "Zhejiang 浙",
}  # fmt: skip
# These are no provinces, or a city or prefecture too.
_OTHER_LEVELS = ("广西", "宁夏", "新疆", "吉林", "海南")
_IN_CHINESE = re.compile("|".join(_PROVINCES))
_IN_ENGLISH = {both.split()[0]: chinese for chinese, both in _PROVINCES.items()}
_PROVINCE = re.compile(rf"\b(?:{'|'.join(_IN_ENGLISH)})\b")
_SPELLED = re.compile("|".join(_SPELLINGS))


@dataclass(frozen=True, slots=True)
class Place:
    """A name at ``[start, end)`` of an English text, with the level behind it.

    ``level`` is in lower case, or empty; ``heads`` is whether another capital follows,
    ``follows`` whether it stands behind what may be a surname.
    """

    name: str
    level: str
    start: int
    end: int
    ways: tuple[Syllables, ...]
    heads: bool
    follows: bool

    @property
    def is_province(self) -> bool:
        """Whether it is a province and nothing else."""
        return _IN_ENGLISH.get(self.name, _OTHER_LEVELS[0]) not in _OTHER_LEVELS


@dataclass(frozen=True, slots=True)
class Fault:
    """The Chinese that a wrong name stands for, at ``[start, end)``, and its right name."""

    start: int
    end: int
    right: str


def places(content: str) -> Iterator[Place]:
    """Yield what may be places: capitalised words of two to four syllables of pinyin."""
    for match in _NAME.finditer(content):
        ways = tuple(way for way in split(match.group()) if len(way) > 1)
        if ways:
            level = _LEVEL_BEHIND.match(content, match.end())
            end = level.end() if level else match.end()
            heads = bool(_HEADING.match(content, end))
            word = level[1].lower() if level else ""
            follows = _follows(content, match.start())
            yield Place(match.group(), word, match.start(), end, ways, heads, follows)


def words(content: str) -> Iterator[re.Match[str]]:
    """Yield the capitalised words that do not stand behind what may be a surname."""
    return (found for found in _NAME.finditer(content) if not _follows(content, found.start()))


def _follows(content: str, start: int) -> bool:
    before = _WORD_BEFORE.search(content, max(0, start - 8), start)
    return before is not None and any(len(way) == 1 for way in split(before[1]))


def provinces(content: str) -> Iterator[re.Match[str]]:
    """Yield the provinces of an English text."""
    return _PROVINCE.finditer(content)


def provinces_in(source: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the provinces of a Chinese text, each by its English name."""
    for match in _IN_CHINESE.finditer(source):
        yield _PROVINCES[match.group()].split()[0], match


class Atlas:
    """A Chinese text asked for the places that a name in pinyin may mean."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.sounds = Sounds(content)

    @cached_property
    def _levels(self) -> list[re.Match[str]]:
        return list(_LEVEL.finditer(self.content))

    def stands(self, place: Place) -> list[tuple[int, int]]:
        """Return where characters stand that can be read as the name."""
        return [(at, at + len(way)) for way in place.ways for at in self.sounds.find(way)]

    def knows(self, place: Place) -> bool:
        """Whether the text has what can be read as the name, with a level if it has one."""
        ends = (end for _, end in self.stands(place))
        return any(not place.level or bool(_LEVEL.match(self.content, end)) for end in ends)

    def other_level(self, place: Place) -> Fault | None:
        """Return what is meant where its level is never the one that the English says."""
        faults = []
        for start, end in self.stands(place):
            behind = _LEVEL.match(self.content, end)
            level = behind[1] if behind else self._own_level(start, end)
            if not level or {level, self.content[end - 1]} & set(_MEANS[place.level]):
                return None
            if not (place.heads and level in "省市" and place.level in _INSIDE):
                right = f"{place.name} {_LEVEL_WORDS[level]}"
                faults.append(Fault(start, _end(behind) if behind else end, right))
        return faults[0] if faults else None

    def _own_level(self, start: int, end: int) -> str:
        name = self.content[start:end]
        return "省" if name in _PROVINCES and name not in _OTHER_LEVELS else ""

    def misread(self, place: Place) -> Fault | None:
        """Return what is meant where its characters are read otherwise than they are written."""
        spelled = list(_SPELLED.finditer(self.content))
        stands = set(self.stands(place)) if spelled else set()
        for match in spelled:
            right, *wrong = _SPELLINGS[match.group()].split()
            here = (match.start(), match.start() + len(split(right)[0]))
            is_read = stands == {here} and _plain(place.name) != _plain(right)
            if is_read or (not stands and place.name in wrong):
                return Fault(match.start(), match.end(), right)
        return None

    def near(self, place: Place, known: Iterable[tuple[int, int]]) -> Fault | None:
        """Return the one place of which a syllable is nearly the same.

        It is one of the ``known`` ones, or has the level that the English has.
        """
        means = _MEANS.get(place.level, "")
        level = f" {place.level.title()}" if place.level else ""
        spans = [
            (match.start() - len(way), match.start(), _end(match))
            for match in self._levels
            for way in place.ways
            if match[1] in means
        ]
        spans += [(start, _bare(self.content, start, end), end) for start, end in known]
        found = [
            Fault(start, whole_end, write(self.content[start:end], way) + level)
            for start, end, whole_end in spans
            for way in place.ways
            if start >= 0 and end - start == len(way) and self._is_near(start, way)
        ]
        is_sure = len({fault.right for fault in found}) == 1 and not place.follows
        return found[0] if is_sure else None

    def has(self, written: str, names: Iterable[str] = ()) -> bool:
        """Whether a place stands in the text: by a name, or by characters that are read so.

        A province is known by its own names alone, since 陕西 can be read as Shanxi.
        """
        province = _IN_ENGLISH.get(written)
        if province:
            names = province, *_PROVINCES[province].split()[1]
        known = any(name in self.content for name in names)
        return known or (not province and self.reads(written))

    def reads(self, written: str) -> bool:
        """Whether characters, whatever they are, can be read as the name."""
        return any(map(self.sounds.find, split(written)))

    def _is_near(self, start: int, way: Syllables) -> bool:
        read = self.sounds.spellings[start : start + len(way)]
        pairs = zip(way, read, strict=True)
        other = [(one, readings) for one, readings in pairs if one not in readings]
        return len(other) == 1 and any(alike(other[0][0], one) for one in other[0][1])


def similar(one: str, other: str) -> bool:
    """Whether two names have a syllable in the same place in common."""
    pairs = (
        (way, other_way)
        for way in split(one.replace("aa", "a"))
        for other_way in split(other.replace("aa", "a"))
    )
    return any(
        len(way) == len(other_way) and any(map(str.__eq__, way, other_way))
        for way, other_way in pairs
    )


def province(written: str) -> str:
    """Return the Chinese of a province, or ""."""
    return _IN_ENGLISH.get(written, "")


def count(content: str, fault: Fault) -> int:
    """Return how often what is meant stands in the Chinese, its level left out."""
    return content.count(content[fault.start : _bare(content, fault.start, fault.end)])


def _bare(content: str, start: int, end: int) -> int:
    """Return where a place ends without its level."""
    return end - 1 if end - start > 2 and content[end - 1] in _LEVEL_WORDS else end


def _end(behind: re.Match[str]) -> int:
    return behind.end() + (behind[1] == "地")


def _plain(name: str) -> str:
    return name.lower().replace("'", "").replace("’", "")
