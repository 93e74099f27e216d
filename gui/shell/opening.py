"""What the window shows until the program is there: its name, on the paper it will stand on."""

from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_NAME_POINTS, _WORDS_POINTS = 24, 10.5
_LEFT, _TOP, _LINE = 48, 32, 48
_QUIET = 0.6


class Opening(QWidget):
    """Painted without fonts, icons or style being loaded, so that it is there at once.

    Ground and ink are the palette's own: whatever takes a colour makes all names of QtCore.Qt first.
    """

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._write(painter, self.tr("职评簿"), _NAME_POINTS, _TOP)
        painter.setOpacity(_QUIET)
        self._write(painter, self.tr("正在打开…"), _WORDS_POINTS, _TOP + _LINE)

    def _write(self, painter: QPainter, words: str, points: float, top: int) -> None:
        font = QFont(self.font())
        font.setPointSizeF(points)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        painter.drawText(_LEFT, top + (_LINE + metrics.ascent() - metrics.descent()) // 2, words)
