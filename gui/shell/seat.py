"""The place in the window where one assessment at a time is open."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from gui.shell.tabs import Tab
from gui.shell.window import MainWindow
from models.vocabulary import AssessmentId

if TYPE_CHECKING:
    from gui.shell.places import Place
    from gui.shell.sitting import Sitting
    from services.trail.changes import Change, Step
    from services.trail.history import History
    from services.workspace import Workspace


class Seat(QObject):
    """Opens and leaves sittings, puts their rooms behind the tabs, and passes the window's wishes on to them."""

    came_forward = Signal(int)
    said = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        jobs: Jobs,
        settings: DeskSettings,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._jobs, self._settings, self._now = window, jobs, settings, now
        self._bus = ChangeBus(self)
        self._workspace: Workspace | None = None
        self._history: tuple[AssessmentId, History] | None = None
        self._slots = {tab: QStackedWidget() for tab in Tab}
        self.sitting: Sitting | None = None
        self._connect()

    def lay_out(self) -> None:
        """Give every tab its place in the window, which has been furnished."""
        for tab, slot in self._slots.items():
            self._window.add_tab(tab, slot)

    def take(self, workspace: "Workspace") -> None:
        """Work in an open workspace from now on."""
        self._workspace = workspace

    def open(self, assessment: AssessmentId, step: "Step | None" = None) -> None:
        """Open an assessment in place of the one that was open, its checklist in front; a step may have led to it."""
        assert self._workspace is not None
        history = self._history_of(assessment, self._workspace)
        if step is not None:
            history.add(step)
        self.leave()
        self._window.save_state.clear()
        self.sitting = self._sat_down(assessment, self._workspace, history)
        self._come_forward(self.sitting)

    def come_back(self, assessment: AssessmentId) -> None:
        """Put an assessment in front, opened anew only where another one is open."""
        if self.sitting is not None and self.sitting.assessment == assessment:
            self._come_forward(self.sitting)
        else:
            self.open(assessment)

    def go(self, assessment: AssessmentId, place: "Place") -> None:
        """Come to a place in any assessment."""
        self.come_back(assessment)
        assert self.sitting is not None
        self.sitting.go(place)

    def leave(self) -> None:
        """Close what is open."""
        if self.sitting is None:
            return
        self.sitting.close()
        for tab, view in self.sitting.views().items():
            self._slots[tab].removeWidget(view)
            view.deleteLater()
        self.sitting = None

    def flush(self) -> bool:
        """Write what is typed; False where something could not be, and the window says what."""
        return self.sitting is None or self.sitting.flush()

    def show_tab(self, tab: Tab) -> None:
        """Show a room of the open assessment."""
        if self.sitting is not None:
            self._window.show_tab(tab)
            self.sitting.come_to(tab)

    def undo(self) -> None:
        """Take the last step back."""
        if self.sitting is not None:
            self.sitting.undo()

    def take_in(self, changes: "tuple[Change, ...]") -> None:
        """Let the open assessment know of what was changed outside it."""
        if self.sitting is not None:
            self.sitting.take_in(changes)

    def _sat_down(self, assessment: AssessmentId, workspace: "Workspace", history: "History") -> "Sitting":
        from gui.shell.sitting import Sitting

        now, bus, jobs, settings = self._now, self._bus, self._jobs, self._settings
        sitting = Sitting(assessment, workspace, self._window, history, bus=bus, jobs=jobs, settings=settings, now=now)
        sitting.room_made.connect(self._on_room_made)
        sitting.tab_wanted.connect(self.show_tab)
        sitting.base_wanted.connect(self._on_base_wanted)
        sitting.school.changed.connect(self._on_school_changed)
        sitting.turned.connect(self._on_turned)
        return sitting

    def _connect(self) -> None:
        window = self._window
        window.undo_wanted.connect(self.undo)
        window.redo_wanted.connect(self._on_redo_wanted)
        window.retry_wanted.connect(self._on_retry_wanted)
        window.print_wanted.connect(self._on_print_wanted)
        window.school_wanted.connect(self._on_school_wanted)
        window.base_wanted.connect(self._on_base_wanted)
        window.tab_chosen.connect(self._on_tab_chosen)
        window.division_wanted.connect(partial(self.show_tab, Tab.DIVISION))
        window.quality_wanted.connect(partial(self.show_tab, Tab.QUALITY))
        window.cycles_wanted.connect(partial(self.show_tab, Tab.CYCLES))

    def _history_of(self, assessment: AssessmentId, workspace: "Workspace") -> "History":
        """Go on with the history of the assessment that was open last, opened anew or not."""
        from services.trail.history import History

        if self._history is None or self._history[0] != assessment:
            self._history = assessment, History(workspace.steps)
        return self._history[1]

    def _come_forward(self, sitting: "Sitting") -> None:
        self._show_title(Tab.CHECKLIST)
        sitting.come_to(Tab.CHECKLIST)
        self.came_forward.emit(sitting.assessment)

    def _show_title(self, tab: Tab) -> None:
        assert self._workspace is not None
        assert self.sitting is not None
        checklist = self._workspace.assessments.checklist(self.sitting.assessment)
        place = {"city": checklist.policy.city, "year": checklist.year}
        self._window.show_assessment(
            school=checklist.school.name,
            subject=self.tr("{city} · {year} 年度自评").format(**place),
            title=self.tr("{city} {year} 年度自评").format(**place),
            tab=tab,
        )
        self.sitting.show_steps()

    def _on_room_made(self, tab: Tab, view: QWidget) -> None:
        self._slots[tab].addWidget(view)
        self._slots[tab].setCurrentWidget(view)

    def _on_tab_chosen(self, tab: Tab) -> None:
        if self.sitting is not None:
            self.sitting.come_to(tab)

    def _on_redo_wanted(self) -> None:
        if self.sitting is not None:
            self.sitting.redo()

    def _on_retry_wanted(self) -> None:
        if self.sitting is not None:
            self.sitting.retry()

    def _on_print_wanted(self) -> None:
        if self.sitting is not None:
            self.sitting.print()

    def _on_school_wanted(self) -> None:
        if self.sitting is not None and self.sitting.flush():
            self.sitting.school.show_school()

    def _on_base_wanted(self) -> None:
        if self.sitting is not None and self.sitting.flush():
            self.sitting.school.show_base_data()

    def _on_school_changed(self) -> None:
        if self.sitting is not None:
            self.sitting.reload()
            self._show_title(self._window.current_tab or Tab.CHECKLIST)

    def _on_turned(self, said: str) -> None:
        """Show what is no part of a room as it stands after something wider was taken back, and say what it was."""
        assert self.sitting is not None
        tab = self._window.current_tab or Tab.CHECKLIST
        self._show_title(tab)
        self.sitting.come_to(tab)
        self.came_forward.emit(self.sitting.assessment)
        self.said.emit(said)
