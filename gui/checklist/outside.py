"""What lies outside the window: the system's file dialogs, its viewers, a question that waits."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.widgets.dialog import ask_text


class Outside(QObject):
    """The real outside; tests bring their own."""

    def choose_files(self, parent: QWidget, folder: str) -> list[Path]:
        """Let the user pick files; none when he would rather not."""
        names, _ = QFileDialog.getOpenFileNames(parent, self.tr("添加佐证"), folder)
        return [Path(name) for name in names]

    def choose_target(self, parent: QWidget, folder: str, name: str) -> Path | None:
        """Let the user say where a copy goes."""
        chosen, _ = QFileDialog.getSaveFileName(parent, self.tr("另存一份"), str(Path(folder) / name))
        return Path(chosen) if chosen else None

    def show_file(self, copy: Path) -> bool:
        """Open a copy of our own making in the system's viewer; say whether one took it."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    def ask_reason(self, parent: QWidget, text: str) -> str | None:
        """Ask why an item does not apply; None when it is to stay as it was."""
        return ask_text(
            parent,
            self.tr("这一条为什么不适用？"),
            self.tr("理由会印在报告里，供教育局核对。"),
            act=self.tr("记为不适用"),
            stay=self.tr("不改了"),
            text=text,
        )
