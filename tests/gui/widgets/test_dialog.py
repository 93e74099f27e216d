"""Dialogs are as high as what they say, and no higher than the screen."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.buttons import Button
from gui.widgets.dialog import Dialog
from gui.widgets.field import Field
from gui.widgets.line_edit import LineEdit
from gui.widgets.text import Paragraph


def a_dialog(qtbot: QtBot, *parts: QWidget) -> Dialog:
    dialog = Dialog("佐证怎么编号？", act="用这个规则", stay="不改了")
    qtbot.addWidget(dialog)
    for part in parts:
        dialog.add(part)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.height() == dialog.sizeHint().height())
    return dialog


def test_a_dialog_grows_and_shrinks_with_what_comes_into_it(qtbot: QtBot) -> None:
    field, told = Field("编号规则", LineEdit("{条款}-{序号}")), Paragraph("")
    dialog = a_dialog(qtbot, field, told)
    before, high = dialog.height(), field.height()
    told.show_text("\n".join(f"第 {line} 行" for line in range(8)))
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert told.height() >= told.heightForWidth(told.width())
    assert field.height() == high
    told.show_text("")
    qtbot.waitUntil(lambda: dialog.height() == before)


def test_a_sentence_under_a_field_leaves_the_field_as_high_as_it_was(qtbot: QtBot) -> None:
    edit = LineEdit("")
    field = Field("编号规则", edit)
    dialog = a_dialog(qtbot, field)
    before, high = dialog.height(), edit.height()
    field.show_error("编号规则里必须有一个序号。")
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert edit.height() == high


def test_a_dialog_leaves_room_on_the_screen_for_its_frame(qtbot: QtBot) -> None:
    dialog = Dialog("按键表", act="关上")
    qtbot.addWidget(dialog)
    dialog.add(Paragraph("\n".join(str(line) for line in range(400))))
    dialog.show()
    assert dialog.height() < dialog.screen().availableSize().height()


def test_a_third_way_out_stands_apart_from_the_other_two(qtbot: QtBot) -> None:
    other = Button("另收一份")
    dialog = a_dialog(qtbot)
    dialog.add_other(other)
    qtbot.waitUntil(other.isVisible)
    qtbot.waitUntil(lambda: other.x() > 0)
    assert other.x() + other.width() < dialog.stay_button.x() - 40
