"""Makes the report when it is looked at, prints and saves exactly what was seen."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Job, Jobs
from gui.reporting.desk import ReportDesk
from gui.reporting.printing import print_pages
from gui.reporting.view import ReportView
from models.vocabulary import AssessmentId
from reports.orders import Kind, MadePaper, Order
from reports.preview import Pages
from reports.printing import make_paper
from reports.saving import save_content
from resources.refusals import sentence
from services.changes import Change
from services.checklist import Checklist
from services.dossiers import Dossier
from services.progress import Progress
from services.quality import Flaw, flaws

_SETTLED = 300
"""Milliseconds without a change before the pages are made anew."""


@dataclass(frozen=True, slots=True)
class ReportServices:
    """What the report screen is given."""

    dossier: Callable[[AssessmentId], Dossier]
    bus: ChangeBus
    jobs: Jobs
    settings: DeskSettings
    desk: ReportDesk
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class _Made:
    paper: MadePaper
    checklist: Checklist
    found: Counter[Flaw]


class ReportScreen(QObject):
    """One assessment's report; `is_stale` until its pages say what the record says."""

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
        self._made: _Made | None = None
        self._pages: Pages | None = None
        self._saved: Path | None = None
        self._job: Job[_Made] | None = None
        self.is_stale = True
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(self.show)
        self._connect()

    def show(self) -> None:
        """Make the pages if anything changed since they were made; called when the screen comes up."""
        if not self.is_stale:
            return
        self.is_stale = False
        if self._job is not None:
            self._job.cancel()
        self.view.show_working()
        self._job = self.services.jobs.run(self._make, done=self._on_made, failed=self._on_failed)

    @property
    def is_busy(self) -> bool:
        """Say whether pages are being made."""
        return self._job is not None

    def close(self) -> None:
        """Let go of the bus and the pages."""
        self.services.bus.changed.disconnect(self._on_changed)
        self._settled.stop()
        if self._job is not None:
            self._job.cancel()
        self.view.close_pages()
        if self._pages is not None:
            self._pages.close()

    def _connect(self) -> None:
        view, options = self.view, self.view.options
        self.services.bus.changed.connect(self._on_changed)
        view.retry_wanted.connect(self._on_retry_wanted)
        view.search_wanted.connect(self._on_search_wanted)
        options.print_wanted.connect(self._on_print_wanted)
        options.save_wanted.connect(self._on_save_wanted)
        options.folder_wanted.connect(self._on_folder_wanted)
        options.unanswered_wanted.connect(self.unanswered_wanted)
        options.without_evidence_wanted.connect(self.without_evidence_wanted)
        options.unread_wanted.connect(self.unread_wanted)
        options.quality_wanted.connect(self.quality_wanted)

    def _make(self, progress: Progress) -> _Made:
        dossier, now = self.services.dossier(self._assessment), self.services.now()
        paper = make_paper(Order(Kind.SELF_ASSESSMENT, now), dossier, progress)
        found = flaws(dossier, now.date(), reused_from=self.services.settings.desk.reused_from)
        return _Made(paper, dossier.checklist, Counter(row.flaw for row in found))

    def _on_changed(self, change: Change) -> None:
        if change.assessment == self._assessment:
            self.is_stale = True
            if self.view.isVisible():
                self._settled.start()

    def _on_made(self, made: _Made) -> None:
        self._job, self._made = None, made
        before, self._pages = self._pages, Pages(made.paper.content)
        self.view.show_pages(self._pages)
        if before is not None:
            before.close()
        self.view.options.show_checks(made.found)
        self.view.options.show_problem("")
        self.made.emit()

    def _on_failed(self, error: Exception) -> None:
        self._job, self.is_stale = None, True
        self.view.show_failure(_said(error))

    def _on_retry_wanted(self) -> None:
        self.is_stale = True
        self.show()

    def _on_search_wanted(self, word: str) -> None:
        if self._pages is not None:
            self.view.show_hits(word, self._pages.search(word))

    def _on_save_wanted(self) -> None:
        if self._made is None:
            return
        folder = Path(self.services.settings.desk.last_folder or Path.home())
        target = self.services.desk.asked_target(self.view, folder / f"{self._title(self._made.checklist)}.pdf")
        if target is None:
            return
        try:
            save_content(self._made.paper.content, target)
        except Exception as error:
            self.view.options.show_problem(_said(error))
            return
        self._saved = target
        self.services.settings.keep(last_folder=str(target.parent))
        self.view.options.show_problem("")
        self.view.options.show_saved(target.name)

    def _on_folder_wanted(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))

    def _on_print_wanted(self) -> None:
        if self._made is None or self._pages is None:
            return
        pages = self._pages
        printer = self.services.desk.asked_printer(self.view, self._title(self._made.checklist), pages.count)
        if printer is not None:
            self.services.jobs.run(lambda progress: print_pages(printer, pages, progress), failed=self._on_print_failed)

    def _on_print_failed(self, error: Exception) -> None:
        self.view.options.show_problem(_said(error))

    def _title(self, checklist: Checklist) -> str:
        name = self.tr("{school}{year}年度自评报告").format(school=checklist.school.name, year=checklist.year)
        return "".join("_" if char in '\\/:*?"<>|' or not char.isprintable() else char for char in name)


def _said(error: Exception) -> str:
    """Say an expected error; a bug of ours goes on to the hook."""
    said = sentence(error)
    if said is None:
        raise error
    return said
