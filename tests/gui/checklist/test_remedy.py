"""The quiet way from an item to the ledger of findings."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.checklist.remedy_part import RemedyPart
from models.vocabulary import AssessmentId, ItemKey, Status
from services.checklist import Answer
from services.findings.findings import opened_number
from services.workspace import Workspace
from tests.gui.checklist.sitting import a_sitting

ITEM = ItemKey("1-2")


def _partly(workspace: Workspace, assessment: AssessmentId) -> None:
    workspace.assessments.record(assessment, ITEM, Answer(Status.PARTLY_MET, missing="缺规程"))


def _opened(workspace: Workspace, assessment: AssessmentId) -> None:
    _partly(workspace, assessment)
    workspace.findings.open_from(assessment, ITEM)


@pytest.mark.parametrize(
    ("status", "is_seen"),
    [(Status.PARTLY_MET, True), (Status.NOT_MET, True), (Status.MET, False), (Status.UNANSWERED, False)],
)
def test_only_what_is_wanting_offers_a_finding(qtbot: QtBot, tmp_path: Path, status: Status, is_seen: bool) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        sitting.screen.show_item(ITEM)
        sitting.bus.changed.emit(sitting.workspace.assessments.record(sitting.assessment, ITEM, Answer(status)))
        assert sitting.find(RemedyPart).isVisible() is is_seen


def test_the_button_asks_for_a_finding_with_what_was_typed_written_down(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path, before=_partly) as sitting:
        sitting.screen.show_item(ITEM)
        with qtbot.waitSignal(sitting.screen.remedy_wished) as wish:
            QTest.mouseClick(sitting.find(RemedyPart).open, Qt.MouseButton.LeftButton)
        assert wish.args == [ITEM]


def test_an_open_finding_is_named_with_its_deadline_and_leads_to_the_ledger(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path, before=_opened) as sitting:
        sitting.screen.show_item(ITEM)
        part = sitting.find(RemedyPart)
        (jump,) = part.jumps()
        assert jump.text() == "整改序号 1 · 8 月 29 日前"
        assert not part.open.isVisible()
        with qtbot.waitSignal(sitting.screen.finding_wished) as wish:
            QTest.mouseClick(jump, Qt.MouseButton.LeftButton)
        assert wish.args == [1]


def test_news_of_a_finding_redraws_the_item_and_its_history(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path, before=_partly) as sitting:
        sitting.screen.show_item(ITEM)
        findings, assessment = sitting.workspace.findings, sitting.assessment
        change = findings.open_from(assessment, ITEM)
        sitting.history.add(change)
        sitting.bus.changed.emit(change)
        assert len(sitting.find(RemedyPart).jumps()) == 1
        row = findings.row(assessment, opened_number(change))
        sitting.bus.changed.emit(
            findings.amend(assessment, row.number, replace(row.remedy, deadline=row.remedy.found_on))
        )
        assert sitting.find(RemedyPart).jumps()[0].text() == "整改序号 1 · 6 月 30 日前"
        sitting.bus.changed.emit(findings.withdraw(assessment, row.number, "误开"))
        assert sitting.find(RemedyPart).jumps() == ()
        assert sitting.find(RemedyPart).open.isVisible()
