"""The division of work, wired: what the rest of the window needs to know of it."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gui.departments.content import department_lines, measure_lines
from gui.departments.department_presenter import DepartmentPresenter
from gui.departments.division_presenter import DivisionPresenter
from gui.departments.outside import Outside
from gui.departments.services import DivisionServices
from gui.departments.sheets_presenter import SheetsPresenter
from gui.departments.view import DepartmentsView
from gui.platform.pen import Pen
from models.vocabulary import AssessmentId
from services.departments.assignments import suggestions
from services.trail.changes import Change

__all__ = ["DepartmentsScreen", "DivisionServices"]


class DepartmentsScreen(QObject):
    """Departments, what each answers for, and the sheets that go out to them and come back."""

    back_wanted = Signal()
    item_wanted = Signal(str)
    undo_wanted = Signal()
    departments_changed = Signal()

    def __init__(self, assessment: AssessmentId, services: DivisionServices, *, outside: Outside | None = None) -> None:
        super().__init__()
        self._assessment, self._services = assessment, services
        self.view = DepartmentsView()
        self.pen = Pen(services.history, services.bus, self)
        outside = outside or Outside()
        self._departments = DepartmentPresenter(assessment, services, self.pen, self.view)
        self._division = DivisionPresenter(assessment, services, self.pen, self.view, outside=outside)
        self._sheets = SheetsPresenter(assessment, services, self.pen, self.view, outside=outside)
        self._is_stale = True
        self._listen()

    def come(self) -> None:
        """Show how things stand, if anything changed."""
        if self._is_stale:
            self.reload()

    def reload(self) -> None:
        """Read everything anew."""
        self._is_stale = False
        checklist = self._services.assessments.checklist(self._assessment)
        departments = self._services.departments.of(checklist.school.id, with_retired=True)
        names = [row.name for row in departments if not row.is_retired]
        suggested = suggestions(checklist, names)
        self._departments.take(checklist.school.id)
        self._division.take(checklist, names, suggested)
        self.view.show_division(department_lines(checklist, departments), measure_lines(checklist, suggested))
        given = sum(bool(row.answer.department) for row in checklist.binding_items())
        self.view.show_room_to_act(suggested=len(suggested), given=given)

    def show_sheets(self, paths: Iterable[Path]) -> None:
        """Read sheets that came back and show what they would do."""
        self._sheets.compare(paths)

    def close(self) -> None:
        """Hear no more news, and let what runs end by itself."""
        self._sheets.close()
        self._services.bus.changed.disconnect(self._on_changed)

    def _listen(self) -> None:
        self._services.bus.changed.connect(self._on_changed)
        self._departments.changed.connect(self.reload)
        self._departments.changed.connect(self.departments_changed)
        self._division.departments_changed.connect(self.departments_changed)
        self.pen.failed.connect(self.view.problem.say)
        self.view.back_wanted.connect(self._on_back_wanted)
        self.view.measures.view.item_wanted.connect(self.item_wanted)
        self.view.toast.acted.connect(self._on_toast_acted)

    def _on_changed(self, change: Change) -> None:
        if change.assessment != self._assessment:
            return
        self._is_stale = True
        if self.view.isVisible():
            self.view.problem.say("")
            self.reload()

    def _on_back_wanted(self) -> None:
        if self.view.is_returned_shown:
            self.view.show_returned(False)
        else:
            self.back_wanted.emit()

    def _on_toast_acted(self) -> None:
        if not self._sheets.act():
            self.undo_wanted.emit()
