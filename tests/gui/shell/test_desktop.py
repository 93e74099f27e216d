"""The whole path through the real window: start, fill in, look, undo, leave, come back."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox
from pytestqt.qtbot import QtBot

from gui.overview.view import OverviewView
from gui.policies.cards import PolicyCard
from gui.shell.desktop import Desktop
from gui.shell.rooms.report import ReportRoom
from gui.shell.rooms.text import TextRoom
from gui.shell.tabs import Tab
from gui.widgets.buttons import LinkButton
from models.errors import DiskFullError, StoreInUseError
from models.vocabulary import AssessmentId, Ownership, SchoolType, Status
from resources.refusals import sentence
from services.assessments import Assessments
from services.workspace import Workspace
from tests.gui.windows import Program, started

NOW = datetime(2025, 11, 21, 16, 20).astimezone()


@pytest.fixture
def desktop(program: Program, tmp_path: Path) -> Iterator[Desktop]:
    with program.opened(tmp_path / "ws", NOW) as made:
        yield made


def test_enter_works_the_moment_the_page_is_said_to_be_usable(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    with program.opened(tmp_path / "ws", NOW) as first:
        started(first)
    with program.shown(tmp_path / "ws", NOW) as again:
        again.usable.connect(lambda: QTest.keyClick(again.window.windowHandle(), Qt.Key.Key_Return))
        with qtbot.waitSignal(again.complete):
            again.open()
        assert again.window.current_tab is Tab.CHECKLIST


def press(
    qtbot: QtBot, desktop: Desktop, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the keyboard is."""
    qtbot.keyClick(desktop.window.focusWidget() or desktop.window, key, held)  # type: ignore[no-untyped-call]


def statuses(desktop: Desktop, assessment: AssessmentId) -> list[Status]:
    assert desktop.workspace is not None
    return [row.status for row in desktop.workspace.assessments.checklist(assessment).binding_items()]


