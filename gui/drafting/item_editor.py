"""The words of an item while they are being written, over its row."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from checklists.drafting.editing import tidy
from gui.widgets.note_edit import NoteEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ItemEditor(NoteEdit):
    """Enter says it is done, Esc that it is not wanted, Ctrl+Enter where to split; what is typed is said meanwhile."""

    ended = Signal()
    given_up = Signal()
    split_wanted = Signal(int)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(lines=2, most_lines=10, parent=parent)
        self.show_text(text)
        self.setAccessibleName(self.tr("要点的说法"))
        self.moveCursor(QTextCursor.MoveOperation.End)

    def split(self) -> None:
        """Ask for a split at the cursor."""
        self.flush()
        self.split_wanted.emit(len(tidy(self._before_cursor())))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER:
            self.split() if is_ctrl else self._end()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._end()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.addSeparator()
        menu.addAction(self.tr("从光标处拆开"), self.split).setEnabled(self.textCursor().position() > 0)
        menu.exec(event.globalPos())

    def _before_cursor(self) -> str:
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Start, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace("\u2029", "\n")

    def _end(self) -> None:
        """Be done; an item without words is as it was."""
        if not tidy(self.toPlainText()):
            self.given_up.emit()
            return
        self.flush()
        self.ended.emit()
