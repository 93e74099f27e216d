"""A line under a figure that says one thing and offers up to two ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.widgets.buttons import LinkButton
from gui.widgets.text import Paragraph

_HIGH = 18


class Strip(QWidget):
    """Words with links behind them; without words it is not there."""

    acted = Signal()
    also_acted = Signal()

    def __init__(self, ink: str = "ink2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Paragraph("", Role.META, ink)
        self.link, self.other_link = LinkButton(), LinkButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        for link in (self.link, self.other_link):
            link.setFixedHeight(_HIGH)
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        self.link.clicked.connect(self.acted)
        self.other_link.clicked.connect(self.also_acted)
        self.say("")

    def say(self, words: str, act: str = "", other: str = "") -> None:
        """Say something and what can be done, or nothing."""
        self._words.show_text(words)
        for link, text in ((self.link, act), (self.other_link, other)):
            link.setText(text)
            link.setAccessibleDescription(words)
            link.setVisible(bool(text))
            link.setFocusPolicy(Qt.FocusPolicy.StrongFocus if text else Qt.FocusPolicy.NoFocus)
        self.setVisible(bool(words))

    def set_ink(self, ink: str) -> None:
        """Write in the ink of a role."""
        self._words.set_ink(ink)

    @property
    def text(self) -> str:
        """Give what it says."""
        return self._words.text

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return (self.link, self.other_link)
