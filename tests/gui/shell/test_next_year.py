"""From year to year through the real window: preview, new cycle, overview, check, comparison."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.overview.view import OverviewView
from gui.shell.desktop import Desktop
from gui.shell.rooms.cycles import CyclesRoom
from gui.shell.rooms.findings import FindingsRoom
from gui.shell.rooms.quality import QualityRoom, place_of
from gui.shell.tabs import Tab
from gui.widgets.text import Paragraph
from models.vocabulary import AssessmentId, EvidenceId, FindingNumber, ItemKey, Status
from services.checklist import Answer
from services.cycles.comparison import Course
from services.quality import Flaw, FlawRow
from tests.gui.windows import Program, started

NOW = datetime(2026, 3, 2, 9, 0).astimezone()


@pytest.fixture
def desktop(program: Program, tmp_path: Path) -> Iterator[Desktop]:
    with program.opened(tmp_path / "ws", NOW) as made:
        yield made


@pytest.fixture
def last(desktop: Desktop) -> AssessmentId:
    assert desktop.workspace is not None
    made = started(desktop)
    rows = list(desktop.workspace.assessments.checklist(made).binding_items())
    answers = {row.key: Answer(Status.MET, note="办好了", department="教务处") for row in rows[:6]}
    desktop.workspace.assessments.record_many(made, answers)
    desktop._presenter.refresh()
    return made


def _tab(desktop: Desktop) -> str:
    return str(desktop.window.current_tab)


def begin(qtbot: QtBot, desktop: Desktop) -> AssessmentId:
    assert desktop.desks.cycles.dialog is not None
    desktop.desks.cycles.dialog.act_button.click()
    qtbot.waitUntil(lambda: desktop.sitting is not None)
    assert desktop.sitting is not None
    return desktop.sitting.assessment


def test_the_start_page_opens_the_next_year(qtbot: QtBot, desktop: Desktop, last: AssessmentId) -> None:
    link = desktop.start._left.recent.next_year
    assert link.text() == "从这一份开 2026 年度"
    link.click()
    begun = begin(qtbot, desktop)
    assert desktop.workspace is not None
    checklist = desktop.workspace.assessments.checklist(begun)
    assert checklist.year == 2026
    assert sum(row.answer.department == "教务处" for row in checklist.items()) == 6
    desktop._on_home_wanted()
    assert not any(row.next_year == 2026 for row in [desktop.start._left.recent.list.current] if row)


def test_the_menu_opens_it_too_and_only_once(qtbot: QtBot, desktop: Desktop, last: AssessmentId) -> None:
    desktop.open_assessment(last)
    desktop.window._actions["next_year"].trigger()
    assert desktop.desks.cycles.dialog is not None
    desktop.desks.cycles.dialog.act_button.click()
    qtbot.waitUntil(lambda: desktop.sitting is not None and desktop.sitting.assessment != last)
    assert desktop.sitting is not None
    begun = desktop.sitting.assessment
    desktop.open_assessment(last)
    desktop.window._actions["next_year"].trigger()
    assert desktop.sitting.assessment == begun
    assert desktop.workspace is not None
    assert len(desktop.workspace.opening.assessments()) == 2


def test_the_preview_alone_begins_nothing(desktop: Desktop, last: AssessmentId) -> None:
    desktop.desks.cycles.preview(last)
    assert desktop.desks.cycles.dialog is not None
    desktop.desks.cycles.dialog.stay_button.click()
    assert desktop.workspace is not None
    assert len(desktop.workspace.opening.assessments()) == 1


def test_the_overview_leads_to_the_comparison_and_that_to_an_item(
    qtbot: QtBot, desktop: Desktop, last: AssessmentId
) -> None:
    desktop.desks.cycles.preview(last)
    begin(qtbot, desktop)
    assert desktop.sitting is not None
    desktop.desks.seat.show_tab(Tab.OVERVIEW)
    overview = desktop.sitting.room(Tab.OVERVIEW).view
    assert isinstance(overview, OverviewView)
    assert overview._years.isVisible()
    overview._years.all.click()
    assert _tab(desktop) == Tab.CYCLES
    room = desktop.sitting.room(Tab.CYCLES)
    assert isinstance(room, CyclesRoom)
    room.screen.view.choose(Course.OPEN)
    lines = room.screen.view._comparison
    assert lines is not None
    room.screen.view._on_wanted(lines.of(Course.OPEN)[0])
    assert _tab(desktop) == Tab.CHECKLIST
    assert desktop.sitting.checklist.key == lines.of(Course.OPEN)[0].leads


def test_a_key_leads_to_the_check_and_a_row_to_its_item(desktop: Desktop, last: AssessmentId) -> None:
    desktop.open_assessment(last)
    QTest.keyClick(desktop.window, Qt.Key.Key_F7)
    assert _tab(desktop) == Tab.QUALITY
    assert desktop.sitting is not None
    room = desktop.sitting.room(Tab.QUALITY)
    assert isinstance(room, QualityRoom)
    part = next(one for one in room.screen.view.parts() if one.group.flaw is Flaw.BARE)
    line = part.group.lines[-1]
    part.wanted.emit(line.row)
    assert _tab(desktop) == Tab.CHECKLIST
    assert desktop.sitting.checklist.key == line.row.item


def test_a_finding_carried_over_says_where_it_is_from(qtbot: QtBot, desktop: Desktop, last: AssessmentId) -> None:
    assert desktop.workspace is not None
    rows = list(desktop.workspace.assessments.checklist(last).binding_items())
    desktop.workspace.assessments.record(last, rows[7].key, Answer(Status.NOT_MET, missing="缺制度"))
    desktop.workspace.findings.open_from(last, rows[7].key)
    desktop.desks.cycles.preview(last)
    begin(qtbot, desktop)
    assert desktop.sitting is not None
    desktop.desks.seat.show_tab(Tab.FINDINGS)
    room = desktop.sitting.room(Tab.FINDINGS)
    assert isinstance(room, FindingsRoom)
    room.screen.show_finding(FindingNumber(1))
    shown = [one.text for one in room.screen.view.detail._facts.findChildren(Paragraph)]
    assert "2025 年度的整改台账，进展和佐证接着算" in shown


def test_every_flaw_has_a_place_to_mend_it() -> None:
    item = ItemKey("1-1")
    assert place_of(FlawRow(Flaw.BARE, item)).item == item
    assert place_of(FlawRow(Flaw.EXPIRED, item, evidence=EvidenceId(3))).evidence == 3
    assert place_of(FlawRow(Flaw.OVERDUE, None, finding=FindingNumber(2))).finding == 2


def test_a_step_of_the_overview_leads_into_the_check(desktop: Desktop, last: AssessmentId) -> None:
    desktop.open_assessment(last)
    desktop.desks.seat.show_tab(Tab.OVERVIEW)
    assert desktop.sitting is not None
    view = desktop.sitting.room(Tab.OVERVIEW).view
    assert isinstance(view, OverviewView)
    view.without_evidence_wanted.emit()
    assert _tab(desktop) == Tab.QUALITY
