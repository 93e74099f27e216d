"""A quiet line that says what waits to be looked at, with the way there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.platform.style_buttons import LINK_AIR
from gui.widgets.buttons import LinkButton
from gui.widgets.empty_state import IconView
from gui.widgets.labels import ElidedLabel
from gui.widgets.panes import column_in, hrule


class Notice(QWidget):
    """One sentence and one link, `edge` from both sides; hidden while there is nothing to say."""

    wanted = Signal()

    def __init__(self, link: str, *, edge: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel("", Role.SMALL, "ink2")
        self.link = LinkButton(link)
        row = QHBoxLayout()
        row.setContentsMargins(edge, 6, max(edge, LINK_AIR), 6)
        row.setSpacing(8)
        row.addWidget(IconView("info", "ink2", 16))
        row.addWidget(self._words, 1)
        row.addWidget(self.link)
        column = column_in(self)
        column.addLayout(row)
        column.addWidget(hrule())
        self.link.clicked.connect(self.wanted)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say it; "" says nothing any more."""
        self._words.setText(sentence)
        self.setVisible(bool(sentence))

    @property
    def sentence(self) -> str:
        """Give what is said."""
        return self._words.text()
