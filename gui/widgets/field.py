"""A field with its label above and the sentence of a mistake below."""

from PySide6.QtWidgets import QWidget

from gui.platform.fonts import Role
from gui.widgets.date_edit import DateEdit
from gui.widgets.labels import field_label
from gui.widgets.line_edit import mark_invalid
from gui.widgets.panes import column_in
from gui.widgets.text import Paragraph


class Field(QWidget):
    """A label, a control, and room for one error sentence."""

    def __init__(self, label: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control = control
        self._label = field_label(label)
        self._label.setBuddy(control)
        self._error = Paragraph("", Role.META, "not_met")
        self._error.hide()
        self._lay_out()
        control.setAccessibleName(label)
        if isinstance(control, DateEdit):
            control.refused.connect(self.show_error)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong below the field, or nothing."""
        self._error.show_text(sentence)
        self._error.setVisible(bool(sentence))
        mark_invalid(self._control, bool(sentence))
        self._control.setAccessibleDescription(sentence)

    @property
    def error(self) -> str:
        """Give the sentence shown, empty when all is well."""
        return self._error.text if not self._error.isHidden() else ""

    def _lay_out(self) -> None:
        column = column_in(self, 4)
        if self._label.text():
            column.addWidget(self._label)
        column.addWidget(self._control)
        column.addWidget(self._error)
        column.addStretch()
