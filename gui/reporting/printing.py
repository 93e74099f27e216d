"""A report on the system's printer: the very pages that were looked at."""

from collections.abc import Iterator

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from reports.preview import Pages
from services.progress import Progress

_SHARP_ENOUGH = 300
"""Dots per inch at which 9 pt text survives a copy; more only fills the spooler."""


class NothingPrintedError(Exception):
    """The printer did not take the pages."""

    def __init__(self, printer: str) -> None:
        super().__init__(printer)
        self.printer = printer


def asked_printer(parent: QWidget, title: str, count: int) -> QPrinter | None:
    """Ask by the system's dialog for printer, page range and copies; None when the user goes back."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, count)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def print_pages(printer: QPrinter, pages: Pages, progress: Progress) -> None:
    """Send the asked pages to the printer; raises NothingPrintedError when it does not take them."""
    wanted = list(_wanted(printer, pages.count))
    painter = QPainter()
    if not painter.begin(printer):
        raise NothingPrintedError(printer.printerName())
    try:
        for done, page in enumerate(wanted):
            progress.step(done, len(wanted))
            if done:
                printer.newPage()
            _draw(painter, printer, pages, page)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()


def _wanted(printer: QPrinter, count: int) -> Iterator[int]:
    first = printer.fromPage() or 1
    last = printer.toPage() or count
    return iter(range(first - 1, min(last, count)))


def _draw(painter: QPainter, printer: QPrinter, pages: Pages, page: int) -> None:
    inches = pages.size(page)[0] / 72
    across, down, content = pages.render(page, round(inches * min(printer.resolution(), _SHARP_ENOUGH)))
    image = QImage(content, across, down, across * 4, QImage.Format.Format_RGB32)
    painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), image)
