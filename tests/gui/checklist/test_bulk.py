"""Several items at once: chosen by mouse and keys, told beforehand, changed and taken back in one step."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.checklist.list_view import ItemListView
from gui.widgets.toast import Toast
from models.vocabulary import AssessmentId, ItemKey, Status
from services.checklist import Answer
from services.workspace import Workspace
from tests.builders import a_measure, a_policy
from tests.gui.checklist.sitting import Sitting, a_sitting, type_words

_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    with a_sitting(qtbot, tmp_path) as made:
        yield made


def press(sitting: Sitting, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(sitting.find(ItemListView), key, modifiers)


def click(sitting: Sitting, key: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    view = sitting.find(ItemListView)
    place = view.visualRect(view._model.index_of(ItemKey(key))).center()
    QTest.mouseClick(view.viewport(), _LEFT, modifiers, place)


def chosen(sitting: Sitting) -> tuple[str, ...]:
    return sitting.find(ItemListView).chosen_keys()


def preview(sitting: Sitting) -> list[str]:
    return [line.text for line in sitting.screen.view.bulk._preview if line.isVisible()]


def statuses(sitting: Sitting) -> list[Status]:
    return [sitting.row(key).status for key in ("1-1", "1-2", "1-3", "2-1", "2-2", "2-3")]


def test_shift_and_the_arrows_choose_on_and_pass_over_headings(sitting: Sitting) -> None:
    for _ in range(3):
        press(sitting, Qt.Key.Key_Down, _SHIFT)
    assert chosen(sitting) == ("1-1", "1-2", "1-3", "2-1")
    press(sitting, Qt.Key.Key_Up, _SHIFT)
    assert chosen(sitting) == ("1-1", "1-2", "1-3")
    press(sitting, Qt.Key.Key_Down)
    assert chosen(sitting) == ("2-1",)
    assert not sitting.screen.view.is_bulk


def test_the_mouse_chooses_with_shift_and_ctrl(sitting: Sitting) -> None:
    click(sitting, "1-2")
    click(sitting, "2-1", _SHIFT)
    assert chosen(sitting) == ("1-2", "1-3", "2-1")
    click(sitting, "1-3", _CTRL)
    assert chosen(sitting) == ("1-2", "2-1")
    click(sitting, "2-2")
    assert chosen(sitting) == ("2-2",)


def test_a_click_on_a_heading_chooses_its_items_even_where_it_lies_over_others(sitting: Sitting) -> None:
    view = sitting.find(ItemListView)
    QTest.mouseClick(view.viewport(), _LEFT, pos=view.visualRect(view._model.index_of("一/2")).center())
    assert chosen(sitting) == ("2-1", "2-2", "2-3")
    QTest.mouseClick(view.viewport(), _LEFT, _CTRL, QPoint(40, 10))
    assert chosen(sitting) == ("1-1", "1-2", "1-3", "2-1", "2-2", "2-3")


def test_ctrl_a_chooses_what_is_shown_and_no_more(sitting: Sitting) -> None:
    type_words(sitting.screen.view.list.filters.search, "企业实践")
    sitting.find(ItemListView).setFocus()
    press(sitting, Qt.Key.Key_A, _CTRL)
    assert chosen(sitting) == ("1-2",)
    press(sitting, Qt.Key.Key_Escape)
    press(sitting, Qt.Key.Key_A, _CTRL)
    assert len(chosen(sitting)) == 6


def test_many_are_answered_by_keys_alone_and_taken_back_in_one_step(sitting: Sitting) -> None:
    press(sitting, Qt.Key.Key_A, _CTRL)
    press(sitting, Qt.Key.Key_1)
    assert preview(sitting)[0] == "会改 6 条"
    assert sitting.screen.view.bulk.act.text() == "改这 6 条"
    QTest.keyClick(sitting.find(ItemListView), Qt.Key.Key_Return, _CTRL)
    assert statuses(sitting) == [Status.MET] * 6
    assert len(sitting.news) == 1
    assert not sitting.screen.view.is_bulk
    assert sitting.find(Toast).isVisible()
    sitting.undo()
    assert statuses(sitting) == [Status.UNANSWERED] * 6


def fill_some(workspace: Workspace, assessment: AssessmentId) -> None:
    workspace.assessments.record(assessment, ItemKey("1-1"), Answer(Status.MET, note="已办"))
    workspace.assessments.record(assessment, ItemKey("1-2"), Answer(reason="没有这个专业"))


def test_the_form_tells_what_is_so_already_and_what_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path, before=fill_some) as sitting:
        press(sitting, Qt.Key.Key_A, _CTRL)
        press(sitting, Qt.Key.Key_1)
        assert "已经是这样 1 条：1-1" in preview(sitting)
        press(sitting, Qt.Key.Key_4)
        assert preview(sitting)[0] == "会改 1 条"
        assert preview(sitting)[-1].startswith("改不了 5 条，不适用要写明理由：1-1、")
        type_words(sitting.screen.view.bulk.reason, "停办")
        assert preview(sitting)[0] == "会改 6 条"
        sitting.screen.view.bulk.act.click()
        assert statuses(sitting) == [Status.NOT_APPLICABLE] * 6
        assert sitting.answer("1-1") == Answer(Status.NOT_APPLICABLE, note="已办", reason="停办")


def test_departments_are_given_without_touching_the_answers(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path, before=fill_some) as sitting:
        sitting.screen.show_item(ItemKey("1-1"))
        press(sitting, Qt.Key.Key_Down, _SHIFT)
        type_words(sitting.screen.view.bulk.department, "教务科")
        sitting.screen.view.bulk.act.click()
        assert sitting.answer("1-1") == Answer(Status.MET, note="已办", department="教务科")
        assert sitting.answer("1-3").department == ""


def test_nothing_to_change_leaves_nothing_to_press(sitting: Sitting) -> None:
    press(sitting, Qt.Key.Key_A, _CTRL)
    assert not sitting.screen.view.bulk.act.isEnabled()
    press(sitting, Qt.Key.Key_1)
    press(sitting, Qt.Key.Key_1)
    assert not sitting.screen.view.bulk.act.isEnabled()
    assert preview(sitting)[0] == "会改 0 条"


def test_escape_lets_the_choice_go_and_keeps_the_item_in_hand(sitting: Sitting) -> None:
    press(sitting, Qt.Key.Key_Down, _SHIFT)
    press(sitting, Qt.Key.Key_Escape)
    assert chosen(sitting) == (sitting.screen.key,) == ("1-2",)
    assert not sitting.screen.view.is_bulk


def test_what_was_typed_for_an_item_is_written_before_many_are_changed(sitting: Sitting) -> None:
    type_words(sitting.screen.view.item.answer.note, "已有台账")
    sitting.find(ItemListView).setFocus()
    press(sitting, Qt.Key.Key_A, _CTRL)
    assert sitting.answer("1-1").note == "已有台账"
    press(sitting, Qt.Key.Key_2)
    sitting.screen.view.bulk.act.click()
    assert sitting.answer("1-1") == Answer(Status.PARTLY_MET, note="已有台账")


def test_hundreds_are_changed_by_a_job(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path, policy=a_policy([a_measure(n, 25) for n in range(1, 11)])) as sitting:
        press(sitting, Qt.Key.Key_A, _CTRL)
        press(sitting, Qt.Key.Key_2)
        with qtbot.waitSignal(sitting.bus.changed):
            sitting.screen.view.bulk.act.click()
            assert not sitting.screen.view.bulk.act.isEnabled()
        assert sitting.row("10-25").status is Status.PARTLY_MET
        assert len(sitting.news[0].parts) == 250
        sitting.undo()
        assert sitting.row("10-25").status is Status.UNANSWERED
