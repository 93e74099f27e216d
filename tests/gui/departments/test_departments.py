"""The division of work: departments kept, items given away, sheets sent out and taken back, over a real workspace."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from checklists.policy import ResponsibleUnit
from gui.departments.content import DepartmentLine
from gui.departments.department_dialog import DepartmentDialog
from gui.departments.dragging import content_of
from gui.departments.measure_model import LINE, MeasureModel
from gui.departments.outside import Outside
from gui.departments.picker import Picker
from gui.departments.returned_content import DifferenceRow, HeadRow, RefusedRow
from gui.departments.returned_list import sides
from gui.departments.returned_model import ReturnedModel
from gui.departments.screen import DepartmentsScreen, DivisionServices
from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from models.vocabulary import AssessmentId, ItemKey, SchoolId, Status, UnitRole
from services.checklist import Answer
from services.trail.history import History
from services.workspace import Workspace
from tests.builders import a_measure, a_policy, a_workspace, an_assessment, an_item
from tests.gui.painting import look_at

ALLOWED = frozenset(["gui.departments.measure_view", "gui.departments.department_list", "gui.widgets.text"])
"""Rows cut what does not fit and tell it in their tooltip."""


class AnOutside(Outside):
    """An outside that answers as the test says."""

    def __init__(self) -> None:
        super().__init__()
        self.folder: Path | None = None
        self.files: list[Path] = []
        self.shown: list[Path] = []
        self.asked: list[str] = []
        self.agrees = True

    def choose_folder(self, parent: QWidget, folder: str) -> Path | None:
        return self.folder

    def choose_files(self, parent: QWidget, folder: str) -> list[Path]:
        return self.files

    def show_folder(self, folder: Path) -> None:
        self.shown.append(folder)

    def may_suggest(self, parent: QWidget, says: str) -> bool:
        self.asked.append(says)
        return self.agrees

    def may_replace(self, parent: QWidget, says: str) -> bool:
        self.asked.append(says)
        return self.agrees


@dataclass
class Sitting:
    """A screen with what is around it."""

    workspace: Workspace
    assessment: AssessmentId
    screen: DepartmentsScreen
    outside: AnOutside
    history: History
    jobs: Jobs
    undone: list[None] = field(default_factory=list)

    @property
    def school(self) -> int:
        """Name the school."""
        return self.workspace.opening.schools()[0].id

    def departments(self) -> dict[str, str]:
        """Say who answers for what."""
        rows = self.workspace.assessments.checklist(self.assessment).items()
        return {row.key: row.answer.department for row in rows}

    def lines(self) -> list[DepartmentLine]:
        """Give the departments shown."""
        model = self.screen.view.departments.list.model()
        return [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]

    def choose(self, *rows: int) -> None:
        """Choose measures by their rows."""
        view = self.screen.view.measures
        view.view.clearSelection()
        for row in rows:
            view.view.selectionModel().select(view.model.index(row, 0), QItemSelectionModel.SelectionFlag.Select)
        view.view.setCurrentIndex(view.model.index(rows[-1], 0)) if len(rows) == 1 else None

    def picker(self) -> Picker:
        """Give the list of departments that is open."""
        picker = self.screen._division.picker
        assert picker is not None
        return picker

    def dialog(self) -> DepartmentDialog:
        """Give the dialog that is open."""
        dialog = self.screen._departments.dialog
        assert dialog is not None
        return dialog


def _policy() -> object:
    units = (ResponsibleUnit("市教育局", UnitRole.LEAD), ResponsibleUnit("市财政局", UnitRole.PARTICIPANT))
    return a_policy(
        [
            a_measure(
                1, [an_item("1-1", theme="training-bases"), an_item("1-2", theme="planning-and-layout")], units=units
            ),
            a_measure(2, [an_item(f"2-{n}", theme="moral-education") for n in (1, 2, 3)]),
        ]
    )


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    with a_workspace(tmp_path / "ws", _policy()) as workspace:  # type: ignore[arg-type]
        assessment, jobs, history = an_assessment(workspace), Jobs(), History(workspace.steps)
        desk = DeskSettings(tmp_path / "desk.ini")
        services = DivisionServices(
            workspace.assessments,
            workspace.departments,
            workspace.assignments,
            workspace.task_sheets,
            history,
            ChangeBus(),
            jobs,
            desk,
        )
        outside = AnOutside()
        screen = DepartmentsScreen(assessment, services, outside=outside)
        qtbot.addWidget(screen.view)
        screen.view.resize(1366, 680)
        made = Sitting(workspace, assessment, screen, outside, history, jobs)
        screen.undo_wanted.connect(lambda: made.undone.append(None))
        screen.come()
        with qtbot.waitExposed(screen.view):
            screen.view.show()
        yield made
        jobs.close()
        screen.close()


def _with_departments(sitting: Sitting, *names: str) -> None:
    sitting.workspace.departments.add_all(sitting.school, names)  # type: ignore[arg-type]
    sitting.screen.reload()


def test_an_empty_list_offers_the_usual_departments(sitting: Sitting) -> None:
    assert not sitting.screen.view.suggest.isEnabled()
    sitting.screen.view.departments.empty.wanted.emit()
    assert [line.name for line in sitting.lines()][:2] == ["党政办公室", "教务处"]
    assert sitting.screen.view.suggest.isEnabled()


def test_a_department_is_set_up_in_the_dialog_and_a_taken_name_is_refused_there(qtbot: QtBot, sitting: Sitting) -> None:
    _with_departments(sitting, "教务处")
    sitting.screen.view.departments.add.click()
    dialog = sitting.dialog()
    dialog.accept()
    assert dialog.isVisible()
    dialog.name.setText("教务处")
    dialog.accept()
    assert "已经有“教务处”" in dialog._problem.sentence
    dialog.name.setText("学生处")
    dialog.head.setText("孙敏")
    dialog.accept()
    assert [(line.name, line.about) for line in sitting.lines()][:2] == [("教务处", ""), ("学生处", "孙敏")]


def test_a_new_name_says_beforehand_what_it_is_written_into(sitting: Sitting) -> None:
    _with_departments(sitting, "教务科")
    sitting.choose(1)
    sitting.screen._division.give(sitting.screen.view.measures.view.keys(), "教务科")
    sitting.screen.view.departments.edit_wanted.emit(sitting.lines()[0])
    dialog = sitting.dialog()
    assert dialog.consequence == ""
    dialog.name.setText("教务处")
    assert dialog.consequence == "写着它的要点、整改和佐证一起改成新名称：2025 年度 3 处。"
    dialog.accept()
    assert sitting.departments()["2-1"] == "教务处"
    assert sitting.history.can_undo


def test_departments_move_and_are_given_up_but_never_lost(sitting: Sitting) -> None:
    _with_departments(sitting, "教务处", "学生处")
    pane = sitting.screen.view.departments
    pane.move_wanted.emit(sitting.lines()[1], -1)
    assert [line.name for line in sitting.lines()][:2] == ["学生处", "教务处"]
    sitting.choose(1)
    sitting.screen._division.give(sitting.screen.view.measures.view.keys(), "学生处")
    pane.retire_wanted.emit(sitting.lines()[0])
    assert (sitting.lines()[0].name, sitting.lines()[0].about) == ("学生处", "已停用")
    pane.retire_wanted.emit(sitting.lines()[0])
    assert not sitting.lines()[0].is_retired


def test_a_department_moves_past_one_that_is_not_shown(sitting: Sitting) -> None:
    departments = sitting.workspace.departments
    _with_departments(sitting, "教务处", "学生处", "财务处")
    (second,) = [row.id for row in departments.of(SchoolId(sitting.school)) if row.name == "学生处"]
    departments.retire(second)
    sitting.screen.reload()
    sitting.screen.view.departments.move_wanted.emit(sitting.lines()[1], -1)
    assert [line.name for line in sitting.lines()][:2] == ["财务处", "教务处"]


def test_typing_initials_gives_the_chosen_measures_away_in_one_step(qtbot: QtBot, sitting: Sitting) -> None:
    _with_departments(sitting, "教务处", "学生处", "财务处")
    sitting.choose(0, 1)
    QTest.keyClick(sitting.screen.view.measures.view, Qt.Key.Key_X)
    picker = sitting.picker()
    assert [picker.list.item(row).text() for row in range(picker.list.count())] == ["学生处"]
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert set(sitting.departments().values()) == {"学生处"}
    assert sitting.screen.view.toast.text == "5 条分给“学生处”"
    sitting.history.undo()
    assert set(sitting.departments().values()) == {""}


def test_what_others_answer_for_is_kept_unless_asked_for(sitting: Sitting) -> None:
    _with_departments(sitting, "教务处", "财务处")
    sitting.workspace.assignments.assign(sitting.assessment, [ItemKey("2-1")], "财务处")
    sitting.screen.reload()
    sitting.choose(1)
    give = sitting.screen._division.give
    give(sitting.screen.view.measures.view.keys(), "教务处")
    assert sitting.departments()["2-1"] == "财务处"
    sitting.screen.view.measures.others_too.setChecked(True)
    give(sitting.screen.view.measures.view.keys(), "教务处")
    assert sitting.departments()["2-1"] == "教务处"


def test_an_item_chosen_by_itself_changes_hands_at_once(sitting: Sitting) -> None:
    _with_departments(sitting, "教务处", "财务处")
    sitting.workspace.assignments.assign(sitting.assessment, [ItemKey("2-1")], "财务处")
    sitting.screen.reload()
    view = sitting.screen.view.measures
    view.view.setCurrentIndex(view.model.index(0, 0, view.model.index(1, 0)))
    sitting.screen._division.give(view.view.keys(), "教务处")
    assert sitting.departments()["2-1"] == "教务处"


def test_dropping_measures_on_a_department_gives_them_to_it(sitting: Sitting) -> None:
    _with_departments(sitting, "教务处", "财务处")
    target = sitting.screen.view.departments.list
    place = target.visualRect(target.model().index(1, 0)).center()
    packed = content_of([ItemKey("1-1"), ItemKey("1-2")])
    none = Qt.MouseButton.NoButton
    event = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, packed, none, Qt.KeyboardModifier.NoModifier)
    target.dropEvent(event)
    assert sitting.departments()["1-1"] == "财务处"


def test_a_name_that_is_not_there_yet_is_offered_to_be_added(qtbot: QtBot, sitting: Sitting) -> None:
    _with_departments(sitting, "教务处")
    sitting.choose(0)
    sitting.screen.view.measures.give.click()
    picker = sitting.picker()
    picker.search.setText("校企办")
    assert picker.list.item(0).text() == "新增“校企办”并分给它"
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert sitting.departments()["1-1"] == "校企办"
    assert [row.name for row in sitting.workspace.departments.of(sitting.school)] == ["教务处", "校企办"]  # type: ignore[arg-type]


def test_suggestions_are_shown_with_their_reason_and_taken_all_at_once(sitting: Sitting) -> None:
    _with_departments(sitting, "教务处", "实训处", "财务处", "学生处")
    lines = sitting.screen.view.measures.model.lines()
    assert lines[0].suggestion == "建议：实训处（主题“实训实习基地”）、财务处（政策写明市财政局）"
    sitting.outside.agrees = False
    sitting.screen.view.suggest.click()
    assert set(sitting.departments().values()) == {""}
    sitting.outside.agrees = True
    sitting.screen.view.suggest.click()
    assert sitting.departments() == {
        "1-1": "实训处",
        "1-2": "财务处",
        "2-1": "学生处",
        "2-2": "学生处",
        "2-3": "学生处",
    }
    assert "学生处 3 条" in sitting.outside.asked[-1]
    sitting.history.undo()
    assert set(sitting.departments().values()) == {""}


def _given(sitting: Sitting) -> None:
    _with_departments(sitting, "教务处")
    sitting.workspace.assignments.assign(sitting.assessment, map(ItemKey, ("1-1", "1-2", "2-1")), "教务处")
    sitting.screen.reload()


def _sent(qtbot: QtBot, sitting: Sitting, folder: Path) -> Path:
    _given(sitting)
    sitting.outside.folder = folder
    sitting.screen.view.send.click()
    qtbot.waitUntil(lambda: "任务单已存到" in sitting.screen.view.toast.text)
    return folder / "教务处任务单.xlsx"


def test_sheets_are_saved_and_their_folder_is_offered(qtbot: QtBot, sitting: Sitting, tmp_path: Path) -> None:
    path = _sent(qtbot, sitting, tmp_path)
    assert path.exists()
    sitting.screen.view.toast.acted.emit()
    assert (sitting.outside.shown, sitting.undone) == ([tmp_path], [])


def test_sheets_that_lie_there_are_not_written_over_without_asking(
    qtbot: QtBot, sitting: Sitting, tmp_path: Path
) -> None:
    path = _sent(qtbot, sitting, tmp_path)
    path.write_bytes(b"filled in")
    sitting.outside.agrees = False
    sitting.screen.view.send.click()
    assert path.read_bytes() == b"filled in"
    assert "同名" in sitting.outside.asked[-1]


def _filled(path: Path) -> None:
    book = load_workbook(path)
    tasks = book.worksheets[0]
    tasks["D4"], tasks["E4"] = "已落实", "表里写的"
    tasks["D5"] = "大概吧"
    tasks["E6"] = "第三条"
    book.save(path)


def test_what_came_back_is_looked_at_and_taken_in_one_step(qtbot: QtBot, sitting: Sitting, tmp_path: Path) -> None:
    path = _sent(qtbot, sitting, tmp_path)
    _filled(path)
    record = sitting.workspace.assessments.record
    record(sitting.assessment, ItemKey("1-1"), Answer(note="程序里写的", department="教务处"))
    sitting.outside.files = [path]
    sitting.screen.view.take.click()
    pane = sitting.screen.view.returned
    qtbot.waitUntil(lambda: pane.model.rowCount() > 0)
    heads = [row.words for row in pane.model.rows() if isinstance(row, HeadRow)]
    assert heads == ["两边都改过 1", "收不了 1", "会改成表里的 2"]
    refused = [row for row in pane.model.rows() if isinstance(row, RefusedRow)]
    assert "任务单 D5" in refused[0].words
    assert pane.take.text() == "收进来（2 处）"
    rect = pane.list.visualRect(pane.model.index(1))
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=sides(rect)[1].center())
    assert pane.take.text() == "收进来（3 处）"
    pane.take.click()
    assert not sitting.screen.view.is_returned_shown
    answer = sitting.workspace.assessments.item(sitting.assessment, ItemKey("1-1")).answer
    assert (answer.status, answer.note) == (Status.MET, "表里写的")
    sitting.screen.view.toast.acted.emit()
    assert sitting.undone == [None]
    sitting.history.undo()
    answer = sitting.workspace.assessments.item(sitting.assessment, ItemKey("1-1")).answer
    assert (answer.status, answer.note) == (Status.UNANSWERED, "程序里写的")


def test_sheets_may_be_dropped_and_a_stale_preview_is_made_anew(qtbot: QtBot, sitting: Sitting, tmp_path: Path) -> None:
    path = _sent(qtbot, sitting, tmp_path)
    _filled(path)
    pane = sitting.screen.view.returned
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.MouseButton.NoButton
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, dropped, none, Qt.KeyboardModifier.NoModifier)
    pane.dropEvent(event)
    qtbot.waitUntil(lambda: pane.model.rowCount() > 0)
    record = sitting.workspace.assessments.record
    record(sitting.assessment, ItemKey("2-1"), Answer(note="刚刚改的", department="教务处"))
    pane.take.click()
    qtbot.waitUntil(lambda: pane.model.conflicts == 1)
    assert "已重新核对" in sitting.screen.view.problem.sentence
    assert sitting.workspace.assessments.item(sitting.assessment, ItemKey("1-1")).status is Status.UNANSWERED


def test_keys_choose_sides(qtbot: QtBot, sitting: Sitting, tmp_path: Path) -> None:
    path = _sent(qtbot, sitting, tmp_path)
    _filled(path)
    sitting.screen._sheets.compare([path])
    pane = sitting.screen.view.returned
    qtbot.waitUntil(lambda: pane.model.rowCount() > 0)
    at = next(row for row, one in enumerate(pane.model.rows()) if isinstance(one, DifferenceRow))
    pane.list.setCurrentIndex(pane.model.index(at))
    before = len(pane.model.taken())
    for key, count in ((Qt.Key.Key_Left, before - 1), (Qt.Key.Key_Right, before), (Qt.Key.Key_Space, before - 1)):
        QTest.keyClick(pane.list, key)
        assert len(pane.model.taken()) == count


def test_escape_leads_from_sheets_to_the_division_and_out_of_it(qtbot: QtBot, sitting: Sitting) -> None:
    sitting.screen.view.take.click()
    assert sitting.screen.view.is_returned_shown
    QTest.keyClick(sitting.screen.view, Qt.Key.Key_Escape)
    assert sitting.screen.view.send.isVisible()
    with qtbot.waitSignal(sitting.screen.back_wanted):
        QTest.keyClick(sitting.screen.view, Qt.Key.Key_Escape)


def test_the_models_keep_their_promises(qtmodeltester: ModelTester, qtbot: QtBot, sitting: Sitting) -> None:
    check = cast(Callable[[MeasureModel | ReturnedModel], None], qtmodeltester.check)
    check(sitting.screen.view.measures.model)
    model = ReturnedModel()
    model.show_rows((HeadRow("两边都改过 1", "点一边"), RefusedRow("a.xlsx", "打不开")))
    check(model)


def test_a_double_click_on_an_item_leads_to_it(qtbot: QtBot, sitting: Sitting) -> None:
    view = sitting.screen.view.measures
    parent = view.model.index(1, 0)
    view.view.setExpanded(parent, True)
    child: QModelIndex = view.model.index(0, 0, parent)
    assert child.data(LINE).key == "2-1"
    with qtbot.waitSignal(sitting.screen.item_wanted) as heard:
        view.view.doubleClicked.emit(child)
    assert heard.args == ["2-1"]


@pytest.mark.parametrize("size", [(1440, 850), (1366, 680), (960, 452)])
@pytest.mark.parametrize("is_dark", [False, True])
def test_nothing_is_cut_overlapped_or_foreign(
    qtbot: QtBot, sitting: Sitting, tmp_path: Path, themes: object, size: tuple[int, int], is_dark: bool
) -> None:
    from gui.platform.theme import ThemeChoice

    themes.choose(ThemeChoice.DARK if is_dark else ThemeChoice.LIGHT)  # type: ignore[attr-defined]
    view = sitting.screen.view
    view.resize(*size)
    _with_departments(sitting, "教务处", "实训处", "财务处", "学生处")
    view.measures.view.expandAll()
    faults = look_at(qtbot, view, ALLOWED)
    (tmp_path / "科室任务").mkdir()
    path = _sent(qtbot, sitting, tmp_path / "科室任务")
    _filled(path)
    view.show_returned(True)
    faults += look_at(qtbot, view, ALLOWED)
    sitting.screen._sheets.compare([path])
    qtbot.waitUntil(lambda: view.returned.model.rowCount() > 0)
    faults += look_at(qtbot, view, ALLOWED)
    assert faults == []


def test_the_picker_stays_on_the_screen(sitting: Sitting) -> None:
    _with_departments(sitting, "教务处")
    picker = Picker(["教务处"], sitting.screen.view)
    picker.open_at(QPoint(100_000, 100_000))
    room = picker.screen().availableGeometry()
    assert room.contains(picker.geometry().bottomRight())
    picker.close()
