"""The report in the real window: options changed in a hurry, left while it works, and what cannot be kept."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from gui.shell.desktop import Desktop
from gui.shell.rooms.report import ReportRoom
from gui.shell.tabs import Tab
from models.errors import DiskFullError
from models.vocabulary import Annex, AssessmentId, Ownership, PassageName, SchoolType, SignerRole
from reports.orders import Kind, Skin
from reports.preview import Pages
from reports.printing import print_for_edition
from services.editions.values import Signer
from services.reporting.passages import Passages
from services.workspace import Workspace
from tests.gui.reporting.desk import Desk
from tests.gui.windows import Program

NOW = datetime(2025, 11, 21, 16, 20).astimezone()
SIGNERS = [Signer(role, "张敏", date(2025, 11, 21)) for role in SignerRole]


@pytest.fixture
def desktop(program: Program, tmp_path: Path) -> Iterator[Desktop]:
    with program.seated(tmp_path / "ws", NOW, size=(1440, 900)) as made:
        yield made


@pytest.fixture
def workspace(desktop: Desktop) -> Workspace:
    assert desktop.workspace is not None
    return desktop.workspace


@pytest.fixture
def assessment(desktop: Desktop) -> AssessmentId:
    assert desktop.sitting is not None
    return desktop.sitting.assessment


@pytest.fixture
def room(qtbot: QtBot, desktop: Desktop) -> ReportRoom:
    assert desktop.sitting is not None
    desktop.desks.seat.show_tab(Tab.REPORT)
    made = desktop.sitting.room(Tab.REPORT)
    assert isinstance(made, ReportRoom)
    settle(qtbot, made)
    return made


def settle(qtbot: QtBot, room: ReportRoom) -> None:
    """Wait until the pages say what the record says."""
    qtbot.waitUntil(lambda: not room.screen.is_stale and not room.screen.is_busy)


def a_box(room: ReportRoom, words: str) -> QCheckBox:
    (box,) = [one for one in room.view.findChildren(QCheckBox) if one.text() == words]
    return box


def a_field(room: ReportRoom, name: str) -> QLineEdit:
    (field,) = [one for one in room.view.findChildren(QLineEdit) if one.accessibleName() == name]
    return field


def with_desk(room: ReportRoom, folder: Path) -> Desk:
    desk = Desk(folder)
    object.__setattr__(room.screen.services, "desk", desk)
    return desk


@pytest.mark.parametrize("clicks", [2, 9, 10])
def test_the_last_of_many_quick_clicks_is_what_is_kept_and_shown(
    qtbot: QtBot, room: ReportRoom, workspace: Workspace, assessment: AssessmentId, clicks: int
) -> None:
    box = a_box(room, "附佐证材料目录")
    for _ in range(clicks):
        box.click()
    wanted = clicks % 2 == 0
    assert box.isChecked() is wanted
    settle(qtbot, room)
    assert box.isChecked() is wanted
    assert (Annex.EVIDENCE in workspace.passages.settings(assessment).annexes) is wanted


def test_nothing_is_printed_that_is_not_as_was_chosen(qtbot: QtBot, room: ReportRoom) -> None:
    def can_print() -> bool:
        return room.screen.view.options.steps.can_print

    assert can_print()
    a_box(room, "双面打印，装订边左右交替").click()
    assert not can_print()
    settle(qtbot, room)
    assert can_print()


def test_options_changed_together_are_all_kept(
    qtbot: QtBot, room: ReportRoom, workspace: Workspace, assessment: AssessmentId
) -> None:
    for words in ("双面打印，装订边左右交替", "附整改台账", "附佐证材料目录", "附现场照片"):
        a_box(room, words).click()
    settle(qtbot, room)
    settings = workspace.passages.settings(assessment)
    assert (settings.is_duplex, settings.annexes) == (True, ())


def test_options_cannot_be_changed_while_an_edition_is_looked_at(
    qtbot: QtBot, room: ReportRoom, workspace: Workspace, assessment: AssessmentId
) -> None:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    a_box(room, "附整改台账").click()
    settle(qtbot, room)
    room.editions.look_at(1)
    settle(qtbot, room)
    box = a_box(room, "双面打印，装订边左右交替")
    assert a_box(room, "附整改台账").isChecked()
    box.click()
    assert Annex.LEDGER not in workspace.passages.settings(assessment).annexes
    assert not workspace.passages.settings(assessment).is_duplex
    room.editions.look_at(None)
    settle(qtbot, room)
    assert not a_box(room, "附整改台账").isChecked()
    assert box.isEnabled()


def test_what_is_typed_for_the_cover_is_kept_when_the_window_closes_at_once(
    room: ReportRoom, desktop: Desktop, workspace: Workspace, assessment: AssessmentId
) -> None:
    field = a_field(room, "封面上的主管部门")
    field.setFocus()
    QTest.keyClicks(field, "Bureau")
    desktop.desks.flush()
    assert workspace.passages.settings(assessment).authority == "Bureau"


def test_an_option_that_cannot_be_kept_is_said_and_kept_on_the_next_try(
    qtbot: QtBot,
    room: ReportRoom,
    desktop: Desktop,
    workspace: Workspace,
    assessment: AssessmentId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    box = a_box(room, "附整改台账")
    with monkeypatch.context() as patched:
        patched.setattr(Passages, "settle", refuse)
        box.click()
        assert desktop.window.save_state.text == "没有存上"
        assert desktop.desks.unsaved_sentence()
    assert not box.isChecked()
    desktop.window.retry_wanted.emit()
    assert Annex.LEDGER not in workspace.passages.settings(assessment).annexes
    assert not desktop.desks.unsaved_sentence()
    settle(qtbot, room)
    assert not box.isChecked()


def test_a_blank_at_the_end_of_a_name_stays_while_it_is_typed(
    qtbot: QtBot, room: ReportRoom, workspace: Workspace, assessment: AssessmentId
) -> None:
    field = a_field(room, "封面上的学校负责人")
    field.setFocus()
    QTest.keyClicks(field, "Li ")
    qtbot.waitUntil(lambda: workspace.passages.settings(assessment).principal == "Li")
    settle(qtbot, room)
    QTest.keyClicks(field, "Min")
    assert field.text() == "Li Min"


@pytest.mark.parametrize("skin", [Skin.PDF, Skin.WORD, Skin.SHEET])
def test_another_assessment_can_be_opened_while_a_file_is_saved(
    qtbot: QtBot, room: ReportRoom, desktop: Desktop, workspace: Workspace, tmp_path: Path, skin: Skin
) -> None:
    with_desk(room, tmp_path)
    room.screen.view.options.steps.save_wanted.emit(skin)
    _open_another(desktop, workspace)
    qtbot.waitUntil(lambda: not desktop._jobs.is_busy)
    QTest.qWait(50)


def test_another_assessment_can_be_opened_while_the_paper_is_printed(
    qtbot: QtBot, room: ReportRoom, desktop: Desktop, workspace: Workspace, tmp_path: Path
) -> None:
    desk = with_desk(room, tmp_path)
    desk.last = 99
    room.screen.view.options.steps.print_wanted.emit()
    _open_another(desktop, workspace)
    qtbot.waitUntil(lambda: not desktop._jobs.is_busy)
    QTest.qWait(50)


def test_another_paper_can_be_looked_at_while_one_is_printed(
    qtbot: QtBot, room: ReportRoom, desktop: Desktop, tmp_path: Path
) -> None:
    kinds = room.screen.view.options.kinds
    kinds.choose(Kind.ONE_PAGE)
    settle(qtbot, room)
    kinds.choose(Kind.SELF_ASSESSMENT)
    settle(qtbot, room)
    desk = with_desk(room, tmp_path)
    desk.last = 99
    count = room.screen.view.shown_pages()
    room.screen.view.options.steps.print_wanted.emit()
    kinds.choose(Kind.ONE_PAGE)
    qtbot.waitUntil(lambda: not desktop._jobs.is_busy)
    assert room.screen.view.options.steps.problem == ""
    assert Pages(desk.printed).count == count


def test_another_assessment_can_be_opened_while_freezing_is_prepared(
    qtbot: QtBot, room: ReportRoom, desktop: Desktop, workspace: Workspace
) -> None:
    room.editions.part.freeze.click()
    _open_another(desktop, workspace)
    qtbot.waitUntil(lambda: not desktop._jobs.is_busy)
    QTest.qWait(50)
    assert room.editions.dialog is None


def test_the_window_can_be_closed_while_pages_are_made(qtbot: QtBot, room: ReportRoom, desktop: Desktop) -> None:
    room.screen.view.options.kinds.choose(Kind.COMPARISON)
    desktop.window.close()
    assert not desktop.window.isVisible()


def test_a_passage_that_could_not_be_kept_is_kept_on_the_next_try(
    qtbot: QtBot,
    room: ReportRoom,
    desktop: Desktop,
    workspace: Workspace,
    assessment: AssessmentId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    room.writing.part.open()
    edit = room.writing.pane.edit_of(PassageName.WORK)
    with monkeypatch.context() as patched:
        patched.setattr(Passages, "write", refuse)
        edit.setPlainText("自己写的一段")
        edit.flush()
        assert desktop.desks.unsaved_sentence()
    room.writing._show()
    assert edit.toPlainText() == "自己写的一段"
    desktop.window.retry_wanted.emit()
    assert workspace.passages.of(assessment) == {PassageName.WORK: "自己写的一段"}
    assert not desktop.desks.unsaved_sentence()


def _open_another(desktop: Desktop, workspace: Workspace) -> None:
    school = workspace.schools.register("二号学校", type=SchoolType.SECONDARY, ownership=Ownership.PUBLIC)
    desktop.open_assessment(workspace.assessments.start(school, "zibo-gaoxin", 2025))


def refuse(*_: object) -> None:
    """Do as a full disk does."""
    raise DiskFullError(Path("voccheck.db"))
