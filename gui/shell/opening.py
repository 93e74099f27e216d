"""What the window shows until the program is there: the paper it will stand on, and its name."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gui.platform.theme import theme_of

_NAME_POINTS, _WORDS_POINTS = 24, 10.5
_LEFT, _TOP, _LINE = 48, 32, 48


class Opening(QWidget):
    """Painted without fonts, icons or style being loaded, so that it is there at once."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        painter.fillRect(event.rect(), theme.ground)
        self._write(painter, self.tr("职评簿"), _NAME_POINTS, theme.ink, _TOP)
        self._write(painter, self.tr("正在打开…"), _WORDS_POINTS, theme.ink3, _TOP + _LINE)

    def _write(self, painter: QPainter, words: str, points: float, colour: QColor, top: int) -> None:
        font = QFont(self.font())
        font.setPointSizeF(points)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QRect(_LEFT, top, self.width() - 2 * _LEFT, _LINE), Qt.AlignmentFlag.AlignVCenter, words)
