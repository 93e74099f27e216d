"""Filters that combine, what stands on their chips and in their menus, and those kept under a name."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from gui.checklist.filter_bar import FilterBar
from gui.checklist.filter_keeper import read, written
from gui.checklist.filter_menu import StayingMenu
from gui.checklist.filters import Filter
from gui.checklist.list_view import ItemListView
from gui.platform.desk_settings import DeskSettings
from gui.platform.theme import ThemeChoice, Themes
from models.vocabulary import AssessmentId, ItemKey, Status
from services.checklist import Answer
from services.workspace import Workspace
from tests.builders import a_measure, a_policy, an_item
from tests.gui.checklist.sitting import Sitting, a_sitting, type_words
from tests.gui.painting import a_spy, faults_of


def fill_some(workspace: Workspace, assessment: AssessmentId) -> None:
    record = workspace.assessments.record
    record(assessment, ItemKey("1-1"), Answer(Status.MET, department="教务科", person="李敏"))
    record(assessment, ItemKey("1-2"), Answer(Status.PARTLY_MET, department="教务科", due=date(2025, 1, 1)))
    record(assessment, ItemKey("2-1"), Answer(Status.NOT_MET, department="R&D 部", person="王海波", note="缺 4 人"))
    workspace.evidence.attach_bytes(assessment, ItemKey("1-2"), b"%PDF-1.4", "培训台账.pdf")
    workspace.findings.open_from(assessment, ItemKey("2-1"))


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    first = [an_item("1-1", theme="school-condition"), an_item("1-2"), an_item("1-3")]
    policy = a_policy([replace(a_measure(number, items), indicators=()) for number, items in ((1, first), (2, 3))])
    with a_sitting(qtbot, tmp_path, policy=policy, before=fill_some) as made:
        yield made


def shown(sitting: Sitting) -> list[str]:
    return list(sitting.find(ItemListView)._model.keys())


def bar(sitting: Sitting) -> FilterBar:
    return sitting.find(FilterBar)


def pick(menu: QMenu, words: str) -> None:
    """Trigger an entry of a menu, or of one that opens from it."""
    found = [action for action in menu.actions() if action.text() == words]
    assert found, [action.text() for action in menu.actions()]
    found[0].trigger()


@pytest.mark.parametrize(
    ("wanted", "keys"),
    [
        (Filter(statuses=frozenset([Status.MET, Status.NOT_MET])), ["1-1", "2-1"]),
        (Filter(person="王海波"), ["2-1"]),
        (Filter(person="", department="教务科"), ["1-2"]),
        (Filter(theme="school-condition"), ["1-1"]),
        (Filter(section="一"), ["1-1", "1-2", "1-3", "2-1", "2-2", "2-3"]),
        (Filter(section="二"), []),
        (Filter(is_overdue=True), ["1-2"]),
        (Filter(has_finding=True), ["2-1"]),
        (Filter(text="缺4"), []),
        (Filter(text="4 缺"), ["2-1"]),
        (Filter(text="整改-01"), []),
        (Filter(text="1-2-01"), ["1-2"]),
        (Filter(lacks_evidence=True, department="教务科"), ["1-1"]),
    ],
)
def test_filters_combine(sitting: Sitting, wanted: Filter, keys: list[str]) -> None:
    sitting.screen._list.ask(wanted)
    assert shown(sitting) == keys


def test_a_finding_is_found_by_its_words_as_soon_as_it_is_written(sitting: Sitting) -> None:
    row = sitting.workspace.findings.of_item(sitting.assessment, ItemKey("2-1"))[0]
    remedy = replace(row.remedy, measure="外聘企业工程师")
    sitting.bus.changed.emit(sitting.workspace.findings.amend(sitting.assessment, row.number, remedy))
    type_words(bar(sitting).search, "企业工程师")
    assert shown(sitting) == ["2-1"]
    entry = sitting.find(ItemListView)._model.entry_at(sitting.find(ItemListView)._model.index_of(ItemKey("2-1")))
    assert entry.found.name == "整改"  # type: ignore[union-attr]


def test_several_statuses_are_ticked_before_the_menu_closes(sitting: Sitting, qtbot: QtBot) -> None:
    menu = bar(sitting).menus.statuses()
    assert isinstance(menu, StayingMenu)
    menu.popup(sitting.screen.view.mapToGlobal(sitting.screen.view.rect().center()))
    for row in (0, 1):
        menu.setActiveAction(menu.actions()[row])
        QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    menu.close()
    assert shown(sitting) == ["1-1", "1-2"]
    assert bar(sitting).status.text() == "状态：已落实、部分落实"
    bar(sitting).status.cleared.emit()
    assert len(shown(sitting)) == 6


def test_what_narrows_the_list_stands_on_chips_and_goes_by_one_click(sitting: Sitting) -> None:
    wanted = Filter(text="要点", person="李敏", theme="school-condition", section="一", has_finding=True)
    sitting.screen._list.ask(wanted)
    chips = [chip for chip in (*bar(sitting).picks.values(), *bar(sitting).flags.values()) if chip.is_active]
    assert all(chip.isVisible() for chip in chips)
    assert (chips[0].text(), chips[-1].text()) == ("填报人：李敏", "有整改 1")
    bar(sitting).clear.click()
    assert bar(sitting).filter == Filter(text="要点")
    assert not bar(sitting).clear.isVisible()


def test_a_department_named_like_a_mnemonic_is_shown_as_typed(sitting: Sitting) -> None:
    pick(bar(sitting).menus.pick("department"), "R&&D 部")
    assert shown(sitting) == ["2-1"]
    assert bar(sitting).picks["department"].text() == "科室：R&D 部"


def test_a_filter_is_kept_recalled_renamed_and_dropped(sitting: Sitting, tmp_path: Path) -> None:
    sitting.screen._list.ask(Filter(statuses=frozenset([Status.NOT_MET]), has_finding=True))
    sitting.outside.name = "要盯的"
    pick(bar(sitting).menus.whole(), "存下这组筛选…")
    sitting.screen._list.ask(Filter())
    pick(bar(sitting).menus.whole(), "要盯的")
    assert shown(sitting) == ["2-1"]
    assert list(DeskSettings(tmp_path / "desk.ini").desk.filters) == ["要盯的"]
    sitting.outside.name = "月底要办"
    bar(sitting).rename_wanted.emit("要盯的")
    assert "月底要办" in [action.text() for action in bar(sitting).menus.whole().actions()]
    bar(sitting).drop_wanted.emit("月底要办")
    assert DeskSettings(tmp_path / "desk.ini").desk.filters == {}


FILTERS = st.builds(
    Filter,
    text=st.text(max_size=5),
    statuses=st.frozensets(st.sampled_from(Status)),
    department=st.none() | st.text(max_size=5),
    person=st.none() | st.text(max_size=5),
    is_overdue=st.booleans(),
    has_finding=st.booleans(),
)


@given(FILTERS)
def test_a_kept_filter_is_the_one_that_is_recalled(wanted: Filter) -> None:
    assert read(written(wanted)) == wanted


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"statuses": ["done"]}', '{"text": 3, "statuses": []}', "nonsense"])
def test_a_kept_filter_that_makes_no_sense_is_passed_over(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("size", [(1440, 852), (1366, 680), (960, 452)])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_filters_menus_and_the_form_for_several_are_whole_at_every_size(
    qtbot: QtBot, sitting: Sitting, themes: Themes, size: tuple[int, int], theme: str
) -> None:
    themes.choose(ThemeChoice(theme))
    view = sitting.screen.view
    view.resize(*size)
    wanted = Filter(statuses=frozenset([Status.MET, Status.NOT_MET, Status.PARTLY_MET]), theme="teacher-development")
    sitting.screen._list.ask(replace(wanted, person="李敏", section="一", is_overdue=True, has_finding=True))
    menu = bar(sitting).menus.whole()
    menu.popup(view.mapToGlobal(view.rect().topLeft()))
    with a_spy() as spy:
        view.grab()
        menu.grab()
        menu.close()
        sitting.screen._list.ask(Filter(text="yd"))
        view.grab()
        view.list.list.selectAll()
        for key in (Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_2):
            QTest.keyClick(view.list.list, key)
            qtbot.wait(10)
            view.grab()
    assert view.is_bulk
    assert faults_of(view) == []
    assert spy.overflowing == []
