"""Keeps the check true: it looks again on news, when it is seen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.quality.content import quality_of
from gui.quality.view import QualityView
from models.vocabulary import AssessmentId
from reports.errors import PrintError
from reports.saving import save_content
from resources.refusals import sentence
from services.dossiers import Dossier
from services.quality import Flaw, FlawRow, flaws
from services.trail.changes import Change

AskTarget = Callable[[QWidget, str, str], Path | None]


def ask_target(over: QWidget, folder: str, name: str) -> Path | None:
    """Ask where a table is to lie."""
    found, _ = QFileDialog.getSaveFileName(over, "", str(Path(folder or Path.home()) / name), "Excel (*.xlsx)")
    return Path(found) if found else None


@dataclass(frozen=True, slots=True)
class QualityServices:
    """What the check is given."""

    dossier: Callable[[AssessmentId], Dossier]
    bus: ChangeBus
    desk: DeskSettings
    today: Callable[[], date]


class QualityScreen(QObject):
    """One assessment checked; rows lead to where they can be mended."""

    wanted = Signal(object)
    back_wanted = Signal()
    report_wanted = Signal()
    reuse_changed = Signal()

    def __init__(self, assessment: AssessmentId, services: QualityServices, ask: AskTarget = ask_target) -> None:
        super().__init__()
        self._assessment, self._services, self._ask = assessment, services, ask
        self.view = QualityView()
        self._found: tuple[FlawRow, ...] = ()
        self._is_stale = True
        services.bus.changed.connect(self._on_changed)
        view = self.view
        view.came_forward.connect(self._on_came_forward)
        view.wanted.connect(self.wanted)
        view.back_wanted.connect(self.back_wanted)
        view.report_wanted.connect(self.report_wanted)
        view.export_wanted.connect(self._on_export_wanted)
        view.reused_from_chosen.connect(self._on_reused_from_chosen)

    def reload(self) -> None:
        """Look again now if seen, else when it is shown next."""
        self._is_stale = True
        if self.view.isVisible():
            self._on_came_forward()

    def show_flaw(self, flaw: Flaw) -> None:
        """Bring one kind into view."""
        self._on_came_forward()
        self.view.show_flaw(flaw)

    def close(self) -> None:
        """Hear no more news."""
        self._services.bus.changed.disconnect(self._on_changed)

    def _on_changed(self, change: Change) -> None:
        if change.assessment == self._assessment:
            self.reload()

    def _on_came_forward(self) -> None:
        if not self._is_stale:
            return
        reused_from = self._services.desk.desk.reused_from
        dossier = self._services.dossier(self._assessment)
        self._found = flaws(dossier, self._services.today(), reused_from=reused_from)
        self.view.show_quality(quality_of(dossier, self._found), reused_from)
        self._is_stale = False

    def _on_reused_from_chosen(self, count: int) -> None:
        self._services.desk.keep(reused_from=count)
        self.reload()
        self.reuse_changed.emit()

    def _on_export_wanted(self) -> None:
        dossier = self._services.dossier(self._assessment)
        name = self.tr("交前质检 {year}.xlsx").format(year=dossier.checklist.year)
        target = self._ask(self.view, self._services.desk.desk.last_folder, name)
        if target is None:
            return
        from reports.sheets.flaws import flaw_sheet  # openpyxl costs more to import than a window to paint

        self._services.desk.keep(last_folder=str(target.parent))
        try:
            save_content(flaw_sheet(dossier, self._found, self._services.today()), target)
        except PrintError as refused:
            self.view.problem.say(sentence(refused) or "")
            return
        self.view.problem.say("")
        wording = self.tr("已存好 {count} 处：{name}").replace("{count}", str(len(self._found)))
        self.view.toast.say(wording.replace("{name}", target.name))
