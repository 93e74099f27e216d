from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui.platform.desk_settings import DeskSettings
from gui.platform.theme import ThemeChoice
from gui.shell import dialogs
from gui.shell.tabs import Tab
from gui.shell.window import MainWindow
from gui.widgets.dialog import Dialog
from gui.widgets.line_edit import LineEdit
from gui.widgets.panes import Pane
from tests.plain_text import HOSTILE, labels_that_read_markup

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(tmp_path: Path) -> DeskSettings:
    return DeskSettings(tmp_path / "desk.ini")


@pytest.fixture
def window(qtbot: QtBot, desk: DeskSettings) -> MainWindow:
    made = MainWindow(desk, version="0.1.0", workspace="/home/职评簿")
    qtbot.addWidget(made)
    made.furnish()
    made.add_start(Pane("sheet"))
    for tab in Tab:
        made.add_tab(tab, Pane("sheet"))
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def _open(window: MainWindow, school: str = "资江职业中等专业学校（示例）") -> None:
    window.show_assessment(school=school, subject="益阳市 · 2025 年度自评", title="益阳市 2025 年度自评")


def test_the_window_starts_on_its_start_page(window: MainWindow) -> None:
    assert window.current_tab is None
    assert window.windowTitle() == "职评簿"


def test_an_open_assessment_is_named_on_the_frame(window: MainWindow) -> None:
    _open(window)
    assert window.current_tab is Tab.CHECKLIST
    assert window.windowTitle() == "益阳市 2025 年度自评[*] — 职评簿"


def test_the_window_fits_small_screens_and_never_gets_smaller(window: MainWindow) -> None:
    _open(window, "益阳市" + "很长的校名" * 20)
    window.resize(100, 100)
    assert window.size() == QSize(960, 520)


@pytest.mark.parametrize(
    ("key", "tab"),
    [
        (Qt.Key.Key_1, Tab.CHECKLIST),
        (Qt.Key.Key_2, Tab.OVERVIEW),
        (Qt.Key.Key_3, Tab.EVIDENCE),
        (Qt.Key.Key_4, Tab.FINDINGS),
        (Qt.Key.Key_5, Tab.REPORT),
    ],
)
def test_ctrl_and_a_digit_chooses_a_tab(qtbot: QtBot, window: MainWindow, key: Qt.Key, tab: Tab) -> None:
    _open(window)
    with qtbot.waitSignal(window.tab_chosen) as wish:
        QTest.keyClick(window, key, CTRL)
    assert wish.args == [tab]
    assert window.current_tab is tab


