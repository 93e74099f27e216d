"""The school's own items: added from the window, usable at once, reworded, retired; refusals keep what was typed."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.checklist.own_dialog import OwnItemDialog
from gui.checklist.own_part import OwnPart
from gui.checklist.own_wish import OwnWish, papers_in
from models.errors import DiskFullError
from models.vocabulary import ItemKey, Status
from services.own_items import OwnItems, OwnWords
from services.trail.changes import Step
from tests.gui.checklist.sitting import Sitting, a_sitting, type_words

LETTER = OwnWish("", OwnWords("每学期给家长写一封信", evidence=("信件底稿",)))


def _add(sitting: Sitting, *wishes: OwnWish | None) -> None:
    sitting.outside.wishes = list(wishes)
    sitting.screen.view.item.addition_wanted.emit()


def test_an_added_item_is_in_hand_at_once_and_can_be_answered_by_key(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        sitting.screen.show_item(ItemKey("1-2"))
        with qtbot.waitSignal(sitting.screen.items_changed):
            _add(sitting, LETTER)
        assert sitting.outside.offered[0].place == "1 第 1 条"
        assert sitting.screen.key == "x1-1"
        assert sitting.find(OwnPart).isVisible()
        qtbot.keyClick(sitting.screen.view.list.list, Qt.Key.Key_1)  # type: ignore[no-untyped-call]
        assert sitting.answer("x1-1").status is Status.MET
        sitting.screen.show_item(ItemKey("1-2"))
        assert not sitting.find(OwnPart).isVisible()


def test_an_item_of_no_measure_stands_under_the_schools_own_section(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        _add(sitting, replace(LETTER, is_of_measure=False))
        assert sitting.screen.key == "x0-1"
        assert sitting.screen.view.tree.tree.model().rowCount() >= 2
        _add(sitting, replace(LETTER, is_of_measure=False))
        assert not sitting.outside.offered[1].is_of_measure
        assert sitting.screen.key == "x0-2"


def test_giving_up_adds_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        before = sitting.screen.key
        _add(sitting, None)
        assert sitting.screen.key == before
        assert not (sitting.workspace.folder / "checklists").exists()


def test_what_cannot_be_kept_is_asked_again_with_the_words_and_the_reason(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, failures = OwnItems.add, [DiskFullError(tmp_path)]

    def add(self: OwnItems, *rest: object) -> Step:
        if failures:
            raise failures.pop()
        return real(self, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(OwnItems, "add", add)
    with a_sitting(qtbot, tmp_path) as sitting:
        _add(sitting, LETTER, LETTER)
        again = sitting.outside.offered[1]
        assert again.words == LETTER.words
        assert "磁盘满了" in again.refusal
        assert sitting.screen.key == "x1-1"


def test_rewording_begins_with_the_words_there_are_and_asks_for_a_review(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        _add(sitting, LETTER)
        sitting.screen.view.status_keyed.emit(Status.MET, False)
        sitting.outside.wishes = [replace(LETTER, words=OwnWords("每学期给家长写两封信"))]
        sitting.find(OwnPart).reword.click()
        assert sitting.outside.offered[1].words.text == "每学期给家长写一封信"
        assert sitting.row("x1-1").item.text == "每学期给家长写两封信"
        assert sitting.row("x1-1").needs_review


def test_what_was_typed_is_kept_when_the_item_is_retired(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        _add(sitting, LETTER)
        type_words(sitting.screen.view.item.answer.note, "寄出一百封")
        sitting.find(OwnPart).retire.click()
        assert sitting.outside.asked == ["校本1-1"]
        assert sitting.screen.key == "2-1"
        archive = sitting.workspace.renewals.archive(sitting.assessment)
        assert [(row.key, row.answer.note) for row in archive] == [("x1-1", "寄出一百封")]


def test_an_item_stays_when_the_user_would_rather_keep_it(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        _add(sitting, LETTER)
        sitting.outside.may_retire = False
        sitting.find(OwnPart).retire.click()
        assert sitting.screen.key == "x1-1"


def test_the_dialog_takes_words_only_when_they_can_stand(qtbot: QtBot) -> None:
    dialog = OwnItemDialog(OwnWish("1 完善治理"))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.act_button.click()
    assert dialog.isVisible()
    assert dialog._text_field.error == "写一句学校要做到什么。"
    type_words(dialog.text, "每学期给家长写一封信")
    dialog.deadline.setText("明年")
    dialog.act_button.click()
    assert "例如 2026" in dialog._deadline_field.error
    dialog.deadline.setText("2026-06")
    dialog.papers.setText("信件底稿、 收件名单，")
    dialog.act_button.click()
    assert not dialog.isVisible()
    assert dialog.wish.words == OwnWords("每学期给家长写一封信", "", ("信件底稿", "收件名单"), "2026-06")


def test_papers_are_taken_apart_as_people_write_them() -> None:
    assert papers_in("制度、 记录；台账,，") == ("制度", "记录", "台账")


def test_the_schools_own_section_bears_no_number(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        _add(sitting, replace(LETTER, is_of_measure=False))
        model = sitting.screen.view.tree.tree.model()
        assert model.index(model.rowCount() - 1, 0).data() == "校本补充"
