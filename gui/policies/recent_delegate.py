"""How one recent assessment is painted: school, document, progress, time, and an arrow to open it."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from typing_extensions import override

from gui.platform import fonts, icons
from gui.platform.strokes import Option
from gui.platform.theme import Theme
from gui.policies.recent_rows import RecentRow
from gui.widgets import stacked_bar
from gui.widgets.row_list import ROW, RowDelegate

HEIGHT = 64
_PADDING, _GAP, _ICON, _RIGHT = 16, 16, 16, 12
_BAR_WIDTH, _LEAST_BAR, _BAR_HEIGHT = 216, 168, 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class RecentDelegate(RowDelegate):
    """Paints rows HEIGHT high; the arrow at their end is a button."""

    padding = 0
    arrow_clicked = Signal(object)

    def __init__(self) -> None:
        super().__init__(HEIGHT)

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: RecentRow, theme: Theme) -> None:
        _paint_names(painter, _names_rect(rect), row, theme)
        _paint_progress(painter, _progress_rect(rect), row, theme)
        icons.draw(painter, QRectF(_arrow_rect(rect)), "right", theme.ink3)

    @override
    def cut_text(self, rect: QRect, row: RecentRow) -> str:
        width = QFontMetrics(fonts.body(bold=True)).horizontalAdvance(row.school)
        return row.school if width > _names_rect(rect).width() else ""

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: Option,
        index: _Index,
    ) -> bool:
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonRelease:
            return False
        if not _arrow_rect(option.rect).adjusted(-8, -16, 8, 16).contains(event.position().toPoint()):
            return False
        self.arrow_clicked.emit(index.data(ROW))
        return True


def _paint_names(painter: QPainter, rect: QRect, row: RecentRow, theme: Theme) -> None:
    lines = (
        (row.school, fonts.body(bold=True), theme.ink, rect.top()),
        (row.what, fonts.small(), theme.ink2, rect.top() + 20),
    )
    for text, font, ink, top in lines:
        painter.setFont(font)
        painter.setPen(ink)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(QRect(rect.left(), top, rect.width(), 20), _LEFT, shown)


def _paint_progress(painter: QPainter, rect: QRect, row: RecentRow, theme: Theme) -> None:
    line = QRect(rect.left(), rect.top(), rect.width(), 16)
    painter.setFont(fonts.meta())
    painter.setPen(theme.ink2)
    painter.drawText(line, _LEFT, row.filled)
    painter.drawText(line, _AT_RIGHT, row.carried)
    painter.setPen(theme.ink3)
    painter.drawText(line.translated(0, 32), _AT_RIGHT, row.when)
    bar = QRectF(rect.left(), rect.top() + 20, rect.width(), _BAR_HEIGHT)
    stacked_bar.paint(painter, bar, row.counts, theme)


def _arrow_rect(rect: QRect) -> QRect:
    return QRect(rect.right() + 1 - _RIGHT - _ICON, rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)


def _progress_rect(rect: QRect) -> QRect:
    width = max(_LEAST_BAR, min(_BAR_WIDTH, int(rect.width() * 0.44)))
    return QRect(_arrow_rect(rect).left() - _GAP - width, rect.top() + 8, width, 48)


def _names_rect(rect: QRect) -> QRect:
    left = rect.left() + _PADDING
    return QRect(left, rect.top() + 12, _progress_rect(rect).left() - _GAP - left, 40)
