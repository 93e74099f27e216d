"""One-line fields and drop-downs (look.md section 4, Field)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from gui.platform import fonts, icons
from gui.platform.theme import theme_of
from gui.widgets.typing_pause import TypingPause

MOST = 2000
_ICON, _PADDING = 16, 8
_ROLE = QPalette.ColorRole


def colour_field(field: QWidget) -> None:
    """Let selected text of a field stand on the accent, whatever rows do, and a mistake be written in its colour."""
    theme, palette, active = theme_of(field), field.palette(), QPalette.ColorGroup.Active
    ink = theme.not_met if field.property("invalid") else theme.ink
    wanted = {_ROLE.Highlight: theme.accent, _ROLE.HighlightedText: theme.on_accent, _ROLE.Text: ink}
    if all(palette.color(active, role) == colour for role, colour in wanted.items()):
        return
    for role, colour in wanted.items():
        palette.setColor(active, role, colour)
        palette.setColor(QPalette.ColorGroup.Inactive, role, colour)
    field.setPalette(palette)


def mark_invalid(field: QWidget, invalid: bool) -> None:
    """Draw a field with the line of a mistake, or without."""
    field.setProperty("invalid", invalid)
    if not isinstance(field, QComboBox):  # its list would inherit the colour
        colour_field(field)
    field.update()


class LineEdit(QLineEdit):
    """A line of text; `written` says it on leaving, on Enter and after a pause."""

    written = Signal(str)

    def __init__(
        self, text: str = "", placeholder: str = "", icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._typing = TypingPause(self.text, self)
        self._typing.written.connect(self.written)
        self.setFont(fonts.body())
        self.setMaxLength(MOST)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._typing.touch)
        self.editingFinished.connect(self._typing.flush)
        self._make_room()
        colour_field(self)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show what is kept; words just typed and not yet heard of stay."""
        if self._typing.is_pending and self.hasFocus():
            return
        self._typing.know(text)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
            self._typing.know(self.text())  # a field that cannot hold it all has not been typed into

    def flush(self) -> None:
        """Say now what was typed, if anything."""
        self._typing.flush()

    def lock(self, locked: bool) -> None:
        """Let the text be read and copied only, and show the lock."""
        self.setReadOnly(locked)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            colour_field(self)
        elif event.type() == QEvent.Type.ReadOnlyChange:
            self._make_room()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if name := self._shown_icon():
            place = QRectF(_PADDING, (self.height() - _ICON) / 2, _ICON, _ICON)
            icons.draw(QPainter(self), place, name, theme_of(self).ink3)

    def _make_room(self) -> None:
        self.setTextMargins(_ICON + _PADDING if self._shown_icon() else 0, 0, 0, 0)

    def _shown_icon(self) -> str:
        return "lock" if self.isReadOnly() else self._icon_name


class Combo(QComboBox):
    """A drop-down; with `editable` any words may be typed, and `written` says them."""

    written = Signal(str)

    def __init__(self, items: Sequence[str] = (), *, editable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(fonts.body())
        self.setEditable(editable)
        self.addItems(list(items))
        if editable:
            self.setCurrentIndex(-1)
        self._typing = TypingPause(self.currentText, self)
        self._typing.know(self.currentText())
        self._typing.written.connect(self.written)
        self.activated.connect(self._typing.flush)
        self._watch_line()

    def show_text(self, text: str) -> None:
        """Show what is kept; words just typed and not yet heard of stay."""
        if self._typing.is_pending and self.hasFocus():
            return
        self._typing.know(text)
        if self.isEditable():
            self.setEditText(text)
            self._typing.know(self.currentText())  # as above
        else:
            self.setCurrentText(text)
            self._typing.know(self.currentText())

    def offer(self, items: Sequence[str]) -> None:
        """Change what the list offers, without touching what is chosen or typed."""
        text = self.currentText()
        blocked = self.blockSignals(True)
        self.clear()
        self.addItems(list(items))
        self.setEditText(text) if self.isEditable() else self.setCurrentText(text)
        self.blockSignals(blocked)

    def flush(self) -> None:
        """Say now what was typed, if anything."""
        self._typing.flush()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a passing pointer must not change an answer."""
        event.ignore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        line = self.lineEdit()
        if event.type() == QEvent.Type.PaletteChange and line is not None:
            colour_field(line)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def _watch_line(self) -> None:
        line = self.lineEdit()
        if line is None:
            return
        line.setMaxLength(MOST)
        line.setFont(fonts.body())
        line.installEventFilter(self)
        line.textEdited.connect(self._typing.touch)
        line.editingFinished.connect(self._typing.flush)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        colour_field(line)
