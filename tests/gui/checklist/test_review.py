"""An answer under which the policy changed says so in the list until a person looks at it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.checklist.change_words import line_of
from gui.checklist.filter_bar import FilterBar
from gui.checklist.filter_counts import FilterCounts
from gui.checklist.filters import Filter
from gui.checklist.list_view import ItemListView
from gui.checklist.pressing import pressing
from gui.checklist.review_part import ReviewPart
from gui.shell.steps import step_words
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
        assert said(sitting)[:2] == ["已复核", "政策文本有变动，标为需复核"]
        sitting.undo()
        assert chip(sitting) == "需复核"


def test_one_click_says_that_it_was_looked_at_and_undo_takes_that_back(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path, policy=BEFORE, before=renew) as sitting:
        sitting.screen.show_item(ItemKey("1-1"))
        part = sitting.find(ReviewPart)
        assert part.isVisible()
        part.button.click()
        assert not part.isVisible()
        assert sitting.answer("1-1") == Answer(note="正在办")
        assert "1-1 已复核" in sitting.screen.view.item.toast.text
        change = sitting.workspace.assessments.trail(sitting.assessment)[0]
        assert step_words(change) == "1-1 已复核"
        assert change.inverted()[0].is_mark  # type: ignore[union-attr]
        sitting.undo()
        assert part.isVisible()


def test_the_key_r_says_the_same_and_does_nothing_where_no_review_is_due(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path, policy=BEFORE, before=renew) as sitting:
        sitting.screen.show_item(ItemKey("1-1"))
        QTest.keyClick(sitting.find(ItemListView), Qt.Key.Key_R)
        assert chip(sitting) == ""
        steps = len(said(sitting))
        QTest.keyClick(sitting.find(ItemListView), Qt.Key.Key_R)
        assert len(said(sitting)) == steps


def test_a_filter_finds_what_is_to_be_looked_at_and_is_there_only_then(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path, policy=BEFORE, before=renew) as sitting:
        bar = sitting.find(FilterBar)
        assert bar.flags["needs_review"].isVisible()
        assert bar.flags["needs_review"].text() == "需复核 1"
        bar.flags["needs_review"].click()
        assert sitting.screen.view.list.list.model().keys() == ("1-1",)  # type: ignore[attr-defined]
        QTest.keyClick(sitting.find(ItemListView), Qt.Key.Key_R)
        sitting.screen.show_only(Filter())
        assert not bar.flags["needs_review"].isVisible()


def test_a_chip_grows_by_its_cross_when_it_is_chosen(qtbot: QtBot) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.show_filter(Filter(), FilterCounts(to_review=13))
    before = bar.flags["needs_review"].sizeHint().width()
    bar.show_filter(Filter(needs_review=True), FilterCounts(to_review=13))
    assert bar.flags["needs_review"].sizeHint().width() > before
