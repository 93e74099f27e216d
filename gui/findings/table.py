"""The ledger as a table: its head, its rows under their groups."""

from datetime import date

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from gui.findings.columns import Column, Layout
from gui.findings.content import HeadEntry
from gui.findings.table_delegate import FindingDelegate
from gui.findings.table_model import FindingTableModel, Index
from gui.findings.timeline import Axis
from gui.platform import fonts
from gui.platform.strokes import rule
from gui.platform.theme import theme_of
from gui.widgets.flat import lie_flat
from gui.widgets.over_scroll import OverScroll
from gui.widgets.panes import column_in
from models.vocabulary import FindingNumber

_HEAD = 32
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class FindingTable(QWidget):
    """Head and rows share one layout of columns."""

    def __init__(self, model: FindingTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = FindingList(model)
        self._head = _Head(self.rows)
        column = column_in(self)
        column.addWidget(self._head)
        column.addWidget(self.rows, 1)

    def show_layout(self, layout: Layout) -> None:
        """Take another layout of columns."""
        self.rows.delegate.layout_now = layout
        self.rows.viewport().update()
        self._head.update()

    def show_today(self, today: date) -> None:
        """Name the months of the timeline."""
        self._head.today = today
        self._head.update()


class FindingList(QListView):
    """Findings to go through with ↑↓; a click on a heading folds its group."""

    chosen = Signal(int)
    opened = Signal()
    folded = Signal(object)
    menu_wanted = Signal(int, object)

    def __init__(self, model: FindingTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._is_silent = model, False
        self.delegate = FindingDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self._lie_flat()
        self.setAccessibleName(self.tr("整改台账"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)

    def show_number(self, number: FindingNumber | None) -> None:
        """Mark a finding without telling anybody and bring it into sight."""
        index = self._model.index_of(number)
        self._is_silent = True
        self.setCurrentIndex(index)
        self._is_silent = False
        if index.isValid():
            self.scrollTo(self._model.index(0) if index.row() == 1 else index)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        number = self._model.number_at(current)
        if number is not None and not self._is_silent:
            self.chosen.emit(number)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        entry = self._model.entry_at(self.indexAt(event.position().toPoint()))
        if isinstance(entry, HeadEntry):
            self.folded.emit(entry.group)
            return
        super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape or (event.text().isprintable() and event.text()):
            event.ignore()  # the screen's keys, which Qt would take for the beginning of a search
        else:
            super().keyPressEvent(event)

    def _lie_flat(self) -> None:
        lie_flat(self, step=26)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        OverScroll(self)

    def _on_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():  # asked for by key
            index = self.currentIndex()
            place = self.visualRect(index).center()
        number = self._model.number_at(index)
        if number is not None:
            self.menu_wanted.emit(number, self.viewport().mapToGlobal(place))


class _Head(QWidget):
    """The names of the columns, and the months of the timeline."""

    def __init__(self, rows: FindingList) -> None:
        super().__init__()
        self._rows = rows
        self.today = date.today()
        self.setFixedHeight(_HEAD)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        rule(painter, 0, self.height() - 1, self.width(), theme.line)
        painter.setFont(fonts.meta())
        painter.setPen(theme.ink3)
        for column, place in self._places().items():
            if column is Column.AXIS:
                self._paint_months(painter, place)
            else:
                painter.drawText(place, _MIDDLE, self._words(column))

    def _places(self) -> dict[Column, QRectF]:
        return self._rows.delegate.layout_now.places(QRectF(0, 0, self._rows.viewport().width(), self.height()))

    def _paint_months(self, painter: QPainter, place: QRectF) -> None:
        axis = Axis(self.today)
        for start in axis.starts:
            left = place.left() + axis.share(start) * place.width()
            words = self.tr("{month}月").format(month=start.month)
            painter.drawText(QRectF(left, place.top(), place.width() / 4, place.height()), _MIDDLE, words)
        today = round(place.left() + axis.share(self.today) * place.width())
        painter.fillRect(QRectF(today, self.height() - 6, 1, 6), theme_of(self).accent)

    def _words(self, column: Column) -> str:
        return {
            Column.NUMBER: self.tr("序号"),
            Column.PROBLEM: self.tr("问题 / 依据、类型"),
            Column.PEOPLE: self.tr("责任"),
            Column.DEADLINE: self.tr("期限"),
            Column.STATE: self.tr("状态"),
            Column.EVIDENCE: self.tr("佐证"),
        }[column]
