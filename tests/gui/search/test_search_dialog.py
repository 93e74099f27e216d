"""找遍各年: from the start page or an open assessment, by a word or a single character, to the item it stands at."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.platform.theme import Themes
from gui.search.content import FoundLine
from gui.search.dialog import SearchDialog
from gui.shell.desktop import Desktop
from gui.shell.tabs import Tab
from models.vocabulary import AssessmentId, ItemKey, Ownership, SchoolType, Status
from services.checklist import Answer
from tests.gui.checklist.sitting import type_words
from tests.gui.painting import look_at
from tests.gui.windows import Program

MAY_ELIDE: frozenset[str] = frozenset()
NOW = datetime(2026, 11, 22, 9, 0).astimezone()
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desktop(program: Program, tmp_path: Path) -> Iterator[Desktop]:
    with program.opened(tmp_path / "ws", NOW, (1440, 900)) as made:
        yield made


@pytest.fixture
def years(desktop: Desktop) -> tuple[AssessmentId, AssessmentId]:
    """Two years of one school, something written in each."""
    assert desktop.workspace is not None
    assessments = desktop.workspace.assessments
    school = desktop.workspace.schools.register("一号学校", type=SchoolType.SECONDARY, ownership=Ownership.PUBLIC)
    first, second = (assessments.start(school, "yiyang", year) for year in (2025, 2026))
    assessments.record(
        first, ItemKey("11-9"), Answer(Status.PARTLY_MET, note="“双师型”教师认定了 46 人", missing="差 4 人")
    )
    assessments.record(second, ItemKey("3-1"), Answer(Status.MET, note="新校区启用，双师型教师工作室挂牌"))
    return first, second


def search(qtbot: QtBot, desktop: Desktop, words: str) -> SearchDialog:
    QTest.keyClick(desktop.window.focusWidget() or desktop.window, Qt.Key.Key_F, _CTRL_SHIFT)
    dialog = desktop.desks.searching.presenter.dialog
    assert dialog is not None and dialog.isVisible()
    type_words(dialog.field, words)
    with qtbot.waitSignal(dialog.search_wanted):
        pass
    return dialog


def found(dialog: SearchDialog) -> list[FoundLine]:
    model = dialog.list.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]


def test_both_years_are_found_with_school_year_and_place(
    qtbot: QtBot, desktop: Desktop, years: tuple[AssessmentId, AssessmentId]
) -> None:
    dialog = search(qtbot, desktop, "双师型")
    told = {(line.where, line.place) for line in found(dialog)}
    assert told == {
        ("11-9　完成情况", "2025 年　益阳市　一号学校"),
        ("3-1　完成情况", "2026 年　益阳市　一号学校"),
    }
    assert dialog.count == "找到 2 处"
    lit = [line.piece.text[start:end] for line in found(dialog) for start, end in line.piece.spans]
    assert lit == ["双师型", "双师型"]


def test_one_character_is_enough_and_enter_opens_the_item(
    qtbot: QtBot, desktop: Desktop, years: tuple[AssessmentId, AssessmentId]
) -> None:
    dialog = search(qtbot, desktop, "差")
    assert [line.where for line in found(dialog)] == ["11-9　尚缺什么"]
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert desktop.sitting is not None
    assert (desktop.sitting.assessment, desktop.sitting.checklist.key) == (years[0], "11-9")
    assert desktop.window.current_tab is Tab.CHECKLIST


def test_from_one_year_it_leads_to_another_by_the_keys_alone(
    qtbot: QtBot, desktop: Desktop, years: tuple[AssessmentId, AssessmentId]
) -> None:
    desktop.open_assessment(years[0])
    dialog = search(qtbot, desktop, "教师")
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.list.hasFocus()
    wanted = next(row for row, line in enumerate(found(dialog)) if line.hit.assessment == years[1])
    for _ in range(wanted):
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert desktop.sitting is not None
    assert (desktop.sitting.assessment, desktop.sitting.checklist.key) == (years[1], "3-1")


def test_nothing_found_says_so_and_offers_nothing_to_open(
    qtbot: QtBot, desktop: Desktop, years: tuple[AssessmentId, AssessmentId]
) -> None:
    dialog = search(qtbot, desktop, "游泳馆")
    assert dialog.count == "没有找到。换个词，或少写一个词。"
    assert not dialog.act_button.isEnabled()


def test_a_finding_opened_by_hand_leads_to_the_ledger(
    qtbot: QtBot, desktop: Desktop, years: tuple[AssessmentId, AssessmentId]
) -> None:
    from services.findings.rows import Remedy

    assert desktop.workspace is not None
    desktop.workspace.findings.open_by_hand(years[0], Remedy(problem="消防通道堆了桌椅"))
    dialog = search(qtbot, desktop, "桌椅")
    assert [line.where for line in found(dialog)] == ["整改"]
    dialog.accept()
    assert desktop.window.current_tab is Tab.FINDINGS


@pytest.mark.parametrize("size", [(1440, 900), (1366, 728), (960, 500)])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_dialog_is_whole_at_every_size(
    qtbot: QtBot,
    desktop: Desktop,
    themes: Themes,
    years: tuple[AssessmentId, AssessmentId],
    size: tuple[int, int],
    theme: str,
) -> None:
    from gui.platform.theme import ThemeChoice

    themes.choose(ThemeChoice(theme))
    desktop.window.resize(*size)
    dialog = search(qtbot, desktop, "教师")
    assert look_at(qtbot, dialog, MAY_ELIDE) == []
    assert dialog.height() <= 500
