"""The five status marks: told apart by silhouette before colour (look.md section 4)."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from gui.platform import icons
from gui.platform.theme import Theme, theme_of
from models.vocabulary import Judgement, Status
from resources import word

_GRID = 16.0
_MODE = QPainter.CompositionMode


def paint(painter: QPainter, rect: QRectF, status: Status, theme: Theme) -> None:
    """Draw a status mark centred in a rectangle, as large as it allows."""
    side = round(min(rect.width(), rect.height()))
    corner = QPointF(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.drawPixmap(corner.toPoint(), pixmap(status, theme, side, icons.ratio_of(painter)))


def paint_judgement(painter: QPainter, rect: QRectF, judgement: Judgement, theme: Theme) -> None:
    """Draw the mark that stands before a judgement's word."""
    paint(painter, rect, MARK_OF_JUDGEMENT[judgement], theme)


def pixmap(status: Status, theme: Theme, side: int = 16, ratio: float = 1.0) -> QPixmap:
    """Give the mark as a cached pixmap whose cut-outs let the ground through."""
    return _drawn(status, theme.status_fill(status).rgba(), side, ratio)


MARK_OF_JUDGEMENT = {
    Judgement.REACHED: Status.MET,
    Judgement.MISSED: Status.NOT_MET,
    Judgement.NOT_DUE: Status.NOT_APPLICABLE,
    Judgement.CANNOT_TELL: Status.UNANSWERED,
}


class StatusMark(QWidget):
    """One mark as a widget, 16 px or 20 px for touch."""

    def __init__(self, status: Status, side: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(side, side)
        self.show_status(status)

    def show_status(self, status: Status) -> None:
        """Draw another status and say its word to screen readers."""
        self._status = status
        self.setAccessibleName(word(status))
        self.update()

    def paintEvent(self, _event: object) -> None:
        """Draw the mark."""
        painter = QPainter(self)
        paint(painter, QRectF(self.rect()), self._status, theme_of(self))


@lru_cache(maxsize=256)
def _drawn(status: Status, rgba: int, side: int, ratio: float) -> QPixmap:
    drawn = QPixmap(QSize(side, side) * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / _GRID, side / _GRID)
    _DRAW[status](painter, QColor.fromRgba(rgba))
    painter.end()
    return drawn


def _draw_met(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(8, 8), 7, 7)
    _cut(painter, _line((4.75, 8.25), (7, 10.5), (11.25, 5.75)))


def _draw_partly(painter: QPainter, colour: QColor) -> None:
    _ring(painter, colour)
    half = QPainterPath(QPointF(8, 8))
    half.arcTo(QRectF(1.75, 1.75, 12.5, 12.5), 90, -180)
    painter.fillPath(half, colour)


def _draw_not_met(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(1.5, 1.5, 13, 13), 2, 2)
    cross = _line((5.25, 5.25), (10.75, 10.75))
    cross.addPath(_line((10.75, 5.25), (5.25, 10.75)))
    _cut(painter, cross)


def _draw_not_applicable(painter: QPainter, colour: QColor) -> None:
    _ring(painter, colour)
    painter.setPen(_pen(colour, 1.75))
    painter.drawLine(QPointF(5, 8), QPointF(11, 8))


def _draw_unanswered(painter: QPainter, colour: QColor) -> None:
    pen = _pen(colour, 1.5)
    # Qt counts dashes in widths of the pen; round ends lengthen each dash as they do in the mock-up.
    pen.setDashPattern([2.2 / 1.5, 2.7 / 1.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(8, 8), 6.25, 6.25)


_DRAW = {
    Status.MET: _draw_met,
    Status.PARTLY_MET: _draw_partly,
    Status.NOT_MET: _draw_not_met,
    Status.NOT_APPLICABLE: _draw_not_applicable,
    Status.UNANSWERED: _draw_unanswered,
}


def _ring(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_pen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(8, 8), 6.25, 6.25)


def _cut(painter: QPainter, path: QPainterPath) -> None:
    painter.setCompositionMode(_MODE.CompositionMode_DestinationOut)
    painter.strokePath(path, _pen(QColor(Qt.GlobalColor.black), 1.75))


def _line(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    return path


def _pen(colour: QColor, width: float) -> QPen:
    round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(colour, width, Qt.PenStyle.SolidLine, round_cap, round_join)
