"""A whole sheet: its heads, its typed rows as high as their texts, what stands below, and how it is printed.

Rows are what a filter and a sort take; what is no row of theirs stands below them, apart by an empty row.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reports.sheets.cells import CENTRE, FACE, SIZE, TOP, Look, Value, cell_at, put, sheet_name, write_text
from reports.sheets.heights import MOST, height_of, set_height
from reports.sheets.texts import fit

HEAD_ROW = 3
"""Where the heads stand: under the title and the line about the sheet."""

_HEAD = PatternFill("solid", fgColor="FFEEEAE0")
_STRONG = Font(name=FACE, size=SIZE, bold=True)
_TITLE, _ABOUT = 16, 10
_LEAST_TITLE, _LEAST_HEAD, _LEAST_ROW = 30.0, 28.0, 17.25
_SIDES, _TOP, _FOOT, _FOOTER = 0.5, 0.6, 0.75, 0.4


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters of the sheet's font, how its values look."""

    head: str
    width: float
    look: Look = Look.TEXT
    is_hidden: bool = False

    @property
    def shown_width(self) -> float:
        """Give the width that is seen."""
        return 0.0 if self.is_hidden else self.width


@dataclass(frozen=True, slots=True)
class Block:
    """A table of its own below the rows, in their columns, with heads of its own."""

    heads: tuple[str, ...]
    rows: Sequence[Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: a name for its tab, a title, a line about it, columns and rows; a percentage is a whole number.

    `held` columns stay in sight on the left; `below` and `notes` stand under the rows, `mark` at each page's foot.
    """

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]]
    held: int = 0
    below: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()
    mark: str = ""

    @property
    def width(self) -> float:
        """Give the whole width, in characters of the sheet's font."""
        return sum(column.shown_width for column in self.columns)


def lay(book: Workbook, page: Page) -> Worksheet:
    """Add a sheet: heads frozen and repeated on every printed page, A4 across, as wide as the paper."""
    sheet: Worksheet = book.create_sheet(sheet_name(page.name))
    for place, column in enumerate(page.columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width, dimension.hidden = column.width, column.is_hidden
    _lay_wide(sheet, page, 1, page.title, _TITLE)
    _lay_wide(sheet, page, 2, page.about, _ABOUT)
    _lay_heads(sheet, page, HEAD_ROW, tuple(column.head for column in page.columns))
    last = _lay_rows(sheet, page, HEAD_ROW, page.rows)
    _lay_below(sheet, page, last)
    _set_up_view(sheet, page)
    _set_up_print(sheet, page.mark)
    return sheet


def _lay_wide(sheet: Worksheet, page: Page, row: int, words: str, size: float) -> None:
    """Lay a line over all columns."""
    is_note = row > HEAD_ROW
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(page.columns))
    cell = cell_at(sheet, row, 1)
    write_text(cell, words)
    cell.font = Font(name=FACE, size=size, bold=size > SIZE)
    cell.alignment = Alignment(horizontal="left" if is_note else "center", vertical="center", wrap_text=True)
    set_height(sheet, row, max(height_of([(fit(words), page.width)], size), _LEAST_TITLE if row == 1 else _LEAST_ROW))


def _lay_heads(sheet: Worksheet, page: Page, row: int, heads: Sequence[str]) -> None:
    for place, words in enumerate(heads, start=1):
        cell = cell_at(sheet, row, place)
        put(cell, words, Look.WORD)
        cell.font, cell.fill = _STRONG, _HEAD
    shown = [(words, column.width) for words, column in zip(heads, page.columns, strict=True)]
    set_height(sheet, row, max(height_of(shown), _LEAST_HEAD))


def _lay_rows(sheet: Worksheet, page: Page, above: int, rows: Sequence[Sequence[Value]]) -> int:
    """Lay rows under a row; gives the last one."""
    number = above
    for number, row in enumerate(rows, start=above + 1):
        _lay_row(sheet, page, number, row)
    return number


def _lay_row(sheet: Worksheet, page: Page, number: int, row: Sequence[Value]) -> None:
    """Lay a row; the text of one that is higher than a row can be begins at its top."""
    seen = (pair for pair in zip(row, page.columns, strict=True) if not pair[1].is_hidden)
    shown = [(_shown(value), column.width) for value, column in seen]
    height = max(height_of(shown), _LEAST_ROW)
    for place, (column, value) in enumerate(zip(page.columns, row, strict=True), start=1):
        cell = cell_at(sheet, number, place)
        put(cell, value, column.look, TOP if height >= MOST else CENTRE)
    set_height(sheet, number, height)


def _shown(value: Value) -> str:
    """Give what may need more than a line of its cell."""
    if isinstance(value, str):
        return fit(value)
    return str(value) if isinstance(value, int | Decimal) else ""


def _lay_below(sheet: Worksheet, page: Page, last: int) -> None:
    for block in page.below:
        _lay_heads(sheet, page, last + 2, block.heads)
        last = _lay_rows(sheet, page, last + 2, block.rows)
    for note in filter(None, page.notes):
        last += 2
        _lay_wide(sheet, page, last, note, _ABOUT)


def _set_up_view(sheet: Worksheet, page: Page) -> None:
    sheet.freeze_panes = f"{get_column_letter(page.held + 1)}{HEAD_ROW + 1}"
    if page.rows:
        last = f"{get_column_letter(len(page.columns))}{HEAD_ROW + len(page.rows)}"
        sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}"


def _set_up_print(sheet: Worksheet, mark: str) -> None:
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom, margins.footer = _SIDES, _SIDES, _TOP, _FOOT, _FOOTER
    numbered, said = _HeaderFooterPart("第 &P 页，共 &N 页"), _HeaderFooterPart(mark.replace("&", "&&") or None)
    sheet.oddFooter = HeaderFooterItem(left=said, center=numbered)
