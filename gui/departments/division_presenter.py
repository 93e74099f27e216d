"""Who answers for what: items are given to departments, one by one, by measures, or as suggested."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from gui.departments.content import shares_in_words
from gui.departments.outside import Outside
from gui.departments.picker import Picker
from gui.departments.services import DivisionServices
from gui.departments.view import DepartmentsView
from gui.platform.pen import Pen
from models.vocabulary import AssessmentId, ItemKey
from resources.refusals import refusal
from services.checklist import Checklist
from services.departments.kinds import Suggestion
from services.trail.changes import Step


class DivisionPresenter(QObject):
    """Each giving away is one step that can be taken back."""

    departments_changed = Signal()

    def __init__(
        self,
        assessment: AssessmentId,
        services: DivisionServices,
        pen: Pen,
        view: DepartmentsView,
        *,
        outside: Outside,
    ) -> None:
        super().__init__(view)
        self._assessment, self._services, self._pen, self._view = assessment, services, pen, view
        self._outside = outside
        self._checklist: Checklist | None = None
        self._names: Sequence[str] = ()
        self._suggested: Mapping[ItemKey, Suggestion] = {}
        self.picker: Picker | None = None
        measures = view.measures
        measures.give_wanted.connect(self._on_give_wanted)
        measures.view.picker_wanted.connect(self._open_picker)
        measures.view.cleared.connect(self._on_cleared)
        view.departments.dropped.connect(self._on_dropped)
        view.suggestions_wanted.connect(self._on_suggestions_wanted)

    def take(self, checklist: Checklist, names: Sequence[str], suggested: Mapping[ItemKey, Suggestion]) -> None:
        """Work on a checklist as it stands, with the departments there are."""
        self._checklist, self._names, self._suggested = checklist, names, suggested

    def give(self, keys: Sequence[ItemKey], name: str, came_of: Step | None = None) -> None:
        """Give items to a department; those of others only when asked for, or chosen one by one."""
        wanted = [key for key in keys if self._may_change(key)]
        if not wanted:
            self._view.toast.say(self.tr("选中的都已分给别的科室。勾上“已分给别的科室的也改”再分"))
            return
        assign = partial(self._services.assignments.assign, self._assessment, wanted, name)
        change = self._pen.write(assign, came_of)
        if change is None:
            return
        if not change.parts:
            self._view.toast.say(self.tr("本来就是这样分的"))
            return
        wording = self.tr("{count} 条分给“{name}”") if name else self.tr("{count} 条不再分给科室")
        said = wording.replace("{count}", str(len(change.parts))).replace("{name}", name)
        self._view.toast.say(said, self.tr("撤销"))

    def _may_change(self, key: ItemKey) -> bool:
        view = self._view.measures
        if view.others_too.isChecked() or key in view.view.singled_out():
            return True
        assert self._checklist is not None
        return any(row.key == key and not row.answer.department for row in self._checklist.items())

    def _on_give_wanted(self) -> None:
        self._open_picker("")

    def _open_picker(self, typed: str) -> None:
        self.picker = Picker(self._names, self._view)
        self.picker.picked.connect(self._on_picked)
        self.picker.new.connect(self._on_new)
        self.picker.open_at(self._view.measures.view.place_of_current(), typed)

    def _on_picked(self, name: str) -> None:
        self.give(self._view.measures.view.keys(), name)

    def _on_new(self, name: str) -> None:
        assert self._checklist is not None
        try:
            step = self._services.departments.add(self._checklist.school.id, name)
        except Exception as error:
            self._view.problem.say(refusal(error))
            return
        self._pen.tell(step)
        self.departments_changed.emit()
        self.give(self._view.measures.view.keys(), name, step)

    def _on_cleared(self) -> None:
        view = self._view.measures.view
        assert self._checklist is not None
        keys = view.keys()
        change = self._pen.write(partial(self._services.assignments.assign, self._assessment, keys, ""))
        if change is not None and change.parts:
            said = self.tr("{count} 条不再分给科室").format(count=len(change.parts))
            self._view.toast.say(said, self.tr("撤销"))

    def _on_dropped(self, name: str, keys: list[str]) -> None:
        self.give([ItemKey(key) for key in keys], name)

    def _on_suggestions_wanted(self) -> None:
        wanted = {key: one.department for key, one in self._suggested.items()}
        if not wanted or not self._outside.may_suggest(self._view, self._preview(wanted)):
            return
        change = self._pen.write(partial(self._services.assignments.assign_each, self._assessment, wanted))
        if change is not None:
            said = self.tr("{count} 条按建议分好了").format(count=len(change.parts))
            self._view.toast.say(said, self.tr("撤销"))

    def _preview(self, wanted: Mapping[ItemKey, str]) -> str:
        said = self.tr("还没分的要点里，{count} 条有建议：{shares}。已经分好的不动，不合适的过后再改，也可以一步撤销。")
        return said.replace("{count}", str(len(wanted))).replace("{shares}", shares_in_words(list(wanted.values())))
