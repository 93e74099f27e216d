"""What was found, lit up on the pages."""

from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.platform.theme import load_theme
from reports.preview import Box, Hit

_FRAME = 2


class Markers:
    """Places by page; the one in hand has a frame, so that it is told apart without its colour."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        self.in_hand: Hit | None = None
        self._on: defaultdict[int, list[Hit]] = defaultdict(list)
        for hit in hits:
            self._on[hit.page].append(hit)

    def paint(self, painter: QPainter, page: int, where: QRectF, scale: float) -> None:
        """Lay the marker over the ink as a marker pen does; the paper is white, so its colour is that of the day."""
        theme = load_theme("light")
        for hit in self._on.get(page, ()):
            for box in hit.boxes:
                lit = _scaled(box, scale).translated(where.topLeft())
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
                painter.fillRect(lit, theme.lit)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                if hit is self.in_hand:
                    painter.setPen(QPen(theme.accent, _FRAME, Qt.PenStyle.SolidLine))
                    painter.drawRect(lit.adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME))


def _scaled(box: Box, scale: float) -> QRectF:
    left, top, right, bottom = box
    return QRectF(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale)
