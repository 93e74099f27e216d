"""The rows of what came back: the program's value and the sheet's side by side, a click chooses which stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QWidget
from typing_extensions import override

from gui.departments.returned_content import DifferenceRow, HeadRow, RefusedRow, Row
from gui.departments.returned_model import ROW, ReturnedModel
from gui.platform import fonts, icons
from gui.platform.fonts import Role
from gui.platform.strokes import Option, focus_frame, frame, panel, rule
from gui.platform.theme import Theme, theme_of
from gui.widgets.flat import lie_flat
from gui.widgets.text import wrapped

_HEAD, _LEAST, _EDGE, _GAP, _PAD = 40, 64, 16, 12, 10
_NAME, _NARROW_NAME, _WIDE_FROM = 240, 176, 900
_LINES = 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_KEYED = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
_Index = QModelIndex | QPersistentModelIndex


class ReturnedList(QListView):
    """← and → choose a side of the row in hand, Space changes it."""

    def __init__(self, model: ReturnedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(ReturnedDelegate(self))
        lie_flat(self)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("任务单里的改动"))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        ours, theirs = sides(self.visualRect(index))
        for side, is_taken in ((ours, False), (theirs, True)):
            if index.isValid() and side.contains(event.position().toPoint()):
                self._rows.choose(index, is_taken)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, row = self.currentIndex(), self.currentIndex().data(ROW)
        wanted = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
        if isinstance(row, DifferenceRow) and event.key() in (*wanted, Qt.Key.Key_Space):
            self._rows.choose(index, wanted.get(Qt.Key(event.key()), not row.is_taken))
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class ReturnedDelegate(QStyledItemDelegate):
    """Draws a head, a difference as two cards, or a refusal as a sentence."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._list = parent

    @override
    def sizeHint(self, option: Option, index: _Index) -> QSize:
        row: Row = index.data(ROW)
        wide = self._list.viewport().width()
        match row:
            case HeadRow():
                return QSize(0, _HEAD)
            case DifferenceRow():
                ours, _ = sides(QRect(0, 0, wide, _LEAST))
                texts = (wrapped(text, Role.SMALL, ours.width() - 2 * _PAD - 20, _LINES) for text in _texts(row))
                return QSize(0, max(_LEAST, max(text.height for text in texts) + 2 * _PAD + 8))
            case RefusedRow():
                words = wrapped(row.words, Role.SMALL, wide - 2 * _EDGE - 28)
                return QSize(0, words.height + 2 * _PAD)

    @override
    def paint(self, painter: QPainter, option: Option, index: _Index) -> None:
        theme, rect = theme_of(option.palette), option.rect
        row: Row = index.data(ROW)
        painter.save()
        match row:
            case HeadRow():
                _draw_head(painter, rect, row, theme)
            case DifferenceRow():
                _draw_difference(painter, rect, row, theme)
            case RefusedRow():
                _draw_refused(painter, rect, row, theme)
        if option.state & _KEYED == _KEYED:
            focus_frame(painter, QRectF(rect), theme.accent, radius=0)
        painter.restore()


def sides(rect: QRect) -> tuple[QRect, QRect]:
    """Give the places of the program's value and the sheet's in a row."""
    name = name_width(rect.width())
    left = rect.left() + _EDGE + name + _GAP
    wide = (rect.right() - _EDGE - left - _GAP) // 2
    ours = QRect(left, rect.top() + 4, wide, rect.height() - 8)
    return ours, ours.translated(wide + _GAP, 0)


def name_width(width: int) -> int:
    """Say how wide the column of names is."""
    return _NAME if width >= _WIDE_FROM else _NARROW_NAME


def _texts(row: DifferenceRow) -> tuple[str, str]:
    return row.ours, row.theirs


def _draw_head(painter: QPainter, rect: QRect, row: HeadRow, theme: Theme) -> None:
    painter.fillRect(rect, theme.ground)
    rule(painter, rect.left(), rect.bottom(), rect.right() + 1, theme.line)
    painter.setFont(fonts.small(bold=True))
    painter.setPen(theme.ink)
    wide = painter.fontMetrics().horizontalAdvance(row.words)
    painter.drawText(rect.adjusted(_EDGE, 0, 0, 0), _LEFT, row.words)
    painter.setFont(fonts.meta())
    painter.setPen(theme.ink3)
    painter.drawText(rect.adjusted(_EDGE + wide + _GAP, 0, 0, 0), _LEFT, row.about)


def _draw_difference(painter: QPainter, rect: QRect, row: DifferenceRow, theme: Theme) -> None:
    place = QRect(rect.left() + _EDGE, rect.top(), name_width(rect.width()), rect.height())
    name = wrapped(row.name, Role.SMALL, place.width(), _LINES)
    name.draw(painter, place.left(), place.center().y() - name.height / 2, theme.ink)
    for side, text, is_standing in zip(sides(rect), _texts(row), (not row.is_taken, row.is_taken), strict=True):
        _draw_side(painter, side, text, theme, is_standing=is_standing)
    rule(painter, rect.left(), rect.bottom(), rect.right() + 1, theme.line)


def _draw_side(painter: QPainter, rect: QRect, text: str, theme: Theme, *, is_standing: bool) -> None:
    """Draw one value; the one that will stand is framed and ticked."""
    if is_standing:
        panel(painter, QRectF(rect), theme.select, radius=4)
        frame(painter, QRectF(rect), theme.accent, radius=4)
        icons.draw(
            painter, QRectF(rect.right() - _PAD - 14, rect.center().y() - 8, 16, 16), "tick", theme.accent, line=2
        )
    else:
        frame(painter, QRectF(rect), theme.line2, radius=4)
    words = wrapped(text, Role.SMALL, rect.width() - 2 * _PAD - 20, _LINES)
    ink = theme.ink if is_standing else theme.ink3
    words.draw(painter, rect.left() + _PAD, rect.center().y() - words.height / 2, ink)


def _draw_refused(painter: QPainter, rect: QRect, row: RefusedRow, theme: Theme) -> None:
    icons.draw(painter, QRectF(rect.left() + _EDGE, rect.top() + _PAD + 2, 16, 16), "warn", theme.not_met)
    words = wrapped(row.words, Role.SMALL, rect.width() - 2 * _EDGE - 28)
    words.draw(painter, rect.left() + _EDGE + 24, rect.top() + _PAD, theme.ink)
    rule(painter, rect.left(), rect.bottom(), rect.right() + 1, theme.line)
