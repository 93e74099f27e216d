"""A page of words alone: where there is more than can be seen, Tab stops at it and keys scroll it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from gui.platform.strokes import focus_frame
from gui.platform.theme import theme_of
from gui.widgets.panes import lay_in


class ReadingArea(QScrollArea):
    """Scrolls words up and down, and shows a frame while keys do so."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rim = _Rim(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lay_in(self, content)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._rim.raise_()
        self._rim.show()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._rim.hide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rim.setGeometry(self.rect())

    def _on_range_changed(self, least: int, most: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if most > least else Qt.FocusPolicy.NoFocus)


class _Rim(QWidget):
    """The frame, over the words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        focus_frame(QPainter(self), QRectF(self.rect()), theme_of(self).accent, radius=0)
