"""An item whose trail was written over in the database says so, and is filled in as ever."""

import sqlite3
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.checklist.history_part import HistoryPart
from models.guards import GUARDS
from models.vocabulary import AssessmentId, ItemKey, Status
from services.checklist import Answer
from services.workspace import Workspace
from tests.builders import a_measure, a_policy
from tests.gui.checklist.sitting import a_sitting

POLICY = a_policy([a_measure(1, 2, indicators=())])


@pytest.mark.parametrize("column", ["at", "who"])
@pytest.mark.parametrize("value", ["'x'", "x'ff'", "'2025-11-21T14:03:00'"])
def test_the_history_tells_the_step_that_was_written_over(
    qtbot: QtBot, tmp_path: Path, column: str, value: str
) -> None:
    def tamper(workspace: Workspace, assessment: AssessmentId) -> None:
        workspace.assessments.record(assessment, ItemKey("1-1"), Answer(Status.MET))
        with sqlite3.connect(workspace.folder / "voccheck.db") as connection:
            connection.execute("DROP TRIGGER changes_keep_update")
            connection.execute(f"UPDATE changes SET {column} = {value} WHERE assessment_id = {assessment}")
            connection.execute(GUARDS["changes_keep_update"])
        connection.close()

    with a_sitting(qtbot, tmp_path, policy=POLICY, before=tamper) as sitting:
        sitting.screen.show_item(ItemKey("1-1"))
        (newest, *_) = sitting.find(HistoryPart)._lines
        assert [label.text() for label in newest][2].startswith("第 1 步留痕在程序之外被改过：状态")
