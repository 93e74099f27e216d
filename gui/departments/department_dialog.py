"""The dialog with a department's particulars."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gui.departments.content import DepartmentLine
from gui.platform.fonts import Role
from gui.widgets.dialog import FIELD_GAP, Dialog
from gui.widgets.field import Field
from gui.widgets.line_edit import LineEdit
from gui.widgets.problem import Problem
from gui.widgets.text import Paragraph
from models.vocabulary import DepartmentId


@dataclass(frozen=True, slots=True)
class DepartmentDraft:
    """A department as somebody wants it kept; without an id it is new."""

    id: DepartmentId | None
    name: str
    head: str
    contact: str


class DepartmentDialog(Dialog):
    """It stays open until what was written can be kept; a new name says beforehand what follows from it."""

    save_wished = Signal(object)

    def __init__(self, line: DepartmentLine | None, consequence: str = "", parent: QWidget | None = None) -> None:
        is_new = line is None or line.id is None
        super().__init__(
            self.tr("新增科室") if is_new else self.tr("改科室资料"),
            act=self.tr("新增") if is_new else self.tr("保存"),
            stay=self.tr("不加了") if is_new else self.tr("不改了"),
            parent=parent,
        )
        shown = line or DepartmentLine(None, "")
        self._id, self._was, self._told = shown.id, shown.name, consequence
        self.name, self.head, self.contact = LineEdit(shown.name), LineEdit(shown.head), LineEdit(shown.contact)
        self._consequence = Paragraph("", Role.SMALL, "partly")
        self._problem = Problem()
        self._name_field = Field(self.tr("科室名称"), self.name)
        self._body.setSpacing(FIELD_GAP)
        for part in (
            self._name_field,
            Field(self.tr("负责人"), self.head),
            Field(self.tr("联系方式"), self.contact),
            self._consequence,
            self._problem,
        ):
            self.add(part)
        self.name.textChanged.connect(self._on_name_changed)
        self._on_name_changed()
        self.name.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why it could not be kept."""
        self._problem.say(sentence)

    def close_kept(self) -> None:
        """Close, as all is kept."""
        super().accept()

    @property
    def consequence(self) -> str:
        """Say what the name as it stands would do."""
        return self._consequence.text

    @override
    def accept(self) -> None:
        """Ask for it to be kept; the dialog closes once it is."""
        name = " ".join(self.name.text().split())
        self._name_field.show_error("" if name else self.tr("先填科室名称"))
        if name:
            self.save_wished.emit(
                DepartmentDraft(self._id, name, self.head.text().strip(), self.contact.text().strip())
            )

    def _on_name_changed(self) -> None:
        is_renamed = self._id is not None and " ".join(self.name.text().split()) != self._was
        self._consequence.show_text(self._told if is_renamed else "")
        self._consequence.setVisible(is_renamed and bool(self._told))
