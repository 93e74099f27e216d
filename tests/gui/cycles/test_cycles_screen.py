"""Two cycles side by side, over a real workspace: the sums, the sections, the items, and where they lead."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gui.cycles.carry_dialog import CarryDialog
from gui.cycles.carry_words import carried_rows, done_words, left_words
from gui.cycles.content import comparison_of, moved_words
from gui.cycles.screen import CyclesScreen
from gui.platform.changes import ChangeBus
from gui.widgets.row_list import RowList
from models.vocabulary import AssessmentId, ItemKey, Status
from services.checklist import Answer
from services.cycles.comparison import Course
from services.evidence.values import Particulars
from services.workspace import Workspace
from tests.builders import a_school, a_workspace

NEXT = date(2026, 3, 1)
ONE, TWO, THREE = ItemKey("1-1"), ItemKey("1-2"), ItemKey("1-3")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with a_workspace(tmp_path / "ws", today=lambda: NEXT) as opened:
        yield opened


@pytest.fixture
def last(workspace: Workspace) -> AssessmentId:
    made = workspace.assessments.start(a_school(workspace), "test", 2025)
    workspace.assessments.record_many(
        made, {ONE: Answer(Status.MET, department="教务科"), TWO: Answer(Status.NOT_MET), THREE: Answer(Status.MET)}
    )
    return made


@pytest.fixture
def begun(workspace: Workspace, last: AssessmentId) -> AssessmentId:
    made = workspace.cycles.start(last).assessment
    workspace.assessments.record_many(made, {ONE: Answer(Status.NOT_MET), TWO: Answer(Status.MET)})
    return made


def a_screen(
    qtbot: QtBot, workspace: Workspace, assessment: AssessmentId, bus: ChangeBus | None = None
) -> CyclesScreen:
    screen = CyclesScreen(assessment, workspace.cycles.comparison, bus or ChangeBus())
    qtbot.addWidget(screen.view)
    screen.view.resize(1200, 700)
    screen.view.show()
    return screen


def test_what_moved_is_shown_first_and_each_course_is_a_filter(
    qtbot: QtBot, workspace: Workspace, begun: AssessmentId
) -> None:
    view = a_screen(qtbot, workspace, begun).view
    assert view.shown == 2
    view.courses.chip(Course.UP).click()
    assert view.shown == 1
    view.courses.chip(Course.OPEN).click()
    assert view.shown == 4


def test_the_sums_say_then_and_now(workspace: Workspace, begun: AssessmentId) -> None:
    compared = workspace.cycles.comparison(begun)
    assert compared is not None
    carried, filled = comparison_of(compared).sums
    assert (carried.before, carried.after, carried.moved) == ("33.3%", "16.7%", "\u221216.6 百分点")
    assert (filled.before, filled.after) == ("50.0%", "33.3%")


def test_a_row_leads_to_its_item(qtbot: QtBot, workspace: Workspace, begun: AssessmentId) -> None:
    screen = a_screen(qtbot, workspace, begun)
    rows = next(one for one in screen.view.findChildren(RowList) if one.accessibleName() == "逐条对比")
    place = rows.visualRect(rows.model().index(0, 0)).center()
    with qtbot.waitSignal(screen.item_wanted) as wanted:
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [ONE]


def test_it_follows_news(qtbot: QtBot, workspace: Workspace, begun: AssessmentId) -> None:
    bus = ChangeBus()
    screen = a_screen(qtbot, workspace, begun, bus)
    bus.changed.emit(workspace.assessments.record(begun, THREE, Answer(Status.PARTLY_MET, missing="差一点")))
    assert screen.view.shown == 3


def test_the_first_year_says_that_there_is_none_before(qtbot: QtBot, workspace: Workspace, last: AssessmentId) -> None:
    screen = a_screen(qtbot, workspace, last)
    assert screen.view.shown == 0
    with qtbot.waitSignal(screen.back_wanted):
        screen.view._empty.wanted.emit()


def test_movements_are_said_with_a_true_minus() -> None:
    assert [moved_words(points) for points in (None, 0, 50, -50)] == ["", "持平", "+5.0 百分点", "\u22125.0 百分点"]


def test_the_preview_says_what_goes_over_and_what_does_not(
    qtbot: QtBot, workspace: Workspace, last: AssessmentId
) -> None:
    made = workspace.evidence.attach_bytes(last, ONE, b"old", "旧材料.txt")
    (evidence,) = {part.evidence for part in made.parts}  # type: ignore[union-attr]
    workspace.evidence.register.amend(last, {evidence: Particulars(year=2025)})
    plan = workspace.cycles.plan(last)
    assert dict(carried_rows(plan)) == {"科室和填报人": "1 条", "去年的填报": "3 条，摆在旁边，今年从头填"}
    assert left_words(plan) == "1 件佐证不带：不在新的年度 1 件"
    dialog = CarryDialog(plan)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "旧材料.txt" in dialog.left
    dialog.act_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert done_words(plan) == "2026 年度开好了：带来 0 件佐证、0 项整改、1 条分工"
