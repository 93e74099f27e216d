import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.platform.theme import load_theme
from gui.widgets.status_group import KEYS, StatusGroup
from models.vocabulary import Status

LIGHT = load_theme("light")


@pytest.fixture
def group(qtbot: QtBot) -> StatusGroup:
    made = StatusGroup()
    qtbot.addWidget(made)
    made.resize(660, 40)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _chosen(group: StatusGroup) -> list[Status]:
    return [status for status in KEYS if group.segment(status).isChecked()]


@pytest.mark.parametrize("status", list(KEYS))
def test_a_click_wishes_for_its_status(qtbot: QtBot, group: StatusGroup, status: Status) -> None:
    with qtbot.waitSignal(group.status_chosen) as wish:
        QTest.mouseClick(group.segment(status), Qt.MouseButton.LeftButton)
    assert wish.args == [status]


def test_showing_a_status_is_not_a_wish(qtbot: QtBot, group: StatusGroup) -> None:
    with qtbot.assertNotEmitted(group.status_chosen):
        group.show_status(Status.MET)
    assert _chosen(group) == [Status.MET]


def test_nothing_is_marked_when_several_items_differ(group: StatusGroup) -> None:
    group.show_status(Status.MET)
    group.show_status(None)
    assert _chosen(group) == []


def test_the_chosen_segment_stands_on_its_tint(group: StatusGroup) -> None:
    group.show_status(Status.PARTLY_MET)
    segment = group.segment(Status.PARTLY_MET)
    image = group.grab().toImage()
    assert image.pixelColor(segment.x() + 5, 20) == LIGHT.partly_tint
    assert image.pixelColor(segment.x() + 1, 20) == LIGHT.partly


def test_arrow_keys_go_from_one_to_the_next_and_round(qtbot: QtBot, group: StatusGroup) -> None:
    group.segment(Status.UNANSWERED).setFocus()
    QTest.keyClick(group.segment(Status.UNANSWERED), Qt.Key.Key_Right)
    assert group.segment(Status.MET).hasFocus()
    with qtbot.waitSignal(group.status_chosen) as wish:
        QTest.keyClick(group.segment(Status.MET), Qt.Key.Key_Return)
    assert wish.args == [Status.MET]


def test_key_caps_go_first_then_words_shorten(group: StatusGroup) -> None:
    group.resize(group.sizeHint().width(), 40)
    full = group.segment(Status.MET).toolTip()
    group.resize(group.sizeHint().width() - 40, 40)
    capless = group.segment(Status.MET).toolTip()
    group.resize(group.minimumSizeHint().width(), 40)
    assert (full, capless) == ("", "已落实　1")
    assert sum(group.segment(status).width() for status in KEYS) == group.width()
    assert group.minimumSizeHint().width() < 440


def test_no_segment_is_narrower_than_its_words(group: StatusGroup) -> None:
    for width in range(group.minimumSizeHint().width(), 720, 7):
        group.resize(width, 40)
        segments = [group.segment(status) for status in KEYS]
        assert all(segment.width() >= segment.minimumSizeHint().width() for segment in segments)
        assert all(segment.width() >= segment.sizeHint().width() - 1 for segment in segments), width


def test_screen_readers_hear_the_words(qapp: QApplication, group: StatusGroup) -> None:
    assert [group.segment(status).accessibleName() for status in KEYS] == [
        "已落实",
        "部分落实",
        "未落实",
        "不适用",
        "未填报",
    ]
