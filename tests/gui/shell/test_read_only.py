"""The window over a folder that may not be written to: all of it can be looked at, and nothing in reach writes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui.checklist.answer_bar import AnswerBar
from gui.checklist.answer_part import AnswerPart
from gui.checklist.evidence_part import EvidencePart
from gui.checklist.list_view import ItemListView
from gui.findings.detail import DetailPane
from gui.findings.form import Spot
from gui.platform.theme import ThemeChoice, Themes
from gui.policies.trouble import Trouble
from gui.settings.base_dialog import BaseDataDialog
from gui.shell.desktop import Desktop
from gui.shell.read_only import Mark
from gui.shell.tabs import Tab
from gui.widgets.dialog import Dialog
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import PlainLabel
from gui.widgets.line_edit import LineEdit
from gui.widgets.note_edit import NoteEdit
from models.errors import ReadOnlyStoreError
from models.reading_store import ReadingStore
from models.vocabulary import ItemKey
from tests.builders import a_workspace, an_assessment
from tests.gui.painting import look_at
from tests.gui.windows import SAMPLE_NOW, SIZES, Program
from tests.read_only import read_only

_ELIDING = frozenset({"gui.widgets.labels"})


@pytest.fixture
def refusals(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note every try to write."""
    tried: list[str] = []

    def refuse(store: ReadingStore) -> None:
        tried.append("written")
        raise ReadOnlyStoreError(store.folder)

    monkeypatch.setattr(ReadingStore, "check_writable", refuse)
    return tried


