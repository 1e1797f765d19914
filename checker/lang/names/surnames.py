"""Chinese surnames, and how they are read.

The single ones are those of the Hundred Family Surnames that are still borne, with frequent later
ones. Readings that differ from the character's usual one, and compound surnames, are as in the
Xiandai Hanyu Cidian, which marks them "surname".
"""

from __future__ import annotations

SINGLE = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
    "鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟平黄穆萧"
    "尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林"
    "刁钟徐邱丘骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑"
    "裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘"
    "斜厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡劳"
    "逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终"
    "暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰"
    "巢关蒯相查后荆红游竺权逯盖益桓公肖闫付代樵涂覃苟佟谌区仝沐原佘商揭洛隋冼尧粟苑楚岳晋海战由玄鹿兰"
    "亓仉布信帅候邸操朴植笪尉牟侍郇员撒花宛种哈折召芦栗修宝阳初逮南母买门矫祖展才寻续衣辜刑迟"
)

COMPOUND = {
    "欧阳": "ouyang", "司马": "sima", "上官": "shangguan", "诸葛": "zhuge", "皇甫": "huangfu",
    "尉迟": "yuchi", "万俟": "moqi", "令狐": "linghu", "司徒": "situ", "司空": "sikong",
    "夏侯": "xiahou", "东方": "dongfang", "公孙": "gongsun", "慕容": "murong",
    "长孙": "zhangsun", "宇文": "yuwen", "独孤": "dugu", "南宫": "nangong", "端木": "duanmu",
    "澹台": "tantai", "淳于": "chunyu", "单于": "chanyu", "申屠": "shentu", "轩辕": "xuanyuan",
    "呼延": "huyan", "钟离": "zhongli", "闻人": "wenren", "濮阳": "puyang", "赫连": "helian",
    "鲜于": "xianyu", "闾丘": "lüqiu", "太史": "taishi", "公羊": "gongyang", "百里": "baili",
    "东郭": "dongguo", "西门": "ximen", "左丘": "zuoqiu", "梁丘": "liangqiu",
    "拓跋": "tuoba", "完颜": "wanyan", "纳兰": "nalan", "第五": "diwu", "吉克": "jike",
}  # fmt: skip

# Surnames that are not read as the character mostly is; of two readings both are borne.
READINGS: dict[str, tuple[str, ...]] = {
    "单": ("shan",), "仇": ("qiu",), "解": ("xie",), "查": ("zha",), "盖": ("ge", "gai"),
    "朴": ("piao", "park", "pak"), "区": ("ou", "au"), "任": ("ren",), "曾": ("zeng",),
    "谌": ("chen", "shen"), "缪": ("miao",), "翟": ("zhai", "di"), "覃": ("qin", "tan"),
    "乐": ("yue", "le"), "逄": ("pang",), "种": ("chong",), "隗": ("wei", "kui"),
    "牟": ("mu", "mou"), "那": ("na",), "员": ("yun",), "尉": ("wei", "yu"), "燕": ("yan",),
    "折": ("she",), "召": ("shao",), "盛": ("sheng",), "石": ("shi",), "车": ("che",),
    "宿": ("su",), "郗": ("xi", "chi"), "相": ("xiang",), "薄": ("bo",), "褚": ("chu",),
    "纪": ("ji",), "华": ("hua",), "葛": ("ge",), "宁": ("ning",), "冼": ("xian",),
    "沈": ("shen",), "贾": ("jia",), "肖": ("xiao",), "俞": ("yu",), "臧": ("zang",),
    "晁": ("chao",), "靳": ("jin",), "佘": ("she",), "厍": ("she",), "殷": ("yin",),
    "洛": ("luo",), "卜": ("bu",), "谷": ("gu",), "哈": ("ha",), "柏": ("bai", "bo"),
    "祭": ("zhai", "ji"), "宓": ("mi", "fu"), "乜": ("nie",), "於": ("yu",),
}  # fmt: skip
