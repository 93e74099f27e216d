"""Numbers in a row are said as from … to, and only those."""

import pytest

from reports.content.runs import in_runs


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ("", ""),
        ("1-1 1-2", "1-1、1-2"),
        ("1-1 1-2 1-3", "1-1至1-3"),
        ("1-9 1-10 1-11 2-12", "1-9至1-11、2-12"),
        ("g1-1 g1-2 g1-3 1-4", "g1-1至1-3、1-4"),
        ("目标1-9-01 目标1-9-02 目标1-9-03 目标1-10-01", "目标1-9-01至1-9-03、目标1-10-01"),
        ("1-1 1-2 1-2 1-3", "1-1、1-2、1-2、1-3"),
        ("1-1-01 1-1-02 1-1-03 1-1-05", "1-1-01至1-1-03、1-1-05"),
        ("甲 乙 丙", "甲、乙、丙"),
        ("1-² 1-³ 1-⁴", "1-²、1-³、1-⁴"),
    ],
)
def test_three_or_more_in_a_row_are_from_to(numbers: str, text: str) -> None:
    assert "、".join(in_runs(numbers.split())) == text
