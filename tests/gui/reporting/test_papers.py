"""The whole way of every paper in the window: chosen, looked at, searched, saved, printed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.reporting.paper_view import PaperView
from gui.reporting.presenter import ReportScreen
from gui.reporting.printing import sides_of
from models.vocabulary import Annex, AssessmentId
from reports.orders import Kind, Skin
from reports.preview import Pages
from reports.printing import skins_of
from resources import word
from services.findings.findings import opened_number
from services.findings.rows import Remedy
from services.workspace import Workspace
from tests.gui.reporting.desk import Desk, a_sample_school, a_screen, choose, wait

FIRST = AssessmentId(1)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with a_sample_school(tmp_path_factory.mktemp("school") / "ws") as opened:
        yield opened


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def screen(qtbot: QtBot, workspace: Workspace, desk: Desk) -> Iterator[ReportScreen]:
    with a_screen(qtbot, workspace, FIRST, desk) as opened:
        yield opened


def idle(qtbot: QtBot, screen: ReportScreen) -> None:
    qtbot.waitUntil(lambda: not screen.services.jobs.is_busy)


def find(qtbot: QtBot, screen: ReportScreen, sought: str) -> QLineEdit:
    (field,) = [edit for edit in screen.view.findChildren(QLineEdit) if edit.accessibleName() == "在报告里找"]
    field.setText(sought)
    qtbot.waitUntil(lambda: bool(screen.view.found_words))
    return field


@pytest.mark.parametrize("kind", [kind for kind in Kind if skins_of(kind)])
def test_a_paper_is_chosen_seen_saved_in_every_skin_and_printed(
    qtbot: QtBot, screen: ReportScreen, desk: Desk, kind: Kind
) -> None:
    choose(qtbot, screen, kind)
    steps = screen.view.options.steps
    assert screen.view.shown_pages() >= 1
    assert steps.problem == ""
    assert set(steps.skins) == set(skins_of(kind))
    for skin in steps.skins:
        steps.save_wanted.emit(skin)
        idle(qtbot, screen)
        assert desk.proposed.name == f"资江职业中等专业学校（示例）2025年度{word(kind)}{skin}"
        assert (desk.folder / desk.proposed.name).read_bytes()[:2] == (b"%P" if skin is Skin.PDF else b"PK")
        assert desk.proposed.name in steps.saved
    saved = Pages(desk.folder / f"资江职业中等专业学校（示例）2025年度{word(kind)}.pdf")
    assert saved.count == screen.view.shown_pages()
    steps.print_wanted.emit()
    idle(qtbot, screen)
    assert Pages(desk.printed).count == min(2, saved.count)
    wide, high = Pages(desk.printed).size(0)
    assert (wide > high) == (kind in (Kind.LEDGER, Kind.COMPARISON))


def test_enter_goes_through_what_was_found_from_the_first_place_on(qtbot: QtBot, screen: ReportScreen) -> None:
    choose(qtbot, screen, Kind.LEDGER)
    field = find(qtbot, screen, "佐证")
    count = len(screen.view.found)
    assert screen.view.found_words == f"{count} 处"
    for number in (1, 2):
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert screen.view.found_words == f"{number}/{count} 处"
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert screen.view.found_words == f"1/{count} 处"
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert screen.view.found_words == f"{count}/{count} 处"


def test_pages_made_anew_are_searched_anew_and_stay_where_they_were_read(
    qtbot: QtBot, screen: ReportScreen, workspace: Workspace
) -> None:
    find(qtbot, screen, "佐证")
    before = len(screen.view.found)
    screen.view.go_to(9)
    with qtbot.waitSignal(screen.made):
        screen.services.bus.changed.emit(workspace.findings.open_by_hand(FIRST, Remedy(problem="佐证不全")))
    qtbot.waitUntil(lambda: len(screen.view.found) > before)
    assert screen.view.page == 9


def test_a_word_is_looked_for_while_other_work_goes_on(qtbot: QtBot, screen: ReportScreen) -> None:
    goes_on = Event()
    screen.services.jobs.run(lambda _progress: goes_on.wait(20))
    find(qtbot, screen, "佐证")
    assert screen.view.found
    assert screen.services.jobs.is_busy
    goes_on.set()


def test_what_is_not_there_is_said(qtbot: QtBot, screen: ReportScreen) -> None:
    find(qtbot, screen, "没有这样的字")
    assert screen.view.found_words == "没有找到"


def test_how_saving_ended_is_seen_where_the_options_were_put_away(
    qtbot: QtBot, workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    with a_screen(qtbot, workspace, FIRST, desk, (960, 452)) as screen:
        steps = screen.view.options.steps
        for target in (tmp_path / "没有" / "报告.pdf", tmp_path / "报告.pdf"):
            desk.target = target
            if screen.view.options.isVisible():
                screen.view.toggle_options()
            QTest.keyClick(screen.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
            idle(qtbot, screen)
            assert screen.view.options.isVisible()
            assert bool(steps.problem) != bool(steps.saved)
        assert steps.saved == "已存好：报告.pdf"


def test_both_sides_are_kept_with_the_assessment_and_passed_on_to_the_printer(
    qtbot: QtBot, screen: ReportScreen, desk: Desk, workspace: Workspace
) -> None:
    with qtbot.waitSignal(screen.made):
        screen.view.options.choices.choose_duplex(True)
    assert workspace.passages.settings(FIRST).is_duplex
    screen.view.options.steps.print_wanted.emit()
    idle(qtbot, screen)
    assert desk.asked.is_duplex
    choose(qtbot, screen, Kind.POLICY)
    with qtbot.waitSignal(screen.made):
        screen.view.options.choices.choose_duplex(False)
    assert not workspace.passages.settings(FIRST).is_duplex


def test_an_annex_that_is_not_wanted_is_left_out_of_the_report(
    qtbot: QtBot, screen: ReportScreen, workspace: Workspace
) -> None:
    before = screen.view.shown_pages()
    with qtbot.waitSignal(screen.made):
        screen.view.options.choices.choose_annex(Annex.EVIDENCE, False)
    assert screen.view.shown_pages() < before
    assert Annex.EVIDENCE not in workspace.passages.settings(FIRST).annexes
    with qtbot.waitSignal(screen.made):
        screen.view.options.choices.choose_annex(Annex.EVIDENCE, True)


def test_one_department_alone_is_printed(qtbot: QtBot, screen: ReportScreen, desk: Desk) -> None:
    choose(qtbot, screen, Kind.TASK_SHEETS)
    before = screen.view.shown_pages()
    with qtbot.waitSignal(screen.made):
        screen.view.options.choices.choose_department(2)
    assert 0 < screen.view.shown_pages() < before
    screen.view.options.steps.save_wanted.emit(Skin.PDF)
    idle(qtbot, screen)
    assert desk.proposed.stem.endswith("科室任务单教务科")


def test_a_paper_seen_before_comes_back_at_once(qtbot: QtBot, screen: ReportScreen) -> None:
    choose(qtbot, screen, Kind.LEDGER)
    pages = screen.view.shown_pages()
    choose(qtbot, screen, Kind.POLICY)
    screen.view.options.kinds.choose(Kind.LEDGER)
    assert not screen.is_busy
    assert screen.view.shown_pages() == pages


def test_a_stopped_paper_is_offered_again(qtbot: QtBot, screen: ReportScreen) -> None:
    screen.view.options.kinds.choose(Kind.COMPARISON)
    screen.view.stop_wanted.emit()
    assert not screen.is_busy
    assert not screen.view.options.steps.can_print
    assert screen.view.shown_pages() == 0
    idle(qtbot, screen)
    assert screen.is_stale
    screen.view.retry_wanted.emit()
    wait(qtbot, screen)
    assert screen.view.shown_pages() > 10


def test_lying_papers_turn_over_their_short_edge(qtbot: QtBot, screen: ReportScreen, desk: Desk) -> None:
    choose(qtbot, screen, Kind.LEDGER)
    screen.view.options.steps.print_wanted.emit()
    idle(qtbot, screen)
    assert (desk.asked.is_landscape, desk.asked.is_duplex) == (True, False)
    for is_landscape, edge in ((True, "DuplexShortSide"), (False, "DuplexLongSide")):
        assert sides_of(replace(desk.asked, is_landscape=is_landscape, is_duplex=True)).name == edge
    assert sides_of(desk.asked).name == "DuplexNone"


def test_a_change_while_pages_are_made_is_never_overtaken_by_them(
    qtbot: QtBot, screen: ReportScreen, workspace: Workspace
) -> None:
    screen.view.options.kinds.choose(Kind.SELF_ASSESSMENT)
    screen.view.options.kinds.choose(Kind.LEDGER)
    number = opened_number(change := workspace.findings.open_by_hand(FIRST, Remedy(problem="车间漏雨三处")))
    screen.services.bus.changed.emit(change)
    with qtbot.waitSignal(screen.made):
        pass
    find(qtbot, screen, "车间漏雨三处")
    assert len(screen.view.found) == 1
    workspace.findings.withdraw(FIRST, number, "误开")


def test_plus_and_minus_change_the_size_and_the_bar_says_so(qtbot: QtBot, screen: ReportScreen) -> None:
    paper, words = screen.view.findChild(PaperView), []
    assert isinstance(paper, PaperView)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Minus):
        QTest.keyClick(paper, key)
        words.append(screen.view.zoom_words)
    large, back, small = (int(said.removesuffix("%")) for said in words)
    assert large > back > small
