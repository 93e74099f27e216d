"""The true edges of the report screen: the system's dialogs for files and printers."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.reporting.printing import asked_printer


class ReportDesk(Protocol):
    """What a person is asked for; tests answer themselves."""

    def asked_target(self, parent: QWidget, proposed: Path) -> Path | None:
        """Ask where to save; None when the user goes back."""

    def asked_printer(self, parent: QWidget, title: str, count: int) -> QPrinter | None:
        """Ask on what to print; None when the user goes back."""


class SystemDesk:
    """Asks by the system's own dialogs."""

    def asked_target(self, parent: QWidget, proposed: Path) -> Path | None:
        """Ask where to save; the system itself asks before a file is replaced."""
        said = QCoreApplication.translate("reporting", "把报告存到哪里")
        chosen, _ = QFileDialog.getSaveFileName(parent, said, str(proposed), "PDF (*.pdf)")
        if not chosen:
            return None
        return Path(chosen) if chosen.lower().endswith(".pdf") else Path(chosen + ".pdf")

    def asked_printer(self, parent: QWidget, title: str, count: int) -> QPrinter | None:
        """Ask by the print dialog."""
        return asked_printer(parent, title, count)
