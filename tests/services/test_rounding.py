"""How far values are rounded before they are shown."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.rounding import permille, shown_value
from tests.builders import an_indicator


@pytest.mark.parametrize(
    ("unit", "target", "actual", "shown"),
    [
        ("%", "50", "46.9231", "46.9"),
        ("%", "50", "49.96", "49.96"),
        ("%", "50", "50", "50"),
        ("%", "50", "49.95", "49.95"),
        ("倍", "2", "1.5667", "1.57"),
        ("倍", "2", "1.999", "1.999"),
        ("人", "3", "2.125", "2.13"),
        ("%", "50", "49.9999999", "49.9999999"),
    ],
)
def test_a_value_is_rounded_but_never_onto_its_target(unit: str, target: str, actual: str, shown: str) -> None:
    indicator = an_indicator(unit=unit, value=Decimal(target))
    assert shown_value(indicator, Decimal(actual)) == Decimal(shown)


@given(st.decimals(min_value=0, max_value=1000, places=8), st.sampled_from(["%", "倍", "人"]))
def test_only_what_stands_on_the_target_is_shown_on_it(actual: Decimal, unit: str) -> None:
    indicator = an_indicator(unit=unit, value=Decimal(50))
    assert (shown_value(indicator, actual) == 50) == (actual == 50)


@pytest.mark.parametrize(
    ("part", "whole", "tenths"),
    [(0, 7, 0), (67, 108, 620), (1, 3, 333), (2, 3, 667), (1, 2000, 1), (1, 2001, 0), (7, 7, 1000)],
)
def test_a_share_is_rounded_half_up_to_a_tenth_of_a_point(part: int, whole: int, tenths: int) -> None:
    assert permille(Fraction(part, whole)) == tenths
