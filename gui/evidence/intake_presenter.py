"""Files and folders brought to the evidence screen: looked through, assigned by a person, taken in by one step."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject

from gui.evidence.outside import EvidenceOutside
from gui.evidence.services import EvidenceServices
from gui.evidence.view import EvidenceView
from gui.pieces.assigning import Assigned, looked_through
from gui.pieces.dropping import files_in
from gui.pieces.item_picker import choices_of
from gui.pieces.taking import Taking
from gui.platform.jobs import Job
from resources.refusals import refusal
from services.checklist import Checklist
from services.evidence.intake import Duplicate
from services.trail.changes import Change


class IntakePresenter(QObject):
    """Carries what is dropped, pasted or picked to the items a person says."""

    def __init__(
        self,
        view: EvidenceView,
        services: EvidenceServices,
        tell: Callable[[Change], None],
        checklist: Callable[[], Checklist],
        *,
        outside: EvidenceOutside,
    ) -> None:
        super().__init__(view)
        self._view, self._services, self._checklist, self._outside = view, services, checklist, outside
        self._is_closed = False
        intake = services.vault.intake
        self.taking = Taking(intake, services.assessment, services.jobs, tell, ask=self._ask, parent=self)
        self.taking.began.connect(self._on_began)
        self.taking.taken.connect(self._on_taken)
        self.taking.refused.connect(self._on_refused)
        view.content_dropped.connect(self._on_content)
        view.add_files.clicked.connect(self._on_add_files)
        view.add_folder.clicked.connect(self._on_add_folder)

    def take(self, paths: Sequence[Path]) -> None:
        """Have files and folders assigned, then take them in."""
        checklist = self._checklist()
        job = self._services.jobs.run(
            lambda progress: looked_through(paths, checklist, progress), done=self._on_found, failed=self._on_failed
        )
        self._view.progress.watch(job, self.tr("正在看文件夹"))

    def close(self) -> None:
        """Touch the screen no more."""
        self._is_closed = True

    def _on_content(self, content: QMimeData) -> None:
        if paths := files_in(content):
            self.take(paths)

    def _on_add_files(self) -> None:
        files = self._outside.choose_files(self._view, self._services.desk.desk.last_folder)
        if files:
            self._services.desk.keep(last_folder=str(files[0].parent))
            self.take(files)

    def _on_add_folder(self) -> None:
        folder = self._outside.choose_folder(self._view, self._services.desk.desk.last_folder)
        if folder is not None:
            self._services.desk.keep(last_folder=str(folder.parent))
            self.take([folder])

    def _on_found(self, rows: tuple[Assigned, ...]) -> None:
        if self._is_closed:
            return
        if not rows:
            self._on_refused(self.tr("这里面没有文件。"))
            return
        offers = self._outside.ask_assigned(self._view, rows, choices_of(self._checklist()))
        if offers:
            self.taking.take(offers)

    def _ask(self, duplicates: Sequence[Duplicate]) -> bool | None:
        return self._outside.ask_duplicates(self._view, duplicates)

    def _on_began(self, job: Job[object]) -> None:
        self._view.progress.watch(job, self.tr("正在收进佐证"))

    def _on_taken(self, words: str) -> None:
        if words and not self._is_closed:
            self._view.toast.say(words)

    def _on_refused(self, words: str) -> None:
        if not self._is_closed:
            self._view.details.problem.say(words)

    def _on_failed(self, error: Exception) -> None:
        self._on_refused(refusal(error))
