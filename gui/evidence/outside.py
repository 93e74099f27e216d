"""What lies outside the evidence screen: the system's dialogs, and questions that wait."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gui.evidence.number_dialog import NumberDialog, Renumbered
from gui.evidence.versions_dialog import VersionsDialog
from gui.pieces.outside import FilesOutside
from gui.widgets.dialog import ask
from services.evidence.register import VersionRow


class EvidenceOutside(FilesOutside):
    """The real outside; tests bring their own."""

    def ask_pattern(
        self, parent: QWidget, pattern: str, example: str, year: int, renumbered: Renumbered
    ) -> tuple[str, bool] | None:
        """Ask for a pattern, and whether all is numbered anew by it; None when it is to stay as it was."""
        dialog = NumberDialog(pattern, example, year, renumbered, parent)
        return (dialog.pattern, dialog.renumbers) if dialog.exec() else None

    def ask_version(self, parent: QWidget, name: str, versions: Sequence[VersionRow]) -> int | None:
        """Ask which version counts; None when it is to stay as it was."""
        dialog = VersionsDialog(name, versions, parent)
        return dialog.version if dialog.exec() else None

    def ask_removal(self, parent: QWidget, count: int) -> bool:
        """Ask whether several pieces are to be taken off all their items."""
        return ask(
            parent,
            self.tr("移除 {count} 件佐证？").format(count=count),
            self.tr("它们从所有要点上拿下来，编号不再给别的。文件还在，按 Ctrl+Z 能找回来。"),
            act=self.tr("移除"),
            stay=self.tr("不移除"),
        )
