"""What lies outside the screen: questions that wait, the system's file dialogs, its viewers."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.findings.dialogs import NewDialog, RecogniseDialog, ReportDialog, Reported, ReviewDialog, is_accepted
from gui.widgets.dialog import ask_text
from services.findings.rows import Recognition, Remedy, Review


class Outside(QObject):
    """The real outside; tests bring their own."""

    def new_finding(self, parent: QWidget, departments: tuple[str, ...]) -> Remedy | None:
        """Ask for a problem; None when the user would rather not."""
        dialog = NewDialog(departments, parent)
        return dialog.remedy if is_accepted(dialog) else None

    def report(self, parent: QWidget) -> Reported | None:
        """Ask for the school's own result."""
        dialog = ReportDialog(parent)
        return dialog.reported if is_accepted(dialog) else None

    def review(self, parent: QWidget, today: Callable[[], date], by: str) -> Review | None:
        """Ask what was found on looking again."""
        dialog = ReviewDialog(today, by, parent)
        return dialog.review if is_accepted(dialog) else None

    def recognition(self, parent: QWidget, today: Callable[[], date], by: str) -> Recognition | None:
        """Ask for the recognised result."""
        dialog = RecogniseDialog(today, by, parent)
        return dialog.recognition if is_accepted(dialog) else None

    def reopening_reason(self, parent: QWidget, label: str) -> str | None:
        """Ask why something is begun anew."""
        return ask_text(
            parent,
            self.tr("为什么重新打开{label}？").format(label=label),
            self.tr("它会回到整改中，复查和认定都要重新来；理由记在台账里。"),
            act=self.tr("重新打开"),
            stay=self.tr("不打开"),
        )

    def withdrawal_reason(self, parent: QWidget, label: str) -> str | None:
        """Ask why something was opened by mistake."""
        return ask_text(
            parent,
            self.tr("为什么撤回{label}？").format(label=label),
            self.tr("误开的才撤回。记录不会删，理由记在台账里，随时可以重新打开。"),
            act=self.tr("撤回"),
            stay=self.tr("不撤回"),
        )

    def choose_files(self, parent: QWidget, folder: str) -> list[Path]:
        """Let the user pick files; none when he would rather not."""
        names, _ = QFileDialog.getOpenFileNames(parent, self.tr("添加整改佐证"), folder)
        return [Path(name) for name in names]

    def choose_target(self, parent: QWidget, folder: str, name: str) -> Path | None:
        """Let the user say where the ledger goes."""
        kind = self.tr("Excel 表 (*.xlsx)")
        chosen, _ = QFileDialog.getSaveFileName(parent, self.tr("导出台账"), str(Path(folder) / name), kind)
        return Path(chosen) if chosen else None

    def show_file(self, copy: Path) -> bool:
        """Open a copy of our own making in the system's viewer; say whether one took it."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))
