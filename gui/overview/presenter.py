"""Keeps the overview true: it looks again when it is shown after something changed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from gui.overview.content import overview_of
from gui.overview.view import OverviewView
from gui.platform.changes import ChangeBus
from models.vocabulary import AssessmentId
from services.dossiers import Dossier
from services.evidence.flags import REUSED_FROM
from services.trail.changes import Change


class OverviewPresenter(QObject):
    """Draws one assessment, and draws it again only when it is seen."""

    def __init__(
        self,
        view: OverviewView,
        dossier: Callable[[AssessmentId], Dossier],
        assessment: AssessmentId,
        *,
        bus: ChangeBus,
        today: Callable[[], date] = date.today,
        reused_from: Callable[[], int] = lambda: REUSED_FROM,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or view)
        self._view = view
        self._dossier = dossier
        self._reused_from = reused_from
        self._assessment = assessment
        self._today = today
        self._is_stale = True
        bus.changed.connect(self._on_changed)
        view.came_forward.connect(self._on_came_forward)
        self.reload()

    def reload(self) -> None:
        """Look again now if seen, else when it is shown next: after a school's figures changed, on a new day."""
        self._is_stale = True
        if self._view.isVisible():
            self._on_came_forward()

    def _on_changed(self, change: Change) -> None:
        if change.assessment == self._assessment:
            self.reload()

    def _on_came_forward(self) -> None:
        if self._is_stale:
            dossier = self._dossier(self._assessment)
            self._view.show_overview(overview_of(dossier, self._today(), self._reused_from()))
            self._is_stale = False