def test_answers_by_key_survive_the_window(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    with program.opened(tmp_path / "ws", NOW) as first:
        assessment = started(first)
        first.open_assessment(assessment)
        assert first.window.current_tab is Tab.CHECKLIST
        for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
            press(qtbot, first, key, Qt.KeyboardModifier.ShiftModifier)
        assert statuses(first, assessment)[:3] == [Status.MET, Status.PARTLY_MET, Status.NOT_MET]
        assert "16:20" in first.window.save_state.text or "已保存" in first.window.save_state.text
    with program.opened(tmp_path / "ws", NOW) as second:
        assert statuses(second, assessment)[:3] == [Status.MET, Status.PARTLY_MET, Status.NOT_MET]


def test_undo_and_redo_go_through_the_window(qtbot: QtBot, desktop: Desktop) -> None:
    assessment = started(desktop)
    desktop.open_assessment(assessment)
    press(qtbot, desktop, Qt.Key.Key_1)
    assert statuses(desktop, assessment)[0] is Status.MET
    desktop.window.undo_wanted.emit()
    assert statuses(desktop, assessment)[0] is Status.UNANSWERED
    desktop.window.redo_wanted.emit()
    assert statuses(desktop, assessment)[0] is Status.MET


def test_the_tabs_show_their_screens(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.open_assessment(started(desktop))
    assert desktop.sitting is not None
    desktop.desks.seat.show_tab(Tab.OVERVIEW)
    assert desktop.sitting.room(Tab.OVERVIEW).view.isVisible()
    report = desktop.sitting.room(Tab.REPORT)
    assert isinstance(report, ReportRoom)
    with qtbot.waitSignal(report.screen.made):
        desktop.desks.seat.show_tab(Tab.REPORT)
    assert report.view.isVisible()


def test_the_official_text_is_a_key_away_and_leads_back(qtbot: QtBot, desktop: Desktop, tmp_path: Path) -> None:
    desktop.open_assessment(started(desktop))
    assert desktop.sitting is not None
    key = desktop.sitting.checklist.key
    press(qtbot, desktop, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert desktop.window.current_tab is Tab.TEXT
    room = desktop.sitting.room(Tab.TEXT)
    assert isinstance(room, TextRoom)
    reader = room.screen
    assert reader.view.isVisible()
    assert reader.view.is_empty
    official = tmp_path / "方案.txt"
    official.write_text("一、主要任务\n1.办好学校。学校按方案办学。", encoding="utf-8")
    reader.read_in(official)
    qtbot.waitUntil(lambda: not reader.view.is_empty)
    assert reader.key == key
    reader.view.points.checklist_wanted.emit()
    assert desktop.sitting.checklist.view.isVisible()


def test_a_policys_text_can_be_read_from_the_start_page(qtbot: QtBot, desktop: Desktop) -> None:
    card = next(card for card in desktop.start.findChildren(PolicyCard) if card.policy and card.policy.city == "益阳市")
    link = card.findChild(LinkButton)
    assert isinstance(link, LinkButton)
    assert card.rect().contains(link.geometry())
    link.click()
    view = desktop.desks.pages.readers["yiyang"].view
    assert view.isVisible()
    assert desktop.window.current_tab is None
    view.home_wanted.emit()
    assert desktop.start.isVisible()


def test_the_overview_leads_back_to_what_is_missing(desktop: Desktop) -> None:
    desktop.open_assessment(started(desktop))
    assert desktop.sitting is not None
    desktop.desks.seat.show_tab(Tab.OVERVIEW)
    overview = desktop.sitting.room(Tab.OVERVIEW).view
    assert isinstance(overview, OverviewView)
    overview.unanswered_wanted.emit()
    assert desktop.window.current_tab is Tab.CHECKLIST


def test_another_assessment_takes_the_place_of_the_first(desktop: Desktop) -> None:
    first = started(desktop)
    desktop.open_assessment(first)
    second = a_started_assessment_of(desktop, "二号学校")
    desktop.open_assessment(second)
    assert desktop.sitting is not None
    assert desktop.sitting.assessment == second


def a_started_assessment_of(desktop: Desktop, name: str) -> AssessmentId:
    assert desktop.workspace is not None
    school = desktop.workspace.schools.register(name, type=SchoolType.COLLEGE, ownership=Ownership.PRIVATE)
    return desktop.workspace.assessments.start(school, "zibo-gaoxin", 2025)


def test_a_workspace_in_use_is_said_on_the_start_page(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "ws", "王海波"):
        with pytest.raises(StoreInUseError) as refused:
            Workspace.open(tmp_path / "ws", "李敏")
        assert "王海波" in (sentence(refused.value) or "")
        with program.shown(tmp_path / "ws", NOW) as desktop:
            desktop.open()
            qtbot.waitUntil(lambda: "王海波" in shown_text(desktop))
            assert desktop.workspace is None


def shown_text(desktop: Desktop) -> str:
    from gui.widgets.problem import Problem

    return "".join(problem.sentence for problem in desktop.start.findChildren(Problem) if problem.isVisible())


def test_the_sample_school_opens_from_an_empty_program(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.start.sample_wanted.emit()
    qtbot.waitUntil(lambda: desktop.sitting is not None)
    assert desktop.sitting is not None
    assert Status.MET in statuses(desktop, desktop.sitting.assessment)


def test_ctrl_n_leads_to_the_new_form_from_the_start_page_too(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.open_assessment(started(desktop))
    for _ in range(2):
        press(qtbot, desktop, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        assert desktop.window.current_tab is None
        focused = desktop.window.focusWidget()
        assert isinstance(focused, QComboBox)
        assert focused.currentText() == "一号学校"
        press(qtbot, desktop, Qt.Key.Key_Tab)


def test_what_could_not_be_saved_is_said_until_it_is(
    qtbot: QtBot, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop.open_assessment(started(desktop))
    assert desktop.sitting is not None
    with monkeypatch.context() as full:
        full.setattr(Assessments, "record", _refuse)
        desktop.sitting.checklist.view.item.answer.note.setPlainText("舍不得丢的话")
        desktop.window.home_wanted.emit()
        assert desktop.window.current_tab is Tab.CHECKLIST
        assert "1-1" in desktop.window.problem
        assert desktop.window.isWindowModified()
    desktop.window.retry_wanted.emit()
    assert desktop.window.problem == ""
    assert not desktop.window.isWindowModified()


def _refuse(*_arguments: object) -> None:
    raise DiskFullError(Path("voccheck.db"))


def test_a_backup_is_made_on_asking(qtbot: QtBot, desktop: Desktop, tmp_path: Path) -> None:
    started(desktop)
    with qtbot.waitSignal(desktop._keeper.made) as signal:
        desktop.window.backup_wanted.emit()
    assert signal.args is not None
    assert signal.args[0].is_file()


def test_the_five_cities_are_a_click_away_and_escape_leads_back(qtbot: QtBot, desktop: Desktop) -> None:
    button = next(one for one in desktop.start.findChildren(QAbstractButton) if one.text() == "五市对照")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]
    assert desktop.desks.pages.comparison is not None
    assert desktop.desks.pages.comparison.isVisible()
    assert desktop.window.current_tab is None
    assert "五市对照" in desktop.window.windowTitle()
    press(qtbot, desktop, Qt.Key.Key_Escape)
    assert desktop.start.isVisible()
    assert not desktop.desks.pages.comparison.isVisible()


def test_an_assessment_opens_from_behind_the_comparison(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.start.themes_wanted.emit()
    desktop.open_assessment(started(desktop))
    assert desktop.window.current_tab is Tab.CHECKLIST
