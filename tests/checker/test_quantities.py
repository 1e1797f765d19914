"""Quantities in both languages, and how they answer to one another."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lang.quantities import chinese_quantities, english_quantities
from checker.lang.quantities.agreement import agree
from checker.lang.quantities.english_figures import rounded, written
from checker.lang.quantities.quantity import Bound, Quantity, Role, step_of
from checker.lang.quantities.units import BY_CHINESE, BY_ENGLISH, UNITS
from checker.quantities import compare


def shown(text: str, found: list[Quantity]) -> list[tuple[str, object, str]]:
    """Return the sure quantities as they are written, with their numbers and units."""
    return [
        (text[one.outset : one.end], one.number, one.unit.name if one.unit else "")
        for one in found
        if one.sure
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("近3亿2000万元", [("近3亿2000万元", 320_000_000, "yuan")]),
        ("百分之十八点五", [("百分之十八点五", Fraction(37, 2), "percent")]),
        ("千分之三", [("千分之三", 3, "per mille")]),
        ("三分之二以上", [("三分之二以上", Fraction(2, 3), "of the whole")]),
        ("占三成左右", [("三成左右", 3, "tenths")]),
        ("打八折", [("八折", 8, "tenths of the price")]),
        ("1200万千瓦", [("1200万千瓦", 12_000_000, "kilowatts")]),
        ("3千瓦时", [("3千瓦时", 3, "kilowatt-hours")]),
        ("30多万人", [("30多万", 300_000, "")]),
        ("三十多万人", [("三十多万", 300_000, "")]),
        ("8000多元", [("8000多元", 8000, "yuan")]),
        ("20%—30%", [("20%", 20, "percent"), ("30%", 30, "percent")]),
        ("3至5公里", [("3", 3, "kilometers"), ("5公里", 5, "kilometers")]),
        ("半米", [("半米", Fraction(1, 2), "meters")]),
        ("翻两番", [("翻两番", 4, "times")]),
        ("十几家、数百名、几十万人、三五年", []),
        (
            "三农、一带一路、双碳、五一、九寨沟、三亚、千岛湖、万科、亿达、十九大、二十届三中全会",
            [],
        ),
        ("千方百计、一如既往、万众一心、一些、一方面、十分、统一、唯一、一家人、一下子", []),
        ("2024年7月18日16时30分第3次、80后、21世纪、C919、G20", []),
    ],
)
def test_chinese(text: str, wanted: list[tuple[str, object, str]]) -> None:
    assert shown(text, chinese_quantities.quantities(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("over 2.03 million hectares", [("over 2.03 million hectares", 2_030_000, "hectares")]),
        ("nearly $3.5bn", [("nearly $3.5bn", 3_500_000_000, "dollars")]),
        ("RMB 800 million", [("RMB 800 million", 800_000_000, "yuan")]),
        ("800 million yuan", [("800 million yuan", 800_000_000, "yuan")]),
        ("20-odd kilometers", [("20-odd kilometers", 20, "kilometers")]),
        ("a 10-year plan", [("10-year", 10, "years")]),
        ("twenty-one tons", [("twenty-one tons", 21, "tons")]),
        ("two hundred and thirty people", [("two hundred and thirty", 230, "")]),
        ("half a million people", [("half a million", 500_000, "")]),
        ("two and a half hours", [("two and a half hours", Fraction(5, 2), "hours")]),
        ("two thirds of them", [("two thirds", Fraction(2, 3), "of the whole")]),
        ("one in five", [("one in five", Fraction(1, 5), "of the whole")]),
        ("a quarter of a percentage point", [
            ("a quarter of a percentage point", Fraction(1, 4), "percentage points"),
        ]),
        ("5.2 per cent, 5.2 percent, 5.2%", [
            ("5.2 per cent", Fraction(26, 5), "percent"),
            ("5.2 percent", Fraction(26, 5), "percent"),
            ("5.2%", Fraction(26, 5), "percent"),
        ]),
        ("15 million tonnes of standard coal", [
            ("15 million tonnes of standard coal", 15_000_000, "tons of standard coal equivalent"),
        ]),
        ("it doubled, then tripled", [("doubled", 2, "times"), ("tripled", 3, "times")]),
        ("tenfold", [("tenfold", 10, "times")]),
        ("dozens, several, the third, one, twice, COVID-19, G20, Ka-52", []),
        ("on July 18, 2024, at 4:30 p.m.; in the 1990s; 2020", []),
        ("won 2-1", []),
    ],
)  # fmt: skip
def test_english(text: str, wanted: list[tuple[str, object, str]]) -> None:
    assert shown(text, english_quantities.quantities(text)) == wanted


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("近5%", Bound.BELOW), ("不到5%", Bound.BELOW), ("5%以下", Bound.BELOW),
        ("不超过5%", Bound.BELOW), ("超5%", Bound.ABOVE), ("逾5%", Bound.ABOVE),
        ("5%以上", Bound.ABOVE), ("不低于5%", Bound.ABOVE), ("5000多吨", Bound.ABOVE),
        ("5000余吨", Bound.ABOVE), ("约5%", Bound.ABOUT), ("5%左右", Bound.ABOUT),
        ("5%", Bound.EXACT),
    ],
)  # fmt: skip
def test_bounds_in_chinese(text: str, bound: Bound) -> None:
    assert chinese_quantities.quantities(text)[0].bound is bound


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("nearly 5 percent", Bound.BELOW), ("less than 5 percent", Bound.BELOW),
        ("no more than 5 percent", Bound.BELOW), ("must not exceed 5 percent", Bound.BELOW),
        ("is not more than 5 percent", Bound.BELOW), ("over 5 percent", Bound.ABOVE),
        ("at least 5 percent", Bound.ABOVE), ("no less than 5 percent", Bound.ABOVE),
        ("exceeded 5 percent", Bound.ABOVE), ("5 percent or more", Bound.ABOVE),
        ("5 percent and below", Bound.BELOW), ("some 5 percent", Bound.ABOUT),
        ("5 or so", Bound.ABOUT), ("5 percent", Bound.EXACT),
    ],
)  # fmt: skip
def test_bounds_in_english(text: str, bound: Bound) -> None:
    assert english_quantities.quantities(text)[0].bound is bound


def test_years_and_days_are_dates() -> None:
    assert {one.role for one in chinese_quantities.quantities("2024年7月18日")} == {Role.DATE}
    assert {one.role for one in english_quantities.quantities("July 18, 2024")} == {Role.DATE}


def test_a_form_means_one_unit() -> None:
    assert len(BY_CHINESE) == sum(len(unit.chinese) for unit in UNITS)
    assert len(BY_ENGLISH) == sum(len(unit.english) for unit in UNITS)
    assert all(unit.factor > 0 and unit.authority for unit in UNITS)


@pytest.mark.parametrize(
    ("number", "like", "text"),
    [
        (20_300_000, "203 million", "20.3 million"),
        (2_030_000, "20,300", "2,030,000"),
        (1_500_000_000_000, "1.5bn", "1.5tn"),
        (7_500_000_000, "75 billion", "7.5 billion"),
        (36_000, "3600", "36000"),
        (36_000, "3,600", "36,000"),
        (Fraction(1, 3), "", "one third"),
        (Fraction(5, 6), "", "five sixths"),
        (Fraction(1, 17), "", "1/17"),
        (Fraction(684, 10), "63.4", "68.4"),
        (0, "5", "0"),
    ],
)
def test_written(number: Fraction | int, like: str, text: str) -> None:
    assert written(Fraction(number), like) == text


def test_rounded() -> None:
    assert rounded(Fraction(98_842_153)) == 98_800_000
    assert rounded(Fraction("6.0703")) == Fraction("6.07")
    assert rounded(Fraction(0)) == 0


@given(st.decimals(min_value="0.001", max_value=10**12, places=3))
def test_the_last_digit_counts(number: object) -> None:
    value = Fraction(str(number))
    step = step_of(value)
    assert (value / step).denominator == 1
    assert (value / step) % 10


@given(st.integers(min_value=1, max_value=10**9))
def test_a_figure_answers_to_itself(number: int) -> None:
    comparison = compare(f"共有{number}个。", f"There are {number:,} of them.")
    assert comparison.mismatches == ()
    assert comparison.missing == ()


@given(
    st.integers(min_value=11, max_value=9999).filter(lambda number: number % 10 != 0),
    st.sampled_from([10, 100, 1000]),
)
def test_another_power_of_ten_is_found(number: int, power: int) -> None:
    comparison = compare(f"投资{number}万元。", f"It cost {number * 10_000 * power:,} yuan.")
    assert len(comparison.mismatches) == 1


@given(st.text(alphabet="0123456789万亿千百一二三两半%倍成年月日元亩.,，近多以上 -", max_size=60),
       st.text(alphabet="0123456789 .,-$%millonbtyuadhfs", max_size=60))  # fmt: skip
def test_nothing_raises(source: str, target: str) -> None:
    comparison = compare(source, target)
    for one, other in comparison.matches:
        assert 0 <= one.outset <= one.first < one.last <= one.end <= len(source)
        assert 0 <= other.outset <= other.first < other.last <= other.end <= len(target)


def decimal(number: Fraction) -> str:
    """Return a number with few decimals, without commas."""
    return f"{float(number):.6f}".rstrip("0").rstrip(".")


@st.composite
def figures(draw: st.DrawFn) -> tuple[Fraction, str, str]:
    """Return a number, a way to write it in Chinese, and one in English."""
    mantissa = draw(st.integers(min_value=11, max_value=9999).filter(lambda one: one % 10 != 0))
    number = Fraction(mantissa) * 10 ** draw(st.integers(min_value=0, max_value=7))
    # A longer row of digits is a code or a telephone.
    chinese = [f"{int(number):,}", *([f"{int(number)}"] if number < 10**6 else [])]
    english = [f"{int(number):,}"]
    for power, scale in ((10**4, "万"), (10**8, "亿")):
        if number >= power:
            chinese.append(f"{decimal(number / power)}{scale}")
    for power, scale in ((10**6, " million"), (10**9, " billion"), (10**9, "bn")):
        if number >= power / 10:
            english.append(f"{decimal(number / power)}{scale}")
    return number, draw(st.sampled_from(chinese)), draw(st.sampled_from(english))


UNIT_PAIRS = [
    ("元", " yuan"), ("吨", " tons"), ("公里", " km"), ("个", ""), ("亩", " mu"), ("人", " people"),
]  # fmt: skip


@given(figures(), st.sampled_from(UNIT_PAIRS), st.sampled_from(["近", "逾", "约", ""]))
def test_every_form_answers_to_every_other(
    figure: tuple[Fraction, str, str], unit: tuple[str, str], bound: str
) -> None:
    _, chinese, english = figure
    hedge = {"近": "nearly ", "逾": "over ", "约": "about ", "": ""}[bound]
    source = f"总数达到{bound}{chinese}{unit[0]}。"
    comparison = compare(source, f"It came to {hedge}{english}{unit[1]}.")
    assert len(comparison.matches) == 1
    assert comparison.mismatches == comparison.missing == ()


@given(figures(), st.sampled_from(UNIT_PAIRS), st.sampled_from([10, 100, Fraction(1, 10)]))
def test_every_form_of_another_power_is_found(
    figure: tuple[Fraction, str, str], unit: tuple[str, str], factor: Fraction
) -> None:
    number, chinese, _ = figure
    wrong = written(number * factor)
    comparison = compare(f"总数达到{chinese}{unit[0]}。", f"It came to {wrong}{unit[1]}.")
    assert [one.fault.name for one in comparison.mismatches] == ["SCALE"]


@pytest.mark.parametrize(("source", "is_right"), [("23%", True), ("24%", True), ("17%", False)])
def test_a_fraction_that_is_nearly_the_share(source: str, is_right: bool) -> None:
    (ours,) = chinese_quantities.quantities(source)
    (theirs,) = english_quantities.quantities("nearly a quarter")
    assert agree(ours, theirs) is is_right


@pytest.mark.parametrize("source", ["1001000万个箱子", "12345678例", "1234567人"])
def test_a_long_row_of_digits_that_counts_is_no_code(source: str) -> None:
    (found,) = chinese_quantities.quantities(f"共有{source}。")
    assert found.sure


def test_a_long_row_of_digits_alone_is_a_code() -> None:
    assert not any(one.sure for one in chinese_quantities.quantities("编号12345678。"))
