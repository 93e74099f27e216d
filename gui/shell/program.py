"""From the command line to a window: painted first, then what work begins with, then all the rest."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from gui.platform.desk_settings import DeskSettings
from gui.platform.first_paint import FirstPaint
from gui.platform.theme import Themes, first_theme, palette_of
from gui.shell.window import MainWindow
from resources import VERSION, font_folders
from resources.refusals import sentence
from services.occupied import may_be_taken

if TYPE_CHECKING:
    from gui.shell.desktop import Desktop
    from gui.shell.single import SingleInstance


def run(folder: Path, who: str, *, announce: Callable[[str], None] | None = None) -> int:
    """Show the window over a workspace until it is closed; `announce` hears "painted", "usable" and "complete"."""
    application = QApplication(sys.argv[:1])
    if may_be_taken(folder) and _called_first(folder):
        return 0
    program = Program(application, folder, who)
    if announce is not None:
        program.came.connect(announce)
    program.window.show()
    status = application.exec()
    program.close()
    return status


def _called_first(folder: Path) -> bool:
    from gui.shell.single import SingleInstance

    return SingleInstance(folder).call_first()


class Program(QObject):
    """The window, and behind it, once it has been painted, the rest of the program."""

    came = Signal(str)

    def __init__(self, application: QApplication, folder: Path, who: str) -> None:
        super().__init__()
        self._application, self._folder, self._who = application, folder, who
        self._settings = DeskSettings()
        application.setPalette(palette_of(first_theme(self._settings.desk.theme)))
        self._desktop: Desktop | None = None
        self._single: SingleInstance | None = None
        self.window = MainWindow(self._settings, version=VERSION, workspace=str(folder))
        FirstPaint(self.window).came.connect(self._on_painted)

    def close(self) -> None:
        """Let go of everything; called after the window has closed."""
        if self._single is not None:
            self._single.close()
        if self._desktop is not None:
            self._desktop.close()

    def _on_painted(self) -> None:
        # Importing what follows costs more than the window itself: it comes after the first paint.
        self.came.emit("painted")
        if self._dress():
            self._open_desktop()

    def _dress(self) -> bool:
        """Put on fonts and style; say so and end where no face knows Chinese."""
        from gui.platform.appearance import put_on
        from gui.platform.fonts import has_chinese

        self._themes = Themes(self._settings.desk.theme, self)
        put_on(self._application, self._themes)
        if not has_chinese():
            from reports.errors import NoFontError

            print(sentence(NoFontError(font_folders())), file=sys.stderr)
            self._application.exit(1)
            return False
        return True

    def _open_desktop(self) -> None:
        from PySide6.QtCore import Qt

        from gui.shell.desktop import Desktop

        self._desktop = Desktop(self.window, self._folder, self._who, self._settings, self._themes)
        self._desktop.usable.connect(self._on_usable)
        self._desktop.complete.connect(self._on_complete, Qt.ConnectionType.QueuedConnection)
        self._desktop.open()

    def _on_usable(self) -> None:
        self.came.emit("usable")

    def _on_complete(self) -> None:
        from gui.platform.appearance import show_icon

        show_icon(self._application, self._themes)
        self._hear_later_starts()
        gc.freeze()  # main.py put it to sleep
        gc.enable()
        self.came.emit("complete")

    def _hear_later_starts(self) -> None:
        """Come forward when the workspace that is open here is opened once more."""
        from gui.shell.single import SingleInstance

        if self._single is None and self._desktop is not None and self._desktop.workspace is not None:
            self._single = SingleInstance(self._folder, self)
            self._single.raise_wanted.connect(self.window.come_forward)
            self._single.listen()
