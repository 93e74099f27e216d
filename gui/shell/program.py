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
from gui.shell.single import SingleInstance
from gui.shell.window import MainWindow
from resources import VERSION, font_folders
from resources.refusals import sentence

if TYPE_CHECKING:
    from gui.shell.desktop import Desktop


def run(folder: Path, who: str, *, announce: Callable[[str], None] | None = None) -> int:
    """Show the window over a workspace until it is closed; `announce` hears "painted", "usable" and "complete"."""
    gc.disable()  # what is made at the start stays: looking through it meanwhile finds nothing to throw away
    application = QApplication(sys.argv[:1])
    single = SingleInstance(folder)
    if single.call_first():
        return 0
    single.listen()
    program = Program(application, folder, who)
    single.raise_wanted.connect(program.window.come_forward)
    if announce is not None:
        program.came.connect(announce)
    program.window.show()
    status = application.exec()
    program.close()
    single.close()
    return status


class Program(QObject):
    """The window, and behind it, once it has been painted, the rest of the program."""

    came = Signal(str)

    def __init__(self, application: QApplication, folder: Path, who: str) -> None:
        super().__init__()
        self._application, self._folder, self._who = application, folder, who
        self._settings = DeskSettings()
        application.setPalette(palette_of(first_theme(self._settings.desk.theme)))
        self._desktop: Desktop | None = None
        self.window = MainWindow(self._settings, version=VERSION, workspace=str(folder))
        FirstPaint(self.window).came.connect(self._on_painted)

    def close(self) -> None:
        """Let go of everything; called after the window has closed."""
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
        from gui.shell.desktop import Desktop

        self._desktop = Desktop(self.window, self._folder, self._who, self._settings, self._themes)
        self._desktop.usable.connect(self._on_usable)
        self._desktop.complete.connect(self._on_complete)
        self._desktop.open()

    def _on_usable(self) -> None:
        self.came.emit("usable")

    def _on_complete(self) -> None:
        from gui.platform.appearance import show_icon

        show_icon(self._application, self._themes)
        gc.freeze()
        gc.enable()
        self.came.emit("complete")
