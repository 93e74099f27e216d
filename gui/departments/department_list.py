"""The departments at the left, each with its counts; what is dropped on one is given to it."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from gui.departments.content import DepartmentLine
from gui.departments.dragging import ITEMS, keys_in
from gui.platform import fonts
from gui.platform.strokes import focus_frame
from gui.platform.theme import Theme, theme_of
from gui.widgets.flat import lie_flat
from gui.widgets.row_list import ROW, RowDelegate, RowModel
from models.vocabulary import DepartmentId

ROW_HEIGHT = 48
_EDGE, _COUNT = 16, 56
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class DepartmentList(QListView):
    """One department is in hand; a double click asks for its particulars."""

    chosen = Signal(object)
    opened = Signal(object)
    dropped = Signal(str, list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RowModel(sentence_of, self)
        delegate = DepartmentDelegate(ROW_HEIGHT)
        delegate.setParent(self)
        self.setModel(self._rows)
        self.setItemDelegate(delegate)
        self._target = QRect()
        self._lie_flat()
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_double_clicked)

    def show_lines(self, lines: Sequence[DepartmentLine], name: str | None) -> None:
        """Show other departments, the one of this name in hand."""
        with QSignalBlocker(self.selectionModel()):
            self._rows.show_rows(lines)
            at = next((row for row, line in enumerate(lines) if line.name == name), -1)
            if at >= 0:
                flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(self._rows.index(at), flag)
        self.viewport().update()

    @property
    def order(self) -> tuple[DepartmentId, ...]:
        """Name the departments of the school as they stand here."""
        lines = (self._rows.index(row).data(ROW) for row in range(self._rows.rowCount()))
        return tuple(line.id for line in lines if line.id is not None)

    @property
    def current(self) -> DepartmentLine | None:
        """Give the department in hand."""
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(ITEMS):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._show_target(self.visualRect(index) if index.isValid() else QRect())
        event.setAccepted(index.isValid())

    @override
    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._show_target(QRect())

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._show_target(QRect())
        if index.isValid():
            event.acceptProposedAction()
            self.dropped.emit(index.data(ROW).name, list(keys_in(event.mimeData())))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target.isValid():
            focus_frame(QPainter(self.viewport()), QRectF(self._target), theme_of(self).accent, radius=2)

    def _show_target(self, rect: QRect) -> None:
        self._target = rect
        self.viewport().update()

    def _lie_flat(self) -> None:
        lie_flat(self)
        self.setAcceptDrops(True)
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("科室"))

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(index.data(ROW) if index.isValid() else None)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW))


class DepartmentDelegate(RowDelegate):
    """Name over who answers for it; at the right how many of its items are answered."""

    padding = 0

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: DepartmentLine, theme: Theme, /) -> None:
        name, about = self._places(rect)
        painter.setFont(fonts.body(bold=bool(row.id) and not row.is_retired))
        painter.setPen(theme.ink if row.name else theme.ink2)
        painter.drawText(name, _LEFT, _elided(painter, row.title, name.width()))
        painter.setFont(fonts.meta())
        painter.setPen(theme.ink3)
        painter.drawText(about, _LEFT, _elided(painter, row.about, about.width()))
        painter.setPen(theme.ink2)
        painter.drawText(rect.adjusted(0, 0, -_EDGE, 0), _RIGHT, row.count)

    @override
    def cut_text(self, rect: QRect, row: DepartmentLine, /) -> str:
        name, about = self._places(rect)
        is_cut = QFontMetrics(fonts.body(bold=True)).horizontalAdvance(row.title) > name.width()
        is_cut = is_cut or QFontMetrics(fonts.meta()).horizontalAdvance(row.about) > about.width()
        return f"{row.title}\n{row.about}".strip() if is_cut else ""

    def _places(self, rect: QRect) -> tuple[QRect, QRect]:
        inside = rect.adjusted(_EDGE, 5, -_EDGE - _COUNT, -5)
        half = inside.height() * 11 // 20
        return inside.adjusted(0, 0, 0, half - inside.height()), inside.adjusted(0, half, 0, 0)


def sentence_of(row: object) -> str:
    """Tell a screen reader what a row shows."""
    assert isinstance(row, DepartmentLine)
    return "，".join(filter(None, (row.title, row.about, row.count)))


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
