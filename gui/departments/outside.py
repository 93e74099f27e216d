"""What lies outside the window: the system's file dialogs, its file manager, questions that wait."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.widgets.dialog import ask


class Outside(QObject):
    """The real outside; tests bring their own."""

    def choose_folder(self, parent: QWidget, folder: str) -> Path | None:
        """Let the user say where the task sheets go."""
        chosen = QFileDialog.getExistingDirectory(parent, self.tr("任务单存到哪个文件夹"), folder)
        return Path(chosen) if chosen else None

    def choose_files(self, parent: QWidget, folder: str) -> list[Path]:
        """Let the user pick sheets that came back."""
        names, _ = QFileDialog.getOpenFileNames(parent, self.tr("选填好的任务单"), folder, self.tr("任务单 (*.xlsx)"))
        return [Path(name) for name in names]

    def show_folder(self, folder: Path) -> None:
        """Open a folder in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def may_suggest(self, parent: QWidget, says: str) -> bool:
        """Ask whether what is suggested is to be done."""
        return ask(parent, self.tr("按建议分下去？"), says, act=self.tr("分下去"), stay=self.tr("先不分"))

    def may_replace(self, parent: QWidget, says: str) -> bool:
        """Ask whether sheets that lie there are to be written anew."""
        return ask(parent, self.tr("换成新的任务单？"), says, act=self.tr("换成新的"), stay=self.tr("不换"))
