"""Units of measure and currency in Chinese and English, with exact factors to a base unit.

Units of one dimension can be converted into one another; each currency is a dimension of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

# Where the factors are laid down.
_SI = "SI Brochure, 9th edition, 2019"
_MARKET = "Order of the State Council on legal units of measurement, 27 February 1984"
_POUND = "International Yard and Pound Agreement, 1959"
_BARREL = "42 US gallons of 231 cubic inches (NIST Handbook 44, appendix C)"
_COAL = "GB/T 2589: 29,307.6 kJ a kilogram; kept apart from the mass"
_KNOT = "First International Extraordinary Hydrographic Conference, 1929"
_WORD = "meaning of the word"


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """A unit: ``factor`` base units of its ``dimension``, and its forms in both languages.

    ``chinese`` and ``english`` hold the forms; the first English one is written in suggestions.
    A form of English words stands for its plural too. ``also`` are other dimensions that an
    ambiguous sign may mean.
    """

    dimension: str
    factor: Fraction
    chinese: tuple[str, ...]
    english: tuple[str, ...]
    authority: str
    also: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The English plural that is written in suggestions: "hectares", "percent"."""
        form = self.english[0]
        if form in _NO_PLURAL or form[-1] in "s%" or form.startswith("degrees"):
            return form
        head, of, rest = form.partition(" of ")
        return f"{head}s{of}{rest}"

    def is_like(self, other: Unit) -> bool:
        """Whether one can be converted into the other."""
        return (
            self.dimension == other.dimension
            or other.dimension in self.also
            or self.dimension in other.also
        )


_NO_PLURAL = frozenset(
    {"percent", "yuan", "mu", "li", "yen", "won", "jin", "per mille", "of the whole"}
)
_ALL: list[Unit] = []


def _unit(
    dimension: str,
    factor: Fraction | int | str,
    chinese: str,
    english: str,
    authority: str = _WORD,
    also: str = "",
) -> Unit:
    """Put a unit into the table; ``english`` is divided by commas, the rest by spaces."""
    forms = tuple(form.strip() for form in english.split(",") if form.strip())
    unit = Unit(
        dimension, Fraction(factor), tuple(chinese.split()), forms, authority,
        frozenset(also.split()),
    )  # fmt: skip
    _ALL.append(unit)
    return unit


# Shares and changes. A fraction is a share that names no unit.
PERCENT = _unit("share", "1/100", "% ％ 百分之", "percent, per cent, %, ％, pct")
MILLE = _unit("share", "1/1000", "‰ 千分之", "per mille, ‰, per thousand")
TENTH = _unit("share", "1/10", "成", "tenth")
FRACTION = _unit("share", 1, "分之", "of the whole")
DISCOUNT = _unit("discount", "1/10", "折", "tenth of the price")
POINT = _unit(
    "point",
    "1/100",
    "个百分点 百分点",
    "percentage point, percentage-point, percent point, pp, ppt",
)
BASIS_POINT = _unit("point", "1/10000", "个基点 基点 bp BP", "basis point, bp, bps")
TIMES = _unit("ratio", 1, "倍", "times")

# Area, in square metres.
MU = _unit("area", "2000/3", "亩 市亩", "mu", _MARKET)
ACRE = _unit("area", "4046.8564224", "英亩", "acre", _POUND)
HECTARE = _unit("area", 10_000, "公顷", "hectare, ha", _SI)
_unit(
    "area", 10**6, "平方公里 平方千米",
    "square kilometer, square kilometre, square km, sq km, sq. km, km2, km²", _SI,
)  # fmt: skip
_unit("area", 1, "平方米 平米 ㎡", "square meter, square metre, square m, sq m, sqm, m2, m²", _SI)
_unit("area", "2589988.110336", "平方英里", "square mile, sq mi", _POUND)
_unit("area", "0.09290304", "平方英尺", "square foot, square feet, sq ft", _POUND)

# Length, in metres.
KILOMETER = _unit("length", 1000, "公里 千米 km", "kilometer, kilometre, km, kms", _SI)
LI = _unit("length", 500, "华里 市里 里", "li", _MARKET)
MILE = _unit("length", "1609.344", "英里", "mile", _POUND)
_unit("length", 1852, "海里", "nautical mile, n mile", _KNOT)
_unit("length", 1, "米 公尺", "meter, metre, m", _SI)
_unit("length", "0.01", "厘米 公分 cm", "centimeter, centimetre, cm", _SI)
_unit("length", "0.001", "毫米 mm", "millimeter, millimetre, mm", _SI)
_unit("length", "10/3", "丈", "zhang", _MARKET)
_unit("length", "1/3", "市尺", "chi", _MARKET)
_unit("length", "0.3048", "英尺", "foot, feet, ft", _POUND)
_unit("length", "0.0254", "英寸", "inch, inches", _POUND)
_unit("length", "0.9144", "", "yard", _POUND)

# Mass, in kilograms.
JIN = _unit("mass", "0.5", "斤 市斤", "jin, catty, catties", _MARKET)
KILOGRAM = _unit("mass", 1, "公斤 千克 kg", "kilogram, kilogramme, kilo, kg, kgs", _SI)
TON = _unit("mass", 1000, "吨 公吨", "ton, tonne, metric ton, metric tonne", _SI)
_unit("mass", "0.001", "克", "gram, gramme, g", _SI)
_unit("mass", "0.000001", "毫克", "milligram, mg", _SI)
_unit("mass", "0.45359237", "磅", "pound, lb, lbs", _POUND, "GBP")
_unit("mass", 50, "担", "dan, picul", _MARKET)
COAL_TON = _unit(
    "coal", 1000, "吨标准煤 吨标煤 吨煤当量",
    "ton of standard coal equivalent, ton of standard coal, ton of coal equivalent, "
    "tonne of standard coal equivalent, tonne of standard coal, tonne of coal equivalent, "
    "metric ton of standard coal equivalent, metric ton of standard coal, "
    "metric ton of coal equivalent, tce", _COAL,
)  # fmt: skip

