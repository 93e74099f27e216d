"""Makes the chosen paper when it is looked at, prints and saves exactly what was seen."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from gui.platform.jobs import Job
from gui.reporting.choices import Choices
from gui.reporting.handing_out import HandingOut
from gui.reporting.making import Made, Making
from gui.reporting.report_services import ReportServices
from gui.reporting.searching import Searching
from gui.reporting.view import ReportView
from models.vocabulary import AssessmentId
from reports.orders import Kind
from reports.preview import Pages
from resources import word
from resources.refusals import refusal
from services.dossiers import Dossier
from services.reporting.parts import ReportSettings
from services.trail.changes import Change

_SETTLED = 300
"""Milliseconds without a change before the pages are made anew."""


class ReportScreen(QObject):
    """One assessment's papers; `is_stale` until the pages say what the record says."""

    unanswered_wanted = Signal()
    without_evidence_wanted = Signal()
    unread_wanted = Signal()
    quality_wanted = Signal()
    made = Signal()

    def __init__(self, assessment: AssessmentId, services: ReportServices) -> None:
        super().__init__()
        self._assessment = assessment
        self.services = services
        self.view = ReportView()
        self._making = Making(assessment, services.dossier, services.now, lambda: services.settings.desk.reused_from)
        self._searching = Searching(self)
        self._handing_out = HandingOut(services, self._making, self.view, self)
        self._choices = {kind: Choices(kind) for kind in Kind}
        self._kind = Kind.SELF_ASSESSMENT
        self._pages: Pages | None = None
        self._shown: Choices | None = None
        self._job: Job[Made] | None = None
        self.is_stale = True
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(self.show)
        self.view.options.show_kind(self._kind)
        self._connect()

    def show(self) -> None:
        """Make the pages if anything changed since they were made; called when the screen comes up."""
        if not self.is_stale:
            return
        self.is_stale = False
        self._give_up()
        choices = self._choices[self._kind]
        if (kept := self._making.kept(choices)) is not None:
            self._on_made(kept)
            return
        self._job = self.services.jobs.run(
            lambda progress: self._making.make(choices, progress), done=self._on_made, failed=self._on_failed
        )
        self.view.show_working(self._job, word(self._kind))

    def show_frozen(self, frozen: Callable[[], Dossier] | None) -> None:
        """Show the papers of an edition, whose choices were frozen too, or those of the record as it stands (None)."""
        self._making.take_from(frozen)
        if frozen is not None:
            self.view.options.show_frozen(is_frozen=True)
        self._make_anew()

    @property
    def is_busy(self) -> bool:
        """Say whether pages are being made."""
        return self._job is not None

    @property
    def kind(self) -> Kind:
        """Say which paper is chosen."""
        return self._kind

    def close(self) -> None:
        """Let go of the bus and the pages."""
        self.services.bus.changed.disconnect(self._on_changed)
        self._settled.stop()
        self._give_up()
        self._searching.close()
        self._making.forget()
        self._handing_out.close()
        self.view.close_pages()
        if self._pages is not None:
            self._pages.close()

    def _connect(self) -> None:
        view, options = self.view, self.view.options
        self.services.bus.changed.connect(self._on_changed)
        view.retry_wanted.connect(self._on_retry_wanted)
        view.stop_wanted.connect(self._on_stop_wanted)
        view.search_wanted.connect(self._on_search_wanted)
        self._searching.found.connect(view.show_hits)
        options.kinds.kind_chosen.connect(self._on_kind_chosen)
        options.choices.settings_wanted.connect(self._on_settings_wanted)
        options.choices.filled_wanted.connect(self._on_filled_wanted)
        options.choices.department_wanted.connect(self._on_department_wanted)
        self._handing_out.started.connect(view.show_handing_out)
        options.checks.unanswered_wanted.connect(self.unanswered_wanted)
        options.checks.without_evidence_wanted.connect(self.without_evidence_wanted)
        options.checks.unread_wanted.connect(self.unread_wanted)
        options.checks.quality_wanted.connect(self.quality_wanted)

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_changed(self, change: Change) -> None:
        if change.assessment == self._assessment:
            self._give_up()
            self._making.forget()
            self.is_stale = True
            if self.view.isVisible():
                self.view.options.steps.set_ready(False)
                self._settled.start()

    def _on_kind_chosen(self, kind: Kind) -> None:
        if kind is not self._kind:
            self._kind = kind
            self.view.options.show_kind(kind)
            self._make_anew()

    def _on_settings_wanted(self, wanted: ReportSettings) -> None:
        if self.services.settle(wanted):
            self.view.options.choices.know(wanted)

    def _on_filled_wanted(self, is_filled: bool) -> None:
        self._choices[self._kind] = replace(self._choices[self._kind], is_filled=is_filled)
        self._make_anew()

    def _on_department_wanted(self, department: str) -> None:
        self._choices[self._kind] = replace(self._choices[self._kind], department=department)
        self._make_anew()

    def _make_anew(self) -> None:
        self.is_stale = True
        self.show()

    def _on_made(self, made: Made) -> None:
        self._job = None
        self._making.keep(made)
        before, self._pages = self._pages, Pages(made.paper.content)
        self._handing_out.take(made, self._pages)
        self._searching.forget()
        is_another, self._shown = made.choices != self._shown, made.choices
        self.view.show_pages(self._pages, is_duplex=made.settings.is_duplex, is_another=is_another)
        self.view.foot.show_edition(made.edition, is_kept=made.paper.is_kept)
        if before is not None:
            before.close()
        options = self.view.options
        options.show_frozen(is_frozen=self._making.is_frozen)
        options.checks.show_checks(made.found)
        options.choices.show_settings(made.settings)
        options.choices.show_departments(made.departments)
        options.steps.show_problem("")
        self.made.emit()

    def _on_failed(self, error: Exception) -> None:
        self._job, self.is_stale = None, True
        self.view.show_failure(refusal(error))
        self._drop_pages()

    def _on_stop_wanted(self) -> None:
        self._give_up()
        self.is_stale = True
        self.view.show_stopped()
        self._drop_pages()

    def _drop_pages(self) -> None:
        """Let go of the pages of before, which the view has let go of: none belong to what is chosen now."""
        self._searching.forget()
        if self._pages is not None:
            self._pages.close()
        self._pages = None
        self._handing_out.take(None, None)

    def _on_retry_wanted(self) -> None:
        self._make_anew()

    def _on_search_wanted(self, word: str) -> None:
        if self._pages is not None:
            self._searching.look(word, self._pages)
