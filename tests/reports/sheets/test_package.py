"""Every workbook is one that Excel opens without mending it, whatever people typed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from checklists import library
from models.vocabulary import ItemKey, Status
from reports.content.self_assessment import build_self_assessment
from reports.content.task_papers import TaskPaper
from reports.orders import Kind, Order, Skin
from reports.printing import make_paper
from reports.sheets.cells import Look, Value, content_of, new_book
from reports.sheets.pages import Block, Column, Page, lay
from reports.sheets.self_assessment import self_assessment_sheet
from reports.sheets.task_book import task_book
from services.checklist import Answer
from services.dossiers import Dossier, dossier_of
from services.findings.rows import Remedy
from tests.builders import a_workspace, an_assessment
from tests.reports.samples import AT, a_filled_checklist
from tests.reports.sheets.package import faults
from tests.reports.torture import CONTROLS, MARKUP, STRANGE, torture

KINDS = (Kind.SELF_ASSESSMENT, Kind.LEDGER, Kind.EVIDENCE, Kind.TASK_SHEETS)
TYPED = (
    "=cmd|'/c calc'!A1",
    "+1",
    "-1",
    "@SUM(A1)",
    MARKUP,
    CONTROLS,
    STRANGE,
    " 前后有空格 ",
    "字" * 100_000,
    "_x000D_",
)
NAMES = (
    "教务科/实训处",
    "History",
    "历史'",
    "'" * 40,
    "字" * 27 + "'处",
    "😀" * 20,
    "𠮷" * 31,
    "一\n二\t三",
    "a" * 40,
    "A" * 40,
    "",
)


@pytest.mark.parametrize("slug", library.slugs())
def test_excel_opens_the_report_of_every_policy(slug: str) -> None:
    assert faults(self_assessment_sheet(build_self_assessment(Dossier(a_filled_checklist(slug)), AT))) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", TYPED, ids=range(len(TYPED)))
def test_excel_opens_every_paper_with_whatever_was_typed(tmp_path: Path, kind: Kind, text: str) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        answer = Answer(Status.PARTLY_MET, text, missing=text, department="教务处", person="周示例")
        workspace.assessments.record(assessment, ItemKey("1-2"), answer)
        workspace.evidence.attach_bytes(assessment, ItemKey("1-2"), b"x", "长" * 60 + ".txt")
        workspace.findings.open_by_hand(assessment, Remedy(problem=text, measure=text, cause=text, basis=text))
        dossier = dossier_of(workspace, assessment)
    assert faults(make_paper(Order(kind, AT, Skin.SHEET), dossier).content) == []


def test_excel_opens_departments_of_any_names() -> None:
    papers = [TaskPaper(name, "", "", (), (), "") for name in (*NAMES, *NAMES)]
    assert faults(task_book(papers)) == []


def test_excel_opens_the_worst_that_people_type_and_attach(tmp_path: Path) -> None:
    worst = torture(tmp_path, 0.05)
    assert faults(self_assessment_sheet(build_self_assessment(worst.dossier, AT))) == []


PAGE = Page("表", "题", "说明", (Column("甲", 10), Column("乙", 8, Look.NUMBER)), [("一", 1)], notes=("注",))


def _content(page: Page) -> bytes:
    book = new_book()
    lay(book, page)
    return content_of(book)


def test_what_stands_below_is_apart_and_over_all_columns() -> None:
    rows: list[tuple[Value, ...]] = [("二", 2)]
    page = replace(PAGE, below=(Block(("丙", "丁"), rows),), notes=("注", "", "又注"))
    assert faults(_content(page)) == []


def _widened(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 300


def _counting(sheet: Worksheet) -> None:
    sheet["B4"] = "=1+1"


def _merged(sheet: Worksheet) -> None:
    sheet.merge_cells("A4:B4")


def _heightened(sheet: Worksheet) -> None:
    sheet.row_dimensions[4].height = 600


def _renamed(sheet: Worksheet) -> None:
    sheet._WorkbookChild__title = "历史'"  # type: ignore[attr-defined]


BREAKS = (
    ("too wide", _widened),
    ("a formula", _counting),
    ("lies over", _merged),
    ("too high", _heightened),
    ("no name for a tab", _renamed),
)


@pytest.mark.parametrize(("says", "change"), BREAKS, ids=[says for says, _ in BREAKS])
def test_what_excel_refuses_is_found(says: str, change: Callable[[Worksheet], None]) -> None:
    assert faults(_content(PAGE)) == []
    book = new_book()
    change(lay(book, PAGE))
    assert any(says in fault for fault in faults(content_of(book)))
