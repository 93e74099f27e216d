"""An assessment and the newest revision of its policy: what it would mean, the step, and the archive."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from checklists.revisions import Fate
from gui.platform.jobs import Jobs
from gui.revisions.archive_words import archived
from gui.revisions.content import Comparison, comparison_of
from gui.revisions.view import RevisionsView
from models.vocabulary import AssessmentId, EvidenceId, ItemKey
from resources.refusals import refusal
from services.evidence.vault import EvidenceVault
from services.own_items import OwnItems
from services.progress import Progress
from services.renewals import Renewals
from services.trail.changes import Step


def show_in_viewer(copy: Path) -> bool:
    """Open a copy of our own making in the system's viewer; say whether one took it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))


@dataclass(frozen=True, slots=True)
class RevisionServices:
    """The services of the open workspace, and the window's own plumbing."""

    renewals: Renewals
    own_items: OwnItems
    evidence: EvidenceVault
    jobs: Jobs
    show_file: Callable[[Path], bool] = show_in_viewer


class RevisionsScreen(QObject):
    """Shows what a renewal would do and does it; `renewed` and `brought_back` bring a step, after which all is read."""

    back_wanted = Signal()
    renewed = Signal(int, object)
    brought_back = Signal(str, object)

    def __init__(self, assessment: AssessmentId, services: RevisionServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assessment, self._services = assessment, services
        self.view = RevisionsView(parent=parent)
        self._comparison: Comparison | None = None
        self._connect()

    def show(self, *, is_archive: bool = False) -> None:
        """Read everything anew and show the comparison, or the archive."""
        self._comparison = comparison_of(self._services.renewals.plan(self._assessment))
        self._show_kind(None)
        self._show_archive()
        self.view.problem.say("")
        (self.view.show_archive if is_archive else self.view.show_comparing)()

    def _connect(self) -> None:
        view = self.view
        view.back_wanted.connect(self.back_wanted)
        view.kind_chosen.connect(self._show_kind)
        view.renewal_wanted.connect(self._on_renewal_wanted)
        view.archive_wanted.connect(self._show_archive)
        view.archive.evidence_wanted.connect(self._on_evidence_wanted)
        view.archive.return_wanted.connect(self._on_return_wanted)

    def _show_kind(self, kind: Fate | None) -> None:
        assert self._comparison is not None
        self.view.show_comparison(self._comparison, kind)

    def _show_archive(self) -> None:
        own = self._services.own_items.retired(self._assessment)
        rows = self._services.renewals.archive(self._assessment, also=own)
        self.view.archive.show_items([archived(row, can_come_back=row.key in own) for row in rows])

    def _on_renewal_wanted(self) -> None:
        self.view.show_busy(True)
        job = self._services.jobs.run(self._renew, done=self._on_renewed, failed=self._on_failed)
        self.view.watch(job)

    def _renew(self, _progress: Progress) -> Step:
        return self._services.renewals.renew(self._assessment)

    def _on_renewed(self, step: Step) -> None:
        self.view.show_busy(False)
        self.renewed.emit(self._assessment, step)

    def _on_failed(self, error: Exception) -> None:
        self.view.show_busy(False)
        self._say(error)

    def _on_evidence_wanted(self, evidence: int) -> None:
        try:
            copy = self._services.evidence.copy_for_viewing(EvidenceId(evidence))
        except Exception as error:
            self._say(error)
        else:
            if not self._services.show_file(copy):
                self.view.problem.say(self.tr("这台电脑没有能打开它的程序。装上能看这类文件的程序再试。"))

    def _on_return_wanted(self, key: str) -> None:
        try:
            step = self._services.own_items.bring_back(self._assessment, ItemKey(key))
        except Exception as error:
            self._say(error)
        else:
            self.brought_back.emit(key, step)

    def _say(self, error: Exception) -> None:
        self.view.problem.say(refusal(error))
