"""The ring: what share of a whole is done, with the figure inside."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.theme import theme_of

_SIDE, _WIDTH = 96, 8
_TURN = 360 * 16
_TOP = 90 * 16


class Ring(QWidget):
    """A ring 96 across, drawn from 12 o'clock; `ink` is the colour role of its filled part."""

    def __init__(self, ink: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_share(0, 0)

    def show_share(self, done: int, total: int) -> None:
        """Draw a share of a whole; a whole of nothing is an empty track."""
        self._done, self._total = done, total
        self.setAccessibleDescription(f"{done}/{total}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = _WIDTH / 2 + 2
        track = QRectF(0, 0, _SIDE, _SIDE).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(theme.sunken, _WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawEllipse(track)
        painter.setPen(QPen(theme.role(self._ink), _WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(track, _TOP, -round(_TURN * self._share()))
        self._write(painter)

    def _share(self) -> float:
        return min(self._done / self._total, 1.0) if self._total else 0.0

    def _write(self, painter: QPainter) -> None:
        text = f"{self._done}/{self._total}" if self._total else "—"
        painter.setFont(fonts.serif(15 if len(text) <= len("60/64") else 12))
        painter.setPen(theme_of(self).ink)
        painter.drawText(QRectF(0, 0, _SIDE, _SIDE), Qt.AlignmentFlag.AlignCenter, text)
