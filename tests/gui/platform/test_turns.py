"""Steps come one by one, and all at once when somebody wishes something."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.platform.turns import Turns


def a_window(qtbot: QtBot) -> QLineEdit:
    window = QLineEdit()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_steps_are_taken_in_their_order_and_the_end_is_said(qtbot: QtBot) -> None:
    taken: list[int] = []
    turns = Turns(a_window(qtbot))
    turns.plan(lambda: taken.append(1), lambda: taken.append(2))
    assert taken == []
    with qtbot.waitSignal(turns.ended):
        turns.begin()
    assert taken == [1, 2]


def test_what_is_reached_for_is_there_at_once(qtbot: QtBot) -> None:
    taken: list[int] = []
    turns = Turns(a_window(qtbot))
    turns.plan(lambda: taken.append(1), lambda: taken.append(2))
    with qtbot.waitSignal(turns.ended):
        turns.finish()
    assert taken == [1, 2]
    turns.finish()
    assert taken == [1, 2]


def test_the_first_key_finds_everything_there(qtbot: QtBot) -> None:
    window, found = a_window(qtbot), list[str]()
    turns = Turns(window)
    turns.plan(lambda: found.append(window.text()), lambda: found.append(window.text()))
    turns.begin()
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert found == ["", ""]
    assert window.text() == "a"
