"""What the start page says where the records could not be opened."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets.buttons import Button
from gui.widgets.problem import Problem


class Trouble(QWidget):
    """Why it was not possible, and a button to try again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._retry: Callable[[], None] | None = None
        self._problem = Problem()
        self.again = Button(self.tr("再试一次"))
        self.again.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._problem)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)

    def say(self, sentence: str, retry: Callable[[], None]) -> None:
        """Say why, and what to try again."""
        self._retry = retry
        self._problem.say(sentence)

    def _on_clicked(self) -> None:
        if self._retry is not None:
            self._retry()
