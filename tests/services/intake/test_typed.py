"""Figures in cells: what people type is read as in the window, what programs write to its last digit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.cells import Given
from services.intake.typed import figure_of
from services.typed_numbers import NotANumberError, number_of

UNITS = st.sampled_from(["", "人", "人次", "万人次", "%", "平方米", "元/年"])
TYPED = st.text("0123456789,.- 万亿人次名亩平方米%元/年约", max_size=9)


@given(TYPED, UNITS)
def test_what_is_typed_into_a_cell_is_what_it_is_in_the_window(text: str, unit: str) -> None:
    try:
        known = number_of(text, unit)
    except NotANumberError:
        return
    assert figure_of(Given("text", text), unit) == known


@given(st.decimals(allow_nan=False, allow_infinity=False), st.sampled_from(["number", "text"]))
def test_what_a_program_wrote_loses_no_digit(value: Decimal, kind: str) -> None:
    assert figure_of(Given(kind, f"{value:f}"), "人") == value


def test_a_cell_in_percent_is_read_as_it_is_shown() -> None:
    assert figure_of(Given("percent", "0.469"), "%") == Decimal("46.9")


@pytest.mark.parametrize(
    ("kind", "text", "unit"),
    [
        ("percent", "0.5", "人"),
        ("percent", "Infinity", "%"),
        ("number", "Infinity", "人"),
        ("text", "NaN", "人"),
        ("text", "46 98", "人"),
        ("text", "46元", "人"),
        ("day", "2025-09-30", "人"),
        ("formula", "=1+2", "人"),
    ],
)
def test_anything_else_is_no_figure(kind: str, text: str, unit: str) -> None:
    with pytest.raises(ValueError):
        figure_of(Given(kind, text), unit)


@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_cell_says_nothing(text: str) -> None:
    assert figure_of(Given("text", text), "人") is None
