"""The one way cells get into a sheet: typed, never a formula; and a book as bytes, the same for the same content.

Describe each sheet as a `Page` (columns with a head, a width and a `Look`; rows of plain values), `lay` it on a
`new_book()`, add to the worksheet what is special to it (validation, protection), then take `content_of(book)` and
give it to `reports.saving.save_content`. A single cell outside the table is written by `put`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from reports.archives import with_fixed_times
from reports.sheets.texts import fit, is_tempting

Value = str | int | Decimal | date | None

HEAD_ROW = 3
"""Where the heads stand: under the title and the line about the sheet."""

_FACE = "宋体"
_MADE = datetime(2000, 1, 1)
_FIRST_DAY = date(1900, 3, 1)
"""Excel counts days wrongly before it; earlier days are written as text."""
_WHOLE = "0"
_THIN = Side(style="thin", color="FF999999")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="FFEEEAE0")
_BAD_NAME = re.compile(r"[\[\]:*?/\\]")
_NAME_LIMIT = 28
"""A tab holds 31 characters; three are left for the number that tells two of one name apart."""


class Look(Enum):
    """How a column's values stand: number format and place across."""

    TEXT = ("@", "left")
    WORD = ("@", "center")
    NUMBER = ("0.##########", "right")
    PERCENT = ("0%", "right")
    DAY = ("yyyy-mm-dd", "center")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters of the sheet's font, how its values look."""

    head: str
    width: float
    look: Look = Look.TEXT


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: a name for its tab, a title, a line about it, columns and rows; a percentage is a whole number."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]]


def new_book(title: str = "", creator: str = "职评簿") -> Workbook:
    """Begin a book without sheets."""
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    book.properties.creator, book.properties.title = fit(creator), fit(title)
    book.properties.created = book.properties.modified = _MADE
    return book


def lay(book: Workbook, page: Page) -> Worksheet:
    """Add a sheet: heads frozen and repeated on every printed page, A4 across, as wide as the paper."""
    sheet: Worksheet = book.create_sheet(sheet_name(page.name))
    _lay_heads(sheet, page)
    for number, row in enumerate(page.rows, start=HEAD_ROW + 1):
        for place, (column, value) in enumerate(zip(page.columns, row, strict=True), start=1):
            put(cell_at(sheet, number, place), value, column.look)
    _set_up_print(sheet, page)
    return sheet


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Give a cell to be written; it must not be one that a merged head has swallowed."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def put(cell: Cell, value: Value, look: Look = Look.TEXT) -> None:
    """Write one value with its look and a thin frame."""
    place = look.value[1]
    if isinstance(value, date) and value < _FIRST_DAY:
        value = value.isoformat()
    if isinstance(value, str):
        write_text(cell, value)
    elif value is not None:
        cell.value = Decimal(value) / 100 if look is Look.PERCENT and not isinstance(value, date) else value
        cell.number_format = _format(cell.value, look)
    cell.font = Font(name=_FACE, size=10.5)
    cell.alignment = Alignment(horizontal=place, vertical="center", wrap_text=True)
    cell.border = _GRID


def _format(value: object, look: Look) -> str:
    """Give a value's number format: of a whole number without the point that Excel would leave behind it."""
    if isinstance(value, date):
        return Look.DAY.value[0]
    if look is Look.PERCENT:
        return Look.PERCENT.value[0]
    is_whole = isinstance(value, int) or (isinstance(value, Decimal) and value == value.to_integral_value())
    return _WHOLE if is_whole else Look.NUMBER.value[0]


def write_text(cell: Cell, text: str) -> None:
    """Write what people typed as text, whatever it begins with."""
    cell.value = fit(text) or None
    if cell.value is not None:
        cell.data_type = "s"
        cell.number_format = Look.TEXT.value[0]
        cell.quotePrefix = is_tempting(text)


def sheet_name(words: str) -> str:
    """Make words fit for a sheet's tab."""
    return (_BAD_NAME.sub(" ", fit(words)).strip("' ") or "表")[:_NAME_LIMIT]


class _InMemory(ExcelWriter):
    """Writes without openpyxl's files in the system's temporary folder: what a school wrote is left nowhere else."""

    _archive: ZipFile

    def write_worksheet(self, ws: Any) -> None:  # openpyxl's own parts, untyped
        """Write one sheet."""
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        writer: Any = WorksheetWriter(ws, out=BytesIO())
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], writer.read())
        self.manifest.append(ws)


def content_of(book: Workbook) -> bytes:
    """Give the book as it lies in a file; the same content gives the same bytes."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        _InMemory(book, archive).save()
    return with_fixed_times(made.getvalue())


def _lay_heads(sheet: Worksheet, page: Page) -> None:
    for number, words, size in ((1, page.title, 16), (2, page.about, 10)):
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=len(page.columns))
        _head_line(cell_at(sheet, number, 1), words, size)
    sheet.row_dimensions[1].height = 30
    for place, column in enumerate(page.columns, start=1):
        cell = cell_at(sheet, HEAD_ROW, place)
        put(cell, column.head, Look.WORD)
        cell.font, cell.fill = Font(name=_FACE, size=10.5, bold=True), _HEAD
        sheet.column_dimensions[cell.column_letter].width = column.width
    sheet.row_dimensions[HEAD_ROW].height = 28


def _head_line(cell: Cell, words: str, size: int) -> None:
    write_text(cell, words)
    cell.font = Font(name=_FACE, size=size, bold=size > 10)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _set_up_print(sheet: Worksheet, page: Page) -> None:
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("第 &P 页，共 &N 页"))
    if page.rows:
        sheet.auto_filter.ref = f"A{HEAD_ROW}:{sheet.cell(HEAD_ROW + len(page.rows), len(page.columns)).coordinate}"
