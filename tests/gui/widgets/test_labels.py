from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.platform.fonts import Role
from gui.platform.theme import ThemeChoice, Themes, load_theme
from gui.widgets.labels import ElidedLabel, plain_label, set_tip, tip_text
from gui.widgets.text import Paragraph, wrapped
from tests.plain_text import HOSTILE, labels_that_read_markup

LONG = "专业课教师中“双师型”教师的占比超过 50%，并有逐人认定台账，证书、认定文件与台账一一对应。"


def test_markup_is_shown_as_typed(qtbot: QtBot) -> None:
    label = plain_label(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_a_tooltip_is_plain_or_escaped(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tip(widget, HOSTILE)
    assert "<img" not in widget.toolTip()
    assert "&lt;img" in widget.toolTip()
    assert tip_text("4 人 < 50 人") == "4 人 < 50 人"


def test_a_label_keeps_its_role_through_a_switch(qtbot: QtBot, themes: Themes) -> None:
    label = plain_label("已过期限", Role.SMALL, "not_met")
    qtbot.addWidget(label)
    themes.choose(ThemeChoice.DARK)
    wanted = load_theme("dark").not_met
    qtbot.waitUntil(lambda: label.palette().windowText().color() == wanted)


def test_a_label_can_take_another_role(qtbot: QtBot) -> None:
    label = plain_label("46.9%")
    qtbot.addWidget(label)
    label.set_ink("met")
    assert label.palette().windowText().color() == load_theme("light").met


def test_a_cut_line_tells_all_of_it_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel(HOSTILE + LONG)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.grab()
    assert "&lt;form 12&gt;" in label.toolTip()
    label.resize(2000, 20)
    label.grab()
    assert label.toolTip() == ""


def test_wrapped_text_loses_no_sign(qtbot: QtBot) -> None:
    for width in (1, 40, 100, 333, 900):
        assert "".join(wrapped(LONG, Role.BODY, width).lines) == LONG


def test_wrapped_text_ends_in_an_ellipsis_when_cut(qtbot: QtBot) -> None:
    cut = wrapped(LONG, Role.BODY, 200, 2)
    assert cut.is_cut
    assert len(cut.lines) == 2
    assert cut.lines[-1].endswith("…")
    assert cut.height == 40


def test_a_line_never_begins_with_a_comma(qtbot: QtBot) -> None:
    for width in range(60, 400, 7):
        assert not any(line.startswith(("，", "。", "、", "”")) for line in wrapped(LONG, Role.BODY, width).lines)


def test_lines_the_user_broke_stay_broken(qtbot: QtBot) -> None:
    assert wrapped("一\n\n二", Role.BODY, 200).lines == ("一", "", "二")


def test_a_paragraph_grows_when_its_column_narrows(qtbot: QtBot) -> None:
    column = QWidget()
    qtbot.addWidget(column)
    layout = QVBoxLayout(column)
    paragraph = Paragraph(LONG, Role.REQUIREMENT)
    layout.addWidget(paragraph)
    layout.addStretch()
    column.resize(640, 400)
    column.grab()
    wide = paragraph.height()
    column.resize(300, 400)
    column.grab()
    assert (wide, paragraph.height() % 30) == (60, 0)
    assert paragraph.height() > wide


def test_the_check_of_windows_finds_a_label_that_reads_markup(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = plain_label("一")
    label.setParent(window)
    assert labels_that_read_markup(window) == []
    label.setTextFormat(Qt.TextFormat.RichText)
    assert labels_that_read_markup(window) == ["一"]
