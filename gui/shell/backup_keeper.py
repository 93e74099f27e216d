"""When backups are made: on opening, every quarter of an hour while anything changes, on asking, at the end."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gui.platform.jobs import Jobs
from resources.refusals import refusal

if TYPE_CHECKING:
    from services.backups import Backups

_BETWEEN = 15 * 60 * 1000
_FIRST = 1000


class BackupKeeper(QObject):
    """Makes backups as jobs; says those that were asked for, and every one that failed."""

    made = Signal(Path)
    refused = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._backups: Callable[[], Backups] | None = None
        self._clock = QTimer(self, interval=_BETWEEN)
        self._settled = QTimer(self, interval=_FIRST, singleShot=True)
        for timer in (self._clock, self._settled):
            timer.timeout.connect(self._on_time)

    def watch(self, backups: "Callable[[], Backups]") -> None:
        """Keep this workspace's backups from now on; they are first asked for when the window has come to rest."""
        self._backups = backups
        self._clock.start()
        self._settled.start()

    def back_up(self) -> None:
        """Make one because it was asked for."""
        if self._backups is not None:
            self._jobs.run(self._backups().make, done=self.made.emit, failed=self._on_failed)

    def back_up_at_last(self) -> None:
        """Make one before the workspace is closed, unless nothing changed."""
        self._clock.stop()
        self._settled.stop()
        if self._backups is None:
            return
        try:
            self._backups().make_if_changed()
        except Exception:
            # the records are safe where they are: a copy less must not keep the program from closing
            logging.getLogger("voccheck").exception("no backup at the end")

    def _on_time(self) -> None:
        if self._backups is not None:
            self._jobs.run(self._backups().make_if_changed, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self.refused.emit(refusal(error))
