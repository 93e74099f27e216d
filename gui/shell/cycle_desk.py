"""The way from one year to the next: the preview, the job, and the assessment it leaves open."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.platform.jobs import Job, Jobs
from gui.policies.view import StartView
from gui.shell.window import MainWindow
from models.vocabulary import AssessmentId
from resources.refusals import refusal
from services.errors import AlreadyStartedError
from services.progress import Progress

if TYPE_CHECKING:
    from gui.cycles.carry_dialog import CarryDialog
    from services.cycles.cycles import Started
    from services.workspace import Workspace


class CycleDesk(QObject):
    """Begins the next cycle; `begun` names it and says what went over."""

    begun = Signal(int, str)

    def __init__(self, window: MainWindow, start: StartView, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._jobs = window, jobs
        self._workspace: Workspace | None = None
        self.dialog: CarryDialog | None = None
        start.next_year_wanted.connect(self._on_next_year_wanted)

    def take(self, workspace: "Workspace") -> None:
        """Work in an open workspace from now on."""
        self._workspace = workspace

    def preview(self, source: AssessmentId) -> None:
        """Show what would go over; a cycle that was begun already is opened instead."""
        from gui.cycles.carry_dialog import CarryDialog

        assert self._workspace is not None
        cycles = self._workspace.cycles
        known = cycles.started(source)
        if known is not None:
            self.begun.emit(known, self.tr("下一年度的已经开过了，接着填就行"))
            return
        dialog = self.dialog = CarryDialog(cycles.plan(source), self._window)
        dialog.accepted.connect(partial(self._begin, source))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_next_year_wanted(self, source: int) -> None:
        if self._workspace is not None:
            self.preview(AssessmentId(source))

    def _begin(self, source: AssessmentId) -> None:
        assert self._workspace is not None
        cycles = self._workspace.cycles

        def work(progress: Progress) -> "Started":
            return cycles.start(source, progress=progress)

        self._watched(self._jobs.run(work, done=self._on_done, failed=self._on_failed))

    def _on_done(self, started: "Started") -> None:
        from gui.cycles.carry_words import done_words

        self.begun.emit(started.assessment, done_words(started.carrying))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, AlreadyStartedError):
            self.begun.emit(error.assessment, self.tr("下一年度的已经开过了，接着填就行"))
            return
        self._window.show_problem(refusal(error))

    def _watched(self, job: "Job[Started]") -> None:
        from gui.widgets.progress_card import ProgressCard

        card = ProgressCard(self.tr("正在开新一年"), parent=self._window)
        card.resize(card.sizeHint().expandedTo(card.minimumSizeHint()))
        card.move(self._window.rect().center() - card.rect().center())
        card.watch(job)
        job.ended.connect(card.deleteLater)
