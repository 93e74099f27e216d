"""What stands ready beside the start page: the seat of an assessment, the pages and the desks, and their ways."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checklists.key_labels import label_of
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from gui.policies.view import StartView
from gui.shell.cycle_desk import CycleDesk
from gui.shell.drafting_desk import DraftingDesk
from gui.shell.edition_desk import EditionDesk
from gui.shell.pages import Pages
from gui.shell.revision_desk import RevisionDesk
from gui.shell.sample_desk import SampleDesk
from gui.shell.search_desk import SearchDesk
from gui.shell.seat import Seat
from gui.shell.window import MainWindow
from models.vocabulary import AssessmentId, ItemKey

if TYPE_CHECKING:
    from services.trail.changes import Step
    from services.workspace import Workspace


class Desks(QObject):
    """Leads from one to another; `said` is to be told in passing, `done` with its way back, `home_wanted` asks home."""

    home_wanted = Signal()
    said = Signal(str)
    done = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        start: StartView,
        jobs: Jobs,
        settings: DeskSettings,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._start = window, start
        self._workspace: Workspace | None = None
        self.seat = Seat(window, jobs, settings, now, self)
        self.pages = Pages(window, jobs, settings, self)
        self.drafting = DraftingDesk(window, start, jobs, settings, self)
        self.revisions = RevisionDesk(window, start, jobs, lambda: self.seat.sitting, self)
        self.searching = SearchDesk(window, self.seat.flush, self)
        self.editions = EditionDesk(window, self)
        self.cycles = CycleDesk(window, start, jobs, self)
        self.sample = SampleDesk(window, start, jobs, self)
        self.seat.lay_out()
        self._connect()

    def take(self, workspace: "Workspace") -> None:
        """Work in an open workspace from now on."""
        self._workspace = workspace
        for desk in (self.drafting, self.revisions, self.cycles, self.editions, self.searching, self.sample):
            desk.take(workspace)
        self.seat.take(workspace)

    def flush(self) -> bool:
        """Write what is typed; False where something could not be, and the window says what."""
        return self.seat.flush() and self.drafting.flush()

    def unsaved_sentence(self) -> str:
        """Write what is typed, and name what could not be."""
        sitting = self.seat.sitting
        if sitting is not None and (unsaved := sitting.unsaved_sentence()):
            return unsaved
        return "" if self.drafting.flush() else self.tr("清单草稿最后改的一处还没有存上。")

    def _connect(self) -> None:
        self._window.next_year_wanted.connect(self._on_next_year_wanted)
        self._window.drafting_wanted.connect(self._on_drafting_wanted)
        self._start.themes_wanted.connect(self.pages.show_themes)
        self._start.text_wanted.connect(self._on_text_wanted)
        for desk in (self.pages, self.drafting, self.revisions):
            desk.home_wanted.connect(self.home_wanted)
        self.pages.marked.connect(self.seat.take_in)
        self.sample.filled.connect(self._on_filled)
        self.seat.came_forward.connect(self.revisions.tell_of)
        self.seat.said.connect(self.said)
        self.drafting.saved.connect(self._on_draft_saved)
        self.revisions.assessment_wanted.connect(self.seat.come_back)
        self.revisions.stale.connect(self._on_stale)
        self.searching.place_wanted.connect(self.seat.go)
        self.cycles.begun.connect(self._on_begun)

    def _on_next_year_wanted(self) -> None:
        sitting = self.seat.sitting
        if sitting is not None and sitting.flush():
            self.cycles.preview(sitting.assessment)

    def _on_drafting_wanted(self) -> None:
        if self.seat.flush():
            self.drafting.begin()

    def _on_text_wanted(self, slug: str) -> None:
        if self._workspace is not None:
            self.pages.show_text(self._workspace, slug)

    def _on_filled(self, assessment: int) -> None:
        self.seat.open(AssessmentId(assessment))

    def _on_draft_saved(self, slug: str) -> None:
        """Show the new policy on the start page, taken into the form of a new assessment."""
        self.pages.forget_text(slug)
        self.home_wanted.emit()
        self._start.choose_policy(slug)
        self.said.emit(self.tr("清单存好了，填上学校就能新建自评"))

    def _on_stale(self, assessment: int, key: str, step: "Step") -> None:
        """Open an assessment anew, as it stands on other items now, with the way back."""
        self.seat.open(AssessmentId(assessment), step)
        assert self.seat.sitting is not None
        if key:
            self.seat.sitting.checklist.show_item(ItemKey(key))
            self.done.emit(self.tr("{key} 已恢复").format(key=label_of(key)))
        else:
            self.done.emit(self.tr("已换到新版，填过的都带过来了"))

    def _on_begun(self, assessment: int, said: str) -> None:
        self.seat.come_back(AssessmentId(assessment))
        self.said.emit(said)
