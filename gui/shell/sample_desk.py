"""The sample school, filled in while somebody watches."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.platform.jobs import Jobs
from gui.policies.view import StartView
from gui.shell.window import MainWindow
from services.progress import Progress

if TYPE_CHECKING:
    from models.vocabulary import AssessmentId
    from services.workspace import Workspace

_SAMPLE = "yiyang"


class SampleDesk(QObject):
    """Fills the sample school in when the start page asks; `filled` names its assessment."""

    filled = Signal(int)

    def __init__(self, window: MainWindow, start: StartView, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._jobs = window, jobs
        self._workspace: Workspace | None = None
        start.sample_wanted.connect(self._on_sample_wanted)

    def take(self, workspace: "Workspace") -> None:
        """Work in an open workspace from now on."""
        self._workspace = workspace

    def _on_sample_wanted(self) -> None:
        if self._workspace is None:
            return
        from gui.widgets.progress_card import ProgressCard

        job = self._jobs.run(self._fill, done=self.filled.emit)
        card = ProgressCard(self.tr("正在备好示例学校"), can_stop=False, parent=self._window)
        card.resize(card.sizeHint().expandedTo(card.minimumSizeHint()))
        card.move(self._window.rect().center() - card.rect().center())
        card.watch(job)
        job.ended.connect(card.deleteLater)

    def _fill(self, progress: Progress) -> "AssessmentId":
        from services.sample.school import fill

        assert self._workspace is not None
        return fill(self._workspace, _SAMPLE, progress)
