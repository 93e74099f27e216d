"""Typed words: written where they were typed, kept when they cannot be, never lost."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.widgets.line_edit import LineEdit
from models.errors import DiskFullError
from models.vocabulary import AssessmentId, IndicatorKey, ItemKey, Judgement, Status
from services.checklist import Answer, Fact
from services.trail.changes import Change
from services.typed_numbers import NotANumberError, number_of
from tests.gui.checklist.sitting import Sitting, a_sitting, type_words

A, B, FIGURE = ItemKey("1-1"), ItemKey("1-2"), IndicatorKey("1-1-a")


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    with a_sitting(qtbot, tmp_path) as made:
        yield made


def type_note(sitting: Sitting, text: str) -> None:
    note = sitting.screen.view.item.answer.note
    note.setFocus()
    type_words(note, text)


def inputs(sitting: Sitting) -> tuple[LineEdit, LineEdit]:
    part, whole = sitting.screen.view.item.figures.inputs()[:2]
    assert isinstance(part, LineEdit) and isinstance(whole, LineEdit)
    return part, whole


def test_a_note_is_written_after_a_pause_by_itself(sitting: Sitting, qtbot: QtBot) -> None:
    type_note(sitting, "已办")
    assert sitting.answer("1-1").note == ""
    qtbot.waitUntil(lambda: sitting.answer("1-1").note == "已办")
    assert len(sitting.news) == 1


def test_a_note_is_written_when_its_field_is_left(sitting: Sitting) -> None:
    type_note(sitting, "已办")
    sitting.screen.view.list.list.setFocus()
    assert sitting.answer("1-1").note == "已办"


def test_words_typed_for_one_item_never_reach_another(sitting: Sitting) -> None:
    for number, key in enumerate(("1-1", "1-2", "1-3", "2-1", "2-2", "2-3")):
        sitting.screen.show_item(ItemKey(key))
        type_note(sitting, f"第 {number} 条的话")
    assert sitting.screen.flush()
    notes = [sitting.answer(key).note for key in ("1-1", "1-2", "1-3", "2-1", "2-2", "2-3")]
    assert notes == [f"第 {number} 条的话" for number in range(6)]


def test_a_status_set_while_typing_keeps_both(sitting: Sitting) -> None:
    type_note(sitting, "已办")
    sitting.screen.view.item.bar.group.segment(Status.MET).click()
    assert sitting.answer("1-1") == Answer(Status.MET, note="已办")


def test_closing_writes_what_is_typed(sitting: Sitting) -> None:
    type_note(sitting, "最后一句")
    assert sitting.screen.flush()
    assert sitting.answer("1-1").note == "最后一句"


def test_what_is_missing_unfolds_with_partly_met(sitting: Sitting) -> None:
    part = sitting.screen.view.item.answer
    assert not part.missing.isVisible()
    sitting.screen.view.item.bar.group.segment(Status.PARTLY_MET).click()
    assert part.missing.isVisible() and part.due.isVisible()
    part.missing.setFocus()
    type_words(part.missing, "再认定 4 人")
    part.due.setFocus()
    type_words(part.due, "2025-12-20")
    sitting.screen.flush()
    assert sitting.answer("1-1") == Answer(Status.PARTLY_MET, missing="再认定 4 人", due=date(2025, 12, 20))


def test_department_and_person_are_offered_again_for_the_next_item(sitting: Sitting) -> None:
    part = sitting.screen.view.item.answer
    part.department.setFocus()
    type_words(part.department, "教务科")
    sitting.screen.show_item(B)
    assert sitting.answer("1-1").department == "教务科"
    assert part.department.currentText() == ""
    assert [part.department.itemText(row) for row in range(part.department.count())] == ["教务科"]


def test_two_counts_make_a_reading_with_its_formula(sitting: Sitting) -> None:
    part, whole = inputs(sitting)
    part.setFocus()
    type_words(part, "46")
    whole.setFocus()
    type_words(whole, "\uff19\uff18")
    sitting.screen.flush()
    figure = sitting.row("1-1").indicators[0]
    assert (figure.reading.part, figure.reading.whole) == (Decimal(46), Decimal(98))
    assert figure.verdict.judgement is not Judgement.CANNOT_TELL
    assert sitting.screen.view.item.figures.card(FIGURE).reading._result.text() == "＝ 46.9%"


def test_a_count_taken_away_takes_its_value_along(sitting: Sitting) -> None:
    part, whole = inputs(sitting)
    for field, text in ((part, "46"), (whole, "98")):
        field.setFocus()
        type_words(field, text)
    whole.selectAll()
    QTest.keyClick(whole, Qt.Key.Key_Delete)
    sitting.screen.flush()
    reading = sitting.row("1-1").indicators[0].reading
    assert (reading.part, reading.whole, reading.value) == (Decimal(46), None, None)


def test_what_is_no_number_stays_with_a_sentence_and_is_not_written(sitting: Sitting) -> None:
    part, _ = inputs(sitting)
    part.setFocus()
    type_words(part, "4o")
    assert not sitting.screen.flush()
    assert sitting.row("1-1").indicators[0].reading.part is None
    assert "这里要填数字，例如 100。" in sitting.screen.unsaved_sentence()
    sitting.screen.show_item(B)
    sitting.screen.show_item(A)
    part, _ = inputs(sitting)
    assert part.text() == "4o"
    assert part.accessibleDescription() == "这里要填数字，例如 100。"
    part.selectAll()
    type_words(part, "40")
    assert sitting.screen.flush()
    assert sitting.row("1-1").indicators[0].reading.part == Decimal(40)


def test_facts_of_the_school_fill_the_counts_in(sitting: Sitting) -> None:
    school = sitting.workspace.assessments.checklist(sitting.assessment).school.id
    facts = (Fact("“双师型”教师", "46", "人", date(2025, 6, 1), "教师名册"), Fact("专业课教师", "98", "人"))
    sitting.workspace.schools.put_facts(school, 2025, facts)
    sitting.screen.reload()
    link = sitting.screen.view.item.figures.card(FIGURE).reading._facts
    assert link.isVisible()
    link.click()
    reading = sitting.row("1-1").indicators[0].reading
    assert (reading.part, reading.whole, reading.source) == (Decimal(46), Decimal(98), "教师名册")
    assert not link.isVisible()


def test_words_that_cannot_be_saved_stay_and_are_saved_on_the_next_try(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    sitting.screen.failed.connect(told.append)
    with monkeypatch.context() as full:
        full.setattr(type(sitting.workspace.assessments), "record", _refuse)
        type_note(sitting, "舍不得丢的话")
        assert not sitting.screen.flush()
        sitting.screen.show_item(B)
        sitting.screen.show_item(A)
        assert sitting.screen.view.item.answer.note.toPlainText() == "舍不得丢的话"
        assert "没有存上" in sitting.screen.view.item.answer.sentence
    assert told
    sitting.screen.retry()
    assert sitting.answer("1-1").note == "舍不得丢的话"
    assert sitting.screen.view.item.answer.sentence == ""
    assert sitting.screen.unsaved_sentence() == ""


def test_a_status_that_could_not_be_saved_is_set_on_the_next_try(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = sitting.screen.view.item.bar.group
    with monkeypatch.context() as full:
        full.setattr(type(sitting.workspace.assessments), "record", _refuse)
        group.segment(Status.MET).click()
    assert group.segment(Status.UNANSWERED).isChecked()
    with qtbot.waitSignal(sitting.screen.saved):
        sitting.screen.retry()
    assert sitting.answer("1-1").status is Status.MET
    assert group.segment(Status.MET).isChecked()


def test_a_reason_cannot_be_emptied(sitting: Sitting) -> None:
    sitting.outside.reason = "停办"
    sitting.screen.view.item.bar.group.segment(Status.NOT_APPLICABLE).click()
    reason = sitting.screen.view.item.answer.reason
    reason.setFocus()
    reason.selectAll()
    QTest.keyClick(reason, Qt.Key.Key_Delete)
    assert not sitting.screen.flush()
    assert sitting.answer("1-1").reason == "停办"
    assert "理由" in sitting.screen.unsaved_sentence()


def test_undo_takes_the_typed_words_out_of_the_field(sitting: Sitting) -> None:
    type_note(sitting, "已办")
    sitting.undo()
    assert sitting.answer("1-1").note == ""
    assert sitting.screen.view.item.answer.note.toPlainText() == ""


def test_a_draft_for_another_item_is_written_without_a_jump(sitting: Sitting) -> None:
    type_note(sitting, "已办")
    sitting.screen.show_item(ItemKey("2-3"))
    assert sitting.screen.key == "2-3"
    assert sitting.answer("1-1").note == "已办"


def test_hostile_text_stays_text(sitting: Sitting) -> None:
    hostile = "<b>粗</b> & <form 12> =1+1 {x} %s"
    type_note(sitting, hostile)
    sitting.screen.flush()
    assert sitting.answer("1-1").note == hostile


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("100", "", "100"),
        ("\uff11\uff12\uff13\uff14", "", "1234"),
        ("1,234,567.5", "", "1234567.5"),
        ("1，234", "", "1234"),
        (" 46 人 ", "人", "46"),
        ("46.9％", "%", "46.9"),
        ("−3.5", "", "-3.5"),
    ],
)
def test_numbers_are_read_as_people_type_them(text: str, unit: str, number: str) -> None:
    assert number_of(text, unit) == Decimal(number)


@pytest.mark.parametrize("text", ["4o", "1,23", "12,34,567", "1e9", "NaN", "1/3", "一百", "9" * 16, "0.1234567", "--1"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NotANumberError):
        number_of(text)


def test_nothing_typed_is_no_number_and_no_mistake() -> None:
    assert number_of("　") is None


@given(st.decimals(min_value=-(10**14), max_value=10**14, places=6))
def test_every_number_we_write_can_be_read_back(number: Decimal) -> None:
    assert number_of(f"{number:,f}") == number


def _refuse(_self: object, _assessment: AssessmentId, _key: ItemKey, _answer: Answer) -> Change:
    raise DiskFullError(Path("voccheck.db"))
