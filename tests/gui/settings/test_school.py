"""A school's particulars and figures, filled in and kept."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.settings.asked_figures import asked_figures
from gui.settings.facts_model import USUAL, Column, FactsModel
from gui.settings.facts_table import FactsTable
from gui.settings.school_presenter import SchoolPresenter
from gui.settings.school_view import SchoolDialog
from gui.widgets.line_edit import Combo, LineEdit
from gui.widgets.problem import Problem
from models.vocabulary import SchoolType
from services.checklist import Fact
from services.workspace import Workspace
from tests.builders import a_school, a_workspace, an_assessment
from tests.gui.checklist.sitting import a_checklist_policy

KNOWN = (
    Fact("在校生", "1,860", "人", date(2025, 9, 30), "学籍系统"),
    Fact("订单班", "3", "个"),
)


def write(model: FactsModel, name: str, column: Column, text: str) -> None:
    row = next(row for row in range(model.rowCount()) if model.index(row, Column.NAME).data() == name)
    assert model.setData(model.index(row, column), text)


def test_the_model_keeps_its_promises(qtmodeltester: ModelTester) -> None:
    model, check = FactsModel(), cast(Callable[[FactsModel], None], qtmodeltester.check)
    model.show_facts(KNOWN)
    check(model)
    write(model, "", Column.NAME, "公用经费")
    check(model)


def test_what_is_known_comes_back_as_it_was(qtbot: QtBot) -> None:
    model = FactsModel()
    model.show_facts(KNOWN)
    assert model.facts() == KNOWN
    assert model.problem() == ""


def test_usual_figures_are_offered_and_kept_only_when_filled_in(qtbot: QtBot) -> None:
    model = FactsModel()
    assert [model.index(row, Column.NAME).data() for row in range(len(USUAL))] == [name for name, _ in USUAL]
    assert model.facts() == ()
    write(model, "专任教师", Column.VALUE, " 120 ")
    assert model.facts() == (Fact("专任教师", "120", "人"),)


def test_counts_of_the_checklist_are_asked_for_by_the_names_it_takes_them_by(qtbot: QtBot, tmp_path: Path) -> None:
    with a_workspace(tmp_path / "ws", a_checklist_policy()) as workspace:
        checklist = workspace.assessments.checklist(an_assessment(workspace))
    model = FactsModel()
    model.show_facts((), asked_figures(checklist))
    names = [model.index(row, Column.NAME).data() for row in range(model.rowCount())]
    assert names[len(USUAL) :] == ["专业课教师", ""]
    assert names.count("“双师型”教师") == 1


def test_a_blank_row_always_waits_at_the_end(qtbot: QtBot) -> None:
    model = FactsModel()
    before = model.rowCount()
    write(model, "", Column.NAME, "公用经费")
    assert model.rowCount() == before + 1
    assert model.index(before, Column.NAME).data() == ""


def test_the_names_of_usual_figures_are_fixed(qtbot: QtBot) -> None:
    model = FactsModel()
    editable = Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0, Column.NAME)) & editable
    assert model.flags(model.index(0, Column.VALUE)) & editable
    assert model.flags(model.index(len(USUAL), Column.NAME)) & editable
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


@pytest.mark.parametrize("typed", ["2025-09-30", "2025-9-30", "2025.9.30", "2025年9月30日", "2025 / 9 / 30"])
def test_a_day_may_be_typed_in_many_ways(qtbot: QtBot, typed: str) -> None:
    model = FactsModel()
    write(model, "在校生", Column.VALUE, "1860")
    write(model, "在校生", Column.AS_OF, typed)
    assert model.facts()[0].as_of == date(2025, 9, 30)


@pytest.mark.parametrize(
    ("name", "column", "text", "said"),
    [
        ("在校生", Column.AS_OF, "上个月", "“在校生”还没有数值。填上，或把那一行清空。"),
        ("在校生", Column.SOURCE, "学籍系统", "“在校生”还没有数值。填上，或把那一行清空。"),
        ("", Column.VALUE, "12", "有一行没有名目。写上名目，或把那一行清空。"),
    ],
)
def test_half_a_row_is_asked_for_the_rest(qtbot: QtBot, name: str, column: Column, text: str, said: str) -> None:
    model = FactsModel()
    write(model, name, column, text)
    assert model.problem() == said


def test_a_day_that_is_none_is_refused(qtbot: QtBot) -> None:
    model = FactsModel()
    write(model, "在校生", Column.VALUE, "1860")
    write(model, "在校生", Column.AS_OF, "2025-02-30")
    assert model.is_wrong(model.index(0, Column.AS_OF))
    assert model.problem() == "“在校生”的截至日期要写成 2025-09-30 这样。"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with a_workspace(tmp_path / "ws") as opened:
        yield opened


def opened(qtbot: QtBot, workspace: Workspace) -> tuple[SchoolPresenter, SchoolDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    a_school(workspace, "试点市第一职业学校")
    (school,) = workspace.schools.listed()
    presenter = SchoolPresenter(workspace.schools, window)
    dialog = presenter.edit(school, 2025)
    qtbot.addWidget(dialog)
    window.setProperty("kept", presenter)
    return presenter, dialog


def fields(dialog: SchoolDialog) -> tuple[LineEdit, Combo]:
    return dialog.findChildren(LineEdit)[0], dialog.findChildren(Combo)[0]


def test_what_is_written_is_kept(qtbot: QtBot, workspace: Workspace) -> None:
    presenter, dialog = opened(qtbot, workspace)
    name, kind = fields(dialog)
    name.setText(" 试点市技师学院 <b>东校区</b> ")
    kind.setCurrentIndex(kind.findData(SchoolType.TECHNICIAN.value))
    model = dialog.findChildren(FactsTable)[0].model()
    model.setData(model.index(0, Column.VALUE), "=1+1")
    with qtbot.waitSignal(presenter.saved):
        QTest.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    (school,) = workspace.schools.listed()
    assert (school.name, school.type) == ("试点市技师学院 <b>东校区</b>", SchoolType.TECHNICIAN)
    assert workspace.schools.facts(school.id, 2025) == (Fact("在校生", "=1+1", "人"),)
    assert workspace.schools.facts(school.id, 2024) == ()
    assert not dialog.isVisible()


def test_a_cell_still_being_typed_is_kept_too(qtbot: QtBot, workspace: Workspace) -> None:
    presenter, dialog = opened(qtbot, workspace)
    table = dialog.findChildren(FactsTable)[0]
    table.setCurrentIndex(table.model().index(1, Column.VALUE))
    editor = table.viewport().findChild(LineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "120")
    with qtbot.waitSignal(presenter.saved):
        dialog.accept()
    assert [fact.value for fact in workspace.schools.facts(workspace.schools.listed()[0].id, 2025)] == ["120"]


def test_it_stays_open_until_all_is_right(qtbot: QtBot, workspace: Workspace) -> None:
    _, dialog = opened(qtbot, workspace)
    name, _ = fields(dialog)
    name.setText(" ")
    dialog.accept()
    assert dialog.isVisible()
    name.setText("试点市第一职业学校")
    model = dialog.findChildren(FactsTable)[0].model()
    model.setData(model.index(0, Column.SOURCE), "学籍系统")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.findChildren(Problem)[0].sentence.startswith("“在校生”还没有数值")
    assert workspace.schools.facts(workspace.schools.listed()[0].id, 2025) == ()


def test_what_the_services_refuse_is_said_in_the_dialog(qtbot: QtBot, workspace: Workspace) -> None:
    _, dialog = opened(qtbot, workspace)
    model = dialog.findChildren(FactsTable)[0].model()
    model.setData(model.index(0, Column.VALUE), "长" * 100_001)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.findChildren(Problem)[0].sentence


def test_esc_changes_nothing(qtbot: QtBot, workspace: Workspace) -> None:
    _, dialog = opened(qtbot, workspace)
    fields(dialog)[0].setText("别的学校")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert workspace.schools.listed()[0].name == "试点市第一职业学校"
