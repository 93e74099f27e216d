"""The table of base data: each cell that can be written drawn as a field, filled in from the keyboard alone."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from gui.settings import pasting
from gui.settings.base_cells import ROW, CellDelegate
from gui.settings.base_model import BaseModel
from gui.settings.base_rows import WRITABLE, Column
from gui.widgets.line_edit import LineEdit

_SHOWN_ROWS, _LEAST_ROWS = 12, 4
_WIDTHS = {Column.VALUE: 88, Column.UNIT: 68, Column.LAST: 72, Column.AS_OF: 104, Column.SOURCE: 128}
_Index = QModelIndex | QPersistentModelIndex


class BaseTable(QTableView):
    """Enter and the arrows go down and up a column, Tab goes right; a copied column is laid in at once."""

    pasted = Signal(int)
    stepped = Signal(int)

    def __init__(self, model: BaseModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = model
        self.setModel(model)
        delegate = CellDelegate(model, self)
        delegate.left.connect(self.step)
        delegate.paste_wanted.connect(self.paste)
        self.setItemDelegate(delegate)
        self._lie_flat()
        self._set_widths()
        model.modelReset.connect(self._span_headings)
        self._span_headings()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _SHOWN_ROWS * ROW + self.horizontalHeader().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), _LEAST_ROWS * ROW + self.horizontalHeader().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on from a cell that is not open; all else is the table's own."""
        steps = {Qt.Key.Key_Return: (1, 0), Qt.Key.Key_Enter: (1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Up: (-1, 0)}
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif (step := steps.get(Qt.Key(event.key()))) is not None and not event.modifiers():
            self.step(*step)
        else:
            super().keyPressEvent(event)

    def step(self, down: int, right: int) -> None:
        """Open the next cell that can be written, down a column or along the rows."""
        here = self.currentIndex()
        place = self._below(here, down) if down else self._beside(here, right)
        if place is not None:
            self._open(place)

    def begin(self) -> None:
        """Open the first value that is still missing, else the first there is."""
        values = [self._facts.index(row, Column.VALUE) for row in range(self._facts.rowCount())]
        open_ones = [index for index in values if self._is_writable(index)]
        first = next((index for index in open_ones if not index.data()), open_ones[0])
        self.scrollTo(first, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._open(first)

    def paste(self) -> None:
        """Lay the copied cells in from the current one on."""
        here = self.currentIndex()
        text = QGuiApplication.clipboard().text()
        if here.isValid() and text:
            self.pasted.emit(pasting.lay(self._facts, text, here.row(), Column(here.column())))

    def finish_typing(self) -> None:
        """Take what is being typed into the rows."""
        editor = self.viewport().focusWidget() or self.focusWidget()
        if isinstance(editor, LineEdit):
            self.commitData(editor)

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.stepped.emit(current.row())

    def _open(self, place: QModelIndex) -> None:
        """Open a cell; becoming the current one opens it."""
        if place == self.currentIndex():
            self.edit(place)
        else:
            self.setCurrentIndex(place)

    def _below(self, here: QModelIndex, down: int) -> QModelIndex | None:
        rows = range(here.row() + down, self._facts.rowCount() if down > 0 else -1, down)
        cells = (self._facts.index(row, here.column()) for row in rows)
        return next(filter(self._is_writable, cells), None)

    def _beside(self, here: QModelIndex, right: int) -> QModelIndex | None:
        cells = [self._facts.index(row, column) for row in range(self._facts.rowCount()) for column in WRITABLE]
        order = [index for index in cells if self._is_writable(index)]
        ahead = [index for index in order if (_place(index) > _place(here)) is (right > 0) and index != here]
        return None if not ahead else ahead[0 if right > 0 else -1]

    def _is_writable(self, index: QModelIndex) -> bool:
        is_hidden = self.isRowHidden(index.row())
        return not is_hidden and bool(self._facts.flags(index) & Qt.ItemFlag.ItemIsEditable)

    def _lie_flat(self) -> None:
        self.setAccessibleName(self.tr("基础数据"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _set_widths(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)

    def _span_headings(self) -> None:
        self.clearSpans()
        for row in range(self._facts.rowCount()):
            if self._facts.row(row).heading:
                self.setSpan(row, 0, 1, len(Column))


def _place(index: QModelIndex) -> tuple[int, int]:
    return index.row(), index.column()
