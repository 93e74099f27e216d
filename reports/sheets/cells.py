"""The one way cells get into a sheet: typed, never a formula; and a book as bytes, the same for the same content.

`reports.sheets.pages` lays whole tables on a `new_book()`; add to the worksheet what is special to it (validation,
protection), then take `content_of(book)` and give it to `reports.saving.save_content`.
"""

import re
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from io import BytesIO
from typing import Any
from weakref import WeakKeyDictionary
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from reports.archives import with_fixed_times
from reports.sheets.texts import cut, fit, is_tempting


@dataclass(frozen=True, slots=True)
class Share:
    """So many hundredths, shown with one decimal in whatever column."""

    percent: Decimal


Value = str | int | Decimal | date | Share | None

FACE, SIZE = "宋体", 10.5
CENTRE, TOP = "center", "top"

_MADE = datetime(2000, 1, 1)
_FIRST_DAY = date(1900, 3, 1)
"""Excel counts days wrongly before it; earlier days are written as text."""
_GENERAL, _WHOLE, _SHARE = "General", "0", "0.0%"
_THIN = Side(style="thin", color="FF999999")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_FONT = Font(name=FACE, size=SIZE)
_BAD_NAME = re.compile(r"[\[\]:*?/\\\s]+")
_NAME_LIMIT = 28
"""A tab holds 31 characters; three are left for the number that tells two of one name apart."""
_OURS, _KEPT = "表", "history"


class Look(Enum):
    """How a column's values stand: number format and place across."""

    TEXT = ("@", "left")
    WORD = ("@", "center")
    NUMBER = ("0.##########", "right")
    PERCENT = ("0%", "right")
    DAY = ("yyyy-mm-dd", "center")


@dataclass(frozen=True, slots=True)
class Dress:
    """All that a cell has on; `is_quoted` keeps its text from being taken for a formula when it is edited."""

    look: Look
    form: str
    vertical: str
    is_quoted: bool


_WORN: WeakKeyDictionary[Any, dict[Dress, Any]] = WeakKeyDictionary()
"""By book, how openpyxl numbers a dress in it."""


def new_book(title: str = "", creator: str = "职评簿") -> Workbook:
    """Begin a book without sheets."""
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    book.properties.creator, book.properties.title = fit(creator), fit(title)
    book.properties.created = book.properties.modified = _MADE
    return book


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Give a cell to be written; it must not be one that a merged head has swallowed."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def put(cell: Cell, value: Value, look: Look = Look.TEXT, vertical: str = CENTRE) -> None:
    """Write one value with its look and a thin frame."""
    if isinstance(value, date) and value < _FIRST_DAY:
        value = value.isoformat()
    if isinstance(value, str):
        _write(cell, value)
    elif value is not None:
        cell.value = _counted(value, look)
    _dress(cell, Dress(look, _format(value, look), vertical, isinstance(value, str) and is_tempting(value)))


def _dress(cell: Any, dress: Dress) -> None:  # openpyxl's own number of a style, untyped
    """Put a look on; openpyxl takes long to find out that it knows one, so each is found out once a book."""
    worn = _WORN.setdefault(cell.parent.parent, {})
    if dress not in worn:
        cell.font, cell.border, cell.number_format = _FONT, _GRID, dress.form
        cell.alignment = _placed(dress)
        cell.quotePrefix = dress.is_quoted
        worn[dress] = cell._style
    cell._style = copy(worn[dress])


def _placed(dress: Dress) -> Alignment:
    """Place a value, a figure a little away from the text of the next column."""
    across = dress.look.value[1]
    indent = 1 if across == "right" else 0
    return Alignment(horizontal=across, vertical=dress.vertical, wrap_text=True, indent=indent)


def _counted(value: int | Decimal | date | Share, look: Look) -> int | Decimal | date:
    if isinstance(value, Share):
        return value.percent / 100
    return Decimal(value) / 100 if look is Look.PERCENT and not isinstance(value, date) else value


def _format(value: object, look: Look) -> str:
    """Give a value's number format: of a whole number without the point that Excel would leave behind it.

    An empty cell takes what is typed into it: a day as a day.
    """
    if value in (None, ""):
        return look.value[0] if look in (Look.DAY, Look.PERCENT) else _GENERAL
    if isinstance(value, str):
        return Look.TEXT.value[0]
    if isinstance(value, date):
        return Look.DAY.value[0]
    if isinstance(value, Share):
        return _SHARE
    if look is Look.PERCENT:
        return Look.PERCENT.value[0]
    is_whole = isinstance(value, int) or (isinstance(value, Decimal) and value == value.to_integral_value())
    return _WHOLE if is_whole else Look.NUMBER.value[0]


def write_text(cell: Cell, text: str) -> None:
    """Write what people typed as text, whatever it begins with."""
    _write(cell, text)
    cell.number_format, cell.quotePrefix = Look.TEXT.value[0], is_tempting(text)


def _write(cell: Cell, text: str) -> None:
    cell.value = fit(text) or None
    if cell.value is not None:
        cell.data_type = "s"


def sheet_name(words: str) -> str:
    """Make words fit for a sheet's tab; Excel counts UTF-16 units, and keeps one name for itself."""
    name = cut(_BAD_NAME.sub(" ", fit(words)).strip("' "), _NAME_LIMIT).strip("' ")
    return _OURS if name.casefold() in ("", _KEPT) else name


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
