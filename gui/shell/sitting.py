"""One open assessment in the window: its screens, its undo, and the ways from one screen to another."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.checklist.screen import ChecklistScreen, ChecklistServices
from gui.overview.presenter import OverviewPresenter
from gui.overview.view import OverviewView
from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from gui.reader.presenter import ReaderScreen, ReaderServices
from gui.reporting.desk import SystemDesk
from gui.reporting.presenter import ReportScreen, ReportServices
from gui.shell.steps import step_words
from gui.shell.tabs import Tab
from gui.shell.window import MainWindow
from models.vocabulary import AssessmentId, ItemKey, Status
from resources.refusals import sentence
from services.changes import Change
from services.errors import OutOfStepError
from services.history import History
from services.workspace import Workspace


class Sitting(QObject):
    """Wires the screens of one assessment to the window; closed before another is opened."""

    tab_wanted = Signal(Tab)

    def __init__(
        self,
        assessment: AssessmentId,
        workspace: Workspace,
        window: MainWindow,
        *,
        bus: ChangeBus,
        jobs: Jobs,
        settings: DeskSettings,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self.assessment = assessment
        self._has_complained = False
        self._workspace, self._window, self._bus, self._now = workspace, window, bus, now
        self._history = History(workspace.assessments)
        services = ChecklistServices(
            workspace.assessments, workspace.evidence, self._history, bus, jobs, settings, lambda: now().date(), now
        )
        self.checklist = ChecklistScreen(assessment, services)
        self.overview = OverviewView()
        self._overview = OverviewPresenter(
            self.overview, workspace.assessments, assessment, bus=bus, today=lambda: now().date(), parent=self.overview
        )
        self.report = ReportScreen(
            assessment, ReportServices(workspace.assessments, bus, jobs, settings, SystemDesk(), now)
        )
        self.reader = ReaderScreen(
            workspace.policies.checklist(workspace.assessments.checklist(assessment).policy.slug),
            ReaderServices(workspace.official_texts, jobs, settings),
            self._statuses,
        )
        self._connect()

    def screens(self) -> dict[Tab, QWidget]:
        """Give the screens by their tabs."""
        return {
            Tab.CHECKLIST: self.checklist.view,
            Tab.OVERVIEW: self.overview,
            Tab.REPORT: self.report.view,
            Tab.TEXT: self.reader.view,
        }

    def come_to(self, tab: Tab) -> None:
        """Have what was typed written before another screen shows it, and give that screen the keyboard."""
        self.checklist.flush()
        if tab is Tab.REPORT:
            self.report.show()
        elif tab is Tab.TEXT:
            self._show_text()
        self.screens()[tab].setFocus()

    def flush(self) -> bool:
        """Write what is typed; False where something could not be, and the window says what."""
        is_clean = self.checklist.flush()
        if not is_clean:
            self._has_complained = True
            self._window.setWindowModified(True)
            self._window.show_problem(self.checklist.unsaved_sentence())
        return is_clean

    def undo(self) -> None:
        """Take the last step back."""
        self._turn(self._history.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._turn(self._history.redo)

    def reload(self) -> None:
        """Read everything anew, after something outside the checklist changed."""
        self.checklist.reload()
        self._overview.reload()
        self.report.is_stale = True

    def close(self) -> None:
        """Write what is typed and let go of the bus."""
        self.checklist.close()
        self.report.close()
        self._bus.changed.disconnect(self._on_changed)

    def _connect(self) -> None:
        checklist, state = self.checklist, self._window.save_state
        self._bus.changed.connect(self._on_changed)
        checklist.saving.connect(state.show_saving)
        checklist.saved.connect(state.show_saved)
        checklist.saved.connect(self._on_saved)
        checklist.failed.connect(state.show_failed)
        checklist.failed.connect(self._on_failed)
        checklist.undo_wished.connect(self.undo)
        self.overview.item_wanted.connect(self._on_item_wanted)
        self.overview.section_wanted.connect(self._on_section_wanted)
        self.overview.unread_wanted.connect(self._on_item_wanted)
        self.overview.report_wanted.connect(self._on_report_wanted)
        for screen in (self.overview, self.report):
            screen.unanswered_wanted.connect(self._on_unanswered_wanted)
            screen.without_evidence_wanted.connect(self._on_without_evidence_wanted)
        self.report.unread_wanted.connect(self._on_unread_wanted)
        checklist.text_wished.connect(self._on_text_wished)
        self.reader.item_wanted.connect(self._on_item_wanted)

    def _statuses(self) -> dict[ItemKey, Status]:
        rows = self._workspace.assessments.checklist(self.assessment).items()
        return {row.key: row.status for row in rows}

    def _show_text(self) -> None:
        """Show the official text where the checklist is, and the statuses of now."""
        self.reader.show()
        if self.checklist.key is not None:
            self.reader.show_item(self.checklist.key)

    def _on_text_wished(self) -> None:
        self.tab_wanted.emit(Tab.TEXT)

    def _turn(self, step: Callable[[], Change | None]) -> None:
        if not self.flush():
            return
        try:
            change = step()
        except OutOfStepError as refused:
            self._window.show_problem(sentence(refused) or "")
        else:
            if change is not None:
                self._bus.changed.emit(change)
                self._window.save_state.show_saved(self._now())
        self._show_steps()

    def _show_steps(self) -> None:
        for show, change in (
            (self._window.set_undo, self._history.next_undo),
            (self._window.set_redo, self._history.next_redo),
        ):
            show(None if change is None else step_words(change))

    def _on_saved(self) -> None:
        if self.checklist.unsaved_sentence():
            return
        self._window.setWindowModified(False)
        if self._has_complained:
            self._has_complained = False
            self._window.show_problem("")

    def _on_failed(self) -> None:
        self._window.setWindowModified(True)

    def _on_changed(self, _change: Change) -> None:
        self._show_steps()

    def _on_item_wanted(self, key: str) -> None:
        self.tab_wanted.emit(Tab.CHECKLIST)
        self.checklist.show_item(ItemKey(key))

    def _on_section_wanted(self, ref: str) -> None:
        self.tab_wanted.emit(Tab.CHECKLIST)
        self.checklist.show_section(ref)

    def _on_unanswered_wanted(self) -> None:
        self.tab_wanted.emit(Tab.CHECKLIST)
        self.checklist.show_unanswered()

    def _on_without_evidence_wanted(self) -> None:
        self.tab_wanted.emit(Tab.CHECKLIST)
        self.checklist.filter_without_evidence()

    def _on_unread_wanted(self) -> None:
        self.tab_wanted.emit(Tab.OVERVIEW)

    def _on_report_wanted(self) -> None:
        self.tab_wanted.emit(Tab.REPORT)
