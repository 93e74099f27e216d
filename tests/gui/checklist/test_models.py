"""The models behind tree and list, held to Qt's rules and to ours."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.checklist.list_model import ENTRY, Group, ItemListModel, Listing
from gui.checklist.open_checklist import OpenChecklist
from gui.checklist.tree_model import ChecklistTreeModel
from models.vocabulary import ItemKey, Status
from services.checklist import Answer, Checklist, ItemRow
from tests.builders import a_workspace, an_assessment
from tests.gui.checklist.sitting import a_checklist_policy


@pytest.fixture
def checklist(tmp_path: Path) -> Checklist:
    with a_workspace(tmp_path / "ws", a_checklist_policy()) as workspace:
        assessment = an_assessment(workspace)
        workspace.assessments.record(assessment, ItemKey("1-1"), Answer(Status.MET))
        workspace.assessments.record(assessment, ItemKey("2-1"), Answer(Status.NOT_APPLICABLE, reason="停办"))
        return workspace.assessments.checklist(assessment)


def tree_of(checklist: Checklist, *, only_mine: bool = True) -> ChecklistTreeModel:
    model = ChecklistTreeModel()
    model.show_sections(checklist.sections, only_mine=only_mine)
    return model


def list_of(checklist: Checklist) -> ItemListModel:
    model = ItemListModel(OpenChecklist(checklist))
    model.show_listing(Listing.of(Group(measure, measure.items) for measure in checklist.measures()))
    return model


def test_the_tree_keeps_qts_rules(checklist: Checklist, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(tree_of(checklist), force_py=True)  # type: ignore[no-untyped-call]


def test_the_list_keeps_qts_rules(checklist: Checklist, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(list_of(checklist), force_py=True)  # type: ignore[no-untyped-call]


def test_the_tree_says_number_heading_mark_and_count_to_a_screen_reader(checklist: Checklist) -> None:
    model = tree_of(checklist)
    said = model.data(model.index_of("一/1"), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "1 第 1 条，未填报，应填 3 条，已填 1 条"


def test_measures_that_ask_nothing_of_the_school_are_left_out_of_its_own(checklist: Checklist) -> None:
    assert not tree_of(checklist).index_of("一/3").isValid()
    assert tree_of(checklist, only_mine=False).index_of("一/3").isValid()


def test_the_line_for_everything_counts_what_must_be_answered(checklist: Checklist) -> None:
    model = tree_of(checklist, only_mine=False)
    whole = model.node_at(model.index(0, 0))
    assert whole is not None and (whole.heading, whole.count) == ("全部要点", "2/6")


def test_new_counts_redraw_only_the_lines_that_differ(checklist: Checklist, qtbot: QtBot) -> None:
    model, opened = tree_of(checklist), OpenChecklist(checklist)
    told: list[str] = []
    model.dataChanged.connect(lambda first, _last: told.append(model.data(first)))
    opened.take(_answered(opened, "1-2"))
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_counts(opened.checklist.sections, only_mine=True)
    assert told == ["全部要点", "一、 主要任务", "1 第 1 条"]


def test_headings_cannot_be_chosen_and_items_can(checklist: Checklist) -> None:
    model = list_of(checklist)
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_an_item_says_all_it_shows_to_a_screen_reader(checklist: Checklist) -> None:
    model = list_of(checklist)
    said = model.data(model.index_of(ItemKey("1-1")), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "1-1，已落实，学校做到了要点 1-1，佐证 0 件，没有佐证"


def test_a_change_of_an_item_out_of_sight_is_passed_over(checklist: Checklist, qtbot: QtBot) -> None:
    model = ItemListModel(OpenChecklist(checklist))
    model.show_listing(Listing.of([]))
    with qtbot.assertNotEmitted(model.dataChanged):
        model.show_change([next(checklist.items()).key])


def test_nothing_is_known_of_an_index_that_is_not(checklist: Checklist) -> None:
    model = list_of(checklist)
    assert model.entry_at(QModelIndex()) is None
    assert model.data(QModelIndex(), ENTRY) is None


def _answered(opened: OpenChecklist, key: str) -> ItemRow:
    row = opened.row(ItemKey(key))
    return replace(row, answer=Answer(Status.MET))
