"""The ledger's columns share their room by what is told, and always fill 225."""

from hypothesis import given
from hypothesis import strategies as some

from reports.columns import ledger_columns
from reports.content.ledger import LedgerLine


def a_line(problem: str = "短", measure: str = "短", progress: str = "短") -> LedgerLine:
    return LedgerLine(1, "7-2", problem, measure, "分阶段", "培训处", "2025-12-31", progress, "")


def test_a_ledger_of_short_texts_has_the_columns_of_the_paper() -> None:
    wanted = (11, 13, 39.5, 51.5, 18.5, 22, 23, 23.5, 23)
    assert ledger_columns(()) == ledger_columns([a_line()]) == wanted


def test_what_is_told_at_length_takes_room_from_what_is_not() -> None:
    usual = ledger_columns([a_line()])
    assert ledger_columns([a_line(progress="过期21天；完成60%；又签一家；其余4家等法务回话。" * 3)])[7] > usual[7]
    assert ledger_columns([a_line(problem="没有约定设备共享和收益分配。" * 6)])[2] >= usual[2]


@given(some.lists(some.builds(a_line, some.text(), some.text(), some.text()), max_size=5))
def test_the_columns_fill_the_width(lines: list[LedgerLine]) -> None:
    assert abs(sum(ledger_columns(lines)) - 225) < 1e-9
