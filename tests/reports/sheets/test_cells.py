"""Cells as they come back when a sheet is opened again."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.sheets.cells import Look, Value, content_of, new_book, sheet_name
from reports.sheets.pages import HEAD_ROW, Column, Page, lay
from reports.sheets.texts import LIMIT, fit

COLUMNS = (
    Column("问题", 40),
    Column("进度", 8, Look.PERCENT),
    Column("期限", 12, Look.DAY),
    Column("人数", 8, Look.NUMBER),
)
_NUMBERS: tuple[Value, ...] = (7, Decimal("100.0"), Decimal("46.9"))


def _content(*rows: tuple[Value, ...], title: str = "台账") -> bytes:
    book = new_book(title)
    lay(book, Page("台账", title, "说明", COLUMNS, rows))
    return content_of(book)


def _reopened(*rows: tuple[Value, ...]) -> Worksheet:
    sheet = load_workbook(BytesIO(_content(*rows))).active
    assert isinstance(sheet, Worksheet)
    return sheet


def test_dates_come_back_as_dates_and_percentages_as_numbers() -> None:
    sheet = _reopened(("缺规程", 60, date(2025, 12, 20), Decimal("4.5")))
    problem, share, day, number = (sheet.cell(HEAD_ROW + 1, place) for place in range(1, 5))
    assert problem.value == "缺规程"
    assert (share.value, share.number_format) == (0.6, "0%")
    assert (day.is_date, day.value.date()) == (True, date(2025, 12, 20))  # type: ignore[union-attr]
    assert number.value == 4.5


def test_a_whole_number_is_shown_without_the_point_that_excel_would_leave_behind_it() -> None:
    whole, whole_decimal, parts = (_reopened(("", 0, None, value)).cell(HEAD_ROW + 1, 4) for value in _NUMBERS)
    assert (whole.number_format, whole_decimal.number_format) == ("0", "0")
    assert parts.number_format == "0.##########"


def test_an_empty_cell_of_days_awaits_a_day_and_any_other_whatever_comes() -> None:
    formats = [_reopened((None, None, None, None)).cell(HEAD_ROW + 1, place).number_format for place in range(1, 5)]
    assert formats == ["General", "0%", "yyyy-mm-dd", "General"]


def test_a_day_is_shown_as_one_in_any_column() -> None:
    cell = _reopened((date(2025, 12, 20), None, None, None)).cell(HEAD_ROW + 1, 1)
    assert (cell.value, cell.number_format) == (datetime(2025, 12, 20), "yyyy-mm-dd")


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", "#N/A", "=HYPERLINK(1)", "007"]
)
def test_what_looks_like_a_formula_stays_text(text: str) -> None:
    cell = _reopened((text, None, None, None)).cell(HEAD_ROW + 1, 1)
    assert (cell.data_type, cell.value) == ("s", text)
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@", "\t"))


def test_a_formula_behind_a_turning_sign_that_is_left_out_stays_text_when_it_is_edited() -> None:
    cell = _reopened(("\u202d=1+1", None, None, None)).cell(HEAD_ROW + 1, 1)
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", "=1+1", True)


def test_characters_that_no_sheet_can_hold_are_shown_by_their_pictures() -> None:
    assert fit("甲\x00乙\x1b丙\x7f\ud800\uffff") == "甲␀乙␛丙␡\ufffd\ufffd"
    assert _reopened(("甲\x00乙", None, None, None)).cell(HEAD_ROW + 1, 1).value == "甲␀乙"


def test_signs_that_turn_the_text_behind_them_are_left_out() -> None:
    assert fit("甲\u202e乙\u2067丙\u200fئۇيغۇر") == "甲乙丙\u200fئۇيغۇر"


def test_a_text_too_long_for_a_cell_says_how_much_was_left_out() -> None:
    value = fit("𠮷" * 20_000)
    assert len(value.encode("utf-16-le")) // 2 <= LIMIT
    kept = value.count("𠮷")
    assert value.endswith(f"后面略去 {20_000 - kept} 字）")
    assert fit("字" * LIMIT) == "字" * LIMIT


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=40))
def test_any_text_is_read_back_as_a_sheet_may_show_it(text: str) -> None:
    content = _content((text, None, None, None))
    with ZipFile(BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    cell = load_workbook(BytesIO(content)).active.cell(HEAD_ROW + 1, 1)  # type: ignore[union-attr]
    assert (cell.value or "") == fit(text)


def test_an_escape_that_was_typed_is_not_read_as_one() -> None:
    assert fit("_x0041_ 和 _xyz_") == "_x005F_x0041_ 和 _xyz_"


def test_the_same_content_gives_the_same_bytes() -> None:
    row = ("缺规程", 60, date(2025, 12, 20), Decimal(4))
    assert _content(row) == _content(row)
    assert _content(row) != _content(row, title="另一份")


def test_heads_stay_in_sight_on_screen_and_on_every_printed_page() -> None:
    sheet = _reopened(("缺规程", 60, None, None))
    assert sheet.freeze_panes == f"A{HEAD_ROW + 1}"
    assert sheet.print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.column_dimensions["A"].width == 40


def test_a_printed_sheet_is_as_wide_as_its_paper_and_as_many_pages_as_it_needs() -> None:
    setup = _reopened(("缺规程", 60, None, None)).page_setup
    assert (setup.fitToWidth, setup.fitToHeight) == (1, 0)


def test_a_hidden_column_makes_no_row_higher() -> None:
    heights = []
    for is_hidden in (False, True):
        columns = (Column("问题", 40), Column("记号", 10, is_hidden=is_hidden))
        book = new_book()
        sheet = lay(book, Page("台账", "台账", "", columns, [("短", "长" * 40)]))
        heights.append(sheet.row_dimensions[HEAD_ROW + 1].height)
        assert sheet.column_dimensions["B"].hidden == is_hidden
    assert heights[0] > heights[1]


def test_a_day_before_the_calendar_of_sheets_is_written_as_text() -> None:
    assert _reopened(("", None, date(1899, 5, 1), None)).cell(HEAD_ROW + 1, 3).value == "1899-05-01"


@pytest.mark.parametrize(("words", "name"), [("教务科/实训处", "教务科 实训处"), ("", "表"), ("长" * 40, "长" * 28)])
def test_a_tab_gets_a_name_that_sheets_allow(words: str, name: str) -> None:
    assert sheet_name(words) == name


def test_a_book_is_made_where_there_is_no_room_for_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    sheet = load_workbook(BytesIO(_content(("缺规程", 60, None, None)))).active
    assert isinstance(sheet, Worksheet)
    assert sheet.cell(HEAD_ROW + 1, 1).value == "缺规程"
