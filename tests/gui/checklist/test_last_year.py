"""Last year's answer beside this year's: shown, marked in the list, and its note taken along as a draft."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.checklist.list_model import ItemEntry
from gui.checklist.screen import ChecklistScreen
from gui.checklist.services import ChecklistServices
from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from models.vocabulary import AssessmentId, IndicatorKey, ItemKey, Status
from services.checklist import Answer
from services.judging import Reading
from services.trail.history import History
from services.workspace import Workspace
from tests.builders import a_school, a_workspace

NEXT = date(2026, 3, 1)
ONE, TWO = ItemKey("1-1"), ItemKey("1-2")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with a_workspace(tmp_path / "ws", today=lambda: NEXT) as opened:
        yield opened


@pytest.fixture
def begun(workspace: Workspace) -> AssessmentId:
    last = workspace.assessments.start(a_school(workspace), "test", 2025)
    workspace.assessments.record(last, ONE, Answer(Status.PARTLY_MET, note="办了三期培训", missing="还差 4 人"))
    workspace.assessments.take_reading(last, IndicatorKey("1-1-a"), Reading(Decimal("46.9")))
    return workspace.cycles.start(last).assessment


@pytest.fixture
def screen(qtbot: QtBot, workspace: Workspace, begun: AssessmentId, tmp_path: Path) -> Iterator[ChecklistScreen]:
    jobs = Jobs()
    services = ChecklistServices(
        workspace.assessments,
        workspace.evidence,
        workspace.own_items,
        workspace.findings,
        workspace.departments,
        History(workspace.steps),
        ChangeBus(),
        jobs,
        DeskSettings(tmp_path / "desk.ini"),
        lambda: NEXT,
        last_year=workspace.cycles.last_year,
    )
    made = ChecklistScreen(begun, services)
    qtbot.addWidget(made.view)
    made.view.resize(1400, 800)
    made.view.show()
    made.show_item(ONE)
    yield made
    made.close()
    jobs.close()


def test_last_years_verdict_and_note_stand_beside(screen: ChecklistScreen) -> None:
    part = screen.view.item.last_year
    assert part.isVisible()
    assert part._verdict.text() == "2025 年部分落实"
    assert part._words.text == "双师型教师占比 46.9%\n办了三期培训\n还差 4 人"


def test_an_item_that_was_not_answered_says_nothing(screen: ChecklistScreen) -> None:
    screen.show_item(TWO)
    assert not screen.view.item.last_year.isVisible()


def test_one_key_takes_the_note_along_as_a_draft(
    qtbot: QtBot, screen: ChecklistScreen, workspace: Workspace, begun: AssessmentId
) -> None:
    screen.view.list.list.setFocus()
    QTest.keyClick(screen.view.list.list, Qt.Key.Key_D)
    assert screen.view.item.answer.note.toPlainText() == "办了三期培训"
    assert workspace.assessments.item(begun, ONE).answer.note == ""
    assert screen.flush()
    answer = workspace.assessments.item(begun, ONE).answer
    assert (answer.note, answer.status) == ("办了三期培训", Status.UNANSWERED)


def test_taken_along_twice_it_stands_there_once(screen: ChecklistScreen) -> None:
    screen.view.item.last_year.take.click()
    screen.view.item.last_year.take.click()
    assert screen.view.item.answer.note.toPlainText() == "办了三期培训"


def test_the_list_marks_what_was_answered_last_year(screen: ChecklistScreen) -> None:
    model = screen.view.list.list.model()
    entries = [model.entry_at(model.index(row, 0)) for row in range(model.rowCount())]  # type: ignore[attr-defined]
    said = {one.row.key: one.pressing.text if one.pressing else "" for one in entries if isinstance(one, ItemEntry)}
    assert said[ONE] == "去年部分落实"
    assert said[TWO] == ""
