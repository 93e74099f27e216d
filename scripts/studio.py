"""A window over a workspace, and a camera before it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QCursor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from gui.platform.appearance import dress
from gui.platform.desk_settings import DeskSettings
from gui.platform.theme import ThemeChoice
from gui.shell.desktop import Desktop
from gui.shell.rooms.room import Room
from gui.shell.sitting import Sitting
from gui.shell.tabs import Tab
from gui.shell.window import MainWindow
from models.vocabulary import AssessmentId
from services.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "docs" / "user" / "screens"
UNKEPT = ROOT / "out" / "screens"
"""Pictures of an official text are the user's, not the repository's."""
_PATIENCE = 60_000


class Studio:
    """Takes pictures of one window of one size and theme; `name` ends each picture's file name."""

    def __init__(self, name: str, folder: Path, now: datetime, *, theme: str, size: tuple[int, int]) -> None:
        self.name = name
        self._application = QApplication([])
        themes = dress(self._application, ThemeChoice(theme))
        settings = DeskSettings(folder.parent / f"{name}.ini")
        self.desktop = Desktop(MainWindow(settings), folder, "李敏", settings, themes, now=lambda: now)
        self.desktop.window.resize(*size)
        self.desktop.window.show()
        QCursor.setPos(size[0] // 2, 1)  # over nothing that would light up
        self.desktop.open()
        self.wait_until(lambda: self.desktop.workspace is not None)

    @property
    def workspace(self) -> Workspace:
        """Give the open workspace."""
        assert self.desktop.workspace is not None
        return self.desktop.workspace

    @property
    def sitting(self) -> Sitting:
        """Give the open assessment; the newest is opened where none is."""
        if self.desktop.sitting is None:
            self.desktop.open_assessment(self.assessment)
        assert self.desktop.sitting is not None
        return self.desktop.sitting

    @property
    def assessment(self) -> AssessmentId:
        """Name the newest assessment."""
        return self.workspace.opening.assessments()[0].id

    def room(self, tab: Tab) -> Room:
        """Go to a tab and give its room."""
        self.sitting.tab_wanted.emit(tab)
        return self.sitting.room(tab)

    def picture(
        self, screen: str, folder: Path = KEPT, *, of: QWidget | None = None, over: QWidget | None = None
    ) -> None:
        """Take a picture of the window, with a menu over it, or of a dialog before it."""
        folder.mkdir(parents=True, exist_ok=True)
        taken = (of or self.desktop.window).grab()
        if over is not None:
            self._lay_over(taken, over)
        taken.save(str(folder / f"{screen}-{self.name}.png"))

    def _lay_over(self, taken: QPixmap, menu: QWidget) -> None:
        """Paint a menu where it lies over the window: a picture of the window leaves it out."""
        painter = QPainter(taken)
        painter.drawPixmap(self.desktop.window.mapFromGlobal(menu.mapToGlobal(QPoint(0, 0))), menu.grab())
        painter.end()

    def wait(self, milliseconds: int) -> None:
        """Let the window live."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Let the window live until something is so; raises TimeoutError after a minute."""
        waited = 0
        while not is_so():
            self.wait(20)
            waited += 20
            if waited > _PATIENCE:
                raise TimeoutError(self.name)

    def close(self) -> None:
        """Put everything away."""
        self.desktop.window.close()
        self.desktop.close()
