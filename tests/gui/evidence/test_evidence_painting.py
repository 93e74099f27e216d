"""The evidence screen and its dialogs painted at every size, light and dark: nothing cut, nothing over another."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from gui.evidence.narrowing import Narrowing
from gui.evidence.number_dialog import NumberDialog
from gui.evidence.versions_dialog import VersionsDialog
from gui.pieces.assign_dialog import AssignDialog
from gui.pieces.assigning import Assigned
from gui.pieces.duplicates import DuplicatesDialog
from gui.pieces.item_picker import choices_of
from gui.pieces.place_dialog import PlaceDialog
from gui.pieces.serve_dialog import ServeDialog
from gui.platform.theme import ThemeChoice, Themes
from models.vocabulary import EvidenceId, EvidenceKind, Status
from services.checklist import Answer
from services.evidence.assigning import Found
from services.evidence.flags import EvidenceFlag
from services.evidence.intake import Duplicate
from services.evidence.laying import Piece
from services.evidence.register import Renumbering, VersionRow
from services.evidence.values import Particulars
from tests.gui.evidence.desk import FIRST, SECOND, THIRD, Desk, a_desk
from tests.gui.evidence.test_evidence_screen import a_picture
from tests.gui.painting import look_at

MAY_CUT = frozenset(
    ["gui.evidence.list_delegate", "gui.evidence.missing_list", "gui.widgets.labels", "gui.widgets.text"]
)
SIZES = [(1440, 852), (1366, 680), (960, 452)]
LONG = "2025 年度校企合作示范性职业教育集团建设情况汇总表及各成员单位签章确认页（第三稿）.pdf"


def furnish(desk: Desk) -> None:
    """Put in what shows every badge, the longest name, and many items."""
    table = desk.attach(FIRST, "台账".encode(), LONG)
    picture = desk.attach(SECOND, a_picture(), "实训楼.png")
    register = desk.workspace.evidence.register
    old = Particulars(date(2023, 1, 1), date(2024, 1, 1), 2024, "校企合作与就业指导处", "原件在档案室")
    desk.bus.changed.emit(register.serve(desk.assessment, table, [FIRST, SECOND, THIRD]))
    desk.bus.changed.emit(register.amend(desk.assessment, {table: old}))
    desk.bus.changed.emit(desk.workspace.evidence.attach_paper(desk.assessment, THIRD, "档案室 B 柜 03 盒"))
    desk.bus.changed.emit(desk.workspace.evidence.attach_link(desk.assessment, THIRD, "10.0.0.1/公示", "公示页"))
    last = next(row for row in desk.workspace.assessments.checklist(desk.assessment).items() if row.key == "2-3")
    desk.bus.changed.emit(desk.workspace.assessments.record(desk.assessment, last.key, Answer(Status.MET)))
    desk.choose(picture)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_evidence_is_whole(
    qtbot: QtBot, themes: Themes, tmp_path: Path, choice: ThemeChoice, size: tuple[int, int]
) -> None:
    themes.choose(choice)
    with a_desk(qtbot, tmp_path) as desk:
        view = desk.screen.view
        view.resize(*size)
        faults = look_at(qtbot, view, MAY_CUT)
        furnish(desk)
        model = desk.screen._model
        for row in range(model.rowCount()):
            view.list.setCurrentIndex(model.index(row))
            faults += look_at(qtbot, view, MAY_CUT)
        view.list.selectAll()
        faults += look_at(qtbot, view, MAY_CUT)
        view.bar.ask(Narrowing(flag=EvidenceFlag.EXPIRED))
        faults += look_at(qtbot, view, MAY_CUT)
        view.bar.ask(Narrowing(), missing=True)
        faults += look_at(qtbot, view, MAY_CUT)
        view.bar.ask(Narrowing(text="没有这样的"))
        faults += look_at(qtbot, view, MAY_CUT)
        assert faults == []


def test_the_dialogs_are_whole(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(qtbot, tmp_path) as desk:
        choices = choices_of(desk.workspace.assessments.checklist(desk.assessment))
        piece = Piece(EvidenceKind.FILE, LONG)
        same = [Duplicate(SECOND, piece, EvidenceId(1), "1-1-01", LONG)]
        rows = [Assigned(Found(Path(LONG), f"材料/{LONG}"), FIRST), Assigned(Found(Path("b"), "材料/b.pdf"), None)]
        versions = [VersionRow(n, f"第 {n} 稿.pdf", "", 2048, datetime.now(UTC), "王老师", n == 1) for n in (1, 0)]
        changes = [Renumbering(EvidenceId(1), LONG, "1-1-02", "1-1-01")] * 9
        numbers = NumberDialog("{条款}-{要点}-{序号}", "1-1", 2025, lambda _pattern: changes)
        dialogs = (
            numbers,
            VersionsDialog("台账", versions),
            AssignDialog(rows, choices),
            DuplicatesDialog(same),
            DuplicatesDialog(same * 7),
            PlaceDialog(EvidenceKind.LINK),
            PlaceDialog(EvidenceKind.PAPER),
            ServeDialog("台账", choices, [FIRST]),
        )
        found = {}
        for dialog in dialogs:
            qtbot.addWidget(dialog)
            dialog.show()
            if dialog is numbers:
                numbers.anew.click()
            faults = look_at(qtbot, dialog, MAY_CUT)
            if faults:
                found[type(dialog).__name__] = faults
        assert found == {}


def test_the_assignment_is_typed_and_files_are_left_out(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(qtbot, tmp_path) as desk:
        choices = choices_of(desk.workspace.assessments.checklist(desk.assessment))
        rows = [Assigned(Found(Path(name), name), None) for name in ("a.pdf", "b.pdf", "c.pdf")]
        dialog = AssignDialog(rows, choices)
        qtbot.addWidget(dialog)
        dialog.show()
        assert not dialog.act_button.isEnabled()
        dialog.picker.search.setText("2-1")
        dialog.picker.search.returnPressed.emit()
        assert [(one.name, one.item) for one in dialog.offers] == [("a.pdf", THIRD)]
        assert dialog._chosen() == [1]
        dialog.leave_out.click()
        assert dialog._chosen() == [2]
        assert dialog._count.text() == "1 个还没定，不会收"
        dialog.table.selectAll()
        dialog.picker.taken.emit(FIRST)
        assert [one.item for one in dialog.offers] == [FIRST] * 3
        assert dialog.act_button.text() == "收进 3 个"
        assert dialog.table.rowAt(QPoint(5, 5).y()) == 0
