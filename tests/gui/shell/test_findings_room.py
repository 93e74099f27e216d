"""From an item to the ledger and back, through the whole window."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.findings.form import Spot
from gui.shell.desktop import Desktop
from gui.shell.rooms.findings import FindingsRoom
from gui.shell.tabs import Tab
from models.vocabulary import ItemKey, Ownership, SchoolType, Status
from services.checklist import Answer
from tests.gui.windows import Program

NOW = datetime(2025, 11, 21, 16, 20).astimezone()
ITEM = ItemKey("9-2")


@pytest.fixture
def desktop(program: Program, tmp_path: Path) -> Iterator[Desktop]:
    with program.opened(tmp_path / "ws", NOW) as made:
        assert made.workspace is not None
        school = made.workspace.schools.register("一号学校", type=SchoolType.SECONDARY, ownership=Ownership.PUBLIC)
        made.workspace.departments.add(school, "实训处")
        assessment = made.workspace.assessments.start(school, "yiyang", 2025)
        made.workspace.assessments.record(assessment, ITEM, Answer(Status.PARTLY_MET, missing="缺三方协议"))
        made.open_assessment(assessment)
        yield made


def tab_of(desktop: Desktop) -> Tab | None:
    return desktop.window.current_tab


def test_an_item_leads_to_its_finding_and_the_finding_back_to_it(qtbot: QtBot, desktop: Desktop) -> None:
    sitting = desktop.sitting
    assert sitting is not None
    sitting.checklist.show_item(ITEM)
    remedy = sitting.checklist.view.item.remedy
    QTest.mouseClick(remedy.open, Qt.MouseButton.LeftButton)
    room = sitting.room(Tab.FINDINGS)
    assert isinstance(room, FindingsRoom)
    assert tab_of(desktop) is Tab.FINDINGS
    assert room.screen.row is not None
    assert room.screen.row.remedy.problem == "缺三方协议"
    assert desktop.window.focusWidget() is room.screen.view.detail.form.control(Spot.CAUSE)
    assert desktop.window._toolbar.undo.accessibleName() == "撤销：开整改序号 1"
    QTest.mouseClick(room.screen.view.detail._jump, Qt.MouseButton.LeftButton)
    assert tab_of(desktop) is Tab.CHECKLIST
    assert sitting.checklist.key == ITEM
    assert [jump.text() for jump in remedy.jumps()] == ["整改序号 1 · 2026-01-20 前"]
    desktop.window._actions["undo"].trigger()
    assert remedy.jumps() == ()
    desktop.window._actions["redo"].trigger()
    assert len(remedy.jumps()) == 1


def test_the_departments_of_the_school_are_offered(qtbot: QtBot, desktop: Desktop) -> None:
    assert desktop.sitting is not None
    room = desktop.sitting.room(Tab.FINDINGS)
    assert isinstance(room, FindingsRoom)
    assert room.screen._departments() == ("实训处",)
