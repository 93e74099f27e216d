"""What comes out of the printer: the asked pages, as large as the sheet takes them, the right way round."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from gui.reporting.printing import NoSuchPagesError, PrintRequest, keep_to_range, print_paper, set_up, wanted_pages
from reports.errors import TargetRefusedError
from reports.preview import Pages
from services.progress import CancelledError, silent

UPRIGHT, LYING = (595, 842), (842, 595)


def a_paper(*sizes: tuple[int, int]) -> bytes:
    """Make pages with a black square in their top left corner, so that it is seen which way they lie."""
    document = pypdfium2.PdfDocument.new()
    dot = pypdfium2.PdfBitmap.from_pil(Image.new("RGB", (8, 8), "black"))
    for wide, high in sizes:
        page = document.new_page(wide, high)
        square = pypdfium2.PdfImage.new(document)
        square.set_bitmap(dot)
        square.set_matrix(pypdfium2.PdfMatrix().scale(72, 72).translate(36, high - 108))
        page.insert_obj(square)
        page.gen_content()
    written = BytesIO()
    document.save(written)
    return written.getvalue()


@pytest.fixture
def printer(qtbot: QtBot, tmp_path: Path) -> Iterator[QPrinter]:
    made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "打印.pdf"))
    yield made


def printed(printer: QPrinter) -> list[tuple[int, int, str]]:
    """Give each sheet's size in points and the corner where the black square came out."""
    pages = Pages(Path(printer.outputFileName()))
    sizes = [pages.size(page) for page in range(pages.count)]
    said = [(round(wide), round(high), corner(pages, page)) for page, (wide, high) in enumerate(sizes)]
    pages.close()
    return said


def corner(pages: Pages, page: int) -> str:
    wide, high, content = pages.render(page, 400)
    picture = Image.frombuffer("RGB", (wide, high), content, "raw", "BGRX").convert("L").point(lambda ink: 255 - ink)
    left, top, right, bottom = picture.getbbox() or (0, 0, 0, 0)
    assert right - left == pytest.approx(bottom - top, abs=3), "the square is bent"
    return f"{'top' if top < high / 2 else 'bottom'} {'left' if left < wide / 2 else 'right'}"


def a_request(content: bytes) -> PrintRequest:
    return PrintRequest.of("报告", Pages(content), is_duplex=False)


def test_every_page_fills_its_sheet_and_lying_ones_are_turned_among_upright_ones(printer: QPrinter) -> None:
    paper = a_paper(UPRIGHT, LYING, UPRIGHT)
    set_up(printer, a_request(paper))
    print_paper(printer, paper, silent)
    assert printed(printer) == [(595, 842, "top left"), (595, 842, "bottom left"), (595, 842, "top left")]


def test_sheets_lie_where_all_pages_do(printer: QPrinter) -> None:
    paper = a_paper(LYING, LYING)
    set_up(printer, a_request(paper))
    print_paper(printer, paper, silent)
    assert printed(printer) == [(842, 595, "top left")] * 2


def test_upright_pages_are_turned_where_the_user_has_laid_the_sheet(printer: QPrinter) -> None:
    paper = a_paper(UPRIGHT)
    set_up(printer, a_request(paper))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    print_paper(printer, paper, silent)
    assert printed(printer) == [(842, 595, "bottom left")]


def test_another_sheet_bends_no_page(printer: QPrinter) -> None:
    paper = a_paper(UPRIGHT)
    set_up(printer, a_request(paper))
    letter = QPageLayout(QPageSize(QPageSize.PageSizeId.Letter), QPageLayout.Orientation.Portrait, QMarginsF())
    printer.setPageLayout(letter)
    print_paper(printer, paper, silent)
    assert printed(printer) == [(612, 792, "top left")]


@pytest.mark.parametrize(
    ("said", "pages"), [("", [0, 1, 2, 3, 4]), ("2-3", [1, 2]), ("1,3,5", [0, 2, 4]), ("4-99", [3, 4]), ("9", [])]
)
def test_any_ranges_are_printed(printer: QPrinter, said: str, pages: list[int]) -> None:
    printer.setPageRanges(QPageRanges.fromString(said))
    assert wanted_pages(printer, 5) == pages


def test_the_page_in_view_is_printed_alone(printer: QPrinter) -> None:
    request = PrintRequest.of("报告", Pages(a_paper(*[UPRIGHT] * 5)), is_duplex=False, here=4)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    keep_to_range(printer, request)
    assert wanted_pages(printer, 5) == [3]


@pytest.mark.parametrize(("is_collated", "pages"), [(True, [0, 1, 0, 1]), (False, [0, 0, 1, 1])])
def test_copies_are_made_where_the_printer_makes_none(printer: QPrinter, is_collated: bool, pages: list[int]) -> None:
    assert not printer.supportsMultipleCopies()
    printer.setCopyCount(2)
    printer.setCollateCopies(is_collated)
    assert wanted_pages(printer, 2) == pages


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_file_that_cannot_be_printed_to_is_named(printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "没有" / "打印.pdf"))
    with pytest.raises(TargetRefusedError):
        print_paper(printer, a_paper(UPRIGHT), silent)


def test_a_disk_that_is_full_before_the_last_page_is_said_and_no_half_file_stays(printer: QPrinter) -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, before[1]))
    try:
        with pytest.raises(TargetRefusedError):
            print_paper(printer, a_paper(*[UPRIGHT] * 9), silent)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not Path(printer.outputFileName()).exists()


def test_ranges_beyond_the_last_page_are_said_and_nothing_is_printed(printer: QPrinter) -> None:
    printer.setPageRanges(QPageRanges.fromString("9"))
    with pytest.raises(NoSuchPagesError):
        print_paper(printer, a_paper(UPRIGHT), silent)
    assert not Path(printer.outputFileName()).exists()


def test_printing_can_be_stopped_between_pages(printer: QPrinter) -> None:
    class Stopping:
        def step(self, done: int, total: int, what: str = "") -> None:
            if done == 2:
                raise CancelledError

    with pytest.raises(CancelledError):
        print_paper(printer, a_paper(*[UPRIGHT] * 5), Stopping())
    assert not Path(printer.outputFileName()).exists()
