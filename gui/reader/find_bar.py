"""The field that looks for words in the official text, how many there are, and the way from one to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gui.platform.fonts import Role
from gui.widgets.buttons import ToolButton
from gui.widgets.labels import plain_label, set_tip
from gui.widgets.line_edit import LineEdit
from gui.widgets.panes import row_in

_WIDE, _COUNT = 184, 56


class FindBar(QWidget):
    """Speaks in wishes: what to look for, and where to go; Esc gives the keys back to the text."""

    words_wanted = Signal(str)
    step_wanted = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = _Field("", self.tr("在原文里找"), "search")
        self._count = plain_label("", Role.META, "ink3")
        self.up, self.down = ToolButton("up", self.tr("上一处")), ToolButton("down", self.tr("下一处"))
        self._build()
        self.field.textChanged.connect(self.words_wanted)
        self.field.stepped.connect(self.step_wanted)
        self.field.left.connect(self._on_left)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.show_count(None, 0)

    def show_count(self, current: int | None, count: int) -> None:
        """Say which one of how many is in hand: 3/12, or that there is none."""
        is_asked = bool(self.field.text().strip())
        none = self.tr("没有找到") if is_asked else ""
        self._count.setText(f"{(current or 0) + 1}/{count}" if count else none)
        for part in (self.up, self.down):
            part.setVisible(count > 0)
        self._count.setVisible(is_asked)

    def take_keys(self) -> None:
        """Have the words to look for typed."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @property
    def count(self) -> str:
        """Give what is said of the count."""
        return self._count.text()

    def _build(self) -> None:
        self.field.setAccessibleName(self.tr("在原文里找"))
        self.field.setFixedWidth(_WIDE)
        set_tip(self.field, self.tr("Ctrl+F；Enter 下一处，Shift+Enter 上一处，Esc 收起"))
        self._count.setMinimumWidth(_COUNT)
        row = row_in(self, 4)
        for part in (self.field, self._count, self.up, self.down):
            row.addWidget(part)

    def _on_left(self) -> None:
        self.field.clear()
        self.left.emit()

    def _on_up(self) -> None:
        self.step_wanted.emit(-1)

    def _on_down(self) -> None:
        self.step_wanted.emit(1)


class _Field(LineEdit):
    """Enter goes on, Shift+Enter goes back, Esc leaves."""

    stepped = Signal(int)
    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
