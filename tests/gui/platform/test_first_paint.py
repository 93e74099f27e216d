"""The first paint is said once, after it."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from gui.platform.first_paint import FirstPaint


class Painted(QWidget):
    """Counts how often it was painted."""

    times = 0

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        self.times += 1


def test_a_window_is_said_to_be_painted_once_when_all_in_it_was(qtbot: QtBot) -> None:
    window = QWidget()
    inside = Painted(window)
    inside.resize(40, 40)
    qtbot.addWidget(window)
    seen: list[int] = []
    FirstPaint(window).came.connect(lambda: seen.append(inside.times))
    window.show()
    qtbot.waitUntil(lambda: bool(seen))
    window.repaint()
    qtbot.wait(20)
    assert len(seen) == 1
    assert seen[0] >= 1
