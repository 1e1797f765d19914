"""Chinese numerals and their values."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lang.quantities.numerals import number_of

_DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("七", 7),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("两百", 200),
        ("一百五", 150),
        ("一百零五", 105),
        ("一千二百三十", 1230),
        ("三万五", 35000),
        ("三万零五", 30005),
        ("三万五千", 35000),
        ("一百一十四万亿", 114 * 10**12),
        ("二十亿三千万", 2_030_000_000),
        ("十二万亿", 12 * 10**12),
        ("二〇二四", 2024),
        ("〇", 0),
        ("二点五", Fraction(5, 2)),
        ("十八点零五", Fraction(361, 20)),
        ("一点五亿", 150_000_000),
        ("百", 100),
        ("千万", 10**7),
        ("12", 12),
        ("1,234.5", Fraction(2469, 2)),
        ("12，345", 12345),
        ("12 345", 12345),
        ("１２３", 123),
        ("3亿2000万", 320_000_000),
        ("1.5万亿", 1_500_000_000_000),
        ("3千", 3000),
        ("2兆", 2 * 10**12),
    ],
)
def test_value(text: str, value: Fraction | int) -> None:
    assert number_of(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "几",
        "万万",
        "百千",
        "亿亿",
        "二百三百",
        "点五",
        "一点",
        "3.4.5",
        "abc",
        "九" * 30,
        "二三十",
    ],
)
def test_no_number(text: str) -> None:
    assert number_of(text) is None


def spelled(number: int) -> str:
    """Write a number below 10**16 in full, by the book."""
    for power, scale in ((10**8, "亿"), (10**4, "万")):
        if number >= power:
            high, low = divmod(number, power)
            gap = "零" if low and low < power // 10 else ""
            return spelled(high) + scale + gap + (spelled(low) if low else "")
    for power, scale in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= power:
            high, low = divmod(number, power)
            gap = "零" if low and low < power // 10 else ""
            return _DIGITS[high] + scale + gap + (spelled(low) if low else "")
    return _DIGITS[number]


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_what_is_spelled_is_read(number: int) -> None:
    written = spelled(number)
    if len(written) <= 24:
        assert number_of(written) == number


@given(st.text(alphabet="零〇一二两三十百千万亿兆点0123456789.,，", max_size=40))
def test_nothing_raises(text: str) -> None:
    value = number_of(text)
    assert value is None or 0 <= value < 10**18
