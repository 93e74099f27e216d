"""Dialogs: a question as title, what follows from it, verbs on the buttons."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gui.platform.fonts import Role
from gui.widgets.buttons import Button, PrimaryButton
from gui.widgets.note_edit import NoteEdit
from gui.widgets.panes import Pane, hrule
from gui.widgets.text import Paragraph

NARROW, WIDE = 392, 520
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Dialog(QDialog):
    """A question with two ways out; the safe one stands left and Esc takes it."""

    def __init__(
        self,
        question: str,
        consequence: str = "",
        *,
        act: str,
        stay: str = "",
        width: int = NARROW,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(question)
        self.setFixedWidth(width)
        self.act_button = PrimaryButton(act)
        self.stay_button = Button(stay)
        self.stay_button.setVisible(bool(stay))
        self._body = QVBoxLayout()
        self._lay_out(question, consequence)
        self.act_button.setDefault(True)
        self.act_button.clicked.connect(self.accept)
        self.stay_button.clicked.connect(self.reject)

    def add(self, part: QWidget) -> None:
        """Put something between the words and the buttons."""
        self._body.addWidget(part)

    @override
    def setVisible(self, visible: bool) -> None:
        """Open as large as the words need: Qt itself would stop at two thirds of the screen."""
        if visible and not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.resize(self.sizeHint().boundedTo(self.screen().availableSize()))
        super().setVisible(visible)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and is_ctrl and self.act_button.isEnabled():
            self.accept()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, question: str, consequence: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        column.addWidget(self._words(question, consequence), 1)
        column.addWidget(hrule())
        column.addWidget(self._buttons())

    def _words(self, question: str, consequence: str) -> Pane:
        pane = Pane("raised")
        self._body.setContentsMargins(20, 20, 20, 16)
        self._body.setSpacing(4)
        self._body.addWidget(Paragraph(question, Role.TOUCH_BOLD))
        if consequence:
            self._body.addWidget(Paragraph(consequence, Role.SMALL, "ink2"))
        self._body.addSpacing(4)
        pane.setLayout(self._body)
        return pane

    def _buttons(self) -> Pane:
        pane = Pane("raised")
        row = QHBoxLayout(pane)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.stay_button)
        row.addWidget(self.act_button)
        return pane

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        height = layout.totalHeightForWidth(self.width()) if layout else 0
        return QSize(self.width(), max(height, super().sizeHint().height()))


class TextDialog(Dialog):
    """A question answered in words; without words there is nothing to act on."""

    def __init__(
        self, question: str, consequence: str, *, act: str, stay: str, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(question, consequence, act=act, stay=stay, parent=parent)
        self.edit = NoteEdit(lines=2, most_lines=8)
        self.edit.show_text(text)
        self.edit.setAccessibleName(question)
        self.edit.textChanged.connect(self._on_text_changed)
        self.add(self.edit)
        self._on_text_changed()
        self.edit.setFocus()

    @property
    def text(self) -> str:
        """Give the words without the blanks around them."""
        return self.edit.toPlainText().strip()

    def _on_text_changed(self) -> None:
        self.act_button.setEnabled(bool(self.text))


def ask(parent: QWidget | None, question: str, consequence: str, *, act: str, stay: str) -> bool:
    """Ask and wait; True when the user chose to act."""
    return Dialog(question, consequence, act=act, stay=stay, parent=parent).exec() == QDialog.DialogCode.Accepted


def ask_text(
    parent: QWidget | None, question: str, consequence: str, *, act: str, stay: str, text: str = ""
) -> str | None:
    """Ask for words and wait; None when the user would rather not."""
    dialog = TextDialog(question, consequence, act=act, stay=stay, text=text, parent=parent)
    return dialog.text if dialog.exec() == QDialog.DialogCode.Accepted else None
