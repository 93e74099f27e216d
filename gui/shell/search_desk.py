"""找遍各年: reached from anywhere, it leads to what was found."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.shell.window import MainWindow

if TYPE_CHECKING:
    from gui.search.presenter import SearchPresenter
    from gui.shell.places import Place
    from services.search import Hit
    from services.workspace import Workspace


class SearchDesk(QObject):
    """Opens the search over the window; `place_wanted` says an assessment and the place in it."""

    place_wanted = Signal(int, object)

    def __init__(self, window: MainWindow, may_leave: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._may_leave = window, may_leave
        self._workspace: Workspace | None = None
        self._presenter: SearchPresenter | None = None
        window.search_wanted.connect(self._on_search_wanted)

    def take(self, workspace: "Workspace") -> None:
        """Search in this workspace."""
        self._workspace = workspace

    @property
    def presenter(self) -> "SearchPresenter":
        """Give what searches, made when it is first asked for."""
        if self._presenter is None:
            from gui.search.presenter import SearchPresenter

            assert self._workspace is not None
            self._presenter = SearchPresenter(self._workspace.search, self._workspace.opening, self._window)
            self._presenter.hit_wanted.connect(self._on_hit_wanted)
        return self._presenter

    def _on_search_wanted(self) -> None:
        if self._workspace is not None and self._may_leave():
            self.presenter.open()

    def _on_hit_wanted(self, hit: "Hit") -> None:
        self.place_wanted.emit(hit.assessment, _place_of(hit))


def _place_of(hit: "Hit") -> "Place":
    """Give the item that something was written for, or the ledger where there is none."""
    from gui.shell.places import Place
    from gui.shell.tabs import Tab

    return Place(Tab.CHECKLIST if hit.item else Tab.FINDINGS, item=hit.item)
