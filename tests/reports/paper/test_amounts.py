"""Amounts on one line where they fit; what is too wide is parted before its unit, never within it."""

import pytest

from reports.content.parts import Amount
from reports.paper.amounts import AmountSetter
from reports.paper.styles import SMALL
from reports.paper.typesetter import Typesetter


@pytest.mark.parametrize("amount", [Amount("≥", "100", "%"), Amount("≥", "10,000", "人"), Amount("", "1.78", "倍")])
def test_what_fits_stays_on_one_line(typesetter: Typesetter, amount: Amount) -> None:
    assert AmountSetter(typesetter, SMALL, 19.6).overlong(amount) == ()


def test_what_is_too_wide_has_its_unit_on_a_line_of_its_own(typesetter: Typesetter) -> None:
    lines = AmountSetter(typesetter, SMALL, 15.0).overlong(Amount("≥", "10,000", "人次"))
    assert [line.text for line in lines] == ["≥10,000", "人次"]
