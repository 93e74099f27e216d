"""The program in its real window, opened for a test and shut again whatever the test found."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.platform.desk_settings import DeskSettings
from gui.platform.theme import Themes
from gui.shell.desktop import Desktop
from gui.shell.window import MainWindow
from models.vocabulary import AssessmentId, Ownership, SchoolType

SAMPLE_NOW = datetime(2025, 11, 21, 14, 3).astimezone()
"""When somebody sits down before the sample school."""

SIZES = ((1440, 868), (1366, 696), (960, 520))
"""What people's screens leave a window."""


@dataclass(frozen=True)
class Program:
    """Starts on a folder, as often as a test asks; the desk's settings lie beside that folder."""

    qtbot: QtBot
    themes: Themes

    @contextmanager
    def opened(self, folder: Path, now: datetime, size: tuple[int, int] = SIZES[0]) -> Iterator[Desktop]:
        """Open the folder in a window that has the keyboard; wait until its workspace is there."""
        with self.shown(folder, now, size) as desktop:
            desktop.open()
            self.qtbot.waitUntil(lambda: desktop.workspace is not None)
            yield desktop

    @contextmanager
    def seated(
        self, folder: Path, now: datetime, policy: str = "zibo-gaoxin", size: tuple[int, int] = SIZES[0]
    ) -> Iterator[Desktop]:
        """Open a new folder, and the first assessment of its first school."""
        with self.opened(folder, now, size) as desktop:
            desktop.open_assessment(started(desktop, policy))
            yield desktop

    @contextmanager
    def shown(self, folder: Path, now: datetime, size: tuple[int, int] = SIZES[0]) -> Iterator[Desktop]:
        """Show a window that has the keyboard, in which nothing has been opened yet."""
        settings = DeskSettings(folder.parent / "desk.ini")
        desktop = Desktop(MainWindow(settings), folder, "李敏", settings, self.themes, now=lambda: now)
        self.qtbot.addWidget(desktop.window)
        desktop.window.resize(*size)
        with self.qtbot.waitActive(desktop.window):
            desktop.window.show()
            desktop.window.activateWindow()
        try:
            yield desktop
        finally:
            desktop.window.close()
            desktop.close()


def started(desktop: Desktop, policy: str = "zibo-gaoxin", year: int = 2025) -> AssessmentId:
    """Enter a first school and start its assessment."""
    assert desktop.workspace is not None
    school = desktop.workspace.schools.register("一号学校", type=SchoolType.SECONDARY, ownership=Ownership.PUBLIC)
    return desktop.workspace.assessments.start(school, policy, year)
