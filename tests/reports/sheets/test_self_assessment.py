"""The report as a book of sheets, saved and opened again."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from models.vocabulary import Status
from reports.content.self_assessment import build_self_assessment
from reports.content.task_papers import TaskLine, TaskPaper
from reports.content.years import YearMove, YearMoves
from reports.sheets.heights import MOST
from reports.sheets.pages import HEAD_ROW
from reports.sheets.self_assessment import self_assessment_sheet
from reports.sheets.task_book import task_book
from services.checklist import Fact
from services.dossiers import Dossier
from services.progress import CancelledError
from tests.giving_up import GivesUp
from tests.reports.samples import AT, a_checklist, a_filled_checklist, an_item

MOVES = YearMoves(2024, 2025, (YearMove("一、目标", 500, 625),), YearMove("合计", None, 500))


def _book(dossier: Dossier) -> Workbook:
    return load_workbook(BytesIO(self_assessment_sheet(build_self_assessment(dossier, AT))))


def test_the_book_has_its_seven_sheets_with_frozen_heads_and_filters() -> None:
    book = _book(Dossier(a_filled_checklist()))
    assert book.sheetnames == ["概况", "落实统计", "基础数据", "分条款自评", "量化指标", "整改台账", "佐证目录"]
    for sheet in book.worksheets:
        assert sheet.freeze_panes == f"{'C' if sheet.title == '落实统计' else 'A'}{HEAD_ROW + 1}"
        assert bool(sheet.auto_filter.ref) == (sheet.max_row > HEAD_ROW)
        assert sheet.page_setup.orientation == "landscape"


def test_base_data_are_figures_to_count_with() -> None:
    facts = (
        Fact("在校生数", "12460", "人", AT.date(), "学籍系统"),
        Fact("专任教师数", "158", "人"),
        Fact("校训", "勤勉"),
    )
    sheet = _book(Dossier(replace(a_checklist([an_item()]), facts=facts)))["基础数据"]
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=HEAD_ROW + 1)]
    assert rows == [
        ("在校生数", 12460, "人", datetime(2025, 11, 14), "学籍系统"),
        ("专任教师数", 158, "人", None, "—"),
        ("校训", "勤勉", None, None, "—"),
        ("师生比", "1:78.9", None, None, "在校生数12,460人÷专任教师数158人"),
    ]


def test_days_are_days() -> None:
    sheet = _book(Dossier(a_filled_checklist()))["佐证目录"]
    assert isinstance(sheet.cell(HEAD_ROW + 1, 5).value, datetime)
    line = TaskLine("1-1", "要点", "材料", "2026-06-30", Status.NOT_MET, "未落实")
    tasks = load_workbook(BytesIO(task_book([TaskPaper("教务科", "", "", (line,), (), "")])))["教务科"]
    assert tasks.cell(HEAD_ROW + 1, 4).value == datetime(2026, 6, 30)


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+1", "-1"])
def test_what_people_typed_is_never_a_formula(text: str) -> None:
    sheet = _book(Dossier(a_checklist([an_item(note=text)])))["分条款自评"]
    cell = sheet.cell(HEAD_ROW + 1, 8)
    assert (cell.value, cell.data_type) == (text, "s")


def test_the_same_content_gives_the_same_bytes() -> None:
    report = build_self_assessment(Dossier(a_filled_checklist()), AT)
    assert self_assessment_sheet(report) == self_assessment_sheet(report)


def test_the_cycle_before_stands_beside_this_one_as_shares() -> None:
    report = replace(build_self_assessment(Dossier(a_filled_checklist()), AT), years=MOVES)
    sheet = load_workbook(BytesIO(self_assessment_sheet(report)))["落实统计"]
    rows = {(row[0].value, row[1].value): [cell.value for cell in row[-3:]] for row in sheet}
    assert [cell.value for cell in sheet[HEAD_ROW][-3:]] == ["2024", "2025", "变化（百分点）"]
    assert rows["章节", "一、目标"] == [0.5, 0.625, 12.5]
    assert rows["章节", "合计"] == ["—", 0.5, "—"]
    assert rows["主题", "合计"] == [None] * 3


def test_how_sections_and_themes_came_out_are_figures_to_count_with() -> None:
    report = build_self_assessment(Dossier(a_filled_checklist()), AT)
    sheet = load_workbook(BytesIO(self_assessment_sheet(report)))["落实统计"]
    counts = {one.title: one.counts for one in report.scores.sections}
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD_ROW + 1)]
    assert {row[1]: tuple(row[2:-1]) for row in rows if row[0] == "章节" and row[1] in counts} == counts
    assert all(isinstance(row[-1], float | int) for row in rows if row[1] in counts)
    assert sheet.cell(HEAD_ROW + 1, sheet.max_column).number_format == "0.0%"


def test_what_is_no_row_stands_below_what_is_filtered_and_sorted() -> None:
    report = build_self_assessment(Dossier(a_filled_checklist()), AT)
    book = load_workbook(BytesIO(self_assessment_sheet(report)))
    for name in ("落实统计", "量化指标", "佐证目录"):
        last = int(book[name].auto_filter.ref.split(":")[1].lstrip("ABCDEFGHIJKLMN"))
        assert not any(cell.value for cell in book[name][last + 1]), "Excel takes rows up to the first empty one"
        assert book[name].max_row > last + 1


def test_rows_are_as_high_as_their_texts_and_may_grow() -> None:
    sheet = _book(Dossier(a_checklist([an_item(note="很长的说明。" * 40), an_item("7-2", note="短")])))["分条款自评"]
    high, low = (sheet.row_dimensions[HEAD_ROW + number].height for number in (1, 2))
    assert high > 9 * 13 > low
    content = self_assessment_sheet(build_self_assessment(Dossier(a_filled_checklist()), AT))
    with ZipFile(BytesIO(content)) as archive:
        assert b"customHeight" not in archive.read("xl/worksheets/sheet4.xml")


def test_a_text_higher_than_any_row_begins_at_its_top() -> None:
    sheet = _book(Dossier(a_checklist([an_item(note="行\n" * 20_000)])))["分条款自评"]
    assert sheet.row_dimensions[HEAD_ROW + 1].height == MOST
    assert sheet.cell(HEAD_ROW + 1, 8).alignment.vertical == "top"


def test_the_user_can_give_it_up() -> None:
    with pytest.raises(CancelledError):
        self_assessment_sheet(build_self_assessment(Dossier(a_checklist()), AT), GivesUp())


def test_departments_of_like_names_have_a_sheet_each() -> None:
    papers = [TaskPaper("教务/处" * 12, "", "", (), (), ""), TaskPaper("教务/处" * 12, "", "", (), (), "")]
    assert len(load_workbook(BytesIO(task_book(papers))).sheetnames) == 2
