"""The way back from records that cannot be opened: a backup is chosen, restored in their place, and told of."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.platform.jobs import Job, Jobs
from gui.policies.view import StartView
from gui.shell.window import MainWindow
from gui.widgets.dialog import Dialog
from gui.widgets.progress_card import ProgressCard
from resources import word
from resources.refusals import refusal
from services.progress import Progress
from services.replacing import Replaced, is_helped, replace_by, restorable

if TYPE_CHECKING:
    from gui.shell.restore_dialog import BackupLine, RestoreDialog


class RestoreDesk(QObject):
    """Restores where asked; `settled` says that the records may be opened again, restored or as they were."""

    settled = Signal()

    def __init__(
        self,
        window: MainWindow,
        start: StartView,
        jobs: Jobs,
        folder: Path,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._start, self._jobs, self._folder, self._now = window, start, jobs, folder, now
        self.dialog: RestoreDialog | None = None
        self.told: Dialog | None = None

    def can_mend(self, error: Exception) -> bool:
        """Say whether there is a backup, and one would help."""
        return is_helped(error) and bool(restorable(self._folder))

    def ask(self) -> None:
        """Ask which backup it shall be."""
        from gui.shell.restore_dialog import RestoreDialog

        self._window.show_problem("")
        dialog = self.dialog = RestoreDialog(restorable(self._folder), self._now(), self._window)
        dialog.accepted.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self) -> None:
        assert self.dialog is not None
        line = self.dialog.chosen
        self._start.setEnabled(False)  # nothing else may open the records meanwhile
        work = partial(self._restore, line)
        job = self._jobs.run(work, done=partial(self._on_restored, line), failed=self._on_failed)
        job.ended.connect(partial(self._on_ended, job))
        self._watch(job)

    def _restore(self, line: "BackupLine", progress: Progress) -> Replaced:
        return replace_by(line.path, self._folder, progress, now=self._now)

    def _on_ended(self, job: Job[Replaced]) -> None:
        self._start.setEnabled(True)
        self._start.take_keyboard()
        if job.is_cancelled:  # perhaps too late to stop it
            self.settled.emit()

    def _on_restored(self, line: "BackupLine", replaced: Replaced) -> None:
        wording = self.tr("换上的备份：{when}。原来的文件夹留作“{kept}”，里面一样没删。")
        said = wording.format(when=line.when, kept="{kept}").replace("{kept}", replaced.kept.name)
        words = f"{said}{self._found_words(replaced)}"
        told = self.told = Dialog(self.tr("恢复好了"), words, act=self.tr("打开"), parent=self._window)
        told.finished.connect(self._on_told)
        told.finished.connect(told.deleteLater)
        told.open()

    def _found_words(self, replaced: Replaced) -> str:
        problems = replaced.found.problems
        if not problems:
            return self.tr("修改留痕和佐证核对无误。")
        counted = Counter(word(problem.kind) for problem in problems)
        named = "、".join(self.tr("{kind} {count} 处").format(kind=kind, count=n) for kind, n in counted.items())
        return self.tr("核对出问题：{named}，到原来的文件夹里找找，或重新添加。").format(named=named)

    def _on_told(self) -> None:
        self.settled.emit()

    def _on_failed(self, error: Exception) -> None:
        self._window.show_problem(refusal(error))

    def _watch(self, job: Job[Replaced]) -> None:
        card = ProgressCard(self.tr("正在从备份恢复"), parent=self._window)
        card.resize(card.sizeHint().expandedTo(card.minimumSizeHint()))
        card.move(self._window.rect().center() - card.rect().center())
        card.watch(job)
        job.ended.connect(card.deleteLater)
