"""The row under the window's frame that says what could not be done, until it is closed or mended."""

from PySide6.QtWidgets import QVBoxLayout

from gui.widgets.buttons import ToolButton
from gui.widgets.panes import Pane
from gui.widgets.problem import Problem


class ProblemRow(Pane):
    """One sentence with a cross to close it; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__("ground")
        self._problem = Problem()
        close = ToolButton("close", self.tr("知道了"))
        close.setFixedSize(24, 24)
        close.clicked.connect(self._on_closed)
        layout = self._problem.layout()
        assert layout is not None
        layout.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.addWidget(self._problem)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say it; "" says nothing any more."""
        self._problem.say(sentence)
        self.setVisible(bool(sentence))

    @property
    def sentence(self) -> str:
        """Give what is said."""
        return self._problem.sentence

    def _on_closed(self) -> None:
        self.say("")
