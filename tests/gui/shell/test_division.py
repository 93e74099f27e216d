"""The division of work in the real window: reached from menu, key and checklist, left without losing one's place."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.departments.content import DepartmentLine
from gui.shell.desktop import Desktop
from gui.shell.rooms.division import DivisionRoom
from gui.shell.tabs import Tab
from models.vocabulary import Ownership, SchoolType
from services.workspace import Workspace
from tests.gui.windows import Program

CTRL = Qt.KeyboardModifier.ControlModifier
NOW = datetime(2025, 11, 21, 16, 20).astimezone()


@pytest.fixture
def desktop(program: Program, tmp_path: Path) -> Iterator[Desktop]:
    with program.opened(tmp_path / "ws", NOW) as made:
        assert made.workspace is not None
        school = made.workspace.schools.register("一号学校", type=SchoolType.SECONDARY, ownership=Ownership.PUBLIC)
        made.workspace.departments.add_all(school, ["教务处", "学生处"])
        made.open_assessment(made.workspace.assessments.start(school, "zibo-gaoxin", 2025))
        yield made


def _room(desktop: Desktop) -> DivisionRoom:
    assert desktop.sitting is not None
    room = desktop.sitting.room(Tab.DIVISION)
    assert isinstance(room, DivisionRoom)
    return room


def _tab(desktop: Desktop) -> str:
    return str(desktop.window.current_tab)


def test_the_division_is_a_key_away_and_the_marked_tab_leads_back(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.window._actions["division"].trigger()
    assert _tab(desktop) == "division"
    bar = desktop.window._toolbar._tabs
    place: QPoint = bar.tabRect(bar.currentIndex()).center()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
    assert _tab(desktop) == "checklist"


def test_the_checklist_leads_to_it_and_back_again(qtbot: QtBot, desktop: Desktop) -> None:
    assert desktop.sitting is not None
    desktop.sitting.checklist.division_wished.emit()
    assert _tab(desktop) == "division"
    _room(desktop).screen.view.back.click()
    assert _tab(desktop) == "checklist"


def test_giving_away_is_saved_and_undone_like_any_answer(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.window._actions["division"].trigger()
    room, workspace, sitting = _room(desktop), desktop.workspace, desktop.sitting
    assert workspace is not None
    assert sitting is not None
    view = room.screen.view.measures
    view.view.setCurrentIndex(view.model.index(0, 0))
    room.screen._division.give(view.view.keys(), "教务处")
    assert "已保存" in desktop.window.save_state.text
    rows = list(workspace.assessments.checklist(sitting.assessment).binding_items())
    assert rows[0].answer.department == "教务处"
    room.screen.view.toast.acted.emit()
    rows = list(workspace.assessments.checklist(sitting.assessment).binding_items())
    assert rows[0].answer.department == ""


def _names(workspace: Workspace) -> list[str]:
    return [row.name for row in workspace.departments.of(workspace.opening.schools()[0].id)]


def _given(desktop: Desktop) -> list[str]:
    assert desktop.workspace is not None and desktop.sitting is not None
    rows = desktop.workspace.assessments.checklist(desktop.sitting.assessment).binding_items()
    return [row.answer.department for row in rows if row.answer.department]


def _first(desktop: Desktop) -> DepartmentLine:
    model = _room(desktop).screen.view.departments.list.model()
    line = model.index(0, 0).data(Qt.ItemDataRole.UserRole)
    assert isinstance(line, DepartmentLine)
    return line


def test_ctrl_z_brings_departments_back_with_what_they_answer_for(desktop: Desktop) -> None:
    desktop.window._actions["division"].trigger()
    room, workspace = _room(desktop), desktop.workspace
    assert workspace is not None
    screen, view = room.screen, room.screen.view
    view.measures.view.setCurrentIndex(view.measures.model.index(0, 0))
    screen._division.give(view.measures.view.keys(), "教务处")
    count = len(_given(desktop))
    view.departments.edit_wanted.emit(_first(desktop))
    dialog = screen._departments.dialog
    assert dialog is not None
    dialog.name.setText("教务科")
    dialog.accept()
    assert _given(desktop) == ["教务科"] * count
    view.departments.retire_wanted.emit(_first(desktop))
    assert _names(workspace) == ["学生处"]
    assert "撤销：停用科室“教务科”" in desktop.window._toolbar.undo.accessibleName()
    assert "已停用" in view.toast.text
    QTest.keyClick(desktop.window, Qt.Key.Key_Z, CTRL)
    assert view.toast.text == ""
    assert _names(workspace) == ["教务科", "学生处"]
    QTest.keyClick(desktop.window, Qt.Key.Key_Z, CTRL)
    assert desktop._toast.text == "已撤销：科室“教务处”改名为“教务科”"
    assert (_names(workspace), _given(desktop)) == (["教务处", "学生处"], ["教务处"] * count)
    assert _tab(desktop) == "division"
    QTest.keyClick(desktop.window, Qt.Key.Key_Z, CTRL)
    assert _given(desktop) == []
    for _ in range(3):
        QTest.keyClick(desktop.window, Qt.Key.Key_Y, CTRL)
    assert (_names(workspace), _given(desktop)) == (["学生处"], ["教务科"] * count)


def test_a_new_department_goes_with_what_it_was_given_in_one_step(desktop: Desktop) -> None:
    desktop.window._actions["division"].trigger()
    room, workspace = _room(desktop), desktop.workspace
    assert workspace is not None
    view = room.screen.view.measures
    view.view.setCurrentIndex(view.model.index(0, 0))
    room.screen._division._on_new("招生办")
    assert _names(workspace)[-1] == "招生办"
    assert set(_given(desktop)) == {"招生办"}
    room.screen.view.toast.acted.emit()
    assert (_names(workspace), _given(desktop)) == (["教务处", "学生处"], [])
    assert not desktop.window._actions["undo"].isEnabled()


def test_the_order_of_departments_comes_back(desktop: Desktop) -> None:
    desktop.window._actions["division"].trigger()
    room, workspace = _room(desktop), desktop.workspace
    assert workspace is not None
    pane = room.screen.view.departments
    pane.move_wanted.emit(_first(desktop), 1)
    assert _names(workspace) == ["学生处", "教务处"]
    assert "撤销：科室的顺序" in desktop.window._toolbar.undo.accessibleName()
    QTest.keyClick(desktop.window, Qt.Key.Key_Z, CTRL)
    assert _names(workspace) == ["教务处", "学生处"]
