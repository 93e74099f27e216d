"""What the list finds: words, initials, statuses, what is missing."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStackedLayout
from pytestqt.qtbot import QtBot

from gui.checklist.filter_bar import FilterBar
from gui.checklist.filters import Filter, RowFinder
from gui.checklist.list_model import ItemListModel
from gui.checklist.list_view import ItemListView
from gui.checklist.open_checklist import OpenChecklist
from gui.checklist.pressing import pressing
from models.vocabulary import AssessmentId, IndicatorKey, ItemKey, Status
from services.checklist import Answer, Checklist, ItemRow
from services.initials import initials
from services.judging import Reading
from services.workspace import Workspace
from tests.builders import TODAY, a_measure, a_policy, a_workspace, an_assessment, an_item
from tests.gui.checklist.sitting import Sitting, a_checklist_policy, a_sitting, type_words


def found(checklist: Checklist, wanted: Filter, *, only_mine: bool = True) -> list[str]:
    finder = RowFinder(OpenChecklist(checklist), lambda: TODAY)
    return [row.key for group in finder.find(wanted, only_mine=only_mine).groups for row in group.rows]


def fill_some(workspace: Workspace, assessment: AssessmentId) -> None:
    record = workspace.assessments.record
    record(assessment, ItemKey("1-1"), Answer(Status.MET, department="教务科"))
    record(assessment, ItemKey("1-3"), Answer(Status.PARTLY_MET, note="已派 6 人参加培训", department="实训处"))
    record(assessment, ItemKey("2-1"), Answer(Status.NOT_APPLICABLE, reason="停办"))
    workspace.evidence.attach_bytes(assessment, ItemKey("1-3"), b"%PDF-1.4", "教师台账.pdf")
    workspace.assessments.take_reading(assessment, IndicatorKey("1-1-a"), Reading(part=Decimal(46), whole=Decimal(98)))


@pytest.fixture
def checklist(tmp_path: Path) -> Checklist:
    with a_workspace(tmp_path / "ws", a_checklist_policy()) as workspace:
        assessment = an_assessment(workspace)
        fill_some(workspace, assessment)
        return workspace.assessments.checklist(assessment)


@pytest.mark.parametrize(
    ("wanted", "keys"),
    [
        (Filter(text="企业实践"), ["1-2"]),
        (Filter(text="台账"), ["1-3"]),
        (Filter(text="培训 实训处"), ["1-3"]),
        (Filter(text="\uff16 人"), ["1-3"]),
        (Filter(text="qysj"), ["1-2"]),
        (Filter(text="2-3"), ["2-3"]),
        (Filter(statuses=frozenset([Status.NOT_APPLICABLE])), ["2-1"]),
        (Filter(department="教务科"), ["1-1"]),
        (Filter(department="", statuses=frozenset([Status.UNANSWERED])), ["1-2", "2-2", "2-3"]),
        (Filter(lacks_evidence=True), ["1-1"]),
        (Filter(is_missed=True), ["1-1"]),
        (Filter(text="没有这样的话"), []),
    ],
)
def test_a_filter_finds_what_it_asks_for(checklist: Checklist, wanted: Filter, keys: list[str]) -> None:
    assert found(checklist, wanted) == keys


def test_what_does_not_bind_the_school_shows_only_among_all(checklist: Checklist) -> None:
    assert "3-1" not in found(checklist, Filter())
    assert found(checklist, Filter(), only_mine=False)[-2:] == ["3-1", "3-2"]
    assert "3-1" not in found(checklist, Filter(statuses=frozenset([Status.UNANSWERED])), only_mine=False)


def test_a_row_that_changed_is_searched_by_its_new_words(checklist: Checklist) -> None:
    opened = OpenChecklist(checklist)
    finder, row = RowFinder(opened), next(checklist.items())
    assert finder.find(Filter(text="新话"), only_mine=True).groups == []
    opened.take(replace(row, answer=replace(row.answer, note="新话")))
    assert [group.rows for group in finder.find(Filter(text="新话"), only_mine=True).groups] == [(opened.row(row.key),)]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("双师型", "ssx"),
        ("“双师型”教师", "ssxjs"),
        ("校企合作", "xqhz"),
        ("调研", "dy"),
        ("1+X 证书", "1xzs"),
        ("𠮷", ""),
    ],
)
def test_initials_are_those_people_type(text: str, letters: str) -> None:
    assert initials(text) == letters


@given(st.text())
def test_initials_never_fail_and_are_plain(text: str) -> None:
    assert initials(text).isascii()


def row_of(checklist: Checklist, key: str) -> ItemRow:
    return next(row for row in checklist.items() if row.key == key)


@pytest.mark.parametrize(
    ("key", "said"), [("1-1", "未达标 · 还差 13 人"), ("2-1", "理由：停办"), ("3-1", "由其他单位负责"), ("1-2", None)]
)
def test_the_chip_says_what_presses_most(checklist: Checklist, key: str, said: str | None) -> None:
    found_ = pressing(row_of(checklist, key), TODAY)
    assert (found_.text if found_ else None) == said


def test_a_claim_without_evidence_presses_more_than_a_day_gone_by(tmp_path: Path) -> None:
    late_one = replace(a_measure(1, [an_item("1-1", deadline="2024")]), indicators=())
    with a_workspace(tmp_path / "ws", a_policy([late_one])) as workspace:
        assessment = an_assessment(workspace)
        late = workspace.assessments.item(assessment, ItemKey("1-1"))
        workspace.assessments.record(assessment, ItemKey("1-1"), Answer(Status.PARTLY_MET))
        claimed = workspace.assessments.item(assessment, ItemKey("1-1"))
    texts = [one.text for one in (pressing(late, TODAY), pressing(claimed, TODAY)) if one]
    assert texts == ["已过期限", "没有佐证"]


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    with a_sitting(qtbot, tmp_path, before=fill_some) as made:
        yield made


def keys_shown(sitting: Sitting) -> list[str]:
    model = sitting.find(ItemListView).model()
    assert isinstance(model, ItemListModel)
    return list(model.keys())


def test_typing_into_the_search_narrows_the_list(sitting: Sitting) -> None:
    type_words(sitting.find(FilterBar).search, "企业实践")
    assert keys_shown(sitting) == ["1-2"]


def test_an_empty_list_says_how_to_see_all_and_does_so(sitting: Sitting) -> None:
    type_words(sitting.find(FilterBar).search, "没有这样的话")
    assert keys_shown(sitting) == []
    stack = sitting.screen.view.list.findChild(QStackedLayout)
    assert stack is not None and stack.currentIndex() == 1
    sitting.screen.view.list._empty.wanted.emit()
    assert len(keys_shown(sitting)) == 6
    assert sitting.find(FilterBar).search.text() == ""


def test_the_overview_can_ask_for_what_lacks_evidence(sitting: Sitting) -> None:
    sitting.screen.show_only(Filter(lacks_evidence=True))
    assert keys_shown(sitting) == ["1-1"]
    assert sitting.screen.key == "1-1"


def test_the_overview_can_ask_for_what_is_unanswered_or_missed(sitting: Sitting) -> None:
    sitting.screen.show_only(Filter(statuses=frozenset([Status.UNANSWERED])))
    assert keys_shown(sitting) == ["1-2", "2-2", "2-3"]
    sitting.screen.show_only(Filter(is_missed=True))
    assert keys_shown(sitting) == ["1-1"]


def test_a_row_stays_where_it_is_when_an_edit_takes_it_out_of_the_filter(sitting: Sitting) -> None:
    sitting.screen.show_only(Filter(statuses=frozenset([Status.UNANSWERED])))
    QTest.keyClick(sitting.find(ItemListView), Qt.Key.Key_1)
    assert sitting.answer("1-2").status is Status.MET
    assert keys_shown(sitting) == ["1-2", "2-2", "2-3"]


def test_escape_in_the_list_shows_everything_again(sitting: Sitting) -> None:
    sitting.screen.show_only(Filter(is_missed=True))
    view = sitting.find(ItemListView)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert len(keys_shown(sitting)) == 6


def test_jumping_to_a_hidden_item_drops_the_filter(sitting: Sitting) -> None:
    sitting.screen.show_only(Filter(is_missed=True))
    sitting.screen.show_item(ItemKey("2-2"))
    assert sitting.screen.key == "2-2"
    assert len(keys_shown(sitting)) == 6
