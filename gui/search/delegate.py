"""How a hit is drawn: the piece of text with the words lit, below it where it stands."""

from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from typing_extensions import override

from gui.platform import fonts
from gui.platform.fonts import Role, line_height
from gui.platform.theme import Theme
from gui.search.content import FoundLine
from gui.widgets.marked_text import draw_marked
from gui.widgets.row_list import RowDelegate
from gui.widgets.text import Wrapped

HEIGHT = 56
_TOP = 8
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class FoundDelegate(RowDelegate):
    """Two lines: what was written, and where."""

    def __init__(self) -> None:
        super().__init__(HEIGHT)

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: Any, theme: Theme, /) -> None:
        shown = _fitting(rect, row)
        reach = len(shown) if shown == row.piece.text else len(shown) - 1
        spans = [(start, min(end, reach)) for start, end in row.piece.spans if start < reach]
        text = Wrapped((shown,), Role.BODY, is_cut=False)
        corner = (rect.left(), rect.top() + _TOP)
        draw_marked(painter, text, corner, theme.ink, tint=theme.lit, spans=spans)
        self._draw_place(painter, rect, row, theme)

    @override
    def cut_text(self, rect: QRect, row: Any, /) -> str:
        return "" if _fitting(rect, row) == row.piece.text else str(row.piece.text)

    def _draw_place(self, painter: QPainter, rect: QRect, row: FoundLine, theme: Theme) -> None:
        painter.setFont(fonts.meta())
        metrics = QFontMetrics(painter.font())
        line = QRect(rect.left(), rect.top() + _TOP + line_height(Role.BODY), rect.width(), line_height(Role.META))
        painter.setPen(theme.ink2)
        painter.drawText(line, _MIDDLE, row.where)
        rest = line.adjusted(metrics.horizontalAdvance(row.where) + 16, 0, 0, 0)
        painter.setPen(theme.ink3)
        place = metrics.elidedText(row.place, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignRight | _MIDDLE, place)


def _fitting(rect: QRect, row: FoundLine) -> str:
    metrics = QFontMetrics(fonts.body())
    return metrics.elidedText(row.piece.text, Qt.TextElideMode.ElideRight, rect.width())
