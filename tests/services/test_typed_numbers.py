"""Numbers as people type them, with the unit or another of the same measure behind them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.typed_numbers import NotANumberError, number_of, parted

NUMBERS = st.decimals(-(10**12), 10**12, places=4, allow_nan=False)


@given(NUMBERS, st.sampled_from(["", "人", "万人次", "%", "元/年", "平方米", ":6"]))
def test_what_is_written_is_read_with_or_without_commas_and_unit(value: Decimal, unit: str) -> None:
    for text in (f"{value:f}", f"{value:,f}", f"{value:f} {unit}", f" {value:f}{unit} "):
        assert number_of(text, unit) == value


@pytest.mark.parametrize(
    ("text", "unit", "wanted"),
    [
        ("８万", "人次", "80000"),
        ("8 万人次", "人次", "80000"),
        ("2914人次", "万人次", "0.2914"),
        ("1.2万元", "元/年", "12000"),
        ("153亩", "平方米", "102000"),
        ("1 ㎡", "平方米", "1"),
        ("46 名", "人", "46"),
        ("50％", "倍", "0.5"),
        ("−3", "人", "-3"),
    ],
)
def test_another_unit_of_the_same_measure_is_converted(text: str, unit: str, wanted: str) -> None:
    assert number_of(text, unit) == Decimal(wanted)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("约50", "人"),
        ("50元", "人"),
        ("1,23", "人"),
        ("12.5.3", "%"),
        ("1e5", "人"),
        ("5万", ""),
        ("1" * 17, "人"),
        ("46 98", "人"),
    ],
)
def test_anything_else_is_no_number(text: str, unit: str) -> None:
    with pytest.raises(NotANumberError):
        number_of(text, unit)


@pytest.mark.parametrize("text", ["", "  ", "　"])
def test_nothing_is_nothing(text: str) -> None:
    assert number_of(text, "人") is None


@pytest.mark.parametrize(
    ("text", "unit", "wanted"),
    [
        ("153亩", "平方米", ("153", "亩")),
        ("8 万", "人次", ("8", "万人次")),
        ("1,860 人", "人", ("1,860", "人")),
        ("1860", "人", ("1860", "人")),
        ("50元", "人", ("50元", "人")),
        ("厚德强技", "", ("厚德强技", "")),
    ],
)
def test_a_unit_behind_a_number_is_parted_from_it(text: str, unit: str, wanted: tuple[str, str]) -> None:
    assert parted(text, unit) == wanted
