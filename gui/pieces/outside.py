"""The system's own dialogs and viewers, as far as evidence needs them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.pieces.assigning import Assigned
from gui.pieces.item_picker import Choice
from gui.pieces.place_dialog import PlaceWish, ask_place
from models.vocabulary import EvidenceKind, ItemKey
from services.evidence.intake import Duplicate, Offer


class FilesOutside(QObject):
    """The real outside; tests bring their own."""

    def choose_files(self, parent: QWidget, folder: str) -> list[Path]:
        """Let the user pick files; none when he would rather not."""
        names, _ = QFileDialog.getOpenFileNames(parent, self.tr("添加佐证"), folder)
        return [Path(name) for name in names]

    def choose_file(self, parent: QWidget, folder: str) -> Path | None:
        """Let the user pick the newer file of a piece."""
        name, _ = QFileDialog.getOpenFileName(parent, self.tr("换新版本"), folder)
        return Path(name) if name else None

    def choose_folder(self, parent: QWidget, folder: str) -> Path | None:
        """Let the user pick a folder full of evidence."""
        chosen = QFileDialog.getExistingDirectory(parent, self.tr("收进一个文件夹"), folder)
        return Path(chosen) if chosen else None

    def choose_target(self, parent: QWidget, folder: str, name: str) -> Path | None:
        """Let the user say where a copy goes."""
        chosen, _ = QFileDialog.getSaveFileName(parent, self.tr("另存一份"), str(Path(folder) / name))
        return Path(chosen) if chosen else None

    def choose_new_folder(self, parent: QWidget, folder: str, name: str) -> Path | None:
        """Let the user say under which name a folder of evidence is made."""
        chosen = QFileDialog.getExistingDirectory(parent, self.tr("导出到哪里"), folder)
        return Path(chosen) / name if chosen else None

    def ask_duplicates(self, parent: QWidget, duplicates: Sequence[Duplicate]) -> bool | None:
        """Ask what becomes of files that are here already: True to link, False to keep copies, None to leave out."""
        from gui.pieces.duplicates import ask_duplicates

        return ask_duplicates(parent, duplicates)

    def ask_assigned(
        self, parent: QWidget, rows: Sequence[Assigned], choices: Sequence[Choice]
    ) -> tuple[Offer, ...] | None:
        """Ask which item each file is for; None when nothing is to come in."""
        from gui.pieces.assign_dialog import ask_assigned

        return ask_assigned(parent, rows, choices)

    def ask_served(
        self, parent: QWidget, name: str, choices: Sequence[Choice], serves: Iterable[ItemKey]
    ) -> tuple[ItemKey, ...] | None:
        """Ask which items a piece serves; None when it is to stay as it was."""
        from gui.pieces.serve_dialog import ask_served

        return ask_served(parent, name, choices, serves)

    def ask_place(self, parent: QWidget, kind: EvidenceKind) -> PlaceWish | None:
        """Ask for a link, or for a paper and where it lies; None when nothing is to be noted."""
        return ask_place(parent, kind)

    def show_file(self, copy: Path) -> bool:
        """Open a copy of our own making in the system's viewer; say whether one took it."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))
