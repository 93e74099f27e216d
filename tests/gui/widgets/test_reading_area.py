"""Words that are more than can be seen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.labels import plain_label
from gui.widgets.reading_area import ReadingArea


def an_area(qtbot: QtBot, lines: int) -> ReadingArea:
    page = QWidget()
    column = QVBoxLayout(page)
    for number in range(lines):
        column.addWidget(plain_label(f"第 {number + 1} 行"))
    area = ReadingArea(page)
    qtbot.addWidget(area)
    area.resize(200, 100)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    return area


def test_words_that_can_all_be_seen_are_no_stop(qtbot: QtBot) -> None:
    assert an_area(qtbot, 1).focusPolicy() is Qt.FocusPolicy.NoFocus


def test_keys_go_through_words_that_cannot_all_be_seen_and_a_frame_says_so(qtbot: QtBot) -> None:
    area = an_area(qtbot, 40)
    area.setFocus(Qt.FocusReason.TabFocusReason)
    assert area.hasFocus()
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    framed = area.grab().toImage()
    area.clearFocus()
    assert area.grab().toImage() != framed
