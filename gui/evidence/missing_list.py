"""Items said to be met that have nothing to show for it; each leads to the checklist."""

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.theme import Theme
from gui.widgets import status_mark
from gui.widgets.row_list import RowDelegate, RowList
from services.checklist import ItemRow

_HEIGHT, _MARK = 48, 16
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class MissingList(QWidget):
    """Rows of items."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(_ItemDelegate(_HEIGHT), said=_said)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 8)
        column.addWidget(self.list)
        column.addStretch()
        self.list.wanted.connect(self.wanted)

    def show_items(self, rows: Sequence[ItemRow]) -> None:
        """Show these items."""
        self.list.show_rows(rows)


class _ItemDelegate(RowDelegate):
    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: Any, theme: Theme, /) -> None:
        one = cast(ItemRow, row)
        status_mark.paint(painter, QRectF(rect.left(), rect.top() + 8, _MARK, _MARK), one.status, theme)
        left = rect.left() + _MARK + 12
        width = rect.right() - left
        painter.setFont(fonts.body())
        painter.setPen(theme.ink)
        shown = QFontMetrics(painter.font()).elidedText(one.item.text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(left, rect.top() + 4, width, 22), _MIDDLE, shown)
        painter.setFont(fonts.meta())
        painter.setPen(theme.ink3)
        second = "　".join(part for part in (one.label, one.answer.department) if part)
        painter.drawText(QRectF(left, rect.top() + 26, width, 16), _MIDDLE, second)

    @override
    def cut_text(self, _rect: QRect, row: Any, /) -> str:
        return cast(ItemRow, row).item.text


def _said(row: object) -> str:
    one = cast(ItemRow, row)
    return f"{one.label} {one.item.text}"
