"""The note: plain words over several lines, growing with what is said."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.widgets.line_edit import colour_field
from gui.widgets.typing_pause import TypingPause

MOST = 20_000
_LINE, _PADDING = 22, 14
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class NoteEdit(QTextEdit):
    """A growing field; `written` says its text on leaving and after a pause, `overflowed` that it had no room."""

    written = Signal(str)
    overflowed = Signal(int)

    def __init__(
        self, lines: int = 2, placeholder: str = "", most_lines: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines, self._most_lines = lines, most_lines
        self._typing = TypingPause(self.toPlainText, self)
        self._typing.written.connect(self.written)
        self._set_up(placeholder)
        self.textChanged.connect(self._on_text_changed)
        self.show_text("")

    def show_text(self, text: str) -> None:
        """Show what is kept; words just typed and not yet heard of stay."""
        if self._typing.is_pending and self.hasFocus():
            return
        self._typing.know(text)
        if text != self.toPlainText() or not text:
            blocked = self.blockSignals(True)
            self.setPlainText(text)
            self._set_line_height()
            self.blockSignals(blocked)
            self._typing.know(self.toPlainText())  # a field that writes it otherwise has not been typed into
            self._fit()

    def flush(self) -> None:
        """Say now what was typed, if anything."""
        self._typing.flush()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        room = MOST - len(self.toPlainText()) + len(self.textCursor().selectedText())
        text = source.text()
        self.textCursor().insertText(text[: max(room, 0)])
        if len(text) > room:
            self.overflowed.emit(MOST)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_full = len(self.toPlainText()) >= MOST
        if is_full and event.text().isprintable() and event.text() and not self.textCursor().hasSelection():
            self.overflowed.emit(MOST)
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._typing.flush()
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            colour_field(self)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self._lines * _LINE + _PADDING)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._lines * _LINE + _PADDING)

    def _set_up(self, placeholder: str) -> None:
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(fonts.body())
        self.setPlaceholderText(placeholder)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setViewportMargins(4, 2, 2, 2)
        self.viewport().setAutoFillBackground(False)
        colour_field(self)

    def _set_line_height(self) -> None:
        form = QTextBlockFormat()
        form.setLineHeight(_LINE, _FIXED)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)
        self.document().clearUndoRedoStacks()

    def _on_text_changed(self) -> None:
        self._typing.touch()
        self._fit()

    def _fit(self) -> None:
        lines = round(self.document().size().height() / _LINE)
        shown = min(max(lines, self._lines), self._most_lines)
        is_long = lines > self._most_lines
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.setFixedHeight(shown * _LINE + _PADDING)
