"""QR codes of the forms: level M, and they say what they were given."""

import pytest

from reports.paper.qr import modules_of
from tests.reports.qr_reading import read_qr


@pytest.mark.parametrize("text", ["VC1:F:yiyang:2025:0001:P3", "VC1:F:zibo-gaoxin:2025:0012:P17", "VC1:F:A:2025"])
def test_a_code_says_what_it_was_given_at_level_m(text: str) -> None:
    assert read_qr(modules_of(text)) == ("M", text)


def test_a_code_has_its_finders_and_nothing_around_them() -> None:
    grid = modules_of("VC1:F:yiyang:2025:0001:P3")
    assert len(grid) == 25
    assert grid[0][:8] == (True,) * 7 + (False,)
    assert [row[0] for row in grid[:8]] == [True] * 7 + [False]
