"""Names that are misspelt so that no reading leads back to the Chinese: "Jang Xiong" for 张雄."""

from __future__ import annotations

import re

from checker.lang.names.pinyin import LOOSE, Syllables, split

# Letters of a misspelt word that are the same in the right one.
_KEPT = 2
# Letters at one place that are others in it.
_CHANGED = 2
# From this length on, a word is hardly near to a name by chance.
_LONG = 6
# Letters of a place, at least.
_LEAST = 5
_PINYIN_LIKE = re.compile(f"(?:{'|'.join(sorted(LOOSE, key=len, reverse=True))})+")
_CONSONANTS = "bpmfdtnlgkhjqxzcsryw"
# English words and names, and older spellings, that are near to the names of places.
_NO_SLIPS = frozenset(
    "ankara base beta cacao cache chaise change charade chili damian data dander dale fijian "
    "futile guile haiku haida haiti haitian heine huber human juan julian kanji kyushu lanka "
    "lilian linden linen louder made maduro malian minnie moran putin quipu raise rishi sana "
    "santa sasha shade shake shale shame shane shape share songhua taipan tanya yule chengtu "
    "chilin chinan chinghai chungking fuchou hangchou honan kansu kiangsi kiangsu lanchou "
    "lushun nanking ningpo ningsia loyang tienanmen yentai".split()
)
# "Mining" is no slip for Xining.
_GERUND = re.compile(".*(?<![jq])ing")
# Surnames as they are written in Hong Kong, Macao, Taiwan, Singapore, Malaysia and abroad.
_ABROAD = {
    "张": "chang cheung cheong teo zang tio", "刘": "lau low liew lew liao lao",
    "陈": "chan tan chin ching chern tran", "王": "wong ong heng vong wang", "李": "lee ly lei lie",
    "黄": "wong ng ooi oei hwang vong wee", "林": "lim lam ling liem", "吴": "ng goh go woo wu oo",
    "周": "chow chou chau chew chiu jau choo", "徐": "hsu tsui chui shu cher chee tchi",
    "朱": "chu choo chue tsu", "郑": "cheng cheang tay teh zeng chang",
    "谢": "hsieh tse cheah chia", "曾": "tseng tsang chan chang cheng",
    "许": "hsu hui koh khoo kho shu", "蔡": "tsai choi chua", "何": "ho hor", "罗": "law lo loh",
    "高": "kao ko koh gao", "郭": "kuo kwok quek kwek", "孙": "suen sng soon",
    "杨": "yeung yeo yong young iu", "叶": "yeh yip yap", "赵": "chao chiu jao",
    "沈": "shum sim shen", "江": "chiang kong kang", "姜": "chiang keung kang",
    "蒋": "chiang cheung", "冯": "fung foong", "余": "yue yee er", "胡": "hu wu foo oh",
    "梁": "leung leong liang neo", "宋": "sung soong soon", "唐": "tong tang",
    "邓": "teng tang deng", "邱": "chiu yau khoo hew", "彭": "pang phang", "潘": "pan poon phua",
    "苏": "so soh su", "卢": "lu lo loo", "钟": "chung cheung chong", "傅": "fu foo poh",
    "吕": "lu lui loo", "任": "jen yam yum", "金": "kim chin kam", "施": "shih sze see si",
    "石": "shih shek sek", "白": "pai pak peh", "董": "tung", "杜": "tu to toh", "丁": "ting",
    "贾": "chia ka", "夏": "hsia ha har", "方": "fong png hong", "侯": "hou hau", "薛": "hsueh sit",
    "龙": "lung loong", "简": "chien kan", "翁": "weng yung ang", "范": "fan van", "戴": "tai toi",
    "程": "cheng ching", "秦": "chin tsin", "钱": "chien tsien chin", "熊": "hsiung hung",
    "孔": "kung hung", "严": "yen yim", "颜": "yen ngan gan", "倪": "ngai nee",
    "庄": "chuang chong chng", "马": "mah beh", "温": "wan oon", "尹": "wan",
}  # fmt: skip
_KOREAN = {
    "张": "jang", "蒋": "jang", "章": "jang", "白": "baek paik", "方": "bang", "黄": "hwang",
    "南": "nam", "安": "ahn", "申": "shin", "辛": "shin", "尹": "yoon yun", "俞": "yoo",
    "江": "kang gang", "姜": "kang gang", "丁": "jung", "成": "sung", "池": "ji chi", "曹": "cho",
    "河": "ha", "陈": "jin", "周": "joo ju", "朱": "joo ju", "柳": "yoo ryu", "刘": "yoo ryu",
    "沈": "sim shim", "吴": "oh", "石": "seok", "全": "jun jeon", "田": "jun jeon", "千": "chun",
    "洪": "hong", "许": "heo hur",
}  # fmt: skip
# Surnames that are written in Korea as in pinyin.
_IN_KOREA_TOO = "宋韩杨闵安马明孟"
_PINYIN_ALONE = re.compile("[qxz]|[aiu]o(?!n)|i[aou]")


