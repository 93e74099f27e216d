"""Lists as tall as their rows."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from typing_extensions import override

from gui.platform.theme import Theme
from gui.widgets.panes import scrolled
from gui.widgets.row_list import RowDelegate, RowList, RowModel


class Plain(RowDelegate):
    """Paints a word."""

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: str, theme: Theme, /) -> None:
        painter.drawText(rect, row)


def a_list(qtbot: QtBot, *, opens_at_once: bool) -> tuple[RowList, list[object]]:
    rows = RowList(Plain(40), said=str, opens_at_once=opens_at_once)
    qtbot.addWidget(rows)
    rows.show_rows(["甲", "乙", "丙"])
    rows.resize(300, 120)
    rows.show()
    wanted: list[object] = []
    rows.wanted.connect(wanted.append)
    return rows, wanted


def test_the_model_keeps_its_promises(qtmodeltester: ModelTester) -> None:
    model = RowModel(str)
    check = cast(Callable[[RowModel], None], qtmodeltester.check)
    check(model)
    model.show_rows(["甲", "乙"])
    check(model)
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "乙"


def test_it_is_as_tall_as_its_rows_at_any_height(qtbot: QtBot) -> None:
    rows, _ = a_list(qtbot, opens_at_once=True)
    assert rows.sizeHint().height() == 120
    rows.set_row_height(30)
    assert rows.sizeHint().height() == 90
    rows.show_rows([])
    assert rows.sizeHint().height() == 0


def test_one_click_opens_a_row_once_and_so_does_a_double_click(qtbot: QtBot) -> None:
    rows, wanted = a_list(qtbot, opens_at_once=True)
    place = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    # the second half of a double click
    QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted == ["乙"]


def test_where_rows_are_chosen_first_a_click_does_not_open(qtbot: QtBot) -> None:
    rows, wanted = a_list(qtbot, opens_at_once=False)
    place = rows.visualRect(rows.model().index(2, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted == []
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert wanted == ["丙"]


def test_arrows_take_the_page_along(qtbot: QtBot) -> None:
    rows = RowList(Plain(40), said=str)
    rows.show_rows([str(number) for number in range(40)])
    page = QWidget()
    column = QVBoxLayout(page)
    column.addSpacing(300)
    column.addWidget(rows)
    area = scrolled(page)
    qtbot.addWidget(area)
    area.resize(300, 240)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    rows.setFocus()
    for step in range(39):
        QTest.keyClick(rows, Qt.Key.Key_Down if step < 30 else Qt.Key.Key_Up)
        place = rows.viewport().mapTo(area.viewport(), rows.visualRect(rows.currentIndex()).topLeft()).y()
        assert 0 <= place <= area.viewport().height() - 40
