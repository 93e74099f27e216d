"""Every screen with the sample school, at every size people have: nothing cut, nothing over another, no English."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.checklist.history_dialog import HistoryDialog
from gui.evidence.narrowing import Narrowing
from gui.overview.view import OverviewView
from gui.platform.desk_settings import DeskSettings
from gui.platform.theme import Themes
from gui.shell.desktop import Desktop
from gui.shell.dialogs import about, keys_sheet
from gui.shell.rooms.evidence import EvidenceRoom
from gui.shell.rooms.report import ReportRoom
from gui.shell.tabs import Tab
from gui.shell.window import MainWindow
from gui.widgets.dialog import TextDialog
from gui.widgets.labels import plain_label
from models.vocabulary import ItemKey, Status
from services.evidence.flags import EvidenceFlag
from services.sample.school import fill
from services.workspace import Workspace
from tests.checklists.official_documents import a_document
from tests.gui.painting import a_spy, faults_of

NOW = datetime(2025, 11, 21, 14, 3).astimezone()
SIZES = ((1440, 868), (1366, 696), (960, 520))
MAY_ELIDE = frozenset(
    {
        "gui.checklist.tree_delegate",  # headings of the tree, with a tooltip
        "gui.checklist.jump_button",  # the same headings where the tree is folded
        "gui.checklist.list_delegate",  # the same headings over their items
        "gui.evidence.list_delegate",  # file names, with a tooltip
        "gui.widgets.thumb",  # file names, with a tooltip
        "gui.widgets.text",  # rows beyond two lines, with a tooltip
        "gui.widgets.labels",  # labels that tell all of it in their tooltip: held to that by faults_of
        "gui.widgets.chip",  # a reason beside its item
        "gui.drafting.clause_pane",  # headings of clauses, with a tooltip
        "gui.drafting.item_bar",  # names of figures, with a tooltip
        "gui.overview.delegates",  # whose an overdue item is, with a tooltip
        "gui.quality.group_part",  # one line a flaw, with a tooltip
        "gui.cycles.delegates",  # one line an item, with a tooltip
    }
)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("sample") / "ws"
    ticks = count()
    with Workspace.open(
        folder, "李敏", NOW.date, now=lambda: NOW - timedelta(minutes=15) + timedelta(seconds=next(ticks))
    ) as workspace:
        fill(workspace, "yiyang")
    return folder


@pytest.fixture(params=SIZES, ids=[f"{wide}x{high}" for wide, high in SIZES])
def desktop(
    qtbot: QtBot, request: pytest.FixtureRequest, sample: Path, tmp_path: Path, themes: Themes
) -> Iterator[Desktop]:
    settings = DeskSettings(tmp_path / "desk.ini")
    made = Desktop(MainWindow(settings), sample, "李敏", settings, themes, now=lambda: NOW)
    made.window.resize(*request.param)
    made.window.show()
    made.open()
    qtbot.waitUntil(lambda: made.workspace is not None)
    yield made
    made.window.close()
    made.close()


def look_at(qtbot: QtBot, desktop: Desktop) -> list[str]:
    """Paint the window once it has settled, and list what is wrong with it."""
    settle(qtbot, desktop.window)
    with a_spy() as spy:
        desktop.window.grab()
    cut = [f"{module} 截断：{text}" for module, text in spy.cut_outside(MAY_ELIDE)]
    over = [f"{module} 写出界：{text}" for module, text in sorted(set(spy.overflowing))]
    return sorted({*cut, *over, *faults_of(desktop.window)})


def settle(qtbot: QtBot, window: QWidget) -> None:
    """Let layouts come to rest; a fault that stays is left to be found."""
    with suppress(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: not faults_of(window), timeout=3_000)


def open_the_sample(desktop: Desktop) -> None:
    assert desktop.workspace is not None
    first = min(desktop.workspace.opening.assessments(), key=lambda row: row.year)  # a next year may be begun below
    desktop.open_assessment(first.id)


def telling_items(desktop: Desktop) -> list[ItemKey]:
    """Name items with figures, with evidence, with each status, and the longest."""
    assert desktop.workspace is not None
    assert desktop.sitting is not None
    items = list(desktop.workspace.assessments.checklist(desktop.sitting.assessment).items())
    with_figures = [row.item.key for row in items if row.indicators]
    by_status = [next(row.item.key for row in items if row.status is status) for status in Status]
    longest = max(items, key=lambda row: len(row.item.text))
    return [*with_figures, *by_status, longest.item.key]


def test_the_start_page_is_whole(qtbot: QtBot, desktop: Desktop) -> None:
    assert look_at(qtbot, desktop) == []


def test_the_checklist_is_whole_at_every_telling_item(qtbot: QtBot, desktop: Desktop) -> None:
    open_the_sample(desktop)
    assert desktop.sitting is not None
    found = {}
    for key in telling_items(desktop):
        desktop.sitting.checklist.show_item(key)
        if faults := look_at(qtbot, desktop):
            found[key] = faults
    assert found == {}


def test_the_overview_is_whole(qtbot: QtBot, desktop: Desktop) -> None:
    open_the_sample(desktop)
    desktop.desks.seat.show_tab(Tab.OVERVIEW)
    assert look_at(qtbot, desktop) == []
    assert desktop.sitting is not None
    overview = desktop.sitting.room(Tab.OVERVIEW).view
    assert isinstance(overview, OverviewView)
    overview._figures._switch.click()
    assert look_at(qtbot, desktop) == []


def test_the_check_is_whole(qtbot: QtBot, desktop: Desktop) -> None:
    open_the_sample(desktop)
    desktop.desks.seat.show_tab(Tab.QUALITY)
    assert look_at(qtbot, desktop) == []


def test_two_years_are_whole_side_by_side(qtbot: QtBot, desktop: Desktop) -> None:
    open_the_sample(desktop)
    assert desktop.sitting is not None
    assert desktop.workspace is not None
    cycles = desktop.workspace.cycles
    first = desktop.sitting.assessment
    begun = cycles.started(first) or cycles.start(first).assessment
    desktop.open_assessment(begun)
    for tab in (Tab.CHECKLIST, Tab.OVERVIEW, Tab.CYCLES):
        desktop.desks.seat.show_tab(tab)
        assert look_at(qtbot, desktop) == []
    desktop._on_home_wanted()
    assert look_at(qtbot, desktop) == []


def test_the_evidence_is_whole(qtbot: QtBot, desktop: Desktop) -> None:
    open_the_sample(desktop)
    desktop.desks.seat.show_tab(Tab.EVIDENCE)
    assert desktop.sitting is not None
    assert look_at(qtbot, desktop) == []
    evidence = desktop.sitting.room(Tab.EVIDENCE)
    assert isinstance(evidence, EvidenceRoom)
    evidence.screen.view.bar.ask(Narrowing(flag=EvidenceFlag.EXPIRED))
    assert look_at(qtbot, desktop) == []
    evidence.screen.view.list.selectAll()
    assert look_at(qtbot, desktop) == []


def test_the_report_is_whole(qtbot: QtBot, desktop: Desktop) -> None:
    open_the_sample(desktop)
    assert desktop.sitting is not None
    report = desktop.sitting.room(Tab.REPORT)
    assert isinstance(report, ReportRoom)
    with qtbot.waitSignal(report.screen.made):
        desktop.desks.seat.show_tab(Tab.REPORT)
    assert look_at(qtbot, desktop) == []
    report.screen.view._show_options(shown=True)
    assert look_at(qtbot, desktop) == []


def test_the_review_of_a_draft_is_whole(qtbot: QtBot, desktop: Desktop, tmp_path: Path) -> None:
    document = tmp_path / "试点市职业教育提质行动方案.txt"
    document.write_text(a_document(), encoding="utf-8")
    desktop.start.document_dropped.emit(document)
    screen = desktop.desks.drafting.screen
    assert screen is not None
    qtbot.waitUntil(lambda: screen.review is not None)
    assert look_at(qtbot, desktop) == []
    screen.view.turn_to_text()
    screen.view.clauses.tabs.setCurrentIndex(1)
    assert look_at(qtbot, desktop) == []
    screen.view.bar.home.click()
    assert look_at(qtbot, desktop) == []
    assert desktop.workspace is not None
    for row in desktop.workspace.drafts.listed():
        desktop.workspace.drafts.throw_away(row.name)


def test_the_dialogs_are_whole(qtbot: QtBot, desktop: Desktop) -> None:
    open_the_sample(desktop)
    asked = TextDialog("这一条为什么不适用？", "理由会印在报告里，供教育局核对。", act="记为不适用", stay="不改了")
    for dialog in (keys_sheet(), about("0.1.0", "/数据/职评簿"), asked, HistoryDialog("11-9", [], None)):
        qtbot.addWidget(dialog)
        dialog.show()
        settle(qtbot, dialog)
        with a_spy() as spy:
            dialog.grab()
        assert spy.overflowing == []
        assert faults_of(dialog) == []


@pytest.mark.skipif("QT_SCALE_FACTOR" in os.environ, reason="this is the run at another scale")
def test_all_of_it_is_whole_at_twice_the_size() -> None:
    asked = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "960", __file__]
    scaled = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(asked, check=False, env=scaled, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stdout[-4000:]


def test_the_look_finds_what_is_wrong(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    words, other = plain_label("写不下的一长串字"), plain_label("Settings")
    for label in (words, other):
        column.addWidget(label)
    with qtbot.waitExposed(window):
        window.show()
    words.setGeometry(0, 0, 20, 20)
    other.setGeometry(10, 10, 400, 20)
    found = faults_of(window)
    assert {fault.partition("：")[0] for fault in found} == {"PlainLabel 装不下", "外文", "相叠", "出界"}
