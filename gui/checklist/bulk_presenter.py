"""Several items chosen: what is wished is planned and told, and one step changes them all."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from gui.checklist.bulk_pane import BulkPane
from gui.checklist.bulk_words import act_words, chosen_words, done_words, plan_words
from gui.checklist.filters import departments_of, persons_of
from gui.checklist.open_checklist import OpenChecklist
from gui.checklist.services import ChecklistServices
from gui.platform.pen import Pen
from models.vocabulary import AssessmentId, ItemKey, Status
from services.bulk import BulkPlan, BulkWish, plan
from services.progress import Progress, silent
from services.trail.changes import Change

_LARGE = 200
"""From how many items on a step is long work."""


class BulkPresenter(QObject):
    """Fills the bulk form, and writes what it says; `done` gives the words for what was done."""

    done = Signal(str)

    def __init__(
        self,
        opened: OpenChecklist,
        services: ChecklistServices,
        pen: Pen,
        pane: BulkPane,
    ) -> None:
        super().__init__(pane)
        self._opened, self._services, self._pen, self._pane = opened, services, pen, pane
        self._keys: tuple[ItemKey, ...] = ()
        self._plan = BulkPlan()
        pane.wish_changed.connect(self._on_wish_changed)
        pane.act_wanted.connect(self.act)

    def show(self, keys: tuple[ItemKey, ...]) -> None:
        """Take other items in hand; an empty choice leaves the form."""
        self._keys = keys
        if keys:
            checklist = self._opened.checklist
            listed = [one.name for one in self._services.departments.of(checklist.school.id)]
            departments = tuple(dict.fromkeys([*listed, *departments_of(checklist)]))
            rows = [self._opened.row(key) for key in keys]
            self._pane.show_chosen(chosen_words(rows, departments, persons_of(checklist)))

    def show_change(self, change: Change) -> None:
        """Plan anew where items that are chosen changed."""
        if not change.items().isdisjoint(self._keys):
            self._on_wish_changed(self._pane.wish)

    def choose_status(self, status: Status) -> None:
        """Choose a status for all."""
        self._pane.choose_status(status)

    def act(self) -> None:
        """Write the plan down in one step; a large one off the window's thread."""
        parts = self._plan.parts
        if not parts or not self._pane.act.isEnabled():
            return
        step = partial(self._services.assessments.carry_out, self._assessment, parts)
        if len(parts) >= _LARGE:
            self._act_at_length(step)
        elif (change := self._pen.write(partial(step, silent))) is not None:
            self.done.emit(done_words(len(change.parts)))

    def _act_at_length(self, step: Callable[[Progress], Change]) -> None:
        self._pane.act.setEnabled(False)
        self._pen.saving.emit()
        self._pane.card.watch(self._services.jobs.run(step, done=self._on_done, failed=self._on_failed))

    @property
    def _assessment(self) -> AssessmentId:
        return self._opened.checklist.assessment

    def _on_wish_changed(self, wish: BulkWish) -> None:
        self._plan = plan((self._opened.row(key) for key in self._keys), wish)
        self._pane.show_preview(plan_words(self._plan), act_words(self._plan), can_act=bool(self._plan.parts))

    def _on_done(self, change: Change) -> None:
        self._pen.tell(change)
        self.done.emit(done_words(len(change.parts)))

    def _on_failed(self, error: Exception) -> None:
        self._pane.act.setEnabled(True)
        self._pen.refuse(error)
