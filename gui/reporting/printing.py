"""A report on the system's printer: the very pages that were looked at."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QTransform
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


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """What the system's dialog starts from: a name, how many pages, both sides or one, upright or lying."""

    title: str
    count: int
    is_duplex: bool
    is_landscape: bool

    @classmethod
    def of(cls, title: str, pages: Pages, *, is_duplex: bool) -> "PrintRequest":
        """Ask for all pages; the paper lies only where every page does."""
        lying = all(_lies(pages, page) for page in range(pages.count))
        return cls(title, pages.count, is_duplex, lying)


def asked_printer(parent: QWidget, request: PrintRequest) -> QPrinter | None:
    """Ask by the system's dialog for printer, page range, sides and copies; None when the user goes back."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, request)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, request.count)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def set_up(printer: QPrinter, request: PrintRequest) -> None:
    """Tell a printer what is to come."""
    printer.setDocName(request.title)
    printer.setFullPage(True)
    across = QPageLayout.Orientation.Landscape if request.is_landscape else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), across, QMarginsF(0, 0, 0, 0)))
    printer.setDuplex(sides_of(request))


def sides_of(request: PrintRequest) -> QPrinter.DuplexMode:
    """Say how the sides are turned: bound on the left, so over the long edge, of lying pages over the short one."""
    if not request.is_duplex:
        return QPrinter.DuplexMode.DuplexNone
    return QPrinter.DuplexMode.DuplexShortSide if request.is_landscape else QPrinter.DuplexMode.DuplexLongSide


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
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    if _lies(pages, page) and paper.width() < paper.height():
        image = image.transformed(QTransform().rotate(-90))
    painter.drawImage(paper, image)


def _lies(pages: Pages, page: int) -> bool:
    width, height = pages.size(page)
    return width > height
