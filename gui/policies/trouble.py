"""What the start page says where the records could not be opened."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.widgets.buttons import Button
from gui.widgets.panes import column_in
from gui.widgets.problem import Problem


class Trouble(QWidget):
    """Why it was not possible, a button to try again, and another to restore a backup where one would help."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._retry: Callable[[], None] | None = None
        self._restore: Callable[[], None] | None = None
        self._problem = Problem()
        self.again = Button(self.tr("再试一次"))
        self.again.clicked.connect(self._on_again)
        self.back = Button(self.tr("从备份恢复…"))
        self.back.clicked.connect(self._on_back)
        column = column_in(self, 12)
        column.addWidget(self._problem)
        column.addLayout(self._steps())

    def say(self, sentence: str, retry: Callable[[], None], restore: Callable[[], None] | None = None) -> None:
        """Say why, what to try again, and the way back to a backup."""
        self._retry, self._restore = retry, restore
        self.back.setVisible(restore is not None)
        self._problem.say(sentence)

    @property
    def first(self) -> Button:
        """Give the step that is likely to help."""
        return self.again if self._restore is None else self.back

    def _steps(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.again)
        row.addWidget(self.back)
        row.addStretch(1)
        return row

    def _on_again(self) -> None:
        if self._retry is not None:
            self._retry()

    def _on_back(self) -> None:
        if self._restore is not None:
            self._restore()
