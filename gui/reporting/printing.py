"""A report on the system's printer: the very pages that were looked at."""

from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QTransform
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from reports.errors import TargetRefusedError, UnreadablePdfError
from reports.preview import Pages
from services.progress import Progress

_SHARP_ENOUGH = 300
"""Dots per inch at which 9 pt text survives a copy; more only fills the spooler."""
_SHARP = QPainter.RenderHint.LosslessImageRendering | QPainter.RenderHint.SmoothPixmapTransform
"""A file printed to is a third smaller so, too."""


class NothingPrintedError(Exception):
    """The printer did not take the pages."""

    def __init__(self, printer: str) -> None:
        super().__init__(printer)
        self.printer = printer


class NoSuchPagesError(Exception):
    """The range that was asked for holds none of the paper's pages."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """What the system's dialog starts from: a name, how many pages, both sides or one, upright or lying.

    `here` is the page in view, counted from 1.
    """

    title: str
    count: int
    is_duplex: bool
    is_landscape: bool
    here: int = 1

    @classmethod
    def of(cls, title: str, pages: Pages, *, is_duplex: bool, here: int = 1) -> "PrintRequest":
        """Ask for all pages; the paper lies only where every page does."""
        lying = all(_lies(pages, page) for page in range(pages.count))
        return cls(title, pages.count, is_duplex, lying, here)


def asked_printer(parent: QWidget, request: PrintRequest) -> QPrinter | None:
    """Ask by the system's dialog for printer, page range, sides and copies; None when the user goes back."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, request)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, request.count)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
    is_wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    keep_to_range(printer, request)
    return printer if is_wanted else None


def keep_to_range(printer: QPrinter, request: PrintRequest) -> None:
    """Turn the page in view into a range, which is all that is asked for later."""
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        printer.setFromTo(request.here, request.here)


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


def print_paper(printer: QPrinter, content: bytes, progress: Progress) -> None:
    """Send the asked pages of a PDF to the printer, or into the file it prints to; called by a job.

    Raises NoSuchPagesError, NothingPrintedError when the printer does not take them, TargetRefusedError when the file
    does not.
    """
    with closing(Pages(content)) as pages:
        wanted = wanted_pages(printer, pages.count)
        if not wanted:
            raise NoSuchPagesError(pages.count)
        _send(printer, pages, wanted, progress)
    if not _is_whole(printer, len(wanted)):
        _discard(printer)
        raise _refusal(printer)


def _send(printer: QPrinter, pages: Pages, wanted: list[int], progress: Progress) -> None:
    painter = QPainter()
    if not painter.begin(printer):
        raise _refusal(printer)
    try:
        painter.setRenderHints(_SHARP)
        for done, page in enumerate(wanted):
            progress.step(done, len(wanted))
            if done and not printer.newPage():
                raise _refusal(printer)
            _draw(painter, printer, pages, page)
    except BaseException:
        printer.abort()
        painter.end()
        _discard(printer)
        raise
    painter.end()


def _discard(printer: QPrinter) -> None:
    """Leave no half file behind where a file was printed to."""
    if printer.outputFileName():
        with suppress(OSError):
            Path(printer.outputFileName()).unlink()


def _is_whole(printer: QPrinter, count: int) -> bool:
    """Look whether a file printed to holds every page: a full disk is told by nobody."""
    if not printer.outputFileName() or printer.outputFormat() != QPrinter.OutputFormat.PdfFormat:
        return True
    try:
        with closing(Pages(Path(printer.outputFileName()))) as printed:
            return printed.count == count
    except UnreadablePdfError:
        return False


def _refusal(printer: QPrinter) -> NothingPrintedError | TargetRefusedError:
    target = printer.outputFileName()
    return TargetRefusedError(Path(target), None) if target else NothingPrintedError(printer.printerName())


def wanted_pages(printer: QPrinter, count: int) -> list[int]:
    """Name the pages that were asked for, counted from 0: any ranges, and copies where the printer makes none."""
    ranges = printer.pageRanges()
    asked = [page for page in range(count) if ranges.isEmpty() or ranges.contains(page + 1)]
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return asked * copies
    return [page for page in asked for _ in range(copies)]


def _draw(painter: QPainter, printer: QPrinter, pages: Pages, page: int) -> None:
    """Put a page on the sheet as large as it goes without bending it; it is turned where the sheet lies otherwise."""
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    inches = pages.size(page)[0] / 72
    across, down, content = pages.render(page, round(inches * min(printer.resolution(), _SHARP_ENOUGH)))
    image = QImage(content, across, down, across * 4, QImage.Format.Format_RGB32)
    if _lies(pages, page) != (paper.width() > paper.height()):
        image = image.transformed(QTransform().rotate(-90))
    size = QSizeF(image.size()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    corner = paper.center() - QPointF(size.width() / 2, size.height() / 2)
    painter.drawImage(QRectF(corner, size), image)


def _lies(pages: Pages, page: int) -> bool:
    width, height = pages.size(page)
    return width > height
