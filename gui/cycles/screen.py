"""Keeps the comparison true: it looks again on news, when it is seen."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gui.cycles.content import comparison_of
from gui.cycles.view import CyclesView
from gui.platform.changes import ChangeBus
from models.vocabulary import AssessmentId
from services.cycles.comparison import CycleComparison
from services.trail.changes import Change


class CyclesScreen(QObject):
    """One assessment beside the one before it."""

    item_wanted = Signal(str)
    back_wanted = Signal()
    report_wanted = Signal()

    def __init__(
        self,
        assessment: AssessmentId,
        compared: Callable[[AssessmentId], CycleComparison | None],
        bus: ChangeBus,
    ) -> None:
        super().__init__()
        self._assessment, self._compared, self._bus = assessment, compared, bus
        self.view = CyclesView()
        self._is_stale = True
        bus.changed.connect(self._on_changed)
        self.view.came_forward.connect(self._on_came_forward)
        self.view.item_wanted.connect(self.item_wanted)
        self.view.back_wanted.connect(self.back_wanted)
        self.view.report_wanted.connect(self.report_wanted)

    def reload(self) -> None:
        """Look again now if seen, else when it is shown next."""
        self._is_stale = True
        if self.view.isVisible():
            self._on_came_forward()

    def close(self) -> None:
        """Hear no more news."""
        self._bus.changed.disconnect(self._on_changed)

    def _on_changed(self, change: Change) -> None:
        if change.assessment == self._assessment:
            self.reload()

    def _on_came_forward(self) -> None:
        if self._is_stale:
            compared = self._compared(self._assessment)
            self.view.show_comparison(comparison_of(compared) if compared else None)
            self._is_stale = False
