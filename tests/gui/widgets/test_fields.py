from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets import note_edit
from gui.widgets.date_edit import DateEdit, read_date
from gui.widgets.field import Field
from gui.widgets.line_edit import Combo, LineEdit
from gui.widgets.note_edit import NoteEdit
from gui.widgets.typing_pause import PAUSE_MS, TypingPause
from tests.plain_text import HOSTILE

Edit = LineEdit | NoteEdit
T = TypeVar("T", bound=QWidget)


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    return made


def _put(qtbot: QtBot, form: QWidget, *fields: T) -> T:
    layout = form.layout()
    assert layout is not None
    for field in fields:
        layout.addWidget(field)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    fields[0].setFocus()
    qtbot.waitUntil(lambda: fields[0].hasFocus())
    return fields[0]


@pytest.mark.parametrize("kind", [LineEdit, NoteEdit])
def test_words_are_written_once_when_the_field_is_left(qtbot: QtBot, form: QWidget, kind: type[Edit]) -> None:
    other = LineEdit()
    edit: Edit = kind()
    _put(qtbot, form, edit, other)
    heard: list[str] = []
    edit.written.connect(heard.append)
    QTest.keyClicks(edit, "abc")
    other.setFocus()
    qtbot.waitUntil(lambda: heard == ["abc"])
    edit.setFocus()
    other.setFocus()
    assert heard == ["abc"]


@pytest.mark.parametrize("kind", [LineEdit, NoteEdit])
def test_words_are_written_after_a_pause(qtbot: QtBot, form: QWidget, kind: type[Edit]) -> None:
    edit: Edit = _put(qtbot, form, kind())
    with qtbot.waitSignal(edit.written, timeout=PAUSE_MS * 4) as news:
        QTest.keyClicks(edit, "abc")
    assert news.args == ["abc"]


@pytest.mark.parametrize("kind", [LineEdit, NoteEdit])
def test_news_never_overwrites_words_being_typed(qtbot: QtBot, form: QWidget, kind: type[Edit]) -> None:
    edit: Edit = _put(qtbot, form, kind())
    QTest.keyClicks(edit, "newer")
    edit.show_text("older")
    assert (edit.text() if isinstance(edit, LineEdit) else edit.toPlainText()) == "newer"


@pytest.mark.parametrize("kind", [LineEdit, NoteEdit])
def test_what_is_shown_is_not_written_back(qtbot: QtBot, form: QWidget, kind: type[Edit]) -> None:
    edit: Edit = _put(qtbot, form, kind())
    with qtbot.assertNotEmitted(edit.written):
        edit.show_text(HOSTILE)
        edit.flush()
    assert (edit.text() if isinstance(edit, LineEdit) else edit.toPlainText()) == HOSTILE


