"""Every screen with the sample school, at every size people have: nothing cut, nothing over another, no English."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.checklist.history_dialog import HistoryDialog
from gui.evidence.narrowing import Narrowing
from gui.overview.view import OverviewView
from gui.shell.desktop import Desktop
from gui.shell.dialogs import about, keys_sheet
from gui.shell.rooms.evidence import EvidenceRoom
from gui.shell.rooms.report import ReportRoom
from gui.shell.tabs import Tab
from gui.widgets.dialog import TextDialog
from gui.widgets.labels import plain_label
from models.vocabulary import ItemKey, Status
from services.evidence.flags import EvidenceFlag
from tests.checklists.official_documents import a_document
from tests.gui.painting import faults_of, look_at
from tests.gui.windows import SAMPLE_NOW, SIZES, Program

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


@pytest.fixture(params=SIZES, ids=[f"{wide}x{high}" for wide, high in SIZES])
def desktop(program: Program, request: pytest.FixtureRequest, sample: Path) -> Iterator[Desktop]:
    with program.opened(sample, SAMPLE_NOW, request.param) as made:
        yield made


def faults_in(qtbot: QtBot, desktop: Desktop) -> list[str]:
    """List what is wrong with all of the window as it stands."""
    return look_at(qtbot, desktop.window, MAY_ELIDE)


def open_the_sample(desktop: Desktop) -> None:
    assert desktop.workspace is not None
    [only] = desktop.workspace.opening.assessments()
    desktop.open_assessment(only.id)


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
    assert faults_in(qtbot, desktop) == []


def test_the_checklist_is_whole_at_every_telling_item(qtbot: QtBot, desktop: Desktop) -> None:
    open_the_sample(desktop)
    assert desktop.sitting is not None
    found = {}
    for key in telling_items(desktop):
        desktop.sitting.checklist.show_item(key)
        if faults := faults_in(qtbot, desktop):
            found[key] = faults
    assert found == {}


def test_the_overview_is_whole(qtbot: QtBot, desktop: Desktop) -> None:
    open_the_sample(desktop)
    desktop.desks.seat.show_tab(Tab.OVERVIEW)
    assert faults_in(qtbot, desktop) == []
    assert desktop.sitting is not None
    overview = desktop.sitting.room(Tab.OVERVIEW).view
    assert isinstance(overview, OverviewView)
    overview._figures._switch.click()
    assert faults_in(qtbot, desktop) == []


def test_the_check_is_whole(qtbot: QtBot, desktop: Desktop) -> None:
    open_the_sample(desktop)
    desktop.desks.seat.show_tab(Tab.QUALITY)
    assert faults_in(qtbot, desktop) == []


def test_two_years_are_whole_side_by_side(qtbot: QtBot, desktop: Desktop) -> None:
    open_the_sample(desktop)
    assert desktop.sitting is not None
    assert desktop.workspace is not None
    begun = desktop.workspace.cycles.start(desktop.sitting.assessment)
    desktop.open_assessment(begun.assessment)
    for tab in (Tab.CHECKLIST, Tab.OVERVIEW, Tab.CYCLES):
        desktop.desks.seat.show_tab(tab)
        assert faults_in(qtbot, desktop) == []
    desktop._on_home_wanted()
    assert faults_in(qtbot, desktop) == []


def test_the_evidence_is_whole(qtbot: QtBot, desktop: Desktop) -> None:
    open_the_sample(desktop)
    desktop.desks.seat.show_tab(Tab.EVIDENCE)
    assert desktop.sitting is not None
    assert faults_in(qtbot, desktop) == []
    evidence = desktop.sitting.room(Tab.EVIDENCE)
    assert isinstance(evidence, EvidenceRoom)
    evidence.screen.view.bar.ask(Narrowing(flag=EvidenceFlag.EXPIRED))
    assert faults_in(qtbot, desktop) == []
    evidence.screen.view.list.selectAll()
    assert faults_in(qtbot, desktop) == []


def test_the_report_is_whole(qtbot: QtBot, desktop: Desktop) -> None:
    open_the_sample(desktop)
    assert desktop.sitting is not None
    report = desktop.sitting.room(Tab.REPORT)
    assert isinstance(report, ReportRoom)
    with qtbot.waitSignal(report.screen.made):
        desktop.desks.seat.show_tab(Tab.REPORT)
    assert faults_in(qtbot, desktop) == []
    report.screen.view._show_options(shown=True)
    assert faults_in(qtbot, desktop) == []


def test_the_review_of_a_draft_is_whole(qtbot: QtBot, desktop: Desktop, tmp_path: Path) -> None:
    document = tmp_path / "试点市职业教育提质行动方案.txt"
    document.write_text(a_document(), encoding="utf-8")
    desktop.start.document_dropped.emit(document)
    screen = desktop.desks.drafting.screen
    assert screen is not None
    qtbot.waitUntil(lambda: screen.review is not None)
    assert faults_in(qtbot, desktop) == []
    screen.view.turn_to_text()
    screen.view.clauses.tabs.setCurrentIndex(1)
    assert faults_in(qtbot, desktop) == []
    screen.view.bar.home.click()
    assert faults_in(qtbot, desktop) == []


def test_the_dialogs_are_whole(qtbot: QtBot, desktop: Desktop) -> None:
    open_the_sample(desktop)
    asked = TextDialog("这一条为什么不适用？", "理由会印在报告里，供教育局核对。", act="记为不适用", stay="不改了")
    for dialog in (keys_sheet(), about("0.1.0", "/数据/职评簿"), asked, HistoryDialog("11-9", [], None)):
        qtbot.addWidget(dialog)
        dialog.show()
        assert look_at(qtbot, dialog) == []


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