# Volume, in cubic metres.
_unit("volume", 1, "立方米", "cubic meter, cubic metre, cu m, cu. m, m3, m³", _SI)
_unit("volume", 10**9, "立方公里", "cubic kilometer, cubic kilometre", _SI)
_unit("volume", "0.001", "公升 升", "liter, litre", _SI)
_unit("volume", "0.000001", "毫升", "milliliter, millilitre, ml", _SI)
_unit("volume", "0.158987294928", "桶", "barrel", _BARREL)
_unit("volume", "0.028316846592", "立方英尺", "cubic foot, cubic feet, cu ft", _POUND)

# Power in watts, energy in watt-hours.
POWER, ENERGY = "power", "energy"
for _factor, _chinese, _english, _sign in (
    (1, "瓦", "watt", "W"),
    (1000, "千瓦", "kilowatt", "kW"),
    (10**6, "兆瓦", "megawatt", "MW"),
    (10**9, "吉瓦", "gigawatt", "GW"),
    (10**12, "太瓦", "terawatt", "TW"),
):
    _unit(POWER, _factor, _chinese, f"{_english}, {_sign}", _SI)
    _unit(
        ENERGY, _factor, " ".join(f"{_chinese}{hour}" for hour in ("时", "小时")),
        f"{_english}-hour, {_english} hour, {_english}hour, {_sign}h", _SI,
    )  # fmt: skip
_unit(ENERGY, 1000, "度电", "unit of electricity", _SI)
_unit("temperature", 1, "摄氏度 ℃ °C", "degrees Celsius, degree Celsius, °C, ℃, degree centigrade, "
      "degrees centigrade", _SI)  # fmt: skip
_unit("fahrenheit", 1, "华氏度 ℉", "degrees Fahrenheit, degree Fahrenheit, °F, ℉", _POUND)

# Time; months and days cannot be converted into one another exactly.
YEAR = _unit("months", 12, "周年 年", "year, yr")
DECADE = _unit("months", 120, "", "decade")
CENTURY = _unit("months", 1200, "世纪", "century, centuries")
MONTH = _unit("months", 1, "个月 个多月", "month")
_unit("days", 7, "周 星期 个星期 礼拜", "week")
DAY = _unit("days", 1, "天 昼夜", "day")
_unit("days", "1/24", "小时 个小时 个钟头", "hour, hr")
_unit("days", "1/1440", "分钟", "minute, min")
_unit("days", "1/86400", "秒 秒钟", "second")
AGE = _unit("age", 12, "岁 周岁", "years old, years of age, year old", also="months")

# Money; each currency is its own dimension, and a bare "$" may be any dollar.
YUAN = _unit("CNY", 1, "元 元人民币 块钱", "yuan, RMB, RMB yuan, CNY, renminbi, Chinese yuan")
_unit("CNY", "0.1", "毛钱", "jiao")
_unit("CNY", "0.01", "分钱", "fen")
USD = _unit("USD", 1, "美元 美金", "US dollar, U.S. dollar, American dollar, USD, US$, U.S.$")
HKD = _unit("HKD", 1, "港元 港币", "Hong Kong dollar, HKD, HK$")
DOLLAR = _unit("dollar", 1, "", "dollar, $", also="USD HKD AUD CAD SGD TWD NZD")
_unit("TWD", 1, "新台币 台币", "NT dollar, New Taiwan dollar, NT$, TWD")
_unit("AUD", 1, "澳元 澳大利亚元", "Australian dollar, A$, AUD")
_unit("CAD", 1, "加元 加拿大元", "Canadian dollar, C$, CAD")
_unit("SGD", 1, "新加坡元 新元", "Singapore dollar, Singaporean dollar, S$, SGD")
_unit("NZD", 1, "新西兰元", "New Zealand dollar, NZ$, NZD")
_unit("MOP", 1, "澳门元 澳门币", "pataca, MOP")
_unit("EUR", 1, "欧元", "euro, EUR, €")
_unit("GBP", 1, "英镑", "pound sterling, pounds sterling, British pound, GBP, £")
_unit("JPY", 1, "日元 日圆", "yen, Japanese yen, JPY")
_unit("yen sign", 1, "", "¥, ￥", also="CNY JPY")
_unit("RUB", 1, "卢布", "ruble, rouble, RUB")
_unit("KRW", 1, "韩元", "won, South Korean won, Korean won, KRW")
_unit("INR", 1, "印度卢比 卢比", "rupee, Indian rupee, INR, PKR")
_unit("CHF", 1, "瑞士法郎 瑞郎", "Swiss franc, franc, CHF")
_unit("THB", 1, "泰铢", "baht, Thai baht, THB")

UNITS: tuple[Unit, ...] = tuple(_ALL)
CURRENCIES = frozenset(unit.dimension for unit in UNITS if unit.dimension.isupper()) | {
    "dollar", "yen sign",
}  # fmt: skip
BY_CHINESE: dict[str, Unit] = {form: unit for unit in UNITS for form in unit.chinese}
BY_ENGLISH: dict[str, Unit] = {form: unit for unit in UNITS for form in unit.english}
