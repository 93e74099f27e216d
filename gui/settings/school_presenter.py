"""A school's particulars, shown and kept."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.settings.school_view import SchoolDialog, SchoolDraft
from models.vocabulary import SchoolId
from resources.refusals import refusal
from services.listed import SchoolRow

if TYPE_CHECKING:
    from gui.platform.pen import Pen
    from services.schools import Schools
    from services.trail.changes import Step


class SchoolPresenter(QObject):
    """Opens the dialog and keeps what it brings; `saved` names the school."""

    saved = Signal(int)

    def __init__(self, schools: "Schools", pen: "Pen", parent: QWidget) -> None:
        super().__init__(parent)
        self._schools, self._pen = schools, pen
        self._window = parent

    def edit(self, school: SchoolRow) -> SchoolDialog:
        """Show a school's particulars to be changed."""
        dialog = SchoolDialog(self._window)
        dialog.show_school(school)
        dialog.save_wished.connect(lambda draft: self._keep(dialog, school.id, draft))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _keep(self, dialog: SchoolDialog, school: SchoolId, draft: SchoolDraft) -> None:
        try:
            step = self._amended(school, draft)
        except Exception as error:
            dialog.show_problem(refusal(error))
            return
        dialog.close_kept()
        self._pen.tell(step)
        self.saved.emit(school)

    def _amended(self, school: SchoolId, draft: SchoolDraft) -> "Step":
        said = {"name": draft.name, "place": draft.place}
        return self._schools.amend(school, type=draft.type, ownership=draft.ownership, **said)
