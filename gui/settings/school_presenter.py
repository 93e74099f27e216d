"""A school's particulars, shown and kept."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.settings.school_view import SchoolDialog, SchoolDraft
from models.vocabulary import SchoolId
from resources.refusals import sentence
from services.listed import SchoolRow

if TYPE_CHECKING:
    from services.schools import Schools


class SchoolPresenter(QObject):
    """Opens the dialog and keeps what it brings; `saved` names the school."""

    saved = Signal(int)

    def __init__(self, schools: "Schools", parent: QWidget) -> None:
        super().__init__(parent)
        self._schools = schools
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
            self._schools.amend(school, name=draft.name, type=draft.type, ownership=draft.ownership, place=draft.place)
        except Exception as error:
            said = sentence(error)
            if said is None:
                raise
            dialog.show_problem(said)
            return
        dialog.close_kept()
        self.saved.emit(school)
