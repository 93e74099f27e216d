"""The measures at the right: chosen singly or many at once, opened to their items, dragged to a department."""

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QTreeView, QWidget
from typing_extensions import override

from gui.departments.content import ItemLine, MeasureLine
from gui.departments.measure_model import LINE, MeasureModel
from gui.platform import fonts, icons
from gui.platform.fonts import Role
from gui.platform.strokes import Option, focus_frame, rule
from gui.platform.style_rows import draw_row_ground
from gui.platform.theme import Theme, theme_of
from gui.widgets import status_mark
from gui.widgets.flat import lie_flat
from gui.widgets.text import wrapped
from models.vocabulary import ItemKey

MEASURE, ITEM = 52, 36
COUNT, DEPARTMENT, NARROW_DEPARTMENT, WIDE_FROM = 64, 236, 148, 820
_EDGE, _NUMBER, _GAP, _MARK = 16, 28, 8, 16
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_KEYED = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
_JOINER = "\N{WORD JOINER}"
_Index = QModelIndex | QPersistentModelIndex


def department_width(width: int) -> int:
    """Say how wide the column of departments is in so wide a table."""
    return DEPARTMENT if width >= WIDE_FROM else NARROW_DEPARTMENT


class MeasureView(QTreeView):
    """A letter, Enter or the right button asks who the chosen items are for; Delete takes them from everybody."""

    chosen = Signal()
    picker_wanted = Signal(str)
    cleared = Signal()
    item_wanted = Signal(str)

    def __init__(self, model: MeasureModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measures = model
        self.setModel(model)
        delegate = MeasureDelegate(self)
        self.setItemDelegate(delegate)
        self._lie_flat()
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    def keys(self) -> tuple[ItemKey, ...]:
        """Name the items chosen, one by one or by their measures."""
        rows = sorted(self.selectedIndexes(), key=lambda index: (index.parent().row(), index.row()))
        return self._measures.keys_at(rows)

    def singled_out(self) -> frozenset[ItemKey]:
        """Name the items that were chosen by themselves."""
        lines = (index.data(LINE) for index in self.selectedIndexes())
        return frozenset(line.key for line in lines if isinstance(line, ItemLine))

    def place_of_current(self) -> QPoint:
        """Give the place below the row in hand, for what opens there."""
        rect = self.visualRect(self.currentIndex())
        at = rect.bottomRight() if rect.isValid() else self.viewport().rect().topRight()
        return self.viewport().mapToGlobal(QPoint(max(0, at.x() - COUNT - DEPARTMENT), at.y()))

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self.keys():
            self.picker_wanted.emit("")
        elif plain and event.text().strip() and event.text().isprintable() and self.keys():
            self.picker_wanted.emit(event.text())
        elif event.key() == Qt.Key.Key_Delete and self.keys():
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.keys():
            self.picker_wanted.emit("")

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """Leave the branches out: the rows draw their own."""

    def _lie_flat(self) -> None:
        lie_flat(self)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAccessibleName(self.tr("条款和责任科室"))

    def _on_clicked(self, index: QModelIndex) -> None:
        place = self.viewport().mapFromGlobal(self.cursor().pos())
        if isinstance(index.data(LINE), MeasureLine) and place.x() < _EDGE + _MARK + _GAP // 2:
            self.setExpanded(index, not self.isExpanded(index))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if isinstance(line, ItemLine):
            self.item_wanted.emit(line.key)
        else:
            self.setExpanded(index, not self.isExpanded(index))


class MeasureDelegate(QStyledItemDelegate):
    """Draws a measure in two lines, an item in one; department and count stand in columns of their own."""

    @override
    def sizeHint(self, option: Option, index: _Index) -> QSize:
        return QSize(0, MEASURE if isinstance(index.data(LINE), MeasureLine) else ITEM)

    @override
    def paint(self, painter: QPainter, option: Option, index: _Index) -> None:
        theme, rect, line = theme_of(option.palette), option.rect, index.data(LINE)
        painter.save()
        draw_row_ground(painter, QRectF(rect), theme, option.state)
        rule(painter, rect.left(), rect.bottom(), rect.right() + 1, theme.line)
        if isinstance(line, MeasureLine):
            _draw_measure(painter, rect, line, theme, is_open=bool(option.state & QStyle.StateFlag.State_Open))
        elif isinstance(line, ItemLine):
            _draw_item(painter, rect, line, theme)
        if option.state & _KEYED == _KEYED:
            focus_frame(painter, QRectF(rect), theme.accent, radius=0)
        painter.restore()


def _draw_measure(painter: QPainter, rect: QRect, line: MeasureLine, theme: Theme, *, is_open: bool) -> None:
    left = rect.left() + _EDGE - _GAP // 2
    chevron = QRectF(left, rect.center().y() - _MARK / 2, _MARK, _MARK)
    icons.draw(painter, chevron, "down" if is_open else "right", theme.ink3)
    left += _MARK + _GAP // 2
    right = rect.right() - _EDGE - COUNT - department_width(rect.width()) - _GAP
    said = line.suggestion
    upper = QRect(left, rect.top() + (6 if said else 0), right - left, 22 if said else rect.height())
    number = QRect(left, upper.top(), _NUMBER, upper.height())
    _write(painter, number, line.number, fonts.body(), theme, "ink3", _RIGHT)
    words = upper.adjusted(_NUMBER + _GAP, 0, 0, 0)
    _write(painter, words, line.heading, fonts.body(), theme, "ink", _LEFT)
    if said:
        lower = QRect(words.left(), upper.bottom(), words.width(), 18)
        _write(painter, lower, said, fonts.meta(), theme, "ink3", _LEFT)
    is_given = all(one.department for one in line.items)
    _draw_columns(painter, rect, line.departments, line.count, theme, "ink" if is_given else "ink2")


def _draw_item(painter: QPainter, rect: QRect, line: ItemLine, theme: Theme) -> None:
    left = rect.left() + _EDGE + _MARK + _NUMBER + _GAP
    status_mark.paint(painter, QRectF(left, rect.center().y() - 8, _MARK, _MARK), line.status, theme)
    left += _MARK + _GAP
    right = rect.right() - _EDGE - COUNT - department_width(rect.width()) - _GAP
    text = f"{line.label}　{line.text}"
    _write(painter, QRect(left, rect.top(), right - left, rect.height()), text, fonts.small(), theme, "ink2", _LEFT)
    _draw_columns(painter, rect, line.department, "", theme, "ink2")


def _draw_columns(painter: QPainter, rect: QRect, department: str, count: str, theme: Theme, ink: str) -> None:
    wide = department_width(rect.width())
    left = rect.right() - _EDGE - COUNT - wide
    words = wrapped(_unbroken(department), Role.SMALL, wide - _GAP, 2 if rect.height() >= MEASURE else 1)
    words.draw(painter, left, rect.center().y() - words.height / 2, theme.role(ink))
    place = QRect(rect.right() - _EDGE - COUNT, rect.top(), COUNT, rect.height())
    _write(painter, place, count, fonts.small(), theme, "ink2", _RIGHT)


def _unbroken(departments: str) -> str:
    """Let a line end between two departments only, not within a name or before its count."""
    return " · ".join(_JOINER.join(share) for share in departments.split(" · "))


def _write(
    painter: QPainter, rect: QRect, text: str, face: QFont, theme: Theme, ink: str, side: Qt.AlignmentFlag
) -> None:
    painter.setFont(face)
    painter.setPen(theme.role(ink))
    painter.drawText(rect, side, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))
