"""The check before handing in, over a real workspace: what it lists, where it leads, that it stays true."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.quality.group_part import GroupPart
from gui.quality.screen import QualityScreen, QualityServices
from gui.widgets.row_list import RowList
from models.vocabulary import AssessmentId, ItemKey, Status
from services.checklist import Answer
from services.dossiers import dossier_of
from services.evidence.values import Particulars
from services.quality import Flaw, FlawRow
from services.workspace import Workspace
from tests.builders import TODAY, a_measure, a_policy, a_workspace, an_assessment

ONE, TWO, THREE = ItemKey("1-1"), ItemKey("1-2"), ItemKey("1-3")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    plain = replace(a_measure(1, 3), indicators=())
    with a_workspace(tmp_path / "ws", a_policy([plain])) as opened:
        yield opened


@pytest.fixture
def assessment(workspace: Workspace) -> AssessmentId:
    made = an_assessment(workspace)
    answers = {
        ONE: Answer(Status.MET, department="教务科"),
        TWO: Answer(Status.NOT_MET, missing="缺制度"),
        THREE: Answer(Status.MET, department="教务科"),
    }
    workspace.assessments.record_many(made, answers)
    return made


class Desk:
    """A screen with everything it touches."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, assessment: AssessmentId, folder: Path) -> None:
        self.workspace, self.assessment = workspace, assessment
        self.bus, self.settings = ChangeBus(), DeskSettings(folder / "desk.ini")
        self.target: Path | None = folder / "质检.xlsx"
        services = QualityServices(partial(dossier_of, workspace), self.bus, self.settings, lambda: TODAY)
        self.screen = QualityScreen(assessment, services, self._ask)
        qtbot.addWidget(self.screen.view)
        self.screen.view.resize(1200, 700)
        self.screen.view.show()

    def _ask(self, _over: QWidget, _folder: str, _name: str) -> Path | None:
        return self.target

    @property
    def found(self) -> dict[Flaw, int]:
        return {part.group.flaw: len(part.group.lines) for part in self.screen.view.parts()}

    def part(self, flaw: Flaw) -> GroupPart:
        return next(part for part in self.screen.view.parts() if part.group.flaw is flaw)


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace, assessment: AssessmentId, tmp_path: Path) -> Desk:
    return Desk(qtbot, workspace, assessment, tmp_path)


def test_flaws_are_grouped_and_counted(desk: Desk) -> None:
    assert desk.found == {Flaw.BARE: 2, Flaw.NO_FINDING: 1, Flaw.NO_DEPARTMENT: 1}


def test_a_row_says_which_flaw_and_leads_there(qtbot: QtBot, desk: Desk) -> None:
    rows = desk.part(Flaw.BARE).findChild(RowList)
    assert isinstance(rows, RowList)
    place = rows.visualRect(rows.model().index(1, 0)).center()
    with qtbot.waitSignal(desk.screen.wanted) as wanted:
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [FlawRow(Flaw.BARE, THREE)]


def test_it_looks_again_when_something_was_mended(desk: Desk) -> None:
    change = desk.workspace.evidence.attach_paper(desk.assessment, ONE, "档案室 3 柜")
    desk.bus.changed.emit(change)
    assert desk.found[Flaw.BARE] == 1


def test_news_of_another_assessment_is_none_of_ours(desk: Desk) -> None:
    change = desk.workspace.evidence.attach_paper(desk.assessment, ONE, "档案室 3 柜")
    desk.bus.changed.emit(replace(change, assessment=AssessmentId(99)))
    assert desk.found[Flaw.BARE] == 2


def test_it_is_quiet_when_all_is_well(desk: Desk) -> None:
    for key in (ONE, TWO, THREE):
        met = Answer(Status.MET, department="教务科")
        desk.workspace.assessments.record(desk.assessment, key, met)
        desk.bus.changed.emit(desk.workspace.evidence.attach_paper(desk.assessment, key, f"档案室 {key} 柜"))
    assert desk.screen.view.is_well
    assert not desk.screen.view.export.isEnabled()


def test_how_many_items_count_as_reuse_is_kept_on_the_desk(desk: Desk) -> None:
    desk.workspace.evidence.attach_paper(desk.assessment, ONE, "档案室 3 柜")
    (piece,) = desk.workspace.evidence.register.pieces(desk.assessment)
    said = {piece.evidence.id: Particulars(year=2025)}
    desk.workspace.evidence.register.amend(desk.assessment, said)
    served = desk.workspace.evidence.register.serve(desk.assessment, piece.evidence.id, [ONE, THREE])
    desk.bus.changed.emit(served)
    assert Flaw.REUSED not in desk.found
    action = next(one for one in desk.screen.view.reuse_menu().actions() if one.data() == 2)
    action.trigger()
    assert desk.found[Flaw.REUSED] == 1
    assert desk.settings.desk.reused_from == 2
    assert DeskSettings(Path(desk.settings._store.fileName())).desk.reused_from == 2


def test_the_list_can_be_taken_along(desk: Desk) -> None:
    desk.screen.view.export.click()
    assert desk.target is not None
    sheet = load_workbook(desk.target).active
    assert sheet is not None
    rows = [row[:2] for row in sheet.iter_rows(min_row=4, values_only=True)]
    assert rows[0] == ("已落实，没有佐证", "1-1")
    assert len(rows) == 4


def test_a_file_that_cannot_be_written_is_said(desk: Desk) -> None:
    desk.target = Path("/proc/质检.xlsx")
    desk.screen.view.export.click()
    assert desk.screen.view.problem.sentence


def test_many_of_a_kind_are_folded(qtbot: QtBot, tmp_path: Path) -> None:
    with a_workspace(tmp_path / "many", a_policy(3, items=4)) as workspace:
        desk = Desk(qtbot, workspace, an_assessment(workspace), tmp_path)
        part = desk.part(Flaw.UNANSWERED)
        rows = part.findChild(RowList)
        assert isinstance(rows, RowList)
        assert rows.model().rowCount() == 5
        switch = next(one for one in part.findChildren(QAbstractButton) if one.text() == "全部 12 处")
        switch.click()
        assert rows.model().rowCount() == 12


def test_one_kind_can_be_brought_into_view(desk: Desk) -> None:
    desk.screen.show_flaw(Flaw.NO_DEPARTMENT)
    assert desk.part(Flaw.NO_DEPARTMENT).findChild(RowList).currentIndex().isValid()  # type: ignore[union-attr]
