"""A school's particulars, filled in and kept."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.platform.changes import ChangeBus
from gui.platform.pen import Pen
from gui.settings.school_presenter import SchoolPresenter
from gui.settings.school_view import SchoolDialog
from gui.widgets.line_edit import Combo, LineEdit
from gui.widgets.problem import Problem
from models.vocabulary import SchoolType
from services.trail.history import History
from services.workspace import Workspace
from tests.builders import a_school


def opened(qtbot: QtBot, workspace: Workspace) -> tuple[SchoolPresenter, SchoolDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    a_school(workspace, "试点市第一职业学校")
    (school,) = workspace.opening.schools()
    presenter = SchoolPresenter(workspace.schools, Pen(History(workspace.steps), ChangeBus()), window)
    dialog = presenter.edit(school)
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
    with qtbot.waitSignal(presenter.saved):
        QTest.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    (school,) = workspace.opening.schools()
    assert (school.name, school.type) == ("试点市技师学院 <b>东校区</b>", SchoolType.TECHNICIAN)
    assert not dialog.isVisible()


def test_it_stays_open_until_all_is_right(qtbot: QtBot, workspace: Workspace) -> None:
    _, dialog = opened(qtbot, workspace)
    name, _ = fields(dialog)
    name.setText(" ")
    dialog.accept()
    assert dialog.isVisible()
    assert workspace.opening.schools()[0].name == "试点市第一职业学校"


def test_what_the_services_refuse_is_said_in_the_dialog(qtbot: QtBot, workspace: Workspace) -> None:
    _, dialog = opened(qtbot, workspace)
    name, _ = fields(dialog)
    name.setMaxLength(200_000)
    name.setText("长" * 100_001)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.findChildren(Problem)[0].sentence


def test_esc_changes_nothing(qtbot: QtBot, workspace: Workspace) -> None:
    _, dialog = opened(qtbot, workspace)
    fields(dialog)[0].setText("别的学校")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert workspace.opening.schools()[0].name == "试点市第一职业学校"
