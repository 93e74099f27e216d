"""The list of departments: wishes become records of the school."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gui.departments.content import DepartmentLine
from gui.departments.department_dialog import DepartmentDialog, DepartmentDraft
from gui.departments.services import DivisionServices
from gui.departments.view import DepartmentsView
from gui.platform.pen import Pen
from models.vocabulary import AssessmentId, DepartmentId, SchoolId
from resources.refusals import refusal
from services.trail.changes import Step


class DepartmentPresenter(QObject):
    """Adds, changes, moves and gives up departments; `changed` says that the list is another."""

    changed = Signal()

    def __init__(self, assessment: AssessmentId, services: DivisionServices, pen: Pen, view: DepartmentsView) -> None:
        super().__init__(view)
        self._assessment, self._services, self._pen, self._view = assessment, services, pen, view
        self._school: SchoolId | None = None
        self.dialog: DepartmentDialog | None = None
        pane = view.departments
        pane.add_wanted.connect(self._on_add_wanted)
        pane.usual_wanted.connect(self._on_usual_wanted)
        pane.edit_wanted.connect(self._open)
        pane.move_wanted.connect(self._on_move_wanted)
        pane.retire_wanted.connect(self._on_retire_wanted)

    def take(self, school: SchoolId) -> None:
        """Work on a school's departments."""
        self._school = school

    def _on_add_wanted(self) -> None:
        self._open(None)

    def _on_usual_wanted(self) -> None:
        school, departments = self._known(), self._services.departments
        self._do(lambda: departments.add_all(school, departments.usual(school)))

    def _open(self, line: DepartmentLine | None) -> None:
        told = self._consequence(line.id) if line is not None and line.id is not None else ""
        self.dialog = DepartmentDialog(line, told, self._view)
        self.dialog.save_wished.connect(self._on_save_wished)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _consequence(self, department: DepartmentId) -> str:
        """Say what a new name is written into."""
        found = self._services.departments.renamings(department)
        said = (self.tr("{year} 年度 {count} 处").format(year=one.year, count=one.places) for one in found)
        return self.tr("写着它的要点、整改和佐证一起改成新名称：{what}。").format(what="、".join(said)) if found else ""

    def _on_save_wished(self, draft: DepartmentDraft) -> None:
        assert self.dialog is not None
        try:
            self._keep(draft)
        except Exception as error:
            self.dialog.show_problem(refusal(error))
            return
        self.dialog.close_kept()
        self.changed.emit()

    def _keep(self, draft: DepartmentDraft) -> None:
        departments = self._services.departments
        if draft.id is None:
            self._pen.tell(departments.add(self._known(), draft.name, head=draft.head, contact=draft.contact))
            return
        self._pen.tell(departments.amend(draft.id, name=draft.name, head=draft.head, contact=draft.contact))

    def _on_move_wanted(self, line: DepartmentLine, step: int) -> None:
        school, departments = self._known(), self._services.departments
        order = list(self._view.departments.list.order)
        at = order.index(line.id) if line is not None and line.id in order else -1
        if at >= 0 and 0 <= at + step < len(order):
            order[at], order[at + step] = order[at + step], order[at]
            self._do(lambda: departments.reorder(school, order))

    def _on_retire_wanted(self, line: DepartmentLine) -> None:
        if line is None or line.id is None:
            return
        department, departments = line.id, self._services.departments
        self._do(lambda: (departments.restore if line.is_retired else departments.retire)(department))
        if line.is_retired:
            said = self.tr("“{name}”恢复了")
        elif line.asked:
            said = self.tr("“{name}”已停用，分给它的 {count} 条还在")
        else:
            said = self.tr("“{name}”已停用")
        said = said.replace("{name}", line.name).replace("{count}", str(line.asked))
        self._view.toast.say(said, self.tr("撤销"))

    def _known(self) -> SchoolId:
        assert self._school is not None
        return self._school

    def _do(self, command: Callable[[], Step]) -> None:
        try:
            step = command()
        except Exception as error:
            self._view.problem.say(refusal(error))
        else:
            self._view.problem.say("")
            self._pen.tell(step)
            self.changed.emit()