@pytest.fixture
def desktop(program: Program, sample: Path, refusals: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """Open the sample school from a medium that can only be read; nobody answers what is asked."""
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    monkeypatch.setattr("gui.reporting.desk.asked_printer", lambda *_: None)
    monkeypatch.setattr(Dialog, "exec", lambda _: 0)
    before = {path: path.stat().st_mtime_ns for path in sample.rglob("*")}
    with read_only(sample), program.opened(sample, SAMPLE_NOW) as made:
        yield made
    assert {path: path.stat().st_mtime_ns for path in sample.rglob("*")} == before


def _sit_down(desktop: Desktop) -> None:
    assert desktop.workspace is not None
    (row,) = desktop.workspace.opening.assessments()
    desktop.open_assessment(row.id)


def _in_reach(window: QWidget) -> list[QAbstractButton]:
    found = window.findChildren(QAbstractButton)
    return [one for one in found if one.isVisible() and one.isEnabled() and type(one).__name__ != "_KindRow"]


def _leave_dialogs(window: QWidget) -> None:
    for open_one in (*window.findChildren(QDialog), *window.findChildren(QMenu)):
        if open_one.isVisible():
            open_one.close()


def _come(qtbot: QtBot, desktop: Desktop, tab: Tab | None) -> list[QAbstractButton]:
    """Come to a page, wherever the last step led, and give the buttons in reach."""
    seat = desktop.desks.seat
    assert seat.sitting is not None
    if tab is None:
        desktop.window.home_wanted.emit()
    else:
        seat.come_back(seat.sitting.assessment)
        seat.show_tab(tab)
    qtbot.wait(1)
    return _in_reach(desktop.window)


def _press_all(qtbot: QtBot, desktop: Desktop, tab: Tab | None, refusals: list[str]) -> list[str]:
    """Press every button of a page once; name those that tried to write."""
    guilty, pressed = [], set()
    while left := {_name_of(one): one for one in _come(qtbot, desktop, tab) if _name_of(one) not in pressed}:
        name, button = next(iter(left.items()))
        pressed.add(name)
        button.click()
        qtbot.wait(20)
        _leave_dialogs(desktop.window)
        if refusals:
            guilty.append(name)
            refusals.clear()
    assert len(pressed) > 1
    return guilty


def _name_of(button: QAbstractButton) -> str:
    return f"{type(button).__name__} {button.text() or button.accessibleName() or button.toolTip()}"


@pytest.mark.parametrize("tab", [None, *Tab])
def test_no_button_in_reach_writes(qtbot: QtBot, desktop: Desktop, refusals: list[str], tab: Tab | None) -> None:
    _sit_down(desktop)
    assert _press_all(qtbot, desktop, tab, refusals) == []


def test_it_is_said_on_every_page_and_in_the_title(desktop: Desktop) -> None:
    assert desktop.window.windowTitle() == "职评簿（只读）"
    _sit_down(desktop)
    assert "年度自评" in desktop.window.windowTitle()
    assert desktop.window.windowTitle().endswith("（只读）")
    assert [mark.isVisible() for mark in desktop.window.findChildren(Mark)] == [True]


def test_what_was_written_can_be_read_and_not_typed_into(qtbot: QtBot, desktop: Desktop) -> None:
    _sit_down(desktop)
    assert desktop.sitting is not None
    desktop.sitting.checklist.show_item(ItemKey("1-1"))
    (answer,) = desktop.window.findChildren(AnswerPart)
    before = answer.note.toPlainText()
    assert before
    QTest.keyClick(answer.note, Qt.Key.Key_Delete)
    QTest.keyClick(answer.note, Qt.Key.Key_A)
    assert answer.note.toPlainText() == before


def test_nothing_invites_to_what_cannot_be_done(desktop: Desktop) -> None:
    _sit_down(desktop)
    (answer,), (strip,) = desktop.window.findChildren(AnswerPart), desktop.window.findChildren(EvidencePart)
    assert answer.isVisible()
    assert "离开此栏即保存" not in {one.text() for one in answer.findChildren(PlainLabel) if one.isVisible()}
    assert (strip.add.toolTip(), strip.add.accessibleDescription()) == ("", "")


def test_a_finding_is_not_corrected_by_f2_either(qtbot: QtBot, desktop: Desktop, refusals: list[str]) -> None:
    _sit_down(desktop)
    desktop.desks.seat.show_tab(Tab.FINDINGS)
    (detail,) = desktop.window.findChildren(DetailPane)
    detail.correct()
    problem, person, lead = map(detail.form.control, (Spot.PROBLEM, Spot.PERSON, Spot.LEAD))
    assert isinstance(problem, NoteEdit) and problem.isVisible() and problem.isReadOnly()
    assert isinstance(person, LineEdit) and person.isReadOnly()
    assert not lead.isEnabled()
    before = problem.toPlainText()
    QTest.keyClick(problem, Qt.Key.Key_A)
    assert (problem.toPlainText(), refusals) == (before, [])


def test_keys_ask_for_nothing_that_could_not_be_kept(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Dialog, "exec", lambda dialog: asked.append(type(dialog).__name__))

    def choose(*_: object) -> tuple[list[str], str]:
        asked.append("files")
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    _sit_down(desktop)
    (items,) = desktop.window.findChildren(ItemListView)
    items.setFocus()
    QTest.keyClick(items, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(items, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert asked == []


def test_figures_are_looked_at_and_not_typed_over(desktop: Desktop) -> None:
    _sit_down(desktop)
    desktop.window.base_wanted.emit()
    (dialog,) = desktop.window.findChildren(BaseDataDialog)
    editors = dialog.table.viewport().findChildren(QLineEdit)
    assert editors and all(editor.isReadOnly() for editor in editors)
    dialog.close()


@pytest.mark.parametrize("tab", [Tab.EVIDENCE, Tab.FINDINGS, Tab.DIVISION])
def test_an_empty_page_offers_nothing_that_writes(qtbot: QtBot, program: Program, tmp_path: Path, tab: Tab) -> None:
    folder = tmp_path / "ws"
    with a_workspace(folder) as workspace:
        an_assessment(workspace)
    with read_only(folder), program.opened(folder, SAMPLE_NOW) as desktop:
        _sit_down(desktop)
        desktop.desks.seat.show_tab(tab)
        qtbot.waitUntil(lambda: bool(_empty_pages(desktop)))
        empty = _empty_pages(desktop)
        assert [one.button.text() for one in empty if one.button.isVisible() and one.button.isEnabled()] == []


def _empty_pages(desktop: Desktop) -> list[EmptyState]:
    return [one for one in desktop.window.findChildren(EmptyState) if one.isVisible()]


def test_a_key_that_would_write_is_refused_with_the_reason_and_nothing_waits(desktop: Desktop) -> None:
    _sit_down(desktop)
    assert desktop.sitting is not None
    key = desktop.sitting.checklist.key
    (items,) = desktop.window.findChildren(ItemListView)
    QTest.keyClick(items, Qt.Key.Key_1)
    QTest.keyClick(items, Qt.Key.Key_3)
    assert desktop.sitting.checklist.key == key
    assert desktop.window.close(), "nothing is asked about at the end"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_pages_are_whole(
    qtbot: QtBot, desktop: Desktop, themes: Themes, theme: ThemeChoice, size: tuple[int, int]
) -> None:
    themes.choose(theme)
    desktop.window.resize(*size)
    assert look_at(qtbot, desktop.window, _ELIDING) == []
    _sit_down(desktop)
    for tab in (Tab.CHECKLIST, Tab.EVIDENCE, Tab.FINDINGS):
        desktop.desks.seat.show_tab(tab)
        assert [fault for fault in look_at(qtbot, desktop.window, _ELIDING) if "截断" not in fault] == []


def test_a_window_opened_afterwards_writes_again(program: Program, sample: Path) -> None:
    with read_only(sample), program.opened(sample, SAMPLE_NOW) as first:
        _sit_down(first)
        assert _segments_are_off(first)
    with program.opened(sample, SAMPLE_NOW) as second:
        _sit_down(second)
        assert not _segments_are_off(second)


def _segments_are_off(desktop: Desktop) -> bool:
    (bar,) = desktop.window.findChildren(AnswerBar)
    return not any(segment.isEnabled() for segment in bar.group.findChildren(QAbstractButton))


def test_an_empty_disc_is_refused_as_ever(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "disc").mkdir()
    with read_only(tmp_path / "disc"), program.shown(tmp_path / "disc", SAMPLE_NOW) as desktop:
        desktop.open()
        qtbot.waitUntil(lambda: bool(desktop.start.findChildren(Trouble)))
        assert desktop.workspace is None
