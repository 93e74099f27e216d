"""Where the keyboard begins in a screen, and the order in which Tab leads through its parts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.platform.fonts import Role
from gui.platform.style_buttons import LINK_AIR
from gui.widgets.buttons import Button, FilterChip, LinkButton, PrimaryButton, ToolButton
from gui.widgets.dialog import Dialog
from gui.widgets.labels import plain_label
from gui.widgets.line_edit import Combo, LineEdit
from gui.widgets.screen import Screen, lead_tab, top_bar


def a_screen(qtbot: QtBot, *parts: QWidget) -> Screen:
    """Lay parts side by side in a screen that has the keyboard."""
    screen = Screen()
    row = QHBoxLayout(screen)
    for part in parts:
        row.addWidget(part)
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    return screen


def tabbed(screen: QWidget, start: QWidget) -> list[QWidget]:
    """Press Tab until it comes round."""
    start.setFocus()
    seen: list[QWidget] = []
    while (here := screen.focusWidget()) is not None and here not in seen:
        seen.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return seen


def test_work_begins_at_the_first_part_that_is_there(qtbot: QtBot) -> None:
    empty, search, rows = Button("新建"), LineEdit(), Button("列表")
    screen = a_screen(qtbot, search, empty, rows)
    screen.begin_at(rows, empty, search)
    screen.take_keyboard()
    assert rows.hasFocus()
    rows.hide()
    screen.take_keyboard()
    assert empty.hasFocus()
    empty.setEnabled(False)
    screen.take_keyboard()
    assert search.hasFocus()
    search.hide()
    screen.take_keyboard()
    assert screen.hasFocus()


def test_tab_comes_to_what_stands_before_the_part_where_work_begins(qtbot: QtBot) -> None:
    search, rows, step = LineEdit(), Button("列表"), Button("下一步")
    screen = a_screen(qtbot, search, rows, step)
    screen.begin_at(rows)
    screen.take_keyboard()
    assert tabbed(screen, rows) == [rows, step, search]


def test_parts_are_led_through_whole_and_what_takes_no_keyboard_now_has_its_place(qtbot: QtBot) -> None:
    inner = QWidget()
    row = QHBoxLayout(inner)
    first, now_and_then, combo = Button("一"), Button("二"), Combo(editable=True)
    for part in (first, now_and_then, combo):
        row.addWidget(part)
    now_and_then.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    last, before = Button("末"), Button("前")
    screen = a_screen(qtbot, last, inner, before)
    lead_tab((before, inner, last))
    assert now_and_then.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert tabbed(screen, before) == [before, first, combo, last]
    now_and_then.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    assert tabbed(screen, before) == [before, first, now_and_then, combo, last]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", [Button, PrimaryButton, LinkButton, FilterChip])
def test_a_button_answers_enter_and_space(qtbot: QtBot, kind: type[Button], key: Qt.Key) -> None:
    button = kind("看看")
    a_screen(qtbot, button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_tool_answers_enter_and_space(qtbot: QtBot, key: Qt.Key) -> None:
    tool = ToolButton("plus", "新增")
    a_screen(qtbot, tool)
    with qtbot.waitSignal(tool.clicked):
        QTest.keyClick(tool, key)


def test_enter_with_ctrl_is_left_to_the_screen(qtbot: QtBot) -> None:
    button, pressed = Button("看看"), []
    a_screen(qtbot, button)
    button.clicked.connect(lambda: pressed.append(button))
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []


def test_a_links_frame_stands_clear_of_its_words_which_stand_where_others_do(qtbot: QtBot) -> None:
    link, words = LinkButton("看原文"), plain_label("看原文", Role.SMALL)
    screen = Screen()
    column = QVBoxLayout(screen)
    column.setContentsMargins(12, 12, 12, 12)
    for part in (words, link):
        column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
    qtbot.addWidget(screen)
    screen.resize(200, 100)
    screen.show()
    assert (words.x(), link.x()) == (12, 12 - LINK_AIR)
    assert link.width() == words.width() + 2 * LINK_AIR


def test_a_dialog_begins_at_what_it_asks_and_a_plain_question_at_its_act(qtbot: QtBot) -> None:
    asking, plain = Dialog("整改到哪一步了？", act="记下", stay="不记"), Dialog("丢弃？", act="丢弃", stay="留着")
    field, link = Combo(["完成"]), LinkButton("看看")
    asking.add(field)
    plain.add(link)
    for dialog, begun in ((asking, field), (plain, plain.act_button)):
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.focusWidget() is begun
    assert tabbed(asking, field) == [field, asking.stay_button, asking.act_button]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_in_a_dialog_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot, key: Qt.Key) -> None:
    dialog = Dialog("丢弃？", act="丢弃", stay="留着")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.stay_button.setFocus()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog.stay_button, key)


def test_keys_are_heard_wherever_in_the_screen_the_keyboard_is_and_not_outside(qtbot: QtBot) -> None:
    within, outside, heard = LineEdit(), LineEdit(), list[str]()
    screen = a_screen(qtbot, within)
    around = a_screen(qtbot, screen, outside)
    screen.on_keys("Ctrl+F", lambda: heard.append("找"))
    for field in (outside, within):
        field.setFocus()
        QTest.keyClick(around.focusWidget() or around, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["找"]


def test_what_stands_between_the_ends_of_a_bar_takes_the_room_that_is_left(qtbot: QtBot) -> None:
    back, told, act = Button("返回"), plain_label("查过 96 条"), Button("打印")
    bar = top_bar((back,), (act,), between=told)
    screen = a_screen(qtbot, bar)
    screen.resize(900, 80)
    qtbot.waitUntil(lambda: told.width() > 600)
    assert back.x() < told.x() < act.x()
