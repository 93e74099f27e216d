"""The tally: one small bar for each item of a measure, on one baseline."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from gui.platform.strokes import frame
from gui.platform.theme import Theme, theme_of
from gui.widgets import stacked_bar
from gui.widgets.stacked_bar import counted, counts_sentence
from models.vocabulary import Status

HEIGHT = 12
MOST = 16
_BAR, _GAP = 5, 2
_HEIGHTS = {Status.PARTLY_MET: 7, Status.NOT_MET: 3}


def width_of(count: int) -> int:
    """Say how wide the tally of so many items is; from MOST on it is a stacked bar."""
    shown = min(count, MOST)
    return max(shown * (_BAR + _GAP) - _GAP, 0)


def paint(painter: QPainter, rect: QRectF, statuses: Sequence[Status], theme: Theme) -> None:
    """Draw the tally with its left end and baseline at those of a rectangle."""
    if len(statuses) > MOST:
        place = QRectF(rect.left(), rect.bottom() - 8, width_of(len(statuses)), 8)
        stacked_bar.paint(painter, place, counted(statuses), theme)
        return
    for number, status in enumerate(statuses):
        height = _HEIGHTS.get(status, HEIGHT)
        bar = QRectF(rect.left() + number * (_BAR + _GAP), rect.bottom() - height, _BAR, height)
        _paint_bar(painter, bar, status, theme)


def _paint_bar(painter: QPainter, bar: QRectF, status: Status, theme: Theme) -> None:
    if status is Status.UNANSWERED:
        frame(painter, bar, theme.field)
    elif status is Status.NOT_APPLICABLE:
        painter.fillRect(bar, theme.line2)
    else:
        painter.fillRect(bar, theme.status_fill(status))


class Tally(QWidget):
    """The tally as a widget."""

    def __init__(self, statuses: Sequence[Status] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_statuses(statuses)

    def show_statuses(self, statuses: Sequence[Status]) -> None:
        """Draw these items, and say their counts to screen readers."""
        self._statuses = tuple(statuses)
        self.setAccessibleDescription(counts_sentence(counted(statuses)))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(width_of(len(self._statuses)), HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        paint(QPainter(self), QRectF(self.rect()), self._statuses, theme_of(self))
