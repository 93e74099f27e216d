"""The checklist screen through its wishes: statuses, keys, going from item to item, undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.checklist.history_dialog import HistoryDialog
from gui.checklist.list_model import ItemListModel
from gui.checklist.list_view import ItemListView
from gui.checklist.outside import Outside
from gui.checklist.tree_model import ChecklistTreeModel
from gui.widgets.dialog import TextDialog
from gui.widgets.status_group import StatusGroup
from models.vocabulary import ItemKey, Status
from services.checklist import Answer
from tests.gui.checklist.sitting import Sitting, a_sitting, type_words

K = Qt.Key


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    with a_sitting(qtbot, tmp_path) as made:
        yield made


def press(sitting: Sitting, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget() or sitting.find(ItemListView)
    QTest.keyClick(target, key, modifier)


def test_the_first_unanswered_item_is_in_hand_at_once(sitting: Sitting) -> None:
    assert sitting.screen.key == "1-1"
    assert sitting.find(ItemListView).hasFocus()


@pytest.mark.parametrize(
    ("key", "status"),
    [(K.Key_1, Status.MET), (K.Key_2, Status.PARTLY_MET), (K.Key_3, Status.NOT_MET)],
)
def test_a_digit_records_a_status_for_the_item_in_hand(sitting: Sitting, key: Qt.Key, status: Status) -> None:
    press(sitting, key)
    assert sitting.answer("1-1").status is status
    assert len(sitting.news) == 1


def test_zero_takes_the_answer_back(sitting: Sitting) -> None:
    press(sitting, K.Key_1)
    press(sitting, K.Key_0)
    assert sitting.answer("1-1").status is Status.UNANSWERED


def test_a_digit_with_shift_sets_and_goes_on(sitting: Sitting) -> None:
    press(sitting, K.Key_1, Qt.KeyboardModifier.ShiftModifier)
    press(sitting, K.Key_At, Qt.KeyboardModifier.ShiftModifier)
    assert (sitting.answer("1-1").status, sitting.answer("1-2").status) == (Status.MET, Status.PARTLY_MET)
    assert sitting.screen.key == "1-3"


def test_a_button_of_the_answer_bar_records_a_status(sitting: Sitting) -> None:
    sitting.find(StatusGroup).segment(Status.NOT_MET).click()
    assert sitting.answer("1-1").status is Status.NOT_MET


def test_a_digit_typed_into_a_field_is_text(sitting: Sitting) -> None:
    note = sitting.screen.view.item.answer.note
    press(sitting, K.Key_F2)
    assert note.hasFocus()
    type_words(note, "123")
    assert sitting.screen.flush()
    assert sitting.answer("1-1") == Answer(Status.UNANSWERED, note="123")


def test_not_applicable_asks_why_and_keeps_the_reason(sitting: Sitting) -> None:
    sitting.outside.reason = "本轮未获推荐"
    press(sitting, K.Key_4)
    assert sitting.answer("1-1").status is Status.NOT_APPLICABLE
    assert sitting.answer("1-1").reason == "本轮未获推荐"
    assert sitting.outside.asked == [""]


def test_not_applicable_without_a_reason_leaves_everything_as_it_was(sitting: Sitting) -> None:
    press(sitting, K.Key_2)
    sitting.find(StatusGroup).segment(Status.NOT_APPLICABLE).click()
    assert sitting.answer("1-1").status is Status.PARTLY_MET
    assert sitting.find(StatusGroup).segment(Status.PARTLY_MET).isChecked()


def test_the_real_question_why_wants_words(sitting: Sitting, qtbot: QtBot) -> None:
    answers: list[str | None] = []

    def say_why() -> None:
        dialog = sitting.screen.view.findChild(TextDialog)
        assert dialog is not None
        assert not dialog.act_button.isEnabled()
        type_words(dialog.edit, "停办了")
        dialog.act_button.click()

    QTimer.singleShot(0, say_why)
    answers.append(Outside().ask_reason(sitting.screen.view.item, ""))
    assert answers == ["停办了"]


def test_going_through_the_whole_list_takes_no_mouse(sitting: Sitting) -> None:
    seen = [sitting.screen.key]
    for key in (K.Key_Down, K.Key_J, K.Key_Down, K.Key_J, K.Key_Down):
        press(sitting, key)
        seen.append(sitting.screen.key)
    assert seen == ["1-1", "1-2", "1-3", "2-1", "2-2", "2-3"]
    press(sitting, K.Key_K)
    assert sitting.screen.key == "2-2"


def test_enter_leads_into_the_item_and_escape_back_to_the_list(sitting: Sitting) -> None:
    press(sitting, K.Key_Return)
    first = sitting.screen.view.item.figures.inputs()[0]
    assert first.hasFocus()
    press(sitting, K.Key_Escape)
    assert sitting.find(ItemListView).hasFocus()


def test_tab_leads_from_the_list_to_the_value_and_on_to_the_note(sitting: Sitting) -> None:
    part, whole = sitting.screen.view.item.figures.inputs()[:2]
    press(sitting, K.Key_Tab)
    assert part.hasFocus()
    press(sitting, K.Key_Tab)
    assert whole.hasFocus()
    for _ in range(4):
        if sitting.screen.view.item.answer.note.hasFocus():
            break
        press(sitting, K.Key_Tab)
    assert sitting.screen.view.item.answer.note.hasFocus()


def test_the_next_unanswered_item_is_found_over_the_end(sitting: Sitting) -> None:
    sitting.screen.show_item(ItemKey("2-3"))
    press(sitting, K.Key_1)
    press(sitting, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sitting.screen.key == "1-1"


def test_when_all_is_answered_the_screen_says_so(sitting: Sitting) -> None:
    for _ in range(6):
        press(sitting, K.Key_1, Qt.KeyboardModifier.ShiftModifier)
    sitting.screen.view.item.bar.next.click()
    assert "都填完了" in sitting.screen.view.item.toast.text


def test_undo_redraws_the_row_and_jumps_to_its_item(sitting: Sitting) -> None:
    press(sitting, K.Key_1)
    sitting.screen.show_item(ItemKey("2-2"))
    sitting.undo()
    assert sitting.screen.key == "1-1"
    assert sitting.find(StatusGroup).segment(Status.UNANSWERED).isChecked()
    model = sitting.find(ItemListView).model()
    assert isinstance(model, ItemListModel)
    entry = model.entry_at(model.index_of(ItemKey("1-1")))
    assert entry is not None and not hasattr(entry, "ref") and entry.row.status is Status.UNANSWERED


def test_the_toast_offers_the_way_back(sitting: Sitting, qtbot: QtBot) -> None:
    press(sitting, K.Key_2)
    toast = sitting.screen.view.item.toast
    assert toast.text == "1-1 已改为部分落实"
    with qtbot.waitSignal(sitting.screen.undo_wished):
        toast._action.click()


def test_an_edit_redraws_one_row_and_rebuilds_nothing(sitting: Sitting, qtbot: QtBot) -> None:
    view = sitting.find(ItemListView)
    model = view.model()
    assert isinstance(model, ItemListModel)
    touched: list[int] = []
    model.dataChanged.connect(lambda first, last: touched.extend(range(first.row(), last.row() + 1)))
    with qtbot.assertNotEmitted(model.modelReset):
        press(sitting, K.Key_1)
    assert sorted(touched) == [0, 1]
    assert view.currentIndex() == model.index_of(ItemKey("1-1"))


def test_counts_in_the_tree_follow_the_answers(sitting: Sitting) -> None:
    model = sitting.screen.view.tree.tree.model()
    assert isinstance(model, ChecklistTreeModel)
    node = model.node_at(model.index_of("一/1"))
    assert node is not None and node.count == "0/3"
    press(sitting, K.Key_1)
    node = model.node_at(model.index_of("一/1"))
    assert node is not None and node.count == "1/3"


def test_choosing_a_measure_in_the_tree_takes_its_first_item_in_hand(sitting: Sitting) -> None:
    tree = sitting.screen.view.tree.tree
    index = tree.model().index(1, 0)
    leaf = tree.model().index(1, 0, index)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(leaf).center())
    assert sitting.screen.key == "2-1"


def test_what_does_not_bind_the_school_is_seen_on_demand_and_cannot_be_answered(sitting: Sitting) -> None:
    sitting.screen.view.tree.switch.setChecked(False)
    sitting.screen.show_item(ItemKey("3-1"))
    assert sitting.screen.key == "3-1"
    assert not sitting.find(StatusGroup).isEnabled()
    assert "政府部门负责" in sitting.screen.view.item.bar.sentence
    press(sitting, K.Key_1)
    assert sitting.answer("3-1").status is Status.UNANSWERED
    assert sitting.desk.desk.only_mine is False


def test_an_item_that_does_not_bind_can_be_jumped_to_from_elsewhere(sitting: Sitting) -> None:
    sitting.screen.show_item(ItemKey("3-2"))
    assert sitting.screen.key == "3-2"
    assert "高等职业学校" in sitting.screen.view.item.bar.sentence


def test_saving_is_told_only_after_the_commit(sitting: Sitting, qtbot: QtBot) -> None:
    told: list[str] = []
    sitting.screen.saving.connect(lambda: told.append("saving"))
    sitting.screen.saved.connect(lambda _at: told.append(f"saved {sitting.answer('1-1').status}"))
    press(sitting, K.Key_1)
    assert told == ["saving", "saved met"]


def test_what_is_left_and_by_when_is_asked_where_something_is_left(sitting: Sitting) -> None:
    answer = sitting.screen.view.item.answer
    shown = []
    for key in (K.Key_1, K.Key_2, K.Key_3):
        press(sitting, key)
        shown.append((answer.missing.isVisible(), answer.due.isVisible()))
    assert shown == [(False, False), (True, True), (True, True)]


def test_the_history_of_an_item_leads_back_to_any_step(sitting: Sitting) -> None:
    for key in (K.Key_3, K.Key_2, K.Key_1):
        press(sitting, key)

    def go_back() -> None:
        dialog = sitting.find(HistoryDialog)
        assert not dialog.act_button.isEnabled()
        dialog.list.setCurrentIndex(dialog.list.model().index(2, 0))
        dialog.act_button.click()

    QTimer.singleShot(0, go_back)
    sitting.screen.view.item.history.all_wanted.emit()
    assert sitting.answer("1-1").status is Status.NOT_MET
    assert len(sitting.workspace.assessments.trail(sitting.assessment, ItemKey("1-1"))) == 4


def test_going_back_takes_evidence_along_and_can_be_undone(sitting: Sitting) -> None:
    vault, key = sitting.workspace.evidence, ItemKey("1-1")
    for content, name in ((b"1", "台账.txt"), (b"2", "照片.txt")):
        change = vault.attach_bytes(sitting.assessment, key, content, name)
        sitting.history.add(change)
        sitting.bus.changed.emit(change)
    removed = vault.detach(sitting.assessment, key, sitting.row("1-1").evidence[0].id)
    sitting.history.add(removed)
    sitting.bus.changed.emit(removed)

    def go_back(place: int) -> None:
        dialog = sitting.find(HistoryDialog)
        dialog.list.setCurrentIndex(dialog.list.model().index(place, 0))
        dialog.act_button.click()

    def names() -> list[str]:
        return [piece.name for piece in sitting.row("1-1").evidence]

    assert names() == ["照片.txt"]
    QTimer.singleShot(0, lambda: go_back(2))
    sitting.screen.view.item.history.all_wanted.emit()
    assert names() == ["台账.txt"]
    sitting.undo()
    assert names() == ["照片.txt"]


def test_a_closed_screen_hears_no_more_news(sitting: Sitting) -> None:
    sitting.screen.flush()
    before = sitting.screen.key
    sitting.screen._services.bus.changed.disconnect(sitting.screen._on_changed)
    change = sitting.workspace.assessments.record(sitting.assessment, ItemKey("2-3"), Answer(Status.MET))
    sitting.bus.changed.emit(change)
    assert sitting.screen.key == before
    sitting.screen._services.bus.changed.connect(sitting.screen._on_changed)
