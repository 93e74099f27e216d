"""The whole history of an item, with the way back to any step."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gui.checklist.shown import Line
from gui.platform import fonts
from gui.platform.theme import Theme
from gui.widgets.dialog import Dialog
from gui.widgets.over_scroll import OverScroll
from gui.widgets.panes import scrolled
from gui.widgets.row_list import RowDelegate, RowList
from gui.widgets.writing import writes

_WIDTH, _HIGH, _MOST = 640, 32, 360
_WHEN, _WHO = 104, 72


class HistoryDialog(Dialog):
    """Steps newest first; `chosen` is the one to go back to, None for none."""

    def __init__(self, key: str, lines: Sequence[Line], parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("{key} 的修改记录").format(key=key),
            self.tr("选一步再点“回到这一步”：填的、实际值和佐证恢复到当时，后来的记录仍留着。"),
            act=self.tr("回到这一步"),
            stay=self.tr("关上"),
            width=_WIDTH,
            parent=parent,
        )
        self.list = RowList(_LineDelegate(_HIGH), said=_spoken, opens_at_once=False)
        self.list.show_rows(lines)
        self.list.setAccessibleName(self.tr("修改记录"))
        area = scrolled(self.list)
        OverScroll(area)
        area.setFixedHeight(min(len(lines) * _HIGH + 2, _MOST))
        self.add(area)
        writes(self.act_button).setEnabled(False)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def chosen(self) -> int | None:
        """Give the place of the step chosen, counted from the newest; the newest itself is no way back."""
        row = self.list.currentIndex().row()
        return row if row > 0 else None

    def _on_current_changed(self, current: QModelIndex) -> None:
        self.act_button.setEnabled(current.row() > 0)


class _LineDelegate(RowDelegate):
    """When, who, what."""

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: Any, theme: Theme, /) -> None:
        painter.setFont(fonts.small())
        cells = (
            (0, row.when, theme.ink3),
            (_WHEN, row.who, theme.ink2),
            (_WHEN + _WHO, _fitting(rect, row), theme.ink),
        )
        for left, text, ink in cells:
            painter.setPen(ink)
            painter.drawText(rect.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    @override
    def cut_text(self, rect: QRect, row: Any, /) -> str:
        return "" if _fitting(rect, row) == row.what else str(row.what)


def _fitting(rect: QRect, row: Line) -> str:
    room = rect.width() - 4 - _WHEN - _WHO
    return QFontMetrics(fonts.small()).elidedText(row.what, Qt.TextElideMode.ElideRight, room)


def _spoken(row: object) -> str:
    return f"{row.when}，{row.who}，{row.what}" if isinstance(row, Line) else ""