def test_tabs_are_not_chosen_on_the_start_page(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.assertNotEmitted(window.tab_chosen):
        QTest.keyClick(window, Qt.Key.Key_2, CTRL)


def test_a_click_on_a_tab_is_a_wish_and_showing_one_is_not(qtbot: QtBot, window: MainWindow) -> None:
    _open(window)
    with qtbot.assertNotEmitted(window.tab_chosen):
        window.show_tab(Tab.REPORT)
    tabs = window._toolbar._tabs
    with qtbot.waitSignal(window.tab_chosen) as wish:
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert wish.args == [Tab.OVERVIEW]


def test_ctrl_z_and_y_are_wishes_only_when_there_is_something_to_take_back(qtbot: QtBot, window: MainWindow) -> None:
    _open(window)
    with qtbot.assertNotEmitted(window.undo_wanted):
        QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    window.set_undo("11-2 状态")
    with qtbot.waitSignal(window.undo_wanted):
        QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    window.set_redo("11-2 状态")
    with qtbot.waitSignal(window.redo_wanted):
        QTest.keyClick(window, Qt.Key.Key_Y, CTRL)


def test_the_tools_say_what_they_would_take_back(window: MainWindow) -> None:
    _open(window)
    window.set_undo(HOSTILE)
    assert "<img" not in window._toolbar.undo.toolTip()
    assert window._toolbar.undo.isEnabled()
    window.set_undo(None)
    assert window._toolbar.undo.accessibleName() == "撤销"
    assert not window._toolbar.undo.isEnabled()


@pytest.mark.parametrize(
    ("key", "modifier", "wish"),
    [(Qt.Key.Key_N, CTRL, "new_wanted"), (Qt.Key.Key_Home, ALT, "home_wanted")],
)
def test_keys_are_wishes(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier, wish: str
) -> None:
    _open(window)
    with qtbot.waitSignal(getattr(window, wish)):
        QTest.keyClick(window, key, modifier)


def test_ctrl_p_goes_to_the_report(window: MainWindow) -> None:
    _open(window)
    QTest.keyClick(window, Qt.Key.Key_P, CTRL)
    assert window.current_tab is Tab.REPORT


def test_ctrl_p_on_the_report_asks_to_print(qtbot: QtBot, window: MainWindow) -> None:
    _open(window)
    QTest.keyClick(window, Qt.Key.Key_P, CTRL)
    with qtbot.waitSignal(window.print_wanted):
        QTest.keyClick(window, Qt.Key.Key_P, CTRL)


def test_f1_shows_the_keys(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(Dialog)
    assert sheet is not None
    assert sheet.windowTitle() == "按键表"
    sheet.reject()


def test_alt_alone_shows_and_hides_the_menu_bar(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Alt)
    shown = window.menuBar().isVisible()
    QTest.keyClick(window, Qt.Key.Key_Alt)
    assert (shown, window.menuBar().isVisible()) == (True, False)


def test_the_menu_bar_that_alt_shows_has_the_keyboard_and_letters(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Alt)
    first = QApplication.activePopupWidget()
    assert isinstance(first, QMenu)
    assert first.title() == "自评(&P)"
    QTest.keyClick(first, Qt.Key.Key_Right)
    second = QApplication.activePopupWidget()
    assert isinstance(second, QMenu)
    assert second.title() == "编辑(&E)"
    QTest.keyClick(second, Qt.Key.Key_Escape)
    titles = [action.text() for action in window.menuBar().actions()]
    letters = [title.partition("&")[2][:1] for title in titles]
    assert len({*letters, ""}) == len(titles) + 1


def test_alt_with_another_key_leaves_the_menu_bar_alone(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert not window.menuBar().isVisible()


def test_the_theme_is_chosen_in_the_menu_and_ticked(qtbot: QtBot, window: MainWindow) -> None:
    actions: dict[str, QAction] = {action.text(): action for action in window.findChildren(QAction)}
    with qtbot.waitSignal(window.theme_chosen) as wish:
        actions["深色"].trigger()
    assert wish.args == [ThemeChoice.DARK]
    window.show_theme(ThemeChoice.SYSTEM)
    assert actions["跟随系统"].isChecked()
    assert not actions["深色"].isChecked()


def test_a_desk_remembers_where_its_window_stood(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.resize(960, 640)
    window.close()
    again = MainWindow(DeskSettings(tmp_path / "desk.ini"))
    qtbot.addWidget(again)
    assert again.size() == QSize(960, 640)


def test_spoiled_geometry_is_passed_over(qtbot: QtBot, desk: DeskSettings) -> None:
    desk.keep(geometry=b"nonsense")
    made = MainWindow(desk)
    qtbot.addWidget(made)
    assert made.width() >= 640


def test_fields_are_left_before_the_window_closes(qtbot: QtBot, window: MainWindow) -> None:
    edit = LineEdit()
    _open(window)
    edit.setParent(window._screens[Tab.CHECKLIST])
    edit.show()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    heard: list[str] = []
    edit.written.connect(heard.append)
    window.closing.connect(lambda: heard.append("closing"))
    QTest.keyClicks(edit, "abc")
    window.close()
    assert heard == ["abc", "closing"]


def test_a_window_that_may_not_close_stays(qtbot: QtBot, window: MainWindow) -> None:
    window.ask_before_closing(lambda: False)
    with qtbot.assertNotEmitted(window.closing):
        assert not window.close()
    window.ask_before_closing(lambda: True)
    assert window.close()


def test_a_refusal_is_said_in_the_window_until_it_is_put_away(qtbot: QtBot, window: MainWindow) -> None:
    window.show_problem(HOSTILE)
    assert window._whole._problem.isVisible()
    window.show_problem("")
    assert window._whole._problem.isHidden()


def test_no_label_of_the_window_reads_markup(window: MainWindow) -> None:
    _open(window, HOSTILE)
    window.show_problem(HOSTILE)
    window.save_state.show_failed(HOSTILE)
    made = [dialogs.keys_sheet(window), dialogs.about(HOSTILE, HOSTILE, window), dialogs.trouble(HOSTILE, window)]
    assert all(labels_that_read_markup(part) == [] for part in [window, *made])


def test_a_minimised_window_comes_forward(qtbot: QtBot, window: MainWindow) -> None:
    window.showMinimized()
    window.come_forward()
    assert not window.isMinimized()


def test_every_control_of_the_toolbar_is_reachable_by_tab(window: MainWindow) -> None:
    _open(window)
    window.set_undo("一")
    window.set_redo("一")
    bar = window._toolbar
    tools: list[QWidget] = [bar.home, bar._tabs, bar.undo, bar.redo, bar.more]
    assert all(tool.focusPolicy() & Qt.FocusPolicy.TabFocus for tool in tools)
