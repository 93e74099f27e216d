"""What an empty place says: what is missing, how to fill it, one button."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from gui.platform import icons
from gui.platform.fonts import Role
from gui.platform.theme import theme_of
from gui.widgets.buttons import Button
from gui.widgets.labels import plain_label

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class IconView(QWidget):
    """An icon that is looked at, not pressed."""

    def __init__(self, name: str, ink: str = "ink3", side: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._ink = name, ink
        self.setFixedSize(side, side)

    def show_icon(self, name: str, ink: str = "ink3") -> None:
        """Show another icon."""
        self._name, self._ink = name, ink
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._name:
            icons.draw(QPainter(self), QRectF(self.rect()), self._name, theme_of(self).role(self._ink))


class EmptyState(QWidget):
    """An icon, a sentence, a line how, and a button that says `wanted`."""

    wanted = Signal()

    def __init__(
        self,
        icon_name: str,
        sentence: str,
        how: str,
        button: str = "",
        button_icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(2)
        column.addStretch()
        column.addWidget(IconView(icon_name), 0, _CENTRE)
        column.addSpacing(6)
        self._sentence = plain_label(sentence)
        self._how = plain_label(how, Role.SMALL, "ink2", wraps=True)
        for label in (self._sentence, self._how):
            label.setAlignment(_CENTRE)
            column.addWidget(label)
        self.button = Button(button, button_icon, dense=True)
        if not button:
            self.button.hide()
        self.button.clicked.connect(self.wanted)
        column.addSpacing(10 if button else 0)
        column.addWidget(self.button, 0, _CENTRE)
        column.addStretch()

    def show_words(self, sentence: str, how: str) -> None:
        """Say something else."""
        self._sentence.setText(sentence)
        self._how.setText(how)
