"""The overview: its figures over a real workspace, and where its clicks lead."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from checklists.policy import RatioOf
from gui.overview.content import Overview, overview_of, percent_words
from gui.overview.figures import FiguresPart
from gui.overview.overdue import OverduePart
from gui.overview.presenter import OverviewPresenter
from gui.overview.todos import Step
from gui.overview.view import OverviewView
from gui.platform.changes import ChangeBus
from gui.quality.content import quality_of
from gui.widgets.row_list import ROW, RowList
from models.vocabulary import AssessmentId, IndicatorKey, ItemKey, Judgement, Status
from services.checklist import Answer
from services.dossiers import Dossier, dossier_of
from services.judging import Reading
from services.quality import flaws
from services.trail.changes import AnswerPart
from services.workspace import Workspace
from tests.builders import TODAY, a_measure, a_policy, a_workspace, an_assessment, an_indicator, an_item

Part = TypeVar("Part", bound=QWidget)
STAFF = RatioOf("“双师型”教师", "专业课教师", "人")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    first = a_measure(1, [an_item("1-1"), an_item("1-2", deadline="2023"), an_item("1-3")])
    first = replace(first, indicators=(an_indicator("1-1-a", "1-1", deadline="", ratio=STAFF),))
    with a_workspace(tmp_path / "ws", a_policy([first, a_measure(2, 3), a_measure(3, 1)])) as opened:
        yield opened


@pytest.fixture
def assessment(workspace: Workspace) -> AssessmentId:
    return an_assessment(workspace)


def record(workspace: Workspace, assessment: AssessmentId, **statuses: Answer) -> None:
    answers = {ItemKey(key.removeprefix("_").replace("_", "-")): answer for key, answer in statuses.items()}
    workspace.assessments.record_many(assessment, answers)


def half_done(workspace: Workspace, assessment: AssessmentId) -> None:
    record(
        workspace,
        assessment,
        _1_1=Answer(Status.MET, department="教务科"),
        _1_2=Answer(Status.PARTLY_MET, department="实训处", person="周建国"),
        _1_3=Answer(Status.NOT_APPLICABLE, reason="没有这类专业"),
        _2_1=Answer(Status.NOT_MET, due=date(2025, 6, 9)),
    )
    counts = Reading(part=Decimal(46), whole=Decimal(98))
    workspace.assessments.take_reading(assessment, IndicatorKey("1-1-a"), counts)


def overview(workspace: Workspace, assessment: AssessmentId) -> Overview:
    return overview_of(dossier_of(workspace, assessment), TODAY)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (None, "—"),
        (Fraction(0), "0%"),
        (Fraction(1), "100%"),
        (Fraction(60, 64), "93.8%"),
        (Fraction(38, 61), "62.3%"),
        (Fraction(9999, 10000), "99.9%"),
        (Fraction(1, 10000), "0.1%"),
    ],
)
def test_a_share_is_said_to_one_decimal(share: Fraction | None, said: str) -> None:
    assert percent_words(share) == said


@given(st.fractions(0, 1))
def test_only_all_is_said_as_all_and_only_nothing_as_nothing(share: Fraction) -> None:
    said = percent_words(share)
    assert (said == "100%") == (share == 1)
    assert (said == "0%") == (share == 0)
    assert abs(float(said.rstrip("%")) - float(share) * 100) <= 0.1


def test_the_rings_say_how_they_are_worked_out(workspace: Workspace, assessment: AssessmentId) -> None:
    half_done(workspace, assessment)
    shown = overview(workspace, assessment)
    assert (shown.filled.done, shown.filled.total, shown.filled.percent) == (4, 7, "57.1%")
    assert shown.filled.formula == "已填 4 条 ÷ 须答 7 条"
    assert shown.carried.formula == "已落实 1 条 ÷ 适用 6 条，部分落实 1 条另计"
    assert [(line.heading, line.total, line.carried) for line in shown.sections] == [("一、主要任务", 7, "落实 1/6")]


def test_a_missed_figure_says_how_far_it_is(workspace: Workspace, assessment: AssessmentId) -> None:
    half_done(workspace, assessment)
    (missed,) = overview(workspace, assessment).missed
    assert (missed.item, missed.target, missed.actual, missed.distance) == ("1-1", "≥ 60%", "46.9%", "13 人")
    assert missed.note == "1-1　专业课教师 98 人"
    assert missed.gauge is not None
    assert (missed.gauge.low, missed.gauge.judgement) == (60.0, Judgement.MISSED)


def test_what_to_do_next_counts_and_names_it(workspace: Workspace, assessment: AssessmentId) -> None:
    half_done(workspace, assessment)
    shown = overview(workspace, assessment)
    fill, prove, read, check = shown.todos
    assert (fill.count, fill.what, fill.which) == (3, "条还没填", "第 2、3 条")
    assert (prove.count, prove.which) == (1, "教务科\u00a01\u00a0条")
    assert (read.count, read.item, read.figure) == (2, "2-1", "2-1-a")
    assert check.step is Step.CHECK


def test_the_overview_counts_what_the_check_counts_and_says_what_is_counted_above(
    workspace: Workspace, assessment: AssessmentId
) -> None:
    half_done(workspace, assessment)
    dossier = dossier_of(workspace, assessment)
    *above, check = overview(workspace, assessment).todos
    listed = quality_of(dossier, flaws(dossier, TODAY))
    assert check.count == listed.count
    counted = sum(todo.count for todo in above)
    assert check.which.startswith(f"上面的 {counted} 处，还有")
    others = sum(len(group.lines) for group in listed.groups) - counted
    assert sum(int(kind.split("\u00a0")[1]) for kind in check.which.partition("还有")[2].split("、")) == others


def test_the_check_is_no_step_where_the_steps_above_ask_for_all_of_it(tmp_path: Path) -> None:
    plain = replace(a_measure(1, [an_item("1-1"), an_item("1-2")]), indicators=())
    with a_workspace(tmp_path / "plain", a_policy([plain])) as workspace:
        assessment = an_assessment(workspace)
        for key in ("1-1", "1-2"):
            record(workspace, assessment, **{f"_{key}": Answer(Status.UNANSWERED, department="教务科")})
        assert [todo.step for todo in overview(workspace, assessment).todos] == [Step.FILL]


def test_what_needs_a_review_is_a_step_that_leads_to_it(
    qtbot: QtBot, workspace: Workspace, assessment: AssessmentId
) -> None:
    for key in ("2-1", "3-1"):
        answer = workspace.assessments.item(assessment, ItemKey(key)).answer
        marked = AnswerPart(ItemKey(key), answer, replace(answer, needs_review=True))
        workspace.assessments.carry_out(assessment, (marked,))
    shown = overview(workspace, assessment)
    review = next(todo for todo in shown.todos if todo.step is Step.REVIEW)
    assert (review.count, review.what, review.which) == (2, "条需复核", "第 2、3 条")
    view = OverviewView()
    qtbot.addWidget(view)
    view.show_overview(shown)
    button = next(one for one in view.findChildren(QAbstractButton) if one.text() == "去复核")
    with qtbot.waitSignal(view.review_wanted):
        button.click()


def test_clauses_without_a_number_are_named(tmp_path: Path) -> None:
    goal = a_measure(1, [an_item("g1-1")], indicators=())
    with a_workspace(tmp_path / "goals", a_policy([replace(goal, ref="二", number=""), a_measure(2, 2)])) as workspace:
        fill, *_ = overview(workspace, an_assessment(workspace)).todos
    assert fill.which == "目标1、第 2 条"


def test_clauses_in_a_row_are_drawn_together(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "long", a_policy(5, items=2)) as workspace:
        fill, *_ = overview(workspace, an_assessment(workspace)).todos
    assert fill.which == "第 1—5 条"


def test_nothing_left_leads_to_the_report_alone(tmp_path: Path) -> None:
    plain = replace(a_measure(1, 1), indicators=())
    with a_workspace(tmp_path / "small", a_policy([plain])) as workspace:
        assessment = an_assessment(workspace)
        record(workspace, assessment, _1_1=Answer(Status.MET, department="教务科"))
        workspace.evidence.attach_paper(assessment, ItemKey("1-1"), "档案室 3 柜")
        (report,) = overview(workspace, assessment).todos
    assert (report.which, report.act) == ("各项都齐了，可以打印", "去打印")


def test_overdue_items_say_whose_date_has_passed(workspace: Workspace, assessment: AssessmentId) -> None:
    half_done(workspace, assessment)
    by_policy, own = overview(workspace, assessment).overdue
    assert (by_policy.item, by_policy.who) == ("1-2", "1-2 · 实训处 周建国 · 限 2023 年底")
    assert (own.days, own.who) == (21, "2-1 · 未定科室 · 6 月 9 日到期")


def test_a_day_of_another_year_keeps_its_gap(workspace: Workspace, assessment: AssessmentId) -> None:
    record(workspace, assessment, _2_1=Answer(Status.NOT_MET, due=date(2024, 12, 31)))
    assert overview(workspace, assessment).overdue[-1].who == "2-1 · 未定科室 · 2024-12-31 到期"


def part(view: QWidget, kind: type[Part]) -> Part:
    found = view.findChild(kind)
    assert isinstance(found, kind)
    return found


def button(view: QWidget, text: str) -> QAbstractButton:
    return next(one for one in view.findChildren(QAbstractButton) if one.text() == text and not one.isHidden())


def shown_view(
    qtbot: QtBot, workspace: Workspace, assessment: AssessmentId, bus: ChangeBus | None = None
) -> OverviewView:
    view = OverviewView()
    qtbot.addWidget(view)
    view.resize(1440, 820)
    OverviewPresenter(view, partial(dossier_of, workspace), assessment, bus=bus or ChangeBus(), today=lambda: TODAY)
    view.show()
    return view


def click_row(rows: RowList, row: int) -> None:
    place = rows.visualRect(rows.model().index(row, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_every_row_leads_to_its_item(qtbot: QtBot, workspace: Workspace, assessment: AssessmentId) -> None:
    half_done(workspace, assessment)
    view = shown_view(qtbot, workspace, assessment)
    jumps: list[str] = []
    view.item_wanted.connect(jumps.append)
    view.figure_wanted.connect(lambda _item, figure: jumps.append(figure))
    view.section_wanted.connect(jumps.append)
    click_row(part(part(view, FiguresPart), RowList), 0)
    click_row(part(part(view, OverduePart), RowList), 1)
    click_row(part(view, RowList), 0)
    assert jumps == ["1-1-a", "2-1", "一"]


def test_enter_opens_the_row_in_hand(qtbot: QtBot, workspace: Workspace, assessment: AssessmentId) -> None:
    half_done(workspace, assessment)
    view = shown_view(qtbot, workspace, assessment)
    rows = part(part(view, FiguresPart), RowList)
    rows.setCurrentIndex(rows.model().index(0, 0))
    with qtbot.waitSignal(view.figure_wanted) as wanted:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert wanted.args == ["1-1", "1-1-a"]


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("去填", "unanswered_wanted"),
        ("补佐证", "without_evidence_wanted"),
        ("补数据", "figure_wanted"),
        ("看自评报告", "report_wanted"),
    ],
)
def test_every_step_leads_where_it_says(
    qtbot: QtBot, workspace: Workspace, assessment: AssessmentId, text: str, signal: str
) -> None:
    half_done(workspace, assessment)
    view = shown_view(qtbot, workspace, assessment)
    with qtbot.waitSignal(getattr(view, signal)) as wanted:
        QTest.mouseClick(button(view, text), Qt.MouseButton.LeftButton)
    assert wanted.args == (["2-1", "2-1-a"] if signal == "figure_wanted" else [])


def test_all_figures_can_be_seen(qtbot: QtBot, workspace: Workspace, assessment: AssessmentId) -> None:
    half_done(workspace, assessment)
    view = shown_view(qtbot, workspace, assessment)
    figures = part(view, FiguresPart)
    rows = part(figures, RowList)
    assert rows.model().rowCount() == 1
    QTest.mouseClick(button(figures, "全部 3 项"), Qt.MouseButton.LeftButton)
    assert [rows.model().index(row, 0).data(ROW).distance for row in range(3)] == ["13 人", "缺实际值", "缺实际值"]
    QTest.mouseClick(button(figures, "只看没达标的"), Qt.MouseButton.LeftButton)
    assert rows.model().rowCount() == 1


class Counting:
    """A dossier read anew for every look, counted."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.looks = 0

    def __call__(self, assessment: AssessmentId) -> Dossier:
        self.looks += 1
        return dossier_of(self._workspace, assessment)


