"""An error or a warning said where it happened."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from gui.platform.fonts import Role
from gui.platform.strokes import panel
from gui.platform.theme import theme_of
from gui.widgets.empty_state import IconView
from gui.widgets.text import Paragraph


class Problem(QWidget):
    """A sentence with tint, border and icon; `tone` is "not_met" or "partly"; no sentence, nothing to see."""

    def __init__(self, sentence: str = "", tone: str = "not_met", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._words = Paragraph(sentence, Role.SMALL, tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 12, 9)
        row.setSpacing(8)
        row.addWidget(IconView("warn", tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        if not sentence:
            self.hide()

    def say(self, sentence: str) -> None:
        """Say what went wrong, or nothing."""
        self._words.show_text(sentence)
        self.setVisible(bool(sentence))

    @property
    def sentence(self) -> str:
        """Give the sentence shown."""
        return self._words.text

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        line = theme.partly_fill if self._tone == "partly" else theme.role(self._tone)
        panel(QPainter(self), QRectF(self.rect()), theme.role(f"{self._tone}_tint"), line, radius=4)
