"""A list of any length whose rows are measured only where they are seen.

Qt's own list asks every row for its size before it shows the first one. Here the scroll bar counts rows, each as so
many steps, and a place in it says which row stands at the top and how much of it is hidden.
"""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QHoverEvent, QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from gui.checklist.list_model import Index
from gui.platform.strokes import Option

_STEPS = 64
"""How many steps of the scroll bar a row takes, whatever its height."""
_NEAR = 200
"""How many rows out of sight are measured; those farther off are guessed."""
_S = QStyle.StateFlag
_OURS = _S.State_HasFocus | _S.State_Selected | _S.State_MouseOver
_MOVE = QAbstractItemView.CursorAction
_HINT = QAbstractItemView.ScrollHint
_CURRENT = QItemSelectionModel.SelectionFlag.Current


class LongList(QAbstractItemView):
    """Rows of different heights, one under another; heirs say which of them can be current."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._anchor = 0
        self._hovered = -1
        self.setAutoScroll(False)  # we keep rows clear of the heading ourselves

    def can_be_current(self, _number: int) -> bool:
        """Say whether the keys stop at a row."""
        return True

    def anchor_at(self, number: int) -> None:
        """Begin at a row what Shift extends."""
        self._anchor = max(number, 0)

    def scroll_by(self, pixels: int) -> None:
        """Move what is seen by so many pixels, down where they are more than nothing."""
        if pixels:
            self._show_at_top(self._top_row(), self._top_edge() - pixels)

    @override
    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        return QRect(0, self._edge_of(index.row()), self.viewport().width(), self._height(index.row()))

    @override
    def indexAt(self, place: QPoint) -> QModelIndex:
        row = self._row_at(place.y())
        return self.model().index(row, 0) if 0 <= row < self._count() else QModelIndex()

    @override
    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _HINT.EnsureVisible) -> None:
        if not index.isValid():
            return
        rect, high = self.visualRect(index), self.viewport().height()
        if hint is _HINT.PositionAtTop or (hint is _HINT.EnsureVisible and rect.top() < 0):
            self._show_at_top(index.row(), 0)
        elif hint is not _HINT.EnsureVisible or rect.bottom() >= high:
            below = (high - rect.height()) // (2 if hint is _HINT.PositionAtCenter else 1)
            self._show_at_top(index.row(), max(below, 0))

    @override
    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        here, page = self.currentIndex().row(), max(self.viewport().height() // _STEPS - 1, 1)
        wanted, step = {
            _MOVE.MoveUp: (here - 1, -1),
            _MOVE.MovePrevious: (here - 1, -1),
            _MOVE.MoveDown: (here + 1, 1),
            _MOVE.MoveNext: (here + 1, 1),
            _MOVE.MovePageUp: (max(here - page, 0), 1),
            _MOVE.MovePageDown: (min(here + page, self._count() - 1), -1),
            _MOVE.MoveHome: (0, 1),
            _MOVE.MoveEnd: (self._count() - 1, -1),
        }.get(action, (here, 1))
        while 0 <= wanted < self._count() and not self.can_be_current(wanted):
            wanted += step
        return self.model().index(wanted, 0) if 0 <= wanted < self._count() else self.currentIndex()

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select from where Shift began to where the pointer or the current row is, else the rows touched."""
        if command & _CURRENT:
            first, last = sorted((self._anchor, max(self.currentIndex().row(), 0)))
        else:
            touched = rect.normalized()
            first, last = self._row_at(touched.top()), self._row_at(touched.bottom())
            self.anchor_at(first)
        last = min(last, self._count() - 1)
        if 0 <= first <= last:
            self.selectionModel().select(
                QItemSelection(self.model().index(first, 0), self.model().index(last, 0)), command
            )

    @override
    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    @override
    def isIndexHidden(self, _index: Index) -> bool:
        return False

    @override
    def horizontalOffset(self) -> int:
        return 0

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.anchor_at(self.currentIndex().row())

    @override
    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self.updateGeometries()

    @override
    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, self._most())
        bar.setPageStep(max(self.viewport().height() - _STEPS, _STEPS))

    @override
    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometries()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHoverEvent):
            self._hovered = -1 if event.type() == QEvent.Type.HoverLeave else self._row_at(round(event.position().y()))
        return super().viewportEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QPainter(self.viewport()), _option()
        self.initViewItemOption(option)
        state, row, edge = option.state & ~_OURS, self._top_row(), self._top_edge()
        while row < self._count() and edge <= event.rect().bottom():
            option.rect = QRect(0, edge, self.viewport().width(), self._height(row))
            if option.rect.bottom() >= event.rect().top():
                index = self.model().index(row, 0)
                option.state = state | self._state_of(index)
                self.itemDelegate().paint(painter, option, index)
            edge += option.rect.height()
            row += 1

    def _state_of(self, index: QModelIndex) -> QStyle.StateFlag:
        state = _S.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= _S.State_Selected
        if index == self.currentIndex() and self.hasFocus():
            state |= _S.State_HasFocus
        if index.row() == self._hovered:
            state |= _S.State_MouseOver
        return state

    def _count(self) -> int:
        return self.model().rowCount()

    def _height(self, number: int) -> int:
        return self.itemDelegate().sizeHint(QStyleOptionViewItem(), self.model().index(number, 0)).height()

    def _top_row(self) -> int:
        return min(self.verticalScrollBar().value() // _STEPS, max(self._count() - 1, 0))

    def _top_edge(self) -> int:
        """Give the upper edge of the top row: nothing, or above the view."""
        part = self.verticalScrollBar().value() % _STEPS
        return -round(self._height(self._top_row()) * part / _STEPS) if part else 0

    def _show_at_top(self, number: int, edge: int) -> None:
        """Have a row stand with its upper edge at a place in the view."""
        while edge > 0 and number > 0:
            number -= 1
            edge -= self._height(number)
        while edge < 0 and number < self._count() - 1 and -edge >= self._height(number):
            edge += self._height(number)
            number += 1
        part = -round(min(edge, 0) * _STEPS / self._height(number)) if self._count() else 0
        self.verticalScrollBar().setRange(0, self._most())
        self.verticalScrollBar().setValue(number * _STEPS + min(part, _STEPS - 1))

    def _most(self) -> int:
        """Give the place in the scroll bar at which the last row ends where the view does."""
        room, row = self.viewport().height(), self._count()
        while room > 0 and row > 0:
            row -= 1
            room -= self._height(row)
        return 0 if room > 0 or not self._count() else row * _STEPS + -(-_STEPS * -room // self._height(row))

    def _edge_of(self, number: int) -> int:
        top, edge = self._top_row(), self._top_edge()
        step = 1 if number > top else -1
        near = range(top, number) if step > 0 else range(number, top)
        measured = near if len(near) <= _NEAR else near[:_NEAR] if step > 0 else near[-_NEAR:]
        return edge + step * (sum(map(self._height, measured)) + (len(near) - len(measured)) * _STEPS)

    def _row_at(self, y: int) -> int:
        """Give the row at a height, in sight or not; one past the last below them all."""
        row, edge = self._top_row(), self._top_edge()
        if y < edge:
            while row > 0 and edge > y:
                row -= 1
                edge -= self._height(row)
            return row
        while row < self._count() and edge + self._height(row) <= y:
            edge += self._height(row)
            row += 1
        return row


def _option() -> Option:
    return QStyleOptionViewItem()