def test_it_looks_again_only_when_seen_and_only_for_its_own_changes(
    qtbot: QtBot, workspace: Workspace, assessment: AssessmentId
) -> None:
    view, bus, counting = OverviewView(), ChangeBus(), Counting(workspace)
    qtbot.addWidget(view)
    OverviewPresenter(view, counting, assessment, bus=bus, today=lambda: TODAY)
    assert counting.looks == 0
    view.show()
    assert counting.looks == 1
    change = workspace.assessments.record(assessment, ItemKey("1-1"), Answer(Status.MET))
    bus.changed.emit(replace(change, assessment=AssessmentId(99)))
    assert counting.looks == 1
    bus.changed.emit(change)
    assert counting.looks == 2
    view.hide()
    bus.changed.emit(change)
    bus.changed.emit(change)
    assert counting.looks == 2
    view.show()
    assert counting.looks == 3


@pytest.mark.parametrize(("width", "height"), [(1440, 820), (1366, 648), (960, 420)])
def test_the_page_fits_its_width(
    qtbot: QtBot, workspace: Workspace, assessment: AssessmentId, width: int, height: int
) -> None:
    half_done(workspace, assessment)
    view = shown_view(qtbot, workspace, assessment)
    view.resize(width, height)
    area = part(view, QScrollArea)
    lists = [rows for rows in view.findChildren(RowList) if rows.model().rowCount()]
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())
    qtbot.waitUntil(lambda: all(rows.height() == rows.height_of_rows for rows in lists))
