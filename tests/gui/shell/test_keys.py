"""The sheet of keys tells every key there is, and nothing that is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.checklist.screen_keys import _SCREEN_KEYS
from gui.checklist.view import STATUS_KEYS, STEP_KEYS
from gui.drafting.items_pane import ItemsPane
from gui.platform.theme import ThemeChoice, Themes
from gui.shell import dialogs
from gui.shell.keys import columns
from gui.shell.tabs import OFF_BAR, Tab
from gui.themes.view import ThemesView
from tests.gui.painting import look_at
from tests.gui.windows import SAMPLE_NOW, Program

_PLAIN = {"Esc", "Return", "Enter"}
"""Keys of every dialog: out, and on."""


def told() -> set[str]:
    lines = [line for groups in columns() for group in groups for line in group.lines]
    return {QKeySequence(one).toString() or one for line in lines for one in line.meant}


def keys_of(*parts: QWidget) -> set[str]:
    found: set[str] = set()
    for part in parts:
        found |= {shortcut.key().toString() for shortcut in part.findChildren(QShortcut)}
        found |= {one.toString() for action in part.findChildren(QAction) for one in action.shortcuts()}
    return found - _PLAIN - {""}


@pytest.fixture
def there(qtbot: QtBot, program: Program, sample: Path) -> Iterator[set[str]]:
    """Give every key there is once all rooms have been seen."""
    aside = [ThemesView(), ItemsPane()]
    for part in aside:
        qtbot.addWidget(part)
    with program.opened(sample, SAMPLE_NOW) as desktop:
        desktop.open_assessment(1)
        assert desktop.sitting is not None
        for tab in Tab:
            desktop.sitting.tab_wanted.emit(tab)
        yield keys_of(desktop.window, *aside)


def test_every_key_of_the_program_is_told(there: set[str]) -> None:
    assert there - told() == set()
    assert {"Ctrl+Shift+F", "Ctrl+L", "F1", "Ctrl+J", "Ctrl+S"} <= there


def test_nothing_is_told_that_does_nothing(there: set[str]) -> None:
    handled = {QKeySequence(key).toString() for key in (*STATUS_KEYS, *STEP_KEYS)} | {"R", "D"}
    handled |= {f"Shift+{QKeySequence(key).toString()}" for key in STATUS_KEYS}
    views = {"Up", "Down", "Left", "Right", "Tab", "Alt", "Ctrl+A", "Shift+Up", "Shift+Down"}
    assert told() - there - handled - views - _PLAIN == set()
    assert all(key in _SCREEN_KEYS for key in (*STATUS_KEYS, *STEP_KEYS))


def test_the_tabs_are_counted_as_they_are() -> None:
    assert f"Ctrl+{len(Tab) - len(OFF_BAR)}" in told()
    assert f"Ctrl+{len(Tab) - len(OFF_BAR) + 1}" not in told()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_sheet_of_keys_is_whole_on_the_smallest_screen(qtbot: QtBot, themes: Themes, theme: str) -> None:
    themes.choose(ThemeChoice(theme))
    sheet = dialogs.keys_sheet()
    qtbot.addWidget(sheet)
    with qtbot.waitExposed(sheet):
        sheet.show()
    assert look_at(qtbot, sheet) == []
    assert sheet.width() <= 960 and sheet.height() <= 500
