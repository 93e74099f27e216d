"""A narrow picture of the whole text: a stroke for every anchor, in the colour of its item."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from gui.platform.theme import Theme, theme_of
from gui.widgets.labels import set_tip
from gui.widgets.official_rows import Mark
from models.vocabulary import ItemKey

WIDTH = 10
_STROKE, _NEAR = 2, 6


class AnchorRuler(QWidget):
    """10 px beside the text; a click says which anchor was meant."""

    anchor_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()
        self._share: Callable[[Mark], float] = _nowhere
        self._key: ItemKey | None = None
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        set_tip(self, self.tr("全文缩影：一道是一个出处，点它就到那一行"))

    def show_marks(self, marks: Sequence[Mark], share: Callable[[Mark], float]) -> None:
        """Show other anchors; `share` tells how far down the text one stands, from 0 to 1."""
        self._marks, self._share = tuple(marks), share
        self.setAccessibleDescription(self.tr("出处 {count} 个").format(count=len(marks)))
        self.update()

    def show_item(self, key: ItemKey) -> None:
        """Bring an item's anchors forward."""
        self._key = key
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 200)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        painter.fillRect(self.rect(), theme.raised)
        painter.fillRect(0, 0, 1, self.height(), theme.line)
        for mark in sorted(self._marks, key=lambda mark: mark.key == self._key):
            is_own = mark.key == self._key
            height = _STROKE + 1 if is_own else _STROKE
            place = QRectF(1 if is_own else 2, self._y(mark), WIDTH - (1 if is_own else 3), height)
            painter.fillRect(place, theme.accent if is_own else _ink(mark, theme))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        near = min(self._marks, key=lambda mark: abs(self._y(mark) - event.position().y()), default=None)
        if near and abs(self._y(near) - event.position().y()) <= _NEAR:
            self.anchor_clicked.emit(near.key)

    def _y(self, mark: Mark) -> int:
        return round(self._share(mark) * (self.height() - _STROKE))


def _ink(mark: Mark, theme: Theme) -> QColor:
    return theme.line2 if mark.status is None else theme.status_fill(mark.status)


def _nowhere(_mark: Mark) -> float:
    return 0