def test_typing_without_end_is_written_at_the_ceiling(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.widgets.typing_pause.CEILING_MS", 60)
    words = [""]
    owner = QWidget()
    qtbot.addWidget(owner)
    pause = TypingPause(lambda: words[0], owner)
    heard: list[str] = []
    pause.written.connect(heard.append)

    def type_on() -> bool:
        words[0] += "字"
        pause.touch()
        return bool(heard)

    qtbot.waitUntil(type_on)


def test_a_paste_of_ten_megabytes_is_cut_and_said(qtbot: QtBot, form: QWidget) -> None:
    note = _put(qtbot, form, NoteEdit())
    paste = QMimeData()
    paste.setText("字" * 10_000_000)
    with qtbot.waitSignal(note.overflowed):
        note.insertFromMimeData(paste)
    assert len(note.toPlainText()) == note_edit.MOST


def test_pasted_markup_stays_text(qtbot: QtBot, form: QWidget) -> None:
    note = _put(qtbot, form, NoteEdit())
    paste = QMimeData()
    paste.setHtml("<b>粗</b>")
    paste.setText(HOSTILE)
    note.insertFromMimeData(paste)
    assert note.toPlainText() == HOSTILE


def test_a_note_leaves_files_to_the_pane(qtbot: QtBot) -> None:
    note = NoteEdit()
    qtbot.addWidget(note)
    drop = QMimeData()
    drop.setUrls([QUrl("file:///tmp/a.pdf")])
    assert not note.canInsertFromMimeData(drop)


def test_a_note_grows_with_its_words_to_a_limit(qtbot: QtBot, form: QWidget) -> None:
    note = _put(qtbot, form, NoteEdit(lines=2, most_lines=5))
    low = note.height()
    note.show_text("一\n二\n三\n四")
    four = note.height()
    note.show_text("\n".join("字" * 100))
    assert (four - low, note.height() - low) == (44, 66)


def test_a_passing_wheel_changes_no_answer(qtbot: QtBot, form: QWidget) -> None:
    combo = _put(qtbot, form, Combo(["教务科", "实训处"]))
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    combo.wheelEvent(turn)
    assert combo.currentText() == "教务科"
    assert not turn.isAccepted()


def test_a_choice_is_written_and_new_offers_leave_it_alone(qtbot: QtBot, form: QWidget) -> None:
    combo = _put(qtbot, form, Combo(["教务科", "实训处"]))
    with qtbot.waitSignal(combo.written) as news:
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert news.args == ["实训处"]
    with qtbot.assertNotEmitted(combo.written):
        combo.offer(["办公室", "实训处"])
    assert combo.currentText() == "实训处"


def test_an_editable_choice_takes_any_words(qtbot: QtBot, form: QWidget) -> None:
    combo = _put(qtbot, form, Combo(["教务科"], editable=True))
    combo.show_text("")
    line = combo.lineEdit()
    assert line is not None
    with qtbot.waitSignal(combo.written) as news:
        QTest.keyClicks(line, "abc")
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert news.args == ["abc"]
    assert combo.count() == 1


@pytest.mark.parametrize(
    "text", ["2025-12-20", "2025/12/20", "2025.12.20", "2025年12月20日", "20251220", " 12-20 ", "12月20日"]
)
def test_a_date_is_read_in_any_usual_way(text: str) -> None:
    assert read_date(text, 2025) == date(2025, 12, 20)


@pytest.mark.parametrize("text", ["2025-13-01", "2025-02-29", "明天", "2025", "20251", "2025-12-20-1"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_date(text, 2025)


@pytest.fixture
def due(qtbot: QtBot, form: QWidget) -> tuple[DateEdit, Field]:
    edit = DateEdit(today=lambda: date(2025, 11, 21))
    field = Field("何时补齐", edit)
    layout = form.layout()
    assert layout is not None
    layout.addWidget(field)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    return edit, field


def test_a_typed_date_is_heard_once_it_is_whole(qtbot: QtBot, due: tuple[DateEdit, Field]) -> None:
    edit, field = due
    heard: list[object] = []
    edit.date_chosen.connect(heard.append)
    QTest.keyClicks(edit, "12-20")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert heard == [date(2025, 12, 20)]
    assert field.error == ""


def test_a_mistaken_date_is_said_below_the_field_and_the_old_one_stays(
    qtbot: QtBot, due: tuple[DateEdit, Field]
) -> None:
    edit, field = due
    edit.show_date(date(2025, 12, 1))
    edit.selectAll()
    with qtbot.assertNotEmitted(edit.date_chosen):
        QTest.keyClicks(edit, "2025-02-30")
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert field.error == "这里要填日期，例如 2025-12-20。"
    assert edit.property("invalid")
    edit.selectAll()
    QTest.keyClicks(edit, "2025-02-28")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert field.error == ""


def test_a_date_taken_out_is_none(qtbot: QtBot, due: tuple[DateEdit, Field]) -> None:
    edit, _ = due
    edit.show_date(date(2025, 12, 1))
    edit.selectAll()
    with qtbot.waitSignal(edit.date_chosen) as news:
        QTest.keyClick(edit, Qt.Key.Key_Delete)
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert news.args == [None]


def test_a_date_is_picked_from_a_chinese_calendar(qtbot: QtBot, due: tuple[DateEdit, Field]) -> None:
    edit, _ = due
    edit.open_calendar()
    month = edit.findChild(QCalendarWidget)
    assert month is not None
    assert month.locale().dayName(1) == "星期一"
    with qtbot.waitSignal(edit.date_chosen) as news:
        month.clicked.emit(month.selectedDate().addDays(1))
    assert news.args == [date(2025, 11, 22)]
    assert edit.text() == "2025-11-22"


def test_a_field_carries_its_label_to_screen_readers(qtbot: QtBot) -> None:
    edit = LineEdit()
    field = Field("尚缺什么", edit)
    qtbot.addWidget(field)
    field.show_error("这里要填数字，例如 100。")
    assert edit.accessibleName() == "尚缺什么"
    assert edit.accessibleDescription() == "这里要填数字，例如 100。"


def test_a_locked_line_cannot_be_changed(qtbot: QtBot, form: QWidget) -> None:
    edit = _put(qtbot, form, LineEdit("46"))
    edit.lock(True)
    QTest.keyClicks(edit, "9")
    assert edit.text() == "46"


def test_the_lock_stands_beside_the_text_whoever_lets_it_be_read_only(qtbot: QtBot, form: QWidget) -> None:
    edit = _put(qtbot, form, LineEdit("2025"))
    edit.setReadOnly(True)
    assert edit.textMargins().left() > 0
    edit.setReadOnly(False)
    assert edit.textMargins().left() == 0


@pytest.mark.parametrize("text", ["长" * 3000, "一行\r\n又一行", "不\u00a0断\u2029开"])
def test_a_field_that_cannot_show_a_text_as_it_is_kept_writes_nothing_by_itself(qtbot: QtBot, text: str) -> None:
    for made in (LineEdit(), Combo(editable=True), NoteEdit()):
        qtbot.addWidget(made)
        heard: list[str] = []
        made.written.connect(heard.append)
        made.show_text(text)
        made.flush()
        assert heard == []
