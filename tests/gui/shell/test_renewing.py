"""From the quiet line to the comparison, over to the newer revision and back to the checklist, in the real window."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.checklist.own_wish import OwnWish
from gui.shell.desktop import Desktop
from gui.shell.tabs import Tab
from models.vocabulary import AssessmentId, ItemKey, Status
from services.own_items import OwnWords
from services.workspace import Workspace
from tests.gui.checklist.sitting import AnOutside, type_words
from tests.gui.revisions.behind import an_assessment_behind
from tests.gui.windows import Program

CTRL = Qt.KeyboardModifier.ControlModifier
NOW = datetime(2025, 6, 30, 9, 0).astimezone()


@pytest.fixture
def desktop(program: Program, tmp_path: Path) -> Iterator[Desktop]:
    with an_assessment_behind(tmp_path / "ws"):
        pass
    with program.opened(tmp_path / "ws", NOW) as made:
        yield made


def _opened(desktop: Desktop) -> tuple[Workspace, AssessmentId]:
    assert desktop.workspace is not None
    return desktop.workspace, desktop.workspace.opening.assessments()[0].id


def test_the_start_page_leads_to_what_changed_and_on_to_the_checklist(desktop: Desktop) -> None:
    _, assessment = _opened(desktop)
    notice = desktop.start._left.recent.notice
    assert notice.isVisible()
    assert notice.sentence == "示例学校　示例市 · 2025 年度：政策有新版"
    notice.link.click()
    screen = desktop.desks.revisions.screens[assessment]
    assert screen.view.isVisible()
    screen.view.back_wanted.emit()
    assert desktop.window.current_tab is Tab.CHECKLIST


def test_the_line_over_the_checklist_leads_over_to_the_newer_revision(qtbot: QtBot, desktop: Desktop) -> None:
    workspace, assessment = _opened(desktop)
    desktop.open_assessment(assessment)
    assert desktop.sitting is not None
    assert "第 2 版" in desktop.window.notice
    desktop.sitting.checklist.show_item(ItemKey("1-1"))
    type_words(desktop.sitting.checklist.view.item.answer.note, "再补一句")
    desktop.window.changes_wanted.emit()
    assert "再补一句" in workspace.assessments.item(assessment, ItemKey("1-1")).answer.note
    screen = desktop.desks.revisions.screens[assessment]
    with qtbot.waitSignal(screen.renewed):
        screen.view.renew.click()
    assert desktop.window.current_tab is Tab.CHECKLIST
    assert desktop.window.notice == ""
    assert desktop.sitting is not None
    desktop.sitting.checklist.show_item(ItemKey("2-4"))
    assert desktop.sitting.checklist.key == "2-4"
    assert workspace.assessments.item(assessment, ItemKey("1-2")).needs_review
    for tab in Tab:
        desktop.desks.seat.show_tab(tab)


def test_looking_and_going_back_changes_nothing_and_keeps_undo(desktop: Desktop) -> None:
    workspace, assessment = _opened(desktop)
    desktop.open_assessment(assessment)
    assert desktop.sitting is not None
    desktop.sitting.checklist.show_item(ItemKey("2-2"))
    type_words(desktop.sitting.checklist.view.item.answer.note, "去了三家企业")
    before = desktop.sitting
    desktop.window.changes_wanted.emit()
    desktop.desks.revisions.screens[assessment].view.back_wanted.emit()
    assert desktop.sitting is before
    assert desktop.window.current_tab is Tab.CHECKLIST
    assert workspace.renewals.is_behind(assessment)
    desktop.window.undo_wanted.emit()
    assert workspace.assessments.item(assessment, ItemKey("2-2")).answer.note == ""


def test_a_retired_item_comes_back_from_the_archive_into_the_checklist(desktop: Desktop) -> None:
    workspace, assessment = _opened(desktop)
    desktop.open_assessment(assessment)
    key = workspace.own_items.add(assessment, "二/1", OwnWords("每月开一次家长会")).own_items[0]
    workspace.own_items.retire(assessment, key)
    desktop.window.archive_wanted.emit()
    screen = desktop.desks.revisions.screens[assessment]
    assert screen.view.is_archive
    screen.view.archive.cards[0].back.click()
    assert desktop.window.current_tab is Tab.CHECKLIST
    assert desktop.sitting is not None
    assert desktop.sitting.checklist.key == key


def test_an_own_item_is_known_to_every_room_at_once(desktop: Desktop) -> None:
    workspace, assessment = _opened(desktop)
    desktop.open_assessment(assessment)
    assert desktop.sitting is not None
    for tab in Tab:
        desktop.desks.seat.show_tab(tab)
    checklist = desktop.sitting.checklist
    key = workspace.own_items.add(assessment, "二/1", OwnWords("每月开一次家长会")).own_items[0]
    checklist._on_own_changed(key, "已添上")
    assert checklist.key == key
    for tab in Tab:
        desktop.desks.seat.show_tab(tab)
    assert "第 2 版" in desktop.window.notice


def test_two_revisions_are_compared_from_the_menu(desktop: Desktop) -> None:
    desktop.window.compare_wanted.emit()
    assert desktop.desks.revisions.comparer is not None
    assert desktop.desks.revisions.comparer.view.isVisible()
    desktop.desks.revisions.comparer.view.back_wanted.emit()
    assert desktop.start.isVisible()


def _written(workspace: Workspace, assessment: AssessmentId) -> list[tuple[object, ...]]:
    """Give all that a person sees of an assessment but who wrote it last."""
    checklist = workspace.assessments.checklist(assessment)
    rows = [
        (one.item, one.answer, one.indicators, [piece.number for piece in one.evidence]) for one in checklist.items()
    ]
    return [(checklist.policy, checklist.school), *rows]


def test_ctrl_z_takes_a_renewal_back_with_all_it_did(qtbot: QtBot, desktop: Desktop) -> None:
    workspace, assessment = _opened(desktop)
    before = _written(workspace, assessment)
    desktop.open_assessment(assessment)
    desktop.window.changes_wanted.emit()
    screen = desktop.desks.revisions.screens[assessment]
    with qtbot.waitSignal(screen.renewed):
        screen.view.renew.click()
    assert desktop._toast.text == "已换到新版，填过的都带过来了"
    assert "撤销：换到新版" in desktop.window._toolbar.undo.accessibleName()
    assert desktop.sitting is not None
    for tab in Tab:
        desktop.desks.seat.show_tab(tab)
    desktop.desks.seat.show_tab(Tab.CHECKLIST)
    desktop.sitting.checklist.show_item(ItemKey("2-4"))
    desktop.sitting.checklist._item.set_status(Status.MET)
    QTest.keyClick(desktop.window, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(desktop.window, Qt.Key.Key_Z, CTRL)
    assert _written(workspace, assessment) == before
    assert desktop._toast.text == "已撤销：换到新版"
    assert "第 2 版" in desktop.window.notice
    for tab in Tab:
        desktop.desks.seat.show_tab(tab)
    QTest.keyClick(desktop.window, Qt.Key.Key_Y, CTRL)
    assert workspace.assessments.checklist(assessment).policy.revision == 2
    assert desktop.window.notice == ""


def test_the_way_back_from_a_renewal_is_offered_with_it(qtbot: QtBot, desktop: Desktop) -> None:
    workspace, assessment = _opened(desktop)
    desktop.start._left.recent.notice.link.click()
    screen = desktop.desks.revisions.screens[assessment]
    with qtbot.waitSignal(screen.renewed):
        screen.view.renew.click()
    desktop._toast._action.click()
    assert workspace.renewals.is_behind(assessment)


def test_ctrl_z_brings_a_retired_item_back_with_its_answer_and_evidence(desktop: Desktop) -> None:
    workspace, assessment = _opened(desktop)
    desktop.open_assessment(assessment)
    assert desktop.sitting is not None
    checklist, outside = desktop.sitting.checklist, AnOutside()
    checklist._own._outside = outside
    outside.wishes = [OwnWish("", OwnWords("每月开一次家长会")), OwnWish("", OwnWords("每月开两次家长会"))]
    checklist.view.item.addition_wanted.emit()
    key = checklist.key
    assert key is not None
    checklist._item.set_status(Status.MET)
    workspace.evidence.attach_bytes(assessment, key, b"x", "签到表.txt")
    checklist.view.item.own.retire_wanted.emit()
    assert checklist.key != key
    assert "撤销：撤下 校本" in desktop.window._toolbar.undo.accessibleName()
    QTest.keyClick(desktop.window, Qt.Key.Key_Z, CTRL)
    assert checklist.key == key
    row = workspace.assessments.item(assessment, key)
    assert (row.status, [one.name for one in row.evidence]) == (Status.MET, ["签到表.txt"])
    checklist.view.item.own.reword_wanted.emit()
    assert workspace.assessments.item(assessment, key).needs_review
    QTest.keyClick(desktop.window, Qt.Key.Key_Z, CTRL)
    row = workspace.assessments.item(assessment, key)
    assert (row.item.text, row.needs_review) == ("每月开一次家长会", False)


def test_ctrl_z_takes_an_added_item_away_and_its_words_stay_in_the_archive(desktop: Desktop) -> None:
    workspace, assessment = _opened(desktop)
    desktop.open_assessment(assessment)
    assert desktop.sitting is not None
    before = workspace.assessments.checklist(assessment)
    checklist, outside = desktop.sitting.checklist, AnOutside()
    checklist._own._outside = outside
    outside.wishes = [OwnWish("", OwnWords("每月开一次家长会"))]
    checklist.view.item.addition_wanted.emit()
    key = checklist.key
    checklist.view.item.toast.acted.emit()
    assert workspace.assessments.checklist(assessment) == before
    assert workspace.own_items.retired(assessment) == {key}
    QTest.keyClick(desktop.window, Qt.Key.Key_Y, CTRL)
    assert checklist.key == key


def test_what_was_brought_back_from_the_archive_can_go_there_again(desktop: Desktop) -> None:
    workspace, assessment = _opened(desktop)
    desktop.open_assessment(assessment)
    key = workspace.own_items.add(assessment, "二/1", OwnWords("每月开一次家长会")).own_items[0]
    workspace.own_items.retire(assessment, key)
    desktop.window.archive_wanted.emit()
    desktop.desks.revisions.screens[assessment].view.archive.cards[0].back.click()
    assert "已恢复" in desktop._toast.text
    QTest.keyClick(desktop.window, Qt.Key.Key_Z, CTRL)
    assert workspace.own_items.retired(assessment) == {key}


def test_steps_of_another_assessment_are_not_taken_back(desktop: Desktop) -> None:
    workspace, assessment = _opened(desktop)
    desktop.open_assessment(assessment)
    assert desktop.sitting is not None
    desktop.sitting.checklist.show_item(ItemKey("2-2"))
    desktop.sitting.checklist._item.set_status(Status.MET)
    other = workspace.assessments.start(workspace.opening.schools()[0].id, "yiyang", 2031)
    desktop.open_assessment(other)
    assert not desktop.window._actions["undo"].isEnabled()
