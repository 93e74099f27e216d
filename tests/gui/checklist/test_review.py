"""An answer under which the policy changed says so in the list until a person looks at it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.checklist.change_words import line_of
from gui.checklist.list_view import ItemListView
from gui.checklist.pressing import pressing
from models.vocabulary import AssessmentId, ItemKey
from services.checklist import Answer
from services.workspace import Workspace
from tests.builders import TODAY, a_measure, a_policy, an_item
from tests.gui.checklist.sitting import Sitting, a_sitting

BEFORE = a_policy([a_measure(1, 2, indicators=())])
AFTER = a_policy(
    [a_measure(1, [an_item("1-1", text="学校做到了改写过的要点"), an_item("1-2")], indicators=())], revision=2
)


def renew(workspace: Workspace, assessment: AssessmentId) -> None:
    workspace.assessments.record(assessment, ItemKey("1-1"), Answer(note="正在办"))
    workspace.policies.shelve(AFTER)
    workspace.renewals.renew(assessment)


def chip(sitting: Sitting) -> str:
    found = pressing(sitting.row("1-1"), TODAY)
    return found.text if found else ""


def said(sitting: Sitting) -> list[str]:
    changes = sitting.workspace.assessments.trail(sitting.assessment, ItemKey("1-1"))
    return [line_of(change, sitting.row("1-1"), change.at).what for change in changes]


def test_choosing_the_same_status_again_confirms_the_answer(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path, policy=BEFORE, before=renew) as sitting:
        assert chip(sitting) == "需复核"
        QTest.keyClick(sitting.find(ItemListView), Qt.Key.Key_0)
        assert chip(sitting) == ""
        assert sitting.answer("1-1") == Answer(note="正在办")
        assert said(sitting)[:2] == ["复核过", "政策换版，标为需复核"]
        sitting.undo()
        assert chip(sitting) == "需复核"
