"""The school behind the open assessment: its particulars, and its base data with what they fill in."""

from PySide6.QtCore import QObject, Signal

from gui.platform.changes import ChangeBus
from gui.platform.pen import Pen
from gui.settings.base_dialog import BaseDataDialog
from gui.settings.base_presenter import BaseDataPresenter
from gui.settings.school_presenter import SchoolPresenter
from gui.shell.window import MainWindow
from models.vocabulary import AssessmentId
from services.trail.history import History
from services.workspace import Workspace


class SchoolDesk(QObject):
    """Opens the two dialogs over a window; `changed` says that everything must be read anew."""

    changed = Signal()

    def __init__(
        self, assessment: AssessmentId, workspace: Workspace, window: MainWindow, history: History, bus: ChangeBus
    ) -> None:
        super().__init__(window)
        self._assessment, self._workspace = assessment, workspace
        pen, state = Pen(history, bus, self), window.save_state
        pen.saving.connect(state.show_saving)
        pen.saved.connect(state.show_saved)
        pen.failed.connect(state.show_failed)
        self._school = SchoolPresenter(workspace.schools, pen, window)
        self._school.saved.connect(self.changed)
        self._base = BaseDataPresenter(workspace.schools, workspace.assessments, pen, window)
        self._base.saved.connect(self.changed)

    def show_school(self) -> None:
        """Show the school's particulars to be changed."""
        self._school.edit(self._workspace.assessments.checklist(self._assessment).school)

    def show_base_data(self) -> BaseDataDialog:
        """Show the base data of the assessment's year to be entered."""
        return self._base.edit(self._assessment)
