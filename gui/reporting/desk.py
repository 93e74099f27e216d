"""The true edges of the report screen: the system's dialogs for files and printers."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from gui.reporting.printing import PrintRequest, asked_printer
from gui.widgets.save_dialog import asked_target

_FILTERS = {".pdf": "PDF (*.pdf)", ".docx": "Word (*.docx)", ".xlsx": "Excel (*.xlsx)"}


class ReportDesk(Protocol):
    """What a person is asked for; tests answer themselves."""

    def asked_target(self, parent: QWidget, proposed: Path) -> Path | None:
        """Ask where to save; None when the user goes back."""

    def asked_printer(self, parent: QWidget, request: PrintRequest) -> QPrinter | None:
        """Ask on what to print; None when the user goes back."""


class SystemDesk:
    """Asks by the system's own dialogs."""

    def asked_target(self, parent: QWidget, proposed: Path) -> Path | None:
        """Ask where to save; the system itself asks before a file is replaced."""
        said = QCoreApplication.translate("reporting", "存到哪里")
        return asked_target(parent, said, proposed, _FILTERS[proposed.suffix])

    def asked_printer(self, parent: QWidget, request: PrintRequest) -> QPrinter | None:
        """Ask by the print dialog."""
        return asked_printer(parent, request)
