"""Deadlines as printed."""

from datetime import date

import pytest

from checklists.deadlines import last_day


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("", None),
        ("2025", date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2022-12-31", date(2022, 12, 31)),
    ],
)
def test_a_deadline_ends_with_its_last_day(printed: str, day: date | None) -> None:
    assert last_day(printed) == day


def test_words_are_no_deadline() -> None:
    with pytest.raises(ValueError, match="明年"):
        last_day("明年")
