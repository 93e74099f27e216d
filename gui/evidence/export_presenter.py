"""All evidence handed out as a folder."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.evidence.outside import EvidenceOutside
from gui.evidence.services import EvidenceServices
from gui.evidence.view import EvidenceView
from resources.refusals import refusal
from services.checklist import Checklist
from services.evidence.register import PieceRow
from services.progress import Progress

if TYPE_CHECKING:
    from reports.evidence_folder import ExportedFolder

Exported = Callable[[], tuple[Checklist, tuple[PieceRow, ...]]]


class ExportPresenter(QObject):
    """Writes the folder beside the window's work; `to_export` gives what goes into it."""

    def __init__(
        self, view: EvidenceView, services: EvidenceServices, to_export: Exported, *, outside: EvidenceOutside
    ) -> None:
        super().__init__(view)
        self._view, self._services, self._to_export, self._outside = view, services, to_export, outside
        view.export.clicked.connect(self._on_export)

    def _on_export(self) -> None:
        checklist, _ = self._to_export()
        name = self.tr("{school} {year} 佐证材料").format(school=checklist.school.name, year=checklist.year)
        target = self._outside.choose_new_folder(self._view, self._services.desk.desk.last_folder, name)
        if target is None:
            return
        work = partial(self._write, target, *self._to_export())
        job = self._services.jobs.run(work, done=self._on_exported, failed=self._on_failed)
        self._view.progress.watch(job, self.tr("正在导出佐证"))

    def _write(
        self, target: Path, checklist: Checklist, pieces: tuple[PieceRow, ...], progress: Progress
    ) -> "ExportedFolder":
        from reports.evidence_folder import export_evidence

        now = self._services.now()
        return export_evidence(checklist, pieces, self._services.vault.file_of, target, progress, made_at=now)

    def _on_exported(self, made: "ExportedFolder") -> None:
        words = {"count": made.files, "folder": made.folder.name}
        self._view.toast.say(self.tr("已导出 {count} 份，在“{folder}”里").format(**words))
        if made.lost:
            said = self.tr("有 {count} 份文件不在或已损坏，没有导出；目录里注明了。")
            self._view.details.problem.say(said.format(count=len(made.lost)))

    def _on_failed(self, error: Exception) -> None:
        self._view.details.problem.say(refusal(error))
