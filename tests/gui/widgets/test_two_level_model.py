"""Lines with lines below them keep what Qt asks of a model."""

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from gui.widgets.two_level_model import Index, TwoLevelModel


class Letters(TwoLevelModel):
    """甲 with three lines below it, 乙 with none, 丙 with one."""

    LINES = (("甲", "一二三"), ("乙", ""), ("丙", "四"))

    def count(self) -> int:
        return len(self.LINES)

    def count_below(self, row: int) -> int:
        return len(self.LINES[row][1])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        upper, row = self.place_of(index)
        said = self.LINES[row][0] if upper is None else self.LINES[upper][1][row]
        return said if role == Qt.ItemDataRole.DisplayRole else None


def test_it_keeps_the_promises_of_a_model(qtmodeltester: ModelTester) -> None:
    check = cast(Callable[[TwoLevelModel], None], qtmodeltester.check)
    check(Letters())


def test_a_line_below_knows_the_one_above_it() -> None:
    model = Letters()
    third = model.index(2, 0, model.index(0, 0))
    assert third.data() == "三"
    assert third.parent() == model.index(0, 0)
    assert model.index_below(0, 2) == third
    assert not model.index(0, 0).parent().isValid()


def test_there_is_no_third_level() -> None:
    model = Letters()
    below = model.index(0, 0, model.index(2, 0))
    assert model.rowCount(below) == 0
    assert model.index(0, 0, below) == QModelIndex()
