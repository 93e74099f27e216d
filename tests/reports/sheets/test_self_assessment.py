"""The report as a book of sheets, saved and opened again."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from models.vocabulary import Status
from reports.content.self_assessment import build_self_assessment
from reports.content.task_papers import TaskLine, TaskPaper
from reports.content.years import YearMove, YearMoves
from reports.sheets.cells import HEAD_ROW
from reports.sheets.self_assessment import self_assessment_sheet
from reports.sheets.task_book import task_book
from services.checklist import Fact
from services.dossiers import Dossier
from services.errors import CancelledError
from tests.reports.samples import AT, a_checklist, a_filled_checklist, an_item

MOVES = YearMoves(2024, 2025, (YearMove("一、目标", 500, 625),), YearMove("合计", None, 500))


def _book(dossier: Dossier) -> Workbook:
    return load_workbook(BytesIO(self_assessment_sheet(build_self_assessment(dossier, AT))))


def test_the_book_has_its_six_sheets_with_frozen_heads_and_filters() -> None:
    book = _book(Dossier(a_filled_checklist()))
    assert book.sheetnames == ["概况", "基础数据", "分条款自评", "量化指标", "整改台账", "佐证目录"]
    for sheet in book.worksheets:
        assert sheet.freeze_panes == f"A{HEAD_ROW + 1}"
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
        ("专任教师数", 158, "人", "—", "—"),
        ("校训", "勤勉", None, "—", "—"),
        ("师生比", "1:78.9", None, None, "在校生数12,460人÷专任教师数158人"),
    ]


def test_days_are_days() -> None:
    sheet = _book(Dossier(a_filled_checklist()))["佐证目录"]
    assert isinstance(sheet.cell(HEAD_ROW + 1, 4).value, datetime)
    line = TaskLine("1-1", "要点", "材料", "2026-06-30", Status.NOT_MET, "未落实")
    tasks = load_workbook(BytesIO(task_book([TaskPaper("教务科", "", "", (line,), (), "")])))["教务科"]
    assert tasks.cell(HEAD_ROW + 1, 4).value == datetime(2026, 6, 30)


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+1", "-1"])
def test_what_people_typed_is_never_a_formula(text: str) -> None:
    sheet = _book(Dossier(a_checklist([an_item(note=text)])))["分条款自评"]
    cell = sheet.cell(HEAD_ROW + 1, 7)
    assert (cell.value, cell.data_type) == (text, "s")


def test_the_same_content_gives_the_same_bytes() -> None:
    report = build_self_assessment(Dossier(a_filled_checklist()), AT)
    assert self_assessment_sheet(report) == self_assessment_sheet(report)


def test_the_cycle_before_is_told_in_the_overview() -> None:
    report = replace(build_self_assessment(Dossier(a_filled_checklist()), AT), years=MOVES)
    sheet = load_workbook(BytesIO(self_assessment_sheet(report)))["概况"]
    rows = [tuple(cell.value for cell in row) for row in sheet]
    assert ("一、目标", "2024：50.0%、2025：62.5%", "+12.5", "变化（百分点）") in rows
    assert ("合计", "2024：—、2025：50.0%", "—", "变化（百分点）") in rows


def test_the_user_can_give_it_up() -> None:
    class GivesUp:
        def step(self, done: int, total: int, what: str = "") -> None:
            raise CancelledError

    with pytest.raises(CancelledError):
        self_assessment_sheet(build_self_assessment(Dossier(a_checklist()), AT), GivesUp())


def test_departments_of_like_names_have_a_sheet_each() -> None:
    papers = [TaskPaper("教务/处" * 12, "", "", (), (), ""), TaskPaper("教务/处" * 12, "", "", (), (), "")]
    assert len(load_workbook(BytesIO(task_book(papers))).sheetnames) == 2
