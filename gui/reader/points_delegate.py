"""How a point and a figure look in the rows beside the official text."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from typing_extensions import override

from gui.platform import fonts
from gui.platform.theme import Theme
from gui.reader.content import FigureRow, PointRow
from gui.widgets import status_mark
from gui.widgets.chip import HEIGHT as CHIP
from gui.widgets.chip import chip_width, paint_chip
from gui.widgets.row_list import RowDelegate

POINT_HIGH, FIGURE_HIGH = 40, 32
_GAP, _MARK, _KEY = 12, 16, 40
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PointDelegate(RowDelegate):
    """Status, key, text, and how the item stands in the text."""

    padding = 16

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: PointRow, theme: Theme, /) -> None:
        left = rect.left()
        if row.status is not None:
            status_mark.paint(painter, QRectF(left, rect.center().y() - 7, _MARK, _MARK), row.status, theme)
            left += _MARK + _GAP
        _write(painter, QRect(left, rect.top(), _key_wide(row), rect.height()), row.label, fonts.small(), theme, "ink3")
        _write(painter, _words_place(rect, row), _elided(rect, row), fonts.body(), theme, "ink")
        wide = chip_width(row.chip)
        chip = QRectF(rect.right() + 1 - wide, rect.center().y() - CHIP // 2 + 1, wide, CHIP)
        paint_chip(painter, chip, row.chip, row.tone, theme)

    @override
    def cut_text(self, rect: QRect, row: PointRow, /) -> str:
        return row.text if _elided(rect, row) != row.text else ""


class FigureDelegate(RowDelegate):
    """What is measured, what is asked, and on which line."""

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: FigureRow, theme: Theme, /) -> None:
        place = f"第 {row.line} 行" if row.line else "没有找到"
        _write(painter, rect, place, fonts.small(), theme, "ink3", _RIGHT)
        _write(painter, rect.adjusted(0, 0, -84, 0), row.target, fonts.small(bold=True), theme, "ink", _RIGHT)
        _write(painter, rect, _figure_name(rect, row), fonts.small(), theme, "ink")

    @override
    def cut_text(self, rect: QRect, row: FigureRow, /) -> str:
        return row.name if _figure_name(rect, row) != row.name else ""


def _figure_name(rect: QRect, row: FigureRow) -> str:
    taken = QFontMetrics(fonts.small(bold=True)).horizontalAdvance(row.target)
    room = rect.width() - 84 - taken - _GAP
    return QFontMetrics(fonts.small()).elidedText(row.name, Qt.TextElideMode.ElideRight, room)


def _key_wide(row: PointRow) -> int:
    return max(_KEY, QFontMetrics(fonts.small()).horizontalAdvance(row.label) + 2)


def _words_place(rect: QRect, row: PointRow) -> QRect:
    left = _key_wide(row) + _GAP // 2 + (_MARK + _GAP if row.status is not None else 0)
    return rect.adjusted(left, 0, -chip_width(row.chip) - _GAP, 0)


def _elided(rect: QRect, row: PointRow) -> str:
    room = _words_place(rect, row).width()
    return QFontMetrics(fonts.body()).elidedText(row.text, Qt.TextElideMode.ElideRight, room)


def _write(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    theme: Theme,
    ink: str,
    side: Qt.AlignmentFlag = _LEFT,
) -> None:
    painter.setFont(font)
    painter.setPen(theme.role(ink))
    painter.drawText(rect, side, text)
