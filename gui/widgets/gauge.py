"""The gauge: an actual value on its way to a target."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.strokes import frame, panel
from gui.platform.theme import Theme, theme_of
from models.vocabulary import Judgement

_TRACK, _OVER, _TICK, _SCALE = 8, 4, 2, 20


@dataclass(frozen=True, slots=True)
class GaugeReading:
    """What a gauge shows: the actual value or None, the target or both ends of a range, the labels below."""

    actual: float | None
    low: float
    high: float | None = None
    judgement: Judgement = Judgement.CANNOT_TELL
    is_percentage: bool = False
    target_label: str = ""
    end_label: str = ""
    sentence: str = ""

    @property
    def end(self) -> float:
        """Say where the axis ends: at 100 %, or a quarter past the target."""
        top = self.high if self.high is not None else self.low
        return 100.0 if self.is_percentage and top <= 100 else 1.25 * top or 1.0


def paint(painter: QPainter, rect: QRectF, reading: GaugeReading, theme: Theme) -> None:
    """Draw track, fill and target ticks on the middle line of a rectangle."""
    track = QRectF(rect.left(), round(rect.center().y() - _TRACK / 2), rect.width(), _TRACK)
    if reading.actual is None:
        frame(painter, track, theme.line2, radius=2)
    else:
        panel(painter, track, theme.sunken, radius=2)
    if reading.high is not None:
        painter.fillRect(_span(track, reading.low, reading.high, reading.end), theme.line2)
    if reading.actual is not None:
        fill = _span(track, 0, max(reading.actual, 0), reading.end)
        panel(painter, fill, theme.judgement(reading.judgement), radius=2)
    for target in (reading.low, reading.high):
        if target is not None:
            _paint_tick(painter, track, target, reading.end, theme)


def _span(track: QRectF, start: float, stop: float, end: float) -> QRectF:
    left, right = (track.left() + track.width() * min(value / end, 1.0) for value in (start, stop))
    return QRectF(left, track.top(), right - left, track.height())


def _paint_tick(painter: QPainter, track: QRectF, target: float, end: float, theme: Theme) -> None:
    x = round(track.left() + track.width() * min(target / end, 1.0)) - _TICK / 2
    x = min(max(x, track.left()), track.right() - _TICK)
    painter.fillRect(QRectF(x, track.top() - _OVER, _TICK, _TRACK + 2 * _OVER), theme.ink)


class Gauge(QWidget):
    """A gauge, with its scale below where wanted."""

    def __init__(self, *, scale: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: GaugeReading | None = None
        self._has_scale = scale
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_TRACK + 2 * _OVER + (_SCALE if scale else 0))

    def show_reading(self, reading: GaugeReading | None) -> None:
        """Draw a reading, and say its sentence to screen readers."""
        self._reading = reading
        self.setAccessibleDescription(reading.sentence if reading else "")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(148, self.height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._reading is None:
            return
        painter, theme = QPainter(self), theme_of(self)
        paint(painter, QRectF(0, 0, self.width(), _TRACK + 2 * _OVER), self._reading, theme)
        if self._has_scale:
            self._write_scale(painter, self._reading, theme)

    def _write_scale(self, painter: QPainter, reading: GaugeReading, theme: Theme) -> None:
        line = QRectF(0, _TRACK + 2 * _OVER, self.width(), 16)
        painter.setFont(fonts.meta())
        painter.setPen(theme.ink3)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, reading.end_label)
        target = reading.low if reading.high is None else (reading.low + reading.high) / 2
        width = painter.fontMetrics().horizontalAdvance(reading.target_label) + 2
        x = self.width() * min(target / reading.end, 1.0) - width / 2
        x = min(max(x, 16.0), self.width() - width - painter.fontMetrics().horizontalAdvance(reading.end_label) - 8)
        painter.setPen(theme.ink2)
        painter.drawText(QRectF(x, line.top(), width, 16), Qt.AlignmentFlag.AlignCenter, reading.target_label)