def is_slip(written: str, right: str) -> bool:
    """Whether a word is another one by a slip: at one place, of one or two letters.

    Both are in lower case. English words are hardly taken for one: what is written looks like
    pinyin, or is long.
    """
    if abs(len(written) - len(right)) > _CHANGED:
        return False
    start = _same(written, right)
    end = _same(written[start:][::-1], right[start:][::-1])
    here, there = written[start : len(written) - end], right[start : len(right) - end]
    kept = start + end
    if written == right or max(len(here), len(there)) > _CHANGED:
        return False
    turned = kept and here == there[::-1]
    return bool(kept >= _KEPT or turned) and (
        len(written) >= _LONG or bool(_PINYIN_LIKE.fullmatch(written))
    )


def is_misheard(written: str, right: str) -> bool:
    """Whether a place has one syllable that is another, or none: "Sichuang" for Sichuan.

    Both are in lower case. The two syllables have the initial or the final in common.
    """
    if written in _NO_SLIPS or not is_slip(written, right) or _GERUND.fullmatch(written):
        return False
    ways = split(right) if min(len(written), len(right)) >= _LEAST else ()
    return any(_is_alike(written, way, at) for way in ways for at in range(len(way)))


def _is_alike(written: str, way: Syllables, at: int) -> bool:
    """Whether a word is this name but for one syllable, and that is like it."""
    before, after = "".join(way[:at]), "".join(way[at + 1 :])
    if not (written.startswith(before) and written.endswith(after)):
        return False
    other = written[len(before) : len(written) - len(after)]
    initial, final = LOOSE[way[at]]
    rest = other.lstrip(_CONSONANTS)
    begins = initial != "" and other.removesuffix(rest) == initial
    return bool(_PINYIN_LIKE.fullmatch(other)) and (begins or rest == final)


def is_abroad(written: str, surname: str, given: str) -> bool:
    """Whether a surname is written as it is abroad, before a given name; in lower case.

    A Korean spelling stands before no given name that only pinyin spells so.
    """
    korean = "" if _PINYIN_ALONE.search(given) else _KOREAN.get(surname, "")
    return written in f"{_ABROAD.get(surname, '')} {korean}".split()


def may_be_korean(given: str, surname: str) -> bool:
    """Whether a given name behind a surname may be Korean, lower case: "minho" behind 宋."""
    return surname in _IN_KOREA_TOO and not _PINYIN_ALONE.search(given)


def _same(one: str, other: str) -> int:
    """Return how many letters are the same at the beginning."""
    pairs = zip(one, other)  # noqa: B905 - the shorter one ends it
    return next(
        (at for at, (letter, own) in enumerate(pairs) if letter != own),
        min(len(one), len(other)),
    )
