"""The way back from a damaged workspace, through the real window."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.policies.trouble import Trouble
from gui.shell.desktop import Desktop
from gui.shell.restore_dialog import RestoreDialog
from gui.shell.tabs import Tab
from models.identity import DATABASE
from models.vocabulary import Ownership, SchoolType
from services.workspace import Workspace
from tests.gui.painting import look_at
from tests.gui.windows import Program

NOW = datetime(2025, 11, 21, 16, 20).astimezone()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Lay a workspace with an assessment and two backups, then cut its database's header off."""
    with Workspace.open(tmp_path / "数据", "李敏", NOW.date, now=lambda: NOW) as workspace:
        school = workspace.schools.register("一号学校", type=SchoolType.SECONDARY, ownership=Ownership.PUBLIC)
        workspace.backups.make()
        workspace.assessments.start(school, "zibo-gaoxin", 2025)
        workspace.backups.make()
    os.truncate(tmp_path / "数据" / DATABASE, 50)
    return tmp_path / "数据"


@pytest.fixture
def desktop(qtbot: QtBot, program: Program, folder: Path) -> Iterator[Desktop]:
    with program.shown(folder, NOW) as made:
        _fail_to_open(qtbot, made)
        yield made


def _fail_to_open(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.open()
    qtbot.waitUntil(lambda: desktop.start.findChild(Trouble) is not None and _trouble(desktop).again.isVisible())


def _trouble(desktop: Desktop) -> Trouble:
    found = desktop.start.findChild(Trouble)
    assert isinstance(found, Trouble)
    return found


def _dialog(desktop: Desktop) -> RestoreDialog:
    _trouble(desktop).back.click()
    assert desktop._restoring.dialog is not None
    return desktop._restoring.dialog


def _press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget.focusWidget() or widget, key)


def test_enter_leads_from_a_damaged_workspace_to_its_last_backup(qtbot: QtBot, desktop: Desktop, folder: Path) -> None:
    assert desktop.window.focusWidget() is _trouble(desktop).back
    dialog = _dialog(desktop)
    assert dialog.focusWidget() is dialog.list
    assert dialog.chosen.path.name.startswith("000002")
    assert dialog.chosen.when == "今天 16:20"
    _press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop._restoring.told is not None)
    assert desktop._restoring.told is not None
    _press(desktop._restoring.told, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.workspace is not None)
    assert desktop.workspace is not None
    assert not _trouble(desktop).isVisible()
    (row,) = desktop.workspace.opening.assessments()
    desktop.open_assessment(row.id)
    assert desktop.window.current_tab is Tab.CHECKLIST
    assert len(list(folder.parent.glob("数据-损坏-20251121-162000/voccheck.db"))) == 1


def test_an_older_one_is_a_key_away_and_what_it_is_is_told(qtbot: QtBot, desktop: Desktop) -> None:
    dialog = _dialog(desktop)
    _press(dialog, Qt.Key.Key_Down)
    assert dialog.chosen.path.name.startswith("000001")
    dialog.act_button.click()
    qtbot.waitUntil(lambda: desktop._restoring.told is not None)
    assert desktop._restoring.told is not None
    with qtbot.waitSignal(desktop.complete):
        _press(desktop._restoring.told, Qt.Key.Key_Escape)
    assert desktop.workspace is not None
    assert desktop.workspace.opening.assessments() == ()


def test_escape_changes_nothing(desktop: Desktop, folder: Path) -> None:
    _press(_dialog(desktop), Qt.Key.Key_Escape)
    assert desktop.workspace is None
    assert _trouble(desktop).back.isVisible()
    assert [path.name for path in folder.parent.iterdir() if path.is_dir()] == ["数据"]


def test_a_damaged_backup_is_said_and_the_older_one_still_restores(
    qtbot: QtBot, desktop: Desktop, folder: Path
) -> None:
    os.truncate(max(folder.glob("backups/*.db")), 4096 * 5)
    _press(_dialog(desktop), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "也坏了" in desktop.window.problem)
    assert desktop.window.focusWidget() is _trouble(desktop).back
    dialog = _dialog(desktop)
    assert desktop.window.problem == ""
    _press(dialog, Qt.Key.Key_Down)
    _press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop._restoring.told is not None)


def test_restoring_that_was_stopped_leaves_the_page_as_it_was(qtbot: QtBot, desktop: Desktop, folder: Path) -> None:
    desktop._jobs.started.connect(lambda job: job.cancel(), Qt.ConnectionType.SingleShotConnection)
    with qtbot.waitSignal(desktop._restoring.settled):
        _press(_dialog(desktop), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not desktop._jobs.is_busy)
    assert desktop.start.isEnabled()
    assert _trouble(desktop).back.isVisible()
    assert [path.name for path in folder.parent.iterdir() if path.is_dir()] == ["数据"]


def _without_backups(folder: Path) -> None:
    for backup in folder.glob("backups/*.db"):
        backup.unlink()


def _from_a_newer_program(folder: Path) -> None:
    shutil.copyfile(max(folder.glob("backups/*.db")), folder / DATABASE)
    with (folder / DATABASE).open("r+b") as stream:
        stream.seek(60)
        stream.write((99).to_bytes(4, "big"))


@pytest.mark.parametrize("make_so", [_without_backups, _from_a_newer_program])
def test_where_no_backup_helps_there_is_no_button(
    qtbot: QtBot, program: Program, folder: Path, make_so: Callable[[Path], None]
) -> None:
    make_so(folder)
    with program.shown(folder, NOW) as desktop:
        _fail_to_open(qtbot, desktop)
        assert not _trouble(desktop).back.isVisible()


@pytest.mark.parametrize("size", [(1440, 868), (960, 520)])
def test_page_and_dialogs_are_whole(qtbot: QtBot, desktop: Desktop, size: tuple[int, int]) -> None:
    desktop.window.resize(*size)
    dialog = _dialog(desktop)
    assert look_at(qtbot, desktop.window) == []
    assert look_at(qtbot, dialog) == []
    _press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop._restoring.told is not None)
    assert desktop._restoring.told is not None
    assert look_at(qtbot, desktop._restoring.told) == []
