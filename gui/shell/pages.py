"""The pages beside the start page and the open assessment, each made when it is first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from gui.shell.window import MainWindow

if TYPE_CHECKING:
    from gui.reader.presenter import ReaderScreen
    from gui.themes.view import ThemesView
    from services.workspace import Workspace


class Pages(QObject):
    """Puts 五市对照 and the official texts into the window."""

    home_wanted = Signal()
    marked = Signal(tuple)

    def __init__(self, window: MainWindow, jobs: Jobs, settings: DeskSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._jobs, self._settings = window, jobs, settings
        self.comparison: ThemesView | None = None
        self.readers: dict[str, ReaderScreen] = {}

    def show_themes(self) -> None:
        """Lay the cities side by side."""
        if self.comparison is None:
            self.comparison = self._compared()
        self._window.show_page(self.comparison, self.tr("五市对照"))

    def show_text(self, workspace: "Workspace", slug: str) -> None:
        """Show a policy's official text."""
        if slug not in self.readers:
            self.readers[slug] = self._reader(workspace, slug)
        self.readers[slug].show()
        self._window.show_page(self.readers[slug].view, self.tr("原文"))

    def forget_text(self, slug: str) -> None:
        """Let a policy's official text be read anew when it is next asked for."""
        if reader := self.readers.pop(slug, None):
            reader.view.deleteLater()

    def _reader(self, workspace: "Workspace", slug: str) -> "ReaderScreen":
        from gui.reader.presenter import ReaderScreen, ReaderServices

        services = ReaderServices(workspace.official_texts, self._jobs, self._settings)
        reader = ReaderScreen(workspace.policies.checklist(slug), services, stands_alone=True)
        reader.view.home_wanted.connect(self.home_wanted)
        reader.marked.connect(self.marked)
        return reader

    def _compared(self) -> "ThemesView":
        from checklists import library
        from gui.themes.presenter import ThemesPresenter
        from gui.themes.view import ThemesView

        view = ThemesView()
        ThemesPresenter(view, map(library.load, library.slugs()))
        view.home_wanted.connect(self.home_wanted)
        return view
