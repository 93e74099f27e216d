"""How the screen lays itself out: three widths, splitters, names for screen readers, nothing read as markup."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QSplitter, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.checklist.list_view import ItemListView
from gui.widgets.flow import FlowLayout
from gui.widgets.status_group import StatusGroup
from gui.widgets.thumb import ThumbTile
from gui.widgets.toast import Toast
from models.vocabulary import IndicatorKey, ItemKey, Scope, Status
from services.checklist import Answer
from tests.builders import a_measure, a_policy, an_indicator
from tests.gui.checklist.sitting import Sitting, a_sitting, type_words
from tests.plain_text import labels_that_read_markup


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    with a_sitting(qtbot, tmp_path) as made:
        yield made


def widths(sitting: Sitting) -> list[int]:
    view = sitting.screen.view
    return [pane.width() if pane.isVisible() else 0 for pane in (view.tree, view.list, view.item)]


@pytest.mark.parametrize(
    ("size", "expected"), [((1440, 820), [284, 428]), ((1366, 680), [244, 376]), ((960, 452), [0, 320])]
)
def test_the_panes_are_as_wide_as_the_window_wants(
    sitting: Sitting, size: tuple[int, int], expected: list[int]
) -> None:
    sitting.screen.view.resize(*size)
    assert widths(sitting)[:2] == expected
    assert widths(sitting)[2] >= 480


def test_in_a_narrow_window_a_drop_down_stands_in_for_the_tree(sitting: Sitting) -> None:
    assert not sitting.screen.view.list.jump.isVisible()
    sitting.screen.view.resize(960, 452)
    assert sitting.screen.view.list.jump.isVisible()
    assert sitting.screen.view.list.jump.text() == "1 第 1 条"
    sitting.screen.view.list.section_chosen.emit("一/2")
    assert sitting.screen.key == "2-1"


def test_widths_are_remembered_and_a_double_click_resets_them(sitting: Sitting, qtbot: QtBot) -> None:
    splitter = sitting.find(QSplitter)
    splitter.moveSplitter(220, 1)
    qtbot.waitUntil(lambda: sitting.desk.desk.splitters.get("checklist", (0,))[0] == 220)
    QTest.mouseDClick(splitter.handle(1), Qt.MouseButton.LeftButton)
    assert widths(sitting)[:2] == [284, 428]
    assert sitting.desk.desk.splitters.get("checklist", ()) == ()


def test_a_long_requirement_and_many_figures_scroll_while_the_bar_stays(sitting: Sitting) -> None:
    sitting.screen.view.resize(960, 452)
    bar = sitting.screen.view.item.bar
    place = bar.geometry()
    sitting.screen.show_item(ItemKey("1-2"))
    assert bar.geometry() == place


def test_the_heading_of_the_items_in_sight_sticks_to_the_top(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path, policy=a_policy([a_measure(n, 8) for n in (1, 2, 3)])) as sitting:
        sitting.screen.show_item(ItemKey("2-7"))
        view = sitting.find(ItemListView)
        assert view._head.isVisible() and view._head.y() <= 0
        assert view._head.entry is not None and view._head.entry.number == "2"
        current = view.visualRect(view.currentIndex())
        assert current.top() >= view._head.geometry().bottom()
        assert current.bottom() <= view.viewport().height()


def test_everything_that_takes_the_focus_has_a_name(sitting: Sitting) -> None:
    view = sitting.screen.view
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QAbstractItemView)
    reachable = [w for kind in kinds for w in view.findChildren(kind) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [w for w in reachable if not (w.accessibleName() or _text(w)) and _is_our_own(w)]
    assert nameless == []
    combos = [combo.lineEdit() for combo in view.findChildren(QComboBox)]
    assert [line.accessibleName() for line in combos if line] == ["责任科室", "填报人"] * 2
    assert len(reachable) > 20


def test_no_label_reads_markup(sitting: Sitting) -> None:
    note = "<img src='file:///etc/passwd'><b>粗</b>"
    change = sitting.workspace.assessments.record(
        sitting.assessment, ItemKey("1-1"), Answer(Status.PARTLY_MET, note=note, department=note, person=note)
    )
    sitting.bus.changed.emit(change)
    assert labels_that_read_markup(sitting.screen.view) == []
    tips = [widget.toolTip() for widget in sitting.screen.view.findChildren(QWidget)]
    assert not any(note in tip for tip in tips)


def test_the_answers_are_said_to_screen_readers(sitting: Sitting) -> None:
    names = [sitting.find(StatusGroup).segment(status).accessibleName() for status in Status]
    assert names == ["未填报", "已落实", "部分落实", "未落实", "不适用"]


def test_many_pieces_of_evidence_stand_close_below_the_answer(sitting: Sitting) -> None:
    for number in range(9):
        vault = sitting.workspace.evidence
        change = vault.attach_bytes(sitting.assessment, ItemKey("1-1"), b"%d" % number, f"材料 {number}.txt")
        sitting.bus.changed.emit(change)
    pane = sitting.screen.view.item
    QTest.qWait(10)
    assert pane.evidence.y() == pane.answer.geometry().bottom() + 1 + 12
    assert pane.history.y() == pane.evidence.geometry().bottom() + 1 + 12
    tiles = pane.evidence.findChildren(ThumbTile)
    assert len({tile.y() for tile in tiles}) == 2


def test_a_figure_that_no_school_can_reach_by_itself_takes_little_room(qtbot: QtBot, tmp_path: Path) -> None:
    figure = an_indicator("1-1-a", "1-1", scope=Scope.CITY_TOTAL, unit="个", name="实训基地")
    policy = a_policy([replace(a_measure(1), indicators=(figure,))])
    with a_sitting(qtbot, tmp_path, policy=policy) as sitting:
        card = sitting.screen.view.item.figures.card(IndicatorKey("1-1-a"))
        assert card.height() < 125
        value = card.reading.inputs()[0]
        type_words(value, "3")
        sitting.screen.flush()
        assert sitting.row("1-1").indicators[0].reading.value == 3
        assert not card.reading.origin.isVisible()


def test_rows_of_the_tree_are_lower_in_a_low_window(sitting: Sitting) -> None:
    tree = sitting.screen.view.tree.tree
    leaf = tree.model().index(0, 0, tree.model().index(1, 0))
    assert tree.visualRect(leaf).height() == 28
    sitting.screen.view.resize(1366, 648)
    tree.executeDelayedItemsLayout()
    assert tree.visualRect(leaf).height() == 24


def test_a_flow_begins_a_new_line_where_the_old_one_is_full(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=10, line_gap=5)
    for _ in range(3):
        part = QWidget()
        part.setFixedSize(40, 20)
        flow.addWidget(part)
    assert flow.heightForWidth(140) == 20
    assert flow.heightForWidth(139) == 45
    assert flow.heightForWidth(40) == 70


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def _is_our_own(widget: QWidget) -> bool:
    # the toast's action has its words only while it is shown
    return type(widget).__module__.startswith("gui.") and not isinstance(widget.parent(), Toast)
