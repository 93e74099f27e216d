"""Dialogs, toasts, progress, save state, empty places, problems, chips and thumbs: what they say and hear."""

from datetime import datetime
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.platform.jobs import Jobs
from gui.platform.theme import ThemeChoice, Themes, load_theme, theme_of
from gui.widgets import toast as toast_module
from gui.widgets.buttons import Button, FilterChip
from gui.widgets.chip import Chip
from gui.widgets.dialog import Dialog, TextDialog, ask, ask_text
from gui.widgets.empty_state import EmptyState
from gui.widgets.panes import Card, Pane
from gui.widgets.problem import Problem
from gui.widgets.progress_card import ProgressCard
from gui.widgets.save_state import SaveState
from gui.widgets.thumb import HEIGHT, WIDTH, AddTile, ThumbTile
from gui.widgets.toast import Toast
from services.progress import Progress
from tests.plain_text import HOSTILE, labels_that_read_markup

LIGHT = load_theme("light")
LEFT = Qt.MouseButton.LeftButton


def _dialog(qtbot: QtBot, consequence: str = "") -> Dialog:
    made = Dialog("收回第 2 版定稿？", consequence, act="写理由并收回", stay="不收回")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.open()
    return made


def test_the_safe_choice_stands_left_of_the_primary(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    assert dialog.stay_button.x() < dialog.act_button.x()
    assert 392 <= dialog.width() <= 520


def test_escape_takes_the_safe_choice(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_long_consequence_is_shown_whole(qtbot: QtBot) -> None:
    short, long = _dialog(qtbot, "短"), _dialog(qtbot, "已签的纸面不变，收回的理由会记下来。" * 12)
    assert long.height() - short.height() >= 5 * 20


def test_without_words_there_is_nothing_to_act_on(qtbot: QtBot) -> None:
    dialog = TextDialog("这一条为什么不适用？", "理由会印在报告里。", act="记为不适用", stay="不改了")
    qtbot.addWidget(dialog)
    assert not dialog.act_button.isEnabled()
    dialog.edit.setPlainText("  \n ")
    assert not dialog.act_button.isEnabled()
    dialog.edit.setPlainText(f" {HOSTILE} ")
    assert dialog.act_button.isEnabled()
    assert dialog.text == HOSTILE


def test_ctrl_enter_acts_from_within_the_words(qtbot: QtBot) -> None:
    dialog = TextDialog("为什么？", "", act="记为不适用", stay="不改了", text="未获推荐")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _press_soon(act: bool) -> None:
    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        (dialog.act_button if act else dialog.stay_button).click()

    QTimer.singleShot(0, press)


@pytest.mark.parametrize("act", [True, False])
def test_a_question_answers_yes_only_when_acted_on(qtbot: QtBot, act: bool) -> None:
    _press_soon(act)
    assert ask(None, "收回？", "纸面不变。", act="收回", stay="不收回") is act


@pytest.mark.parametrize(("act", "answer"), [(True, "理由"), (False, None)])
def test_a_question_in_words_answers_the_words_or_nothing(qtbot: QtBot, act: bool, answer: str | None) -> None:
    _press_soon(act)
    assert ask_text(None, "为什么？", "", act="记下", stay="不改了", text="理由") == answer


def test_hostile_words_in_a_dialog_stay_text(qtbot: QtBot) -> None:
    dialog = Dialog(HOSTILE, HOSTILE, act=HOSTILE, stay=HOSTILE)
    qtbot.addWidget(dialog)
    dialog.grab()
    assert labels_that_read_markup(dialog) == []
    assert isinstance(dialog, QDialog)


@pytest.fixture
def pane(qtbot: QtBot) -> Pane:
    made = Pane("raised")
    qtbot.addWidget(made)
    made.resize(760, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_toast_stands_low_in_the_middle_and_follows_its_pane(qtbot: QtBot, pane: Pane) -> None:
    toast = Toast(pane)
    toast.say("11-2 已改为部分落实", "撤销")
    assert abs(toast.geometry().center().x() - 380) <= 1
    pane.resize(500, 300)
    assert abs(toast.geometry().center().x() - 250) <= 1
    assert toast.geometry().bottom() == 300 - 16 - 1
    assert toast.height() == 40


def test_a_toast_offers_the_way_back_once(qtbot: QtBot, pane: Pane) -> None:
    toast = Toast(pane)
    toast.say("11-2 已改为部分落实", "撤销")
    with qtbot.waitSignal(toast.acted):
        toast._action.click()
    assert toast.text == ""


def test_a_toast_leaves_by_itself(qtbot: QtBot, pane: Pane, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toast_module, "STAYS_MS", 20)
    toast = Toast(pane)
    toast.say("已收好")
    qtbot.waitUntil(toast.isHidden)


def test_progress_of_a_quick_job_is_never_shown(qtbot: QtBot, pane: Pane) -> None:
    jobs, card = Jobs(), ProgressCard("正在收进佐证", parent=pane)
    job = jobs.run(lambda progress: None)
    card.watch(job)
    qtbot.waitUntil(lambda: job.has_ended)
    assert not card._patience.isActive()
    assert card.isHidden()
    jobs.close()


def test_progress_of_a_long_job_is_shown_and_can_be_stopped(
    qtbot: QtBot, pane: Pane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.widgets.progress_card.PATIENCE_MS", 10)
    jobs, card, pause = Jobs(), ProgressCard("正在收进佐证", parent=pane), Event()

    def work(progress: Progress) -> None:
        for number in range(100_000):
            progress.step(number, 100_000, "6-3 车间照片")
            pause.wait(0.001)

    job = jobs.run(work)
    card.watch(job)
    qtbot.waitUntil(lambda: card.isVisible() and "/ 100,000" in card._count.text())
    card._stop.click()
    qtbot.waitUntil(lambda: job.has_ended)
    assert job.is_cancelled
    assert card.isHidden()
    jobs.close()


def test_saved_is_said_with_its_time(qtbot: QtBot) -> None:
    state = SaveState()
    qtbot.addWidget(state)
    state.show_saving()
    assert state.text == "正在保存"
    state.show_saved(datetime(2025, 11, 21, 14, 3))
    assert state.text == "已保存 14:03"


def test_what_is_not_saved_says_why_and_can_be_tried_again(qtbot: QtBot) -> None:
    state = SaveState()
    qtbot.addWidget(state)
    state.show_failed("磁盘满了，刚才这一处没有存上。")
    assert state.text == "没有存上"
    assert state.accessibleDescription() == "磁盘满了，刚才这一处没有存上。"
    with qtbot.waitSignal(state.retry_wanted):
        state._retry.click()
    state.show_saved(datetime(2025, 11, 21, 14, 3))
    assert state._retry.isHidden()


def test_an_empty_place_has_one_button(qtbot: QtBot) -> None:
    empty = EmptyState("clip", "这一条还没有佐证。", "拖文件进来，或按 Ctrl+V 贴图。", "选文件", "folder")
    qtbot.addWidget(empty)
    buttons = empty.findChildren(Button)
    assert len(buttons) == 1
    with qtbot.waitSignal(empty.wanted):
        QTest.mouseClick(buttons[0], LEFT)


def test_a_problem_is_seen_only_while_there_is_one(qtbot: QtBot, pane: Pane) -> None:
    layout = QVBoxLayout(pane)
    problem = Problem()
    layout.addWidget(problem)
    assert problem.isHidden()
    problem.say("“教师台账.xls” 打不开：文件不完整。")
    assert problem.isVisible()
    problem.say("")
    assert problem.isHidden()


def test_an_active_filter_is_taken_off_by_its_cross(qtbot: QtBot) -> None:
    chip = FilterChip("没有佐证 7")
    qtbot.addWidget(chip)
    chip.show_active(True)
    chip.resize(chip.sizeHint())
    with qtbot.waitSignal(chip.cleared), qtbot.assertNotEmitted(chip.clicked):
        QTest.mouseClick(chip, LEFT, pos=QPoint(chip.width() - 10, 12))
    with qtbot.waitSignal(chip.clicked), qtbot.assertNotEmitted(chip.cleared):
        QTest.mouseClick(chip, LEFT, pos=QPoint(12, 12))


@pytest.mark.parametrize(("tone", "role"), [("met", "met_tint"), ("not_met", "not_met_tint"), ("na", "na_tint")])
def test_a_chip_stands_on_its_tint(qtbot: QtBot, tone: str, role: str) -> None:
    chip = Chip("未达标", tone)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    assert chip.grab().toImage().pixelColor(3, 10) == LIGHT.role(role)
    assert chip.height() == 20


def test_a_thumb_fills_its_place_from_the_top_of_a_tall_picture(qtbot: QtBot) -> None:
    picture = QPixmap(100, 400)
    picture.fill(LIGHT.met)
    tile = ThumbTile("11-2-01 认定证书", "形成 2025-03-18", picture)
    qtbot.addWidget(tile)
    image = tile.grab().toImage()
    assert (tile.width(), tile.height()) == (WIDTH, HEIGHT)
    assert image.pixelColor(10, 10) == LIGHT.met
    assert image.pixelColor(100, 60) == LIGHT.met
    with qtbot.waitSignal(tile.opened):
        QTest.mouseClick(tile, LEFT)


def test_a_thumb_without_a_picture_says_what_it_is(qtbot: QtBot) -> None:
    tile = ThumbTile(HOSTILE, "链接", icon_name="link", badge="过期")
    qtbot.addWidget(tile)
    assert tile.grab().toImage().pixelColor(10, 10) == LIGHT.sunken
    assert "<img" not in tile.toolTip()
    assert tile.accessibleDescription() == "过期"


def test_the_adding_tile_looks_ready_while_something_is_dragged(qtbot: QtBot) -> None:
    tile = AddTile("添加佐证", "拖文件到这里，或 Ctrl+V 贴图")
    qtbot.addWidget(tile)
    tile.resize(300, 72)
    tile.show_target(True)
    assert tile.grab().toImage().pixelColor(20, 20) == LIGHT.select
    with qtbot.waitSignal(tile.wanted):
        QTest.mouseClick(tile, LEFT)


@pytest.mark.parametrize("made", [lambda: Pane("sheet"), lambda: Card("sheet")])
def test_a_ground_follows_the_theme(qtbot: QtBot, themes: Themes, made: type[QWidget]) -> None:
    ground = made()
    qtbot.addWidget(ground)
    ground.resize(40, 40)
    themes.choose(ThemeChoice.DARK)
    qtbot.waitUntil(lambda: theme_of(ground).is_dark)
    assert ground.grab().toImage().pixelColor(20, 20) == load_theme("dark").sheet


def test_a_chip_with_too_much_to_say_stays_in_its_place(qtbot: QtBot) -> None:
    chip = Chip("理由：学校不具备举办社区学院的场地条件，没有申办" * 3)
    qtbot.addWidget(chip)
    chip.resize(120, 20)
    image = chip.grab().toImage()
    assert all(image.pixelColor(x, y) == LIGHT.na_tint for x in (1, 2, 118) for y in range(4, 16))
