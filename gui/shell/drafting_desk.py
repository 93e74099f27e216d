"""The ways from the start page into the review of a draft, and back with a checklist."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from gui.policies.view import StartView
from gui.shell.window import MainWindow

if TYPE_CHECKING:
    from gui.drafting.presenter import DraftingScreen
    from services.workspace import Workspace


class DraftingDesk(QObject):
    """Makes the review when it is first asked for; `saved` names the policy that came of it."""

    home_wanted = Signal()
    saved = Signal(str)

    def __init__(
        self, window: MainWindow, start: StartView, jobs: Jobs, settings: DeskSettings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._jobs, self._settings = window, jobs, settings
        self._workspace: Workspace | None = None
        self.screen: DraftingScreen | None = None
        start.drafting_wanted.connect(self.begin)
        start.document_dropped.connect(self._on_document_dropped)
        start.draft_chosen.connect(self._on_draft_chosen)
        start.draft_unwanted.connect(self._on_draft_unwanted)
        start.revision_wanted.connect(self._on_revision_wanted)

    def take(self, workspace: "Workspace") -> None:
        """Work in an open workspace from now on."""
        self._workspace = workspace

    def begin(self) -> None:
        """Let the user pick a document to draft a checklist from."""
        if screen := self._shown():
            screen.choose()

    def flush(self) -> bool:
        """Write down what is typed; False where something could not be."""
        return self.screen is None or self.screen.flush()

    def _shown(self) -> "DraftingScreen | None":
        """Bring the review into the window; None before the workspace is open."""
        screen = self._made()
        if screen is not None:
            self._window.show_page(screen.view, self.tr("从文件新建清单"))
        return screen

    def _made(self) -> "DraftingScreen | None":
        if self.screen is None and self._workspace is not None:
            from gui.drafting.presenter import DraftingScreen, DraftingServices

            self.screen = DraftingScreen(DraftingServices(self._workspace.drafts, self._jobs, self._settings))
            self.screen.left.connect(self.home_wanted)
            self.screen.saved.connect(self.saved)
        return self.screen

    def _on_document_dropped(self, path: Path) -> None:
        if screen := self._shown():
            screen.read_in(path)

    def _on_draft_chosen(self, name: str) -> None:
        if screen := self._shown():
            screen.open(name)

    def _on_draft_unwanted(self, name: str) -> None:
        if screen := self._made():
            screen.throw_away(name, self._window)

    def _on_revision_wanted(self, slug: str) -> None:
        if screen := self._shown():
            screen.revise(slug)
