"""The rectification ledger, saved and opened again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.vocabulary import AssessmentId, ItemKey, Outcome, Status
from reports.content.ledger import build_ledger
from reports.sheets.ledger import ledger_sheet
from reports.sheets.pages import HEAD_ROW
from services.checklist import Answer
from services.findings.findings import opened_number
from services.findings.rows import Recognition, Remedy, Review
from services.workspace import Workspace
from tests.builders import TODAY, a_workspace, an_assessment

Opened = tuple[Workspace, AssessmentId]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        workspace.assessments.record(assessment, ItemKey("1-2"), Answer(Status.PARTLY_MET, missing="缺规程"))
        yield workspace, assessment


def _content(opened: Opened) -> bytes:
    workspace, assessment = opened
    checklist = workspace.assessments.checklist(assessment)
    return ledger_sheet(checklist, workspace.findings.rows(assessment), TODAY)


def _sheet(opened: Opened) -> Worksheet:
    sheet = load_workbook(BytesIO(_content(opened))).active
    assert isinstance(sheet, Worksheet)
    return sheet


def _row(sheet: Worksheet, number: int) -> dict[str, object]:
    heads = [str(cell.value) for cell in sheet[HEAD_ROW]]
    return dict(zip(heads, (cell.value for cell in sheet[HEAD_ROW + number]), strict=True))


def _closed(opened: Opened) -> None:
    workspace, assessment = opened
    findings = workspace.findings
    place = assessment, opened_number(findings.open_from(assessment, ItemKey("1-2")))
    findings.add_round(*place, on=TODAY, percent=60, words="编了规程", person="周建国")
    findings.attach_bytes(*place, b"x", "规程.txt")
    findings.report_result(*place, Outcome.DONE, "都做了")
    findings.review(*place, Review(True, "督导室", TODAY, "属实"))
    findings.recognise(*place, Recognition(Outcome.DONE, "王校长", TODAY))
    findings.close(*place)


def test_a_finding_comes_back_with_everything_that_was_written(opened: Opened) -> None:
    _closed(opened)
    row = _row(_sheet(opened), 1)
    assert (row["序号"], row["问题"], row["状态"], row["进度"]) == (1, "缺规程", "已销号", 0.6)
    assert row["进展"] == "2025-06-30 周建国 60%：编了规程"
    assert row["自报、复查与认定"] == (
        "自报 2025-06-30：已完成整改 都做了\n复查 2025-06-30 督导室：通过 属实\n认定 2025-06-30 王校长：已完成整改"
    )
    assert row["整改佐证"] == "1-2-01 规程.txt"
    assert (str(row["发现日期"])[:10], str(row["销号日期"])[:10]) == ("2025-06-30", "2025-06-30")


def test_the_overdue_come_first_and_say_by_how_much(opened: Opened) -> None:
    workspace, assessment = opened
    workspace.findings.open_by_hand(assessment, Remedy(problem="车间漏雨", deadline=TODAY + timedelta(days=9)))
    late = Remedy(problem="护栏松动", found_on=TODAY - timedelta(days=30), deadline=TODAY - timedelta(days=21))
    workspace.findings.open_by_hand(assessment, late)
    sheet = _sheet(opened)
    assert [_row(sheet, number)["问题"] for number in (1, 2)] == ["护栏松动", "车间漏雨"]
    assert [(_row(sheet, number)["状态"], _row(sheet, number)["过期天数"]) for number in (1, 2)] == [
        ("整改中", 21),
        ("整改中", None),
    ]
    assert "共 2 项，其中过期 1 项" in str(sheet.cell(2, 1).value)


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@A1", "甲\x07乙"])
def test_what_people_typed_is_never_a_formula(opened: Opened, text: str) -> None:
    workspace, assessment = opened
    remedy = Remedy(problem=text, cause=text, measure=text, lead=text, joint=text, person=text, basis=text)
    workspace.findings.open_by_hand(assessment, remedy)
    for cell in _sheet(opened)[HEAD_ROW + 1]:
        assert cell.data_type != "f"
    assert _row(_sheet(opened), 1)["问题"] == text.replace("\x07", "\u2407")


def test_the_same_ledger_gives_the_same_bytes(opened: Opened) -> None:
    _closed(opened)
    assert _content(opened) == _content(opened)


def test_an_empty_ledger_has_its_heads(opened: Opened) -> None:
    sheet = _sheet(opened)
    assert sheet.cell(HEAD_ROW, 1).value == "序号"
    assert sheet.max_row == HEAD_ROW


def test_what_is_corrected_is_what_is_saved(opened: Opened) -> None:
    workspace, assessment = opened
    number = opened_number(workspace.findings.open_by_hand(assessment, Remedy(problem="车间漏雨")))
    row = workspace.findings.row(assessment, number)
    workspace.findings.amend(assessment, number, replace(row.remedy, cause="屋面老化"))
    assert _row(_sheet(opened), 1)["原因"] == "屋面老化"


def test_a_finding_goes_by_one_number_in_sheet_paper_and_window(opened: Opened) -> None:
    workspace, assessment = opened
    workspace.findings.open_by_hand(assessment, Remedy(problem="车间漏雨"))
    row = workspace.findings.rows(assessment)[0]
    in_sheet = _row(_sheet(opened), 1)["序号"]
    on_paper = build_ledger([row], "示例学校", TODAY).lines[0].number
    assert (in_sheet, on_paper, row.label) == (1, 1, "序号 1")
