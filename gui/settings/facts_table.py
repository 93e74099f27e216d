"""The table of a school's figures, each cell that can be written drawn as a field."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyle, QStyledItemDelegate, QTableView, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.strokes import Option
from gui.platform.style_buttons import draw_field
from gui.platform.theme import theme_of
from gui.settings.facts_model import Column, FactsModel
from gui.widgets.line_edit import LineEdit

_ROW, _SHOWN_ROWS, _PADDING = 38, 7, 8
_WIDTHS = {Column.VALUE: 104, Column.UNIT: 80, Column.AS_OF: 112, Column.SOURCE: 168}
_Index = QModelIndex | QPersistentModelIndex


class FactsTable(QTableView):
    """One click opens a cell; Tab goes on to the next."""

    def __init__(self, model: FactsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(model, self))
        self.setAccessibleName(self.tr("年度基本情况"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self._set_widths()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _SHOWN_ROWS * _ROW + self.horizontalHeader().height())

    def finish_typing(self) -> None:
        """Take what is being typed into the rows."""
        editor = self.viewport().focusWidget() or self.focusWidget()
        if isinstance(editor, LineEdit):
            self.commitData(editor)

    def _set_widths(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)


class _CellDelegate(QStyledItemDelegate):
    """Draws a cell as a field, or as plain words where it is fixed."""

    def __init__(self, model: FactsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    @override
    def sizeHint(self, option: Option, index: _Index) -> QSize:
        return QSize(80, _ROW)

    @override
    def paint(self, painter: QPainter, option: Option, index: _Index) -> None:
        theme, rect = theme_of(option.palette), option.rect.adjusted(0, 3, -_PADDING, -3)
        painter.save()
        if self._model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            state = "invalid" if self._model.is_wrong(index) else "focus" if focused else ""
            draw_field(painter, QRectF(rect), theme, state=state)
        rect = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.setFont(fonts.body())
        painter.setPen(theme.ink)
        text = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: Option, index: _Index) -> QWidget:
        hint = self.tr("2025-09-30") if index.column() == Column.AS_OF else ""
        return LineEdit(placeholder=hint, parent=parent)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: Option, index: _Index) -> None:
        editor.setGeometry(option.rect.adjusted(0, 3, -_PADDING, -3))
