"""Dialogs: a question as title, what follows from it, verbs on the buttons."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gui.platform.fonts import Role
from gui.widgets.buttons import Button, PrimaryButton
from gui.widgets.note_edit import NoteEdit
from gui.widgets.panes import Pane, column_in, hrule
from gui.widgets.screen import stops_in
from gui.widgets.text import Paragraph

NARROW, WIDE = 392, 520
FIELD_GAP = 12
"""From a field to the next; what is read together stands closer."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FRAME = 40
"""Room on the screen for the frame that the system draws round a dialog."""


class Dialog(QDialog):
    """A question with two ways out; the safe one stands left and Esc takes it; as high as what it says."""

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
        if not stay:
            self.stay_button.hide()
        self._body, self._steps = QVBoxLayout(), QHBoxLayout()
        self._fitted = 0
        self._lay_out(question, consequence)
        self.act_button.setDefault(True)
        self.act_button.clicked.connect(self.accept)
        self.stay_button.clicked.connect(self.reject)

    def add(self, part: QWidget) -> None:
        """Put something between the words and the buttons."""
        self._body.addWidget(part)

    def add_other(self, step: QWidget) -> None:
        """Put a third way out on the left, away from the other two."""
        self._steps.insertWidget(0, step)

    @override
    def setVisible(self, visible: bool) -> None:
        """Open as large as the words need, where Qt would stop at two thirds of the screen; begin at what is asked."""
        if visible and not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self._fit()
        if visible and self.focusWidget() is None:
            self._begin()
        super().setVisible(visible)

    @override
    def event(self, event: QEvent) -> bool:
        """Grow and shrink with what is said, unless it asks for no other height than before."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible() and self.sizeHint().height() != self._fitted:
            self._fit()
        return is_done

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and is_ctrl and self.act_button.isEnabled():
            self.accept()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, question: str, consequence: str) -> None:
        column = column_in(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        self._asked = self._words(question, consequence)
        column.addWidget(self._asked, 1)
        column.addWidget(hrule())
        column.addWidget(self._buttons())

    def _begin(self) -> None:
        """Give the keyboard to the first field or list; where only buttons are, Qt gives it to the one that acts."""
        fields = (one for one in stops_in(self._asked) if one.isVisibleTo(self) and one.isEnabled())
        if first := next((one for one in fields if not isinstance(one, QAbstractButton)), None):
            first.setFocus()

    def _fit(self) -> None:
        hint = self.sizeHint()
        self._fitted = hint.height()
        self.resize(hint.boundedTo(self.screen().availableSize() - QSize(0, _FRAME)))

    def _words(self, question: str, consequence: str) -> Pane:
        pane = Pane("raised")
        column = QVBoxLayout(pane)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(4)
        column.addWidget(Paragraph(question, Role.TOUCH_BOLD))
        if consequence:
            column.addWidget(Paragraph(consequence, Role.SMALL, "ink2"))
        column.addSpacing(4)
        self._body.setSpacing(4)
        column.addLayout(self._body, 1)
        return pane

    def _buttons(self) -> Pane:
        pane = Pane("raised")
        row = self._steps
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.stay_button)
        row.addWidget(self.act_button)
        pane.setLayout(row)
        return pane

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return QSize(self.width(), max(layout.totalHeightForWidth(self.width()), layout.totalMinimumSize().height()))


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
