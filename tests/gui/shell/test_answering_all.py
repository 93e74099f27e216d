"""All of Yiyang's school items answered in the real window: by keys alone, and by mouse alone, every stroke counted."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.checklist.screen import ChecklistScreen
from gui.shell.desktop import Desktop
from models.vocabulary import AssessmentId, Status
from tests.gui.windows import Program, started

NOW = datetime(2026, 11, 22, 9, 0).astimezone()
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYS = {Status.MET: Qt.Key.Key_1, Status.PARTLY_MET: Qt.Key.Key_2, Status.NOT_MET: Qt.Key.Key_3}


class Counting(QObject):
    """Counts the clicks that are made, wherever in the program."""

    def __init__(self) -> None:
        super().__init__()
        self.clicks = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on."""
        if isinstance(watched, QWidget) and watched.isWindow():
            return False
        self.clicks += event.type() == QEvent.Type.MouseButtonPress
        return False


@pytest.fixture
def desktop(program: Program, tmp_path: Path) -> Iterator[Desktop]:
    with program.opened(tmp_path / "ws", NOW) as made:
        yield made


@pytest.fixture
def screen(qtbot: QtBot, desktop: Desktop) -> ChecklistScreen:
    desktop.open_assessment(started(desktop, "yiyang", 2026))
    assert desktop.sitting is not None
    with qtbot.waitActive(desktop.window):
        desktop.window.activateWindow()
    desktop.sitting.checklist.view.take_keyboard()
    return desktop.sitting.checklist


@pytest.fixture
def assessment(desktop: Desktop, screen: ChecklistScreen) -> AssessmentId:
    assert desktop.sitting is not None
    return desktop.sitting.assessment


def statuses(desktop: Desktop, assessment: AssessmentId) -> list[Status]:
    assert desktop.workspace is not None
    return [row.status for row in desktop.workspace.assessments.checklist(assessment).binding_items()]


def press(desktop: Desktop, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> int:
    """Press a key where the keyboard is; count the keys that went down."""
    QTest.keyClick(desktop.window.focusWidget(), key, held)
    return 1 + (held is not Qt.KeyboardModifier.NoModifier)


def verdicts(count: int) -> Iterator[Status]:
    for _, status in zip(range(count), cycle(_KEYS), strict=False):
        yield status


def test_by_keys_alone_it_takes_one_stroke_an_item(
    desktop: Desktop, screen: ChecklistScreen, assessment: AssessmentId, tell: Callable[[str], None]
) -> None:
    asked = len(statuses(desktop, assessment))
    strokes = keys = 0
    for status in verdicts(asked):
        keys += press(desktop, _KEYS[status], _SHIFT)
        strokes += 1
    assert Status.UNANSWERED not in (found := statuses(desktop, assessment))
    assert Counter(found) == Counter(verdicts(asked))
    assert strokes == asked and keys <= 2 * asked
    tell(f"Shift+1…3：{asked} 条，{strokes} 击（{strokes / asked:.2f} 击/条），连 Shift 算 {keys} 键")


def test_without_chords_it_takes_two_keys_an_item(
    desktop: Desktop, screen: ChecklistScreen, assessment: AssessmentId, tell: Callable[[str], None]
) -> None:
    asked, keys = len(statuses(desktop, assessment)), 0
    for status in verdicts(asked):
        keys += press(desktop, _KEYS[status])
        keys += press(desktop, Qt.Key.Key_J)
    assert Counter(statuses(desktop, assessment)) == Counter(verdicts(asked))
    assert keys <= 2 * asked
    tell(f"1…3 和 J：{asked} 条，{keys} 键（{keys / asked:.2f} 键/条）")


def test_all_alike_it_takes_three_strokes_in_all(
    desktop: Desktop, screen: ChecklistScreen, assessment: AssessmentId, tell: Callable[[str], None]
) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    for key, held in ((Qt.Key.Key_A, ctrl), (Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Return, ctrl)):
        press(desktop, key, held)
    found = statuses(desktop, assessment)
    assert set(found) == {Status.MET}
    tell(f"Ctrl+A、1、Ctrl+Enter：{len(found)} 条，3 击")


def test_by_mouse_alone_it_takes_two_clicks_an_item(
    desktop: Desktop, screen: ChecklistScreen, assessment: AssessmentId, tell: Callable[[str], None]
) -> None:
    counting, bar = Counting(), screen.view.item.bar
    app = QApplication.instance()
    assert app is not None
    asked = len(statuses(desktop, assessment))
    app.installEventFilter(counting)
    for status in verdicts(asked):
        QTest.mouseClick(bar.group.segment(status), Qt.MouseButton.LeftButton)
        QTest.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    app.removeEventFilter(counting)
    assert Counter(statuses(desktop, assessment)) == Counter(verdicts(asked))
    assert asked <= counting.clicks <= 2 * asked
    tell(f"鼠标：{asked} 条，{counting.clicks} 次点击（{counting.clicks / asked:.2f} 次/条）")
