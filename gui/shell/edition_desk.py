"""Editions from anywhere: a printed fingerprint is known again, the bar says which edition holds."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.shell.window import MainWindow
from resources.refusals import refusal

if TYPE_CHECKING:
    from gui.shell.fingerprint_dialog import FingerprintDialog
    from services.editions.values import EditionRow
    from services.workspace import Workspace


class EditionDesk(QObject):
    """Opens 核对指纹 over the window."""

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._workspace: Workspace | None = None
        self.dialog: FingerprintDialog | None = None
        window.fingerprint_wanted.connect(self._on_wanted)

    def take(self, workspace: "Workspace") -> None:
        """Look among the editions of this workspace."""
        self._workspace = workspace

    def _on_wanted(self) -> None:
        from gui.shell.fingerprint_dialog import FingerprintDialog

        if self._workspace is not None:
            self.dialog = FingerprintDialog(self._look_up, self._window)
            self.dialog.open()

    def _look_up(self, text: str) -> str:
        try:
            return self._told(text)
        except Exception as error:
            return refusal(error)

    def _told(self, text: str) -> str:
        from gui.reporting.edition_words import look_up_words, near_miss_words

        assert self._workspace is not None
        editions = self._workspace.editions
        if near := editions.near_misses(text):
            return near_miss_words(near[0], self._name(near[0].edition))
        found = [match.edition for match in editions.look_up(text)]
        return look_up_words([(row, self._name(row)) for row in found])

    def _name(self, row: "EditionRow") -> str:
        assert self._workspace is not None
        checklist = self._workspace.assessments.checklist(row.assessment)
        wording = self.tr("{school} {year} 年度自评")
        return wording.format(school=checklist.school.name, year=checklist.year)
