"""The cells of the base data: drawn as fields, opened as fields, left by keys."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QToolTip, QWidget
from typing_extensions import override

from checklists.base_figures import base_figures
from gui.platform import fonts
from gui.platform.fonts import Role, font
from gui.platform.strokes import Option
from gui.platform.style_buttons import draw_field
from gui.platform.theme import Theme, theme_of
from gui.settings import pasting
from gui.settings.base_model import BaseModel
from gui.settings.base_rows import Column
from gui.widgets.labels import tip_text
from gui.widgets.line_edit import LineEdit

ROW = 34
_PADDING, _DOT = 8, 6
_Index = QModelIndex | QPersistentModelIndex
_NUMBERS = (Column.VALUE, Column.LAST)
_STEPS = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


class CellDelegate(QStyledItemDelegate):
    """Draws a cell as a field, or as plain words where it is fixed; `left` says which way a key goes on."""

    left = Signal(int, int)
    paste_wanted = Signal()

    def __init__(self, model: BaseModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    @override
    def sizeHint(self, option: Option, index: _Index) -> QSize:
        return QSize(80, ROW)

    @override
    def paint(self, painter: QPainter, option: Option, index: _Index) -> None:
        theme, rect = theme_of(option.palette), option.rect
        painter.save()
        if self._model.row(index.row()).heading:
            _paint_heading(painter, rect, str(index.data()), theme)
        else:
            self._paint_cell(painter, option, index, theme)
        painter.restore()

    @override
    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: Option, index: _Index) -> bool:
        figure = base_figures().get(self._model.row(index.row()).name)
        text = figure.meaning if figure and index.column() == Column.NAME else str(index.data() or "")
        if event.type() != QEvent.Type.ToolTip or not text:
            return False
        QToolTip.showText(event.globalPos(), tip_text(text), view)
        return True

    @override
    def createEditor(self, parent: QWidget, option: Option, index: _Index) -> QWidget:
        hints = {Column.AS_OF: self.tr("2025-09-30"), Column.NAME: self.tr("另加一项")}
        editor = LineEdit(placeholder=hints.get(Column(index.column()), ""), parent=parent)
        if index.column() in _NUMBERS:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = self._model.row(index.row())
        header = str(self._model.headerData(index.column(), Qt.Orientation.Horizontal))
        editor.setAccessibleName(f"{row.name} {header}".strip())
        return editor

    @override
    def updateEditorGeometry(self, editor: QWidget, option: Option, index: _Index) -> None:
        editor.setGeometry(option.rect.adjusted(0, 2, -_PADDING, -2))

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave an open cell by Enter, Tab and the arrows; take a whole column that is pasted into it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(editor, QWidget):
            is_table = pasting.is_a_table(QGuiApplication.clipboard().text())
            if event.matches(QKeySequence.StandardKey.Paste) and is_table:
                self._leave(editor)
                self.paste_wanted.emit()
                return True
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._leave(editor)
                self.left.emit(*step)
                return True
        return super().eventFilter(editor, event)

    def _leave(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _paint_cell(self, painter: QPainter, option: Option, index: _Index, theme: Theme) -> None:
        rect = option.rect.adjusted(0, 2, -_PADDING, -2)
        if self._model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            state = "invalid" if self._model.is_wrong(index) else "focus" if focused else ""
            draw_field(painter, QRectF(rect), theme, state=state)
        if index.column() == Column.NAME and self._model.row(index.row()).is_asked:
            _paint_dot(painter, rect, theme)
        indent = _PADDING + 4 if index.column() == Column.NAME else _PADDING
        self._write(painter, rect.adjusted(indent, 0, -_PADDING, 0), index, theme)

    def _write(self, painter: QPainter, rect: QRect, index: _Index, theme: Theme) -> None:
        own, stood_in = str(index.data() or ""), self._model.standing_in(index)
        painter.setFont(fonts.body())
        painter.setPen(theme.ink3 if stood_in or index.column() == Column.LAST else theme.ink)
        side = Qt.AlignmentFlag.AlignRight if index.column() in _NUMBERS else Qt.AlignmentFlag.AlignLeft
        text = painter.fontMetrics().elidedText(own or stood_in, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_heading(painter: QPainter, rect: QRect, text: str, theme: Theme) -> None:
    painter.setFont(font(Role.SMALL_BOLD))
    painter.setPen(theme.ink)
    line = rect.adjusted(_PADDING + 4, 8, 0, 0)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_dot(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """Mark a figure that the checklist works with."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent)
    painter.drawEllipse(QRectF(rect.left(), rect.center().y() - _DOT / 2 + 1, _DOT, _DOT))
