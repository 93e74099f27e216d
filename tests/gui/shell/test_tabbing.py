"""Tab goes through every room of the real window in reading order, and what it stops at can be seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from gui.platform.theme import ThemeChoice, Themes
from gui.shell.desktop import Desktop
from gui.shell.places import Place
from gui.shell.rooms.quality import place_of as place_of_flaw
from gui.shell.rooms.report import ReportRoom
from gui.shell.rooms.text import TextRoom
from gui.shell.tabs import Tab
from gui.shell.window import MainWindow
from gui.widgets.row_list import RowList
from models.vocabulary import IndicatorKey, ItemKey
from services.quality import Flaw, FlawRow
from tests.checklists.official_documents import a_document
from tests.gui.windows import SAMPLE_NOW, Program

SIZES = ((1440, 868), (960, 520))
BAR = ("回到开始页", "页面", "更多")
MOST_STOPS = 120

ORDERS: dict[Tab, dict[str, tuple[str, ...]]] = {
    Tab.CHECKLIST: {
        "wide": ("条款", "搜索", "筛选", "状态：全部", "检查要点", "完成情况", "添加佐证", "已落实", "下一条未填"),
        "narrow": ("条款：", "搜索", "筛选", "状态：全部", "检查要点", "完成情况", "添加佐证", "已落实", "下一条未填"),
    },
    Tab.OVERVIEW: {
        "wide": (
            "按主题看",
            "分章节",
            "全部 6 项",
            "量化指标",
            "去填",
            "去质检",
            "过期的工作",
            "交前质检",
            "看自评报告",
        ),
    },
    Tab.EVIDENCE: {
        "wide": ("收文件", "编号", "搜索", "类型", "佐证", "预览", "打开", "目标1-1", "移除", "形成日期", "说明"),
    },
    Tab.FINDINGS: {
        "wide": (
            "搜索",
            "科室：全部",
            "用表看",
            "新问题",
            "整改台账",
            "看要点",
            "修改",
            "写这一轮做了什么",
            "提请复查",
        ),
        "narrow": ("搜索", "科室：全部", "用表看", "新问题", "整改台账"),
    },
    Tab.REPORT: {
        "wide": (
            "自评报告",
            "双面打印",
            "封面上的主管部门",
            "写一写",
            "上一页",
            "在报告里找",
            "报告的页面",
            "打印",
            "定稿",
        ),
        "narrow": ("打印选项", "上一页", "页码", "在报告里找", "报告的页面"),
    },
    Tab.TEXT: {
        "wide": ("上一条款", "下一条款", "要点", "复制引文", "在原文里找", "换一份文本", "官方文本"),
        "narrow": ("要点和原文", "上一条款", "下一条款", "要点", "复制引文"),
    },
    Tab.DIVISION: {
        "wide": ("回到清单", "按建议分派", "导出任务单", "新增科室", "科室", "条款和责任科室"),
    },
    Tab.QUALITY: {
        "wide": ("回到概览", "一件佐证用到", "存为表格", "看自评报告", "还没填", "整改过期", "没有责任科室"),
        "narrow": ("回到概览", "存为表格", "看自评报告", "还没填", "整改过期", "没有责任科室"),
    },
    Tab.CYCLES: {"wide": ("回到概览", "看自评报告")},
}
"""Parts of each room as Tab comes to them: search, filters, list, detail, actions. Names may go on."""


@pytest.fixture(params=SIZES, ids=[f"{wide}x{high}" for wide, high in SIZES])
def desktop(program: Program, request: pytest.FixtureRequest, sample: Path) -> Iterator[Desktop]:
    with program.opened(sample, SAMPLE_NOW, request.param) as made:
        yield made


def come_to(qtbot: QtBot, desktop: Desktop, tab: Tab, folder: Path) -> QWidget:
    """Open the sample and come to a room; wait until it is all there, and give what has the keyboard."""
    assert desktop.workspace is not None
    desktop.open_assessment(desktop.workspace.opening.assessments()[0].id)
    desktop.desks.seat.show_tab(tab)
    assert desktop.sitting is not None
    room = desktop.sitting.room(tab)
    if isinstance(room, ReportRoom):
        qtbot.waitUntil(lambda: not room.screen.is_stale and not room.screen.is_busy)
    elif isinstance(room, TextRoom) and room.screen.view.is_empty:
        official = folder / "方案.txt"
        official.write_text(a_document(), encoding="utf-8")
        room.screen.read_in(official)
        qtbot.waitUntil(lambda: not room.screen.view.is_empty)
        room.view.take_keyboard()
    lists = [rows for rows in room.view.findChildren(RowList) if rows.isVisible()]
    qtbot.waitUntil(lambda: all(rows.height() >= min(rows.height_of_rows, 1) for rows in lists))
    return holder(desktop)


def holder(desktop: Desktop) -> QWidget:
    """Give what has the keyboard."""
    found = desktop.window.focusWidget()
    assert found is not None
    assert found.hasFocus()
    return found


def name_of(stop: QWidget) -> str:
    """Name a stop as a screen reader would."""
    said = stop.text() if isinstance(stop, QAbstractButton) else ""
    hint = stop.placeholderText() if isinstance(stop, QLineEdit) else ""
    return stop.accessibleName() or said or hint


def walk(desktop: Desktop, key: Qt.Key) -> list[QWidget]:
    """Press Tab, or Shift and Tab, until the keyboard is back where it was; list all stops, the first one first."""
    stops = [holder(desktop)]
    while len(stops) < MOST_STOPS:
        QTest.keyClick(stops[-1], key)
        here = holder(desktop)
        if here is stops[0]:
            return stops
        assert here not in stops, f"{name_of(here)} kept the keyboard from {name_of(stops[0])}"
        stops.append(here)
    pytest.fail("Tab found no way back")


def in_reading_order(stops: list[QWidget]) -> list[str]:
    """Name the stops from the end of the toolbar on, where each room begins."""
    names = [name_of(stop) for stop in stops]
    start = names.index(BAR[-1], names.index(BAR[-2])) + 1
    return [*names[start:], *names[:start]]


def place_of(names: list[str], wanted: str) -> int:
    """Find a stop by its name, or where there is none of just that name by how it begins or ends."""
    close = [place for place, name in enumerate(names) if name.startswith(wanted) or name.endswith(wanted)]
    assert close, f"Tab does not come to {wanted}: {names}"
    return names.index(wanted) if wanted in names else close[0]


def picture_about(stop: QWidget) -> QImage:
    """Photograph the window where a stop stands, with a little of what is about it."""
    window = stop.window()
    about = QRect(stop.mapTo(window, QPoint(0, 0)), stop.size()).adjusted(-8, -8, 8, 8)
    return window.grab(about.intersected(window.rect())).toImage()


def unmarked(desktop: Desktop) -> list[str]:
    """Go round with Tab, and name the stops that look the same once the keyboard is elsewhere."""
    QTest.keyClick(holder(desktop), Qt.Key.Key_Tab)  # what the program itself gave the keyboard to need not show it
    elsewhere, first, found = desktop.window._toolbar.home, holder(desktop), []
    stop = first
    while True:
        marked = picture_about(stop)
        (desktop.window._toolbar.more if stop is elsewhere else elsewhere).setFocus(Qt.FocusReason.TabFocusReason)
        if picture_about(stop) == marked:
            found.append(name_of(stop))
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(stop, Qt.Key.Key_Tab)
        stop = holder(desktop)
        if stop is first:
            return found


@pytest.mark.parametrize("tab", list(Tab))
def test_tab_goes_through_every_room_in_reading_order_and_back(
    qtbot: QtBot, desktop: Desktop, tab: Tab, tmp_path: Path
) -> None:
    come_to(qtbot, desktop, tab, tmp_path)
    stops = walk(desktop, Qt.Key.Key_Tab)
    assert all(stop.isVisible() and stop.isEnabled() for stop in stops)
    names = in_reading_order(stops)
    assert all(names), "a screen reader has nothing to say"
    orders = ORDERS[tab]
    form = "narrow" if desktop.window.width() < 1000 and "narrow" in orders else "wide"
    places = [place_of(names, wanted) for wanted in orders[form]]
    assert places == sorted(places), names
    assert set(BAR) <= set(names)
    assert walk(desktop, Qt.Key.Key_Backtab) == [stops[0], *reversed(stops[1:])]


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("tab", list(Tab))
@pytest.mark.parametrize("desktop", SIZES[:1], indirect=True, ids=["1440x868"])
def test_what_has_the_keyboard_looks_like_it(
    qtbot: QtBot, desktop: Desktop, themes: Themes, tab: Tab, theme: ThemeChoice, tmp_path: Path
) -> None:
    themes.choose(theme)
    come_to(qtbot, desktop, tab, tmp_path)
    still_cursor(desktop)
    assert unmarked(desktop) == []


def still_cursor(desktop: Desktop) -> None:
    """Let no typing mark blink: fields must be marked by more than it."""
    QGuiApplication.styleHints().setCursorFlashTime(0)


def test_the_start_page_goes_from_going_on_to_beginning_to_the_policies(qtbot: QtBot, desktop: Desktop) -> None:
    begun = holder(desktop)
    assert name_of(begun) == "继续自评"
    names = [name_of(stop) for stop in walk(desktop, Qt.Key.Key_Tab)]
    wanted = ("继续自评", "学校", "政策", "年度", "新建自评", "五市对照", "朝阳市", "四平市", "从文件新建清单")
    places = [place_of(names, one) for one in wanted]
    assert places == sorted(places), names
    assert holder(desktop) is begun


@pytest.mark.parametrize("tab", list(Tab))
def test_a_room_comes_with_the_keyboard_in_it_each_time(
    qtbot: QtBot, desktop: Desktop, tab: Tab, tmp_path: Path
) -> None:
    first = come_to(qtbot, desktop, tab, tmp_path)
    assert desktop.sitting is not None
    assert desktop.sitting.room(tab).view.isAncestorOf(first)
    other = Tab.OVERVIEW if tab is not Tab.OVERVIEW else Tab.CHECKLIST
    desktop.desks.seat.show_tab(other)
    assert desktop.sitting.room(other).view.isAncestorOf(holder(desktop))
    desktop.desks.seat.show_tab(tab)
    assert holder(desktop) is first


@pytest.mark.parametrize("desktop", SIZES[:1], indirect=True, ids=["1440x868"])
def test_enter_and_space_press_every_button_of_every_room(qtbot: QtBot, desktop: Desktop, tmp_path: Path) -> None:
    deaf = []
    for tab in Tab:
        come_to(qtbot, desktop, tab, tmp_path)
        for stop in walk(desktop, Qt.Key.Key_Tab):
            if isinstance(stop, QAbstractButton) and not stop.isCheckable():
                deaf += [f"{tab}: {name_of(stop)} {key}" for key in unheard(stop)]
    assert deaf == []


def unheard(button: QAbstractButton) -> list[str]:
    """Name the keys that do not press a button; what pressing it would do is left out."""
    heard: list[str] = []
    missing = []
    button.click = lambda: heard.append("click")  # type: ignore[method-assign]
    button.blockSignals(True)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        heard.clear()
        QTest.keyPress(button, key)
        if not heard and not button.isDown():
            missing.append(key.name)
        QTest.keyRelease(button, key)
    button.blockSignals(False)
    del button.click
    return missing


class Windows(QObject):
    """Notes what comes up as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = isinstance(watched, QWidget) and watched.isWindow()
        if event.type() == QEvent.Type.Show and is_window and not isinstance(watched, MainWindow):
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_nothing_comes_up_as_a_window_of_its_own_and_takes_the_keyboard_away(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    """A part that is shown before it has its place would be a window for a moment, and the keyboard be gone."""
    windows, application = Windows(), QApplication.instance()
    assert application is not None
    application.installEventFilter(windows)
    for tab in Tab:
        come_to(qtbot, desktop, tab, tmp_path)
        assert desktop.window.isActiveWindow()
    assert desktop.sitting is not None
    for row in desktop.sitting.checklist._opened.checklist.binding_items():
        desktop.sitting.checklist.show_item(row.key)
    QApplication.sendPostedEvents()
    application.removeEventFilter(windows)
    assert windows.seen == []


@pytest.mark.parametrize("desktop", SIZES[:1], indirect=True, ids=["1440x868"])
def test_a_figure_that_is_jumped_to_has_the_keyboard_in_its_field(qtbot: QtBot, desktop: Desktop) -> None:
    assert desktop.workspace is not None
    desktop.open_assessment(desktop.workspace.opening.assessments()[0].id)
    assert desktop.sitting is not None
    rows = desktop.sitting.checklist._opened.checklist.binding_items()
    item = next(row for row in rows if len(row.indicators) > 1)
    last = item.indicators[-1].indicator
    desktop.desks.seat.show_tab(Tab.OVERVIEW)
    desktop.sitting.go(Place(Tab.CHECKLIST, item=ItemKey(item.key), figure=last.key))
    card = desktop.sitting.checklist.view.item.figures.card(last.key)
    assert card.reading.isAncestorOf(holder(desktop))
    assert isinstance(holder(desktop), QLineEdit | QTextEdit)
    qtbot.waitUntil(lambda: not holder(desktop).visibleRegion().isEmpty())


def test_what_the_check_finds_at_a_figure_leads_to_the_figure() -> None:
    flaw = FlawRow(Flaw.UNREAD, ItemKey("11-9"), "", IndicatorKey("11-9-a"))
    place = place_of_flaw(flaw)
    assert (place.tab, place.item, place.figure) == (Tab.CHECKLIST, "11-9", "11-9-a")
