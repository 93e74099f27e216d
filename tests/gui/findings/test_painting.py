"""The ledger painted at every size, light and dark: nothing cut, nothing overlapping, no foreign word."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.findings.dialogs import NewDialog, RecogniseDialog, ReportDialog, ReviewDialog
from gui.platform.theme import ThemeChoice, Themes
from models.vocabulary import FindingNumber
from tests.builders import TODAY
from tests.gui.findings.ledger import a_sitting
from tests.gui.painting import look_at

MAY_CUT = frozenset(["gui.findings.table_delegate", "gui.findings.board", "gui.widgets.text", "gui.widgets.thumb"])
SIZES = [(1440, 852), (1366, 680), (960, 452)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_ledger_is_whole(
    qtbot: QtBot, themes: Themes, tmp_path: Path, choice: ThemeChoice, size: tuple[int, int]
) -> None:
    themes.choose(choice)
    with a_sitting(qtbot, tmp_path, size=size) as sitting:
        view = sitting.screen.view
        faults = []
        for number in range(1, 7):
            sitting.screen.show_finding(FindingNumber(number))
            faults += look_at(qtbot, view, MAY_CUT)
        looks: tuple[Callable[[], None], ...] = (partial(view.show_board, True), view.open_item, view.detail.correct)
        for look in looks:
            look()
            faults += look_at(qtbot, view, MAY_CUT)
        assert faults == []


@pytest.mark.parametrize("size", SIZES)
def test_the_empty_ledger_is_whole(qtbot: QtBot, tmp_path: Path, size: tuple[int, int]) -> None:
    with a_sitting(qtbot, tmp_path, before=None, size=size) as sitting:
        assert look_at(qtbot, sitting.screen.view, MAY_CUT) == []


def test_the_dialogs_are_whole(qtbot: QtBot) -> None:
    dialogs = (
        NewDialog(("教务科", "校企合作与就业指导处")),
        ReportDialog(),
        ReviewDialog(lambda: TODAY, "王老师"),
        RecogniseDialog(lambda: TODAY, "王老师"),
    )
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        assert look_at(qtbot, dialog, MAY_CUT) == []
