"""Units convert exactly, and only where they measure the same thing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.quantities import converted, is_same_measure

NUMBERS = st.decimals(-(10**9), 10**9, places=6, allow_nan=False)
SAME = [
    ("人次", "万人次"),
    ("元", "万元"),
    ("元", "亿元"),
    ("万元", "亿元"),
    ("元/年", "万元"),
    ("平方米", "公顷"),
    ("倍", "%"),
    ("册", "万册"),
    ("个月", "年"),
    ("天", "周"),
]


@pytest.mark.parametrize(("unit", "other"), SAME)
@given(value=NUMBERS)
def test_there_and_back_gives_the_very_same_number(unit: str, other: str, value: Decimal) -> None:
    small = converted(value, other, unit)
    assert small is not None
    assert converted(small, unit, other) == value


@given(value=NUMBERS)
def test_mu_come_back_to_the_six_decimals_that_can_be_typed(value: Decimal) -> None:
    metres = converted(value, "亩", "平方米")
    assert metres is not None
    back = converted(metres, "平方米", "亩")
    assert back is not None
    assert back.quantize(Decimal("1e-6")) == value


@given(value=NUMBERS, more=NUMBERS)
def test_conversion_keeps_the_order(value: Decimal, more: Decimal) -> None:
    one, other = converted(value, "万元", "元"), converted(more, "万元", "元")
    assert one is not None and other is not None
    assert (one < other) is (value < more)


@pytest.mark.parametrize(
    ("value", "unit", "to", "wanted"),
    [
        ("8", "万人次", "人次", "80000"),
        ("2914", "人次", "万人次", "0.2914"),
        ("153", "亩", "平方米", "102000"),
        ("2418", "万元", "元", "24180000"),
        ("1.2", "万元", "元/年", "12000"),
        ("50", "%", "倍", "0.5"),
        ("3", "个", "个", "3"),
        ("5", "年", "个月", "60"),
    ],
)
def test_figures_convert_as_people_reckon(value: str, unit: str, to: str, wanted: str) -> None:
    assert str(converted(Decimal(value), unit, to)) == wanted


@pytest.mark.parametrize(("unit", "other"), [("人", "元"), ("个", "家"), ("天", "个月"), ("平方米", "人"), ("%", "人")])
def test_what_measures_other_things_does_not_convert(unit: str, other: str) -> None:
    assert converted(Decimal(1), unit, other) is None
    assert not is_same_measure(unit, other)
