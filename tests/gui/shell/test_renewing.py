"""From the quiet line to the comparison, over to the newer revision and back to the checklist, in the real window."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.platform.desk_settings import DeskSettings
from gui.platform.theme import Themes
from gui.shell.desktop import Desktop
from gui.shell.tabs import Tab
from gui.shell.window import MainWindow
from models.vocabulary import AssessmentId, ItemKey
from services.own_items import OwnWords
from services.workspace import Workspace
from tests.gui.checklist.sitting import type_words
from tests.gui.revisions.behind import an_assessment_behind

NOW = datetime(2025, 6, 30, 9, 0).astimezone()


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, themes: Themes) -> Iterator[Desktop]:
    with an_assessment_behind(tmp_path / "ws"):
        pass
    settings = DeskSettings(tmp_path / "desk.ini")
    made = Desktop(MainWindow(settings), tmp_path / "ws", "李敏", settings, themes, now=lambda: NOW)
    qtbot.addWidget(made.window)
    made.window.show()
    made.open()
    qtbot.waitUntil(lambda: made.workspace is not None)
    yield made
    made.window.close()
    made.close()


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
