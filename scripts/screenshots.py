"""Pictures of the real program with the sample school, for docs/user: every screen, light and dark, large and small."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "user" / "screens"
SHOWN_ITEM = "11-9"
SHOWN_THEME = "teacher-development"
READ_PAGE = 6
OFFICIAL = ROOT.parent / "shared" / "policies" / "yiyang.txt"
OFFICIAL_TARGET = ROOT / "out" / "screens"
"""Pictures of an official text are the user's, not the repository's."""
NOW = datetime(2025, 11, 21, 14, 3).astimezone()


@dataclass(frozen=True, slots=True)
class Shot:
    """One size and theme; the size is in logical pixels."""

    name: str
    width: int
    height: int
    theme: str = "light"
    scale: str = "1"


SHOTS = (
    Shot("light", 1440, 868),
    Shot("dark", 1440, 868, theme="dark"),
    Shot("1366", 1366, 696),
    Shot("200", 960, 520, scale="2"),
)


def main() -> None:
    """Fill a workspace with the sample school, then take each set of pictures in a process of its own."""
    if len(sys.argv) == 3:
        take(next(shot for shot in SHOTS if shot.name == sys.argv[1]), Path(sys.argv[2]))
        return
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "职评簿"
        fill_sample(workspace)
        for shot in SHOTS:
            scaled = {
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": shot.scale,
                "PYTHONPATH": str(ROOT),
            }
            subprocess.run([sys.executable, __file__, shot.name, workspace], check=True, env=scaled)
    for picture in sorted(TARGET.glob("*.png")):
        print(picture.relative_to(ROOT))


def fill_sample(folder: Path) -> None:
    """Let one person of the sample school fill in its checklist in one quarter of an hour."""
    sys.path.insert(0, str(ROOT))
    from services.sample import fill
    from services.workspace import Workspace

    ticks = count()
    with Workspace.open(
        folder, "李敏", NOW.date, now=lambda: NOW - timedelta(minutes=15) + timedelta(seconds=next(ticks))
    ) as workspace:
        fill(workspace, "yiyang")


def take(shot: Shot, workspace: Path) -> None:
    """Open the workspace in a window of this size and picture its screens."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtGui import QCursor
    from PySide6.QtWidgets import QApplication

    from gui.platform.appearance import dress
    from gui.platform.desk_settings import DeskSettings
    from gui.platform.theme import ThemeChoice
    from gui.shell.desktop import Desktop
    from gui.shell.tabs import Tab
    from gui.shell.window import MainWindow
    from models.vocabulary import ItemKey

    def wait(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def picture(screen: str) -> None:
        desktop.window.grab().save(str(TARGET / f"{screen}-{shot.name}.png"))

    application = QApplication([])
    themes = dress(application, ThemeChoice(shot.theme))
    settings = DeskSettings(workspace.parent / f"{shot.name}.ini")
    desktop = Desktop(MainWindow(settings), workspace, "李敏", settings, themes, now=lambda: NOW)
    desktop.window.resize(shot.width, shot.height)
    desktop.window.show()
    QCursor.setPos(desktop.window.width() // 2, 1)  # over nothing that would light up
    desktop.open()
    while desktop.workspace is None:
        wait(20)
    wait(200)
    picture("start")
    desktop.start.themes_wanted.emit()
    assert desktop.comparison is not None
    desktop.comparison.pane.themes.choose(SHOWN_THEME)
    wait(200)
    picture("themes")
    desktop.comparison.home_wanted.emit()
    desktop.open_assessment(desktop.workspace.assessments.recent()[0].id)
    assert desktop.sitting is not None
    desktop.sitting.checklist.show_item(ItemKey(SHOWN_ITEM))
    wait(800)
    picture("checklist")
    desktop.sitting.tab_wanted.emit(Tab.OVERVIEW)
    wait(300)
    picture("overview")
    desktop.sitting.tab_wanted.emit(Tab.REPORT)
    while desktop.sitting.report.is_busy:
        wait(50)
    desktop.sitting.report.view.go_to(READ_PAGE)
    wait(1500)
    picture("report")
    if OFFICIAL.is_file():
        reader = desktop.sitting.reader
        desktop.sitting.tab_wanted.emit(Tab.TEXT)
        reader.read_in(OFFICIAL)
        while reader.view.is_empty and not reader.view.problem.sentence:
            wait(50)
        reader.view.turn_to_text()
        wait(7000)  # until the toast has gone
        OFFICIAL_TARGET.mkdir(parents=True, exist_ok=True)
        desktop.window.grab().save(str(OFFICIAL_TARGET / f"reader-{shot.name}.png"))
    desktop.window.close()
    desktop.close()


if __name__ == "__main__":
    main()
