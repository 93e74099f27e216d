"""The dialog with a school's particulars."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gui.widgets.dialog import FIELD_GAP, WIDE, Dialog
from gui.widgets.field import Field
from gui.widgets.line_edit import LineEdit
from gui.widgets.problem import Problem
from gui.widgets.school_fields import SchoolFields
from gui.widgets.writing import writes
from models.vocabulary import Ownership, SchoolType
from services.listed import SchoolRow


@dataclass(frozen=True, slots=True)
class SchoolDraft:
    """A school as somebody wants it kept."""

    name: str
    type: SchoolType
    ownership: Ownership
    place: str


class SchoolDialog(Dialog):
    """It stays open until what was written can be kept."""

    save_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("学校资料"),
            self.tr("印在报告的基本情况里。类型决定哪些要点涉及本校，改了以后填过的内容都留着。"),
            act=self.tr("保存"),
            stay=self.tr("不改了"),
            width=WIDE,
            parent=parent,
        )
        writes(self.act_button)
        self._name = writes(LineEdit())
        self._name_field = Field(self.tr("学校全称"), self._name)
        self._fields = writes(SchoolFields())
        self._problem = Problem()
        self._lay_out_fields()

    def show_school(self, school: SchoolRow) -> None:
        """Show a school as it is kept now."""
        self._name.show_text(school.name)
        self._fields.show_school(school.type, school.ownership, school.place)
        self._name.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why it could not be kept."""
        self._problem.say(sentence)

    def close_kept(self) -> None:
        """Close, as all is kept."""
        super().accept()

    @override
    def accept(self) -> None:
        """Ask for it to be kept; the dialog closes once it is."""
        draft = self._draft()
        if draft is not None:
            self.save_wished.emit(draft)

    def _lay_out_fields(self) -> None:
        self._body.setSpacing(FIELD_GAP)
        for part in (self._name_field, self._fields, self._problem):
            self.add(part)

    def _draft(self) -> SchoolDraft | None:
        name = " ".join(self._name.text().split())
        self._name_field.show_error("" if name else self.tr("先填学校全称"))
        self.show_problem("")
        kind = self._fields.type if self._fields.check() else None
        if not name or kind is None:
            return None
        return SchoolDraft(name, kind, self._fields.ownership, self._fields.place)
