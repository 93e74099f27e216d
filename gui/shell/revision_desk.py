"""The ways from an assessment to what its policy has become, to its archive, and back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.platform.jobs import Jobs
from gui.policies.view import StartView
from gui.shell.window import MainWindow
from models.vocabulary import AssessmentId

if TYPE_CHECKING:
    from gui.revisions.comparer import RevisionComparer
    from gui.revisions.presenter import RevisionsScreen
    from gui.shell.sitting import Sitting
    from services.trail.changes import Step
    from services.workspace import Workspace


class RevisionDesk(QObject):
    """Puts 修订对照 and 归档 into the window; `stale` names an assessment, an item of it or "", and the step done."""

    home_wanted = Signal()
    assessment_wanted = Signal(int)
    stale = Signal(int, str, object)

    def __init__(
        self,
        window: MainWindow,
        start: StartView,
        jobs: Jobs,
        sitting: "Callable[[], Sitting | None]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._jobs, self._sitting = window, jobs, sitting
        self._workspace: Workspace | None = None
        self.screens: dict[AssessmentId, RevisionsScreen] = {}
        self.comparer: RevisionComparer | None = None
        window.changes_wanted.connect(self._on_changes_wanted)
        window.archive_wanted.connect(self._on_archive_wanted)
        window.compare_wanted.connect(self._on_compare_wanted)
        start.changes_wanted.connect(self._show)

    def take(self, workspace: "Workspace") -> None:
        """Work in an open workspace from now on."""
        self._workspace = workspace

    def tell_of(self, assessment: AssessmentId) -> None:
        """Say over the assessment whether its policy has become another one."""
        assert self._workspace is not None
        newer = self._workspace.renewals.newer(assessment)
        wording = self.tr("这份政策有新版（第 {revision} 版），现在填的还是原来那一版。")
        self._window.show_notice(wording.format(revision=newer.revision) if newer else "")

    def _show(self, assessment: int, *, is_archive: bool = False) -> None:
        if self._workspace is None:
            return
        screen = self._screen(self._workspace, AssessmentId(assessment))
        screen.show(is_archive=is_archive)
        self._window.show_page(screen.view, self.tr("归档") if is_archive else self.tr("修订对照"))

    def _on_changes_wanted(self) -> None:
        sitting = self._sitting()
        if sitting is not None and sitting.flush():
            self._show(sitting.assessment)

    def _on_archive_wanted(self) -> None:
        sitting = self._sitting()
        if sitting is not None and sitting.flush():
            self._show(sitting.assessment, is_archive=True)

    def _on_compare_wanted(self) -> None:
        sitting = self._sitting()
        if self._workspace is not None and (sitting is None or sitting.flush()):
            comparer = self._made(self._workspace)
            policy = self._workspace.assessments.policy(sitting.assessment) if sitting is not None else None
            comparer.show(policy.slug if policy is not None else "")
            self._window.show_page(comparer.view, self.tr("修订对照"))

    def _made(self, workspace: "Workspace") -> "RevisionComparer":
        from gui.revisions.comparer import RevisionComparer

        if self.comparer is None:
            self.comparer = RevisionComparer(workspace.revisions)
            self.comparer.home_wanted.connect(self.home_wanted)
        return self.comparer

    def _screen(self, workspace: "Workspace", assessment: AssessmentId) -> "RevisionsScreen":
        from gui.revisions.presenter import RevisionServices, RevisionsScreen

        if assessment not in self.screens:
            services = RevisionServices(workspace.renewals, workspace.own_items, workspace.evidence, self._jobs)
            screen = self.screens[assessment] = RevisionsScreen(assessment, services)
            screen.back_wanted.connect(partial(self.assessment_wanted.emit, assessment))
            screen.renewed.connect(self._on_renewed)
            screen.brought_back.connect(partial(self.stale.emit, assessment))
        return self.screens[assessment]

    def _on_renewed(self, assessment: int, step: "Step") -> None:
        self.stale.emit(assessment, "", step)
