"""The start page's wishes, done; its rows, read."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.policies.view import StartView
from models.vocabulary import AssessmentId, SchoolId
from resources.refusals import sentence
from services.listed import PolicyRow

if TYPE_CHECKING:
    from gui.policies.start_wish import StartWish
    from services.drafts import DraftRow
    from services.opening import AssessmentRow
    from services.workspace import Workspace


def show_in_file_manager(folder: Path) -> None:
    """Open a folder in the system's file manager."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class StartPresenter(QObject):
    """Fills the start page from an open workspace, and starts assessments."""

    assessment_wanted = Signal(int)
    said = Signal(str)

    def __init__(
        self,
        view: StartView,
        workspace: "Workspace",
        *,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        open_folder: Callable[[Path], None] = show_in_file_manager,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or view)
        self._view = view
        self._workspace = workspace
        self._now = now
        self._open_folder = open_folder
        self._offered: tuple[PolicyRow, ...] = ()
        self._shown: tuple[PolicyRow, ...] = ()
        self._recent: tuple[AssessmentRow, ...] = ()
        view.assessment_wanted.connect(self.assessment_wanted)
        view.start_wished.connect(self._on_start_wished)
        view.folder_wanted.connect(self._on_folder_wanted)
        view.came_forward.connect(self.refresh)

    def begin(self) -> tuple[Callable[[], None], ...]:
        """Show what work begins with: recent assessments, or the form where there are none; give the steps left."""
        if self._show_recents():
            return self._show_feet, self._fill_form, self._show_policies, self._show_drafts, self._show_left_behind
        self.refresh()
        return ()

    def refresh(self) -> None:
        """Read policies, drafts, recent assessments and schools anew."""
        self._show_feet()
        self._fill_form()
        self._show_policies()
        self._show_drafts()
        self._show_recents()

    def _show_recents(self) -> bool:
        """Show recent assessments, and say whether there are any."""
        self._recent = self._workspace.opening.assessments()
        self._view.show_recents(self._recent, self._now())
        return bool(self._recent)

    def _show_left_behind(self) -> None:
        """Show recent assessments again where one was left behind by what the policies' files brought."""
        if self._workspace.opening.assessments() != self._recent:
            self._show_recents()

    def _show_feet(self) -> None:
        """Say under the recent assessments what their bars mean, and under all where they lie."""
        self._view.explain()
        self._view.show_folder(self._workspace.folder)

    def _fill_form(self) -> None:
        """Offer schools and policies; a choice stays where there are no others."""
        listed = self._workspace.policies.listed()
        if listed != self._offered:
            self._offered = listed
            self._view.offer_policies(listed)
        self._view.offer_schools(self._workspace.opening.schools())
        self._view.prefill()

    def _show_policies(self) -> None:
        """Lay out the cards anew only where there are others."""
        policies = self._workspace.policies
        listed = policies.listed()
        if listed != self._shown:
            self._shown = listed
            self._view.show_policies(listed)
        self._view.show_refused([sentence(refused) or "" for refused in policies.refused])

    def _show_drafts(self) -> None:
        self._view.show_drafts(self._drafts(), self._now())

    def _drafts(self) -> "Sequence[DraftRow]":
        """List what is being drafted; where nothing ever was, what drafts is not even imported."""
        return self._workspace.drafts.listed() if self._workspace.policies.has_own else ()

    def _on_start_wished(self, wish: "StartWish") -> None:
        from services.errors import AlreadyStartedError

        try:
            started = self._workspace.assessments.start(self._school(wish), wish.policy, wish.year)
        except AlreadyStartedError as known:
            started = known.assessment
            self.said.emit(self.tr("这所学校 {year} 年度已经有这份自评，接着填就行").format(year=wish.year))
        self.assessment_wanted.emit(AssessmentId(started))

    def _school(self, wish: "StartWish") -> SchoolId:
        if isinstance(wish.school, int):
            return wish.school
        new = wish.school
        register = self._workspace.schools.register
        return register(new.name, type=new.type, ownership=new.ownership, place=new.place)

    def _on_folder_wanted(self) -> None:
        self._open_folder(self._workspace.folder)
