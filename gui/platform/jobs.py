"""Long work off the window's thread: one worker, progress, a way to give up."""

import sys
import time
from collections.abc import Callable
from queue import SimpleQueue
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from services.progress import CancelledError, Progress

T = TypeVar("T")
Work = Callable[[Progress], T]
_BETWEEN_REPORTS = 0.05
_TURN = 0.001
"""Seconds until a job that computes gives way to the window: with Python's own 0.005 every painted row waits."""


class Job(QObject, Generic[T]):
    """One piece of work under way; its signals and callbacks arrive in the thread that started it."""

    progressed = Signal(int, int, str)
    ended = Signal()
    _came_back = Signal(object, object)

    def __init__(
        self,
        work: Work[T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        super().__init__()
        self._work = work
        self._done = done
        self._failed = failed
        self._gave_up = Event()
        self._ended = False
        self._came_back.connect(self._on_came_back, Qt.ConnectionType.QueuedConnection)

    @property
    def is_cancelled(self) -> bool:
        """Say whether the user gave up."""
        return self._gave_up.is_set()

    @property
    def has_ended(self) -> bool:
        """Say whether nothing more will come."""
        return self._ended

    def cancel(self) -> None:
        """Give up; the work hears of it at its next step, and no callback comes."""
        self._gave_up.set()

    def raise_if_cancelled(self) -> None:
        """Raise CancelledError once the user gave up."""
        if self.is_cancelled:
            raise CancelledError

    def execute(self) -> None:
        """Do the work in whatever thread calls; only the worker does."""
        try:
            self.raise_if_cancelled()
            result = self._work(_Reporter(self))
        except Exception as error:
            self._came_back.emit(None, error)
        else:
            self._came_back.emit(result, None)

    @Slot(object, object)
    def _on_came_back(self, result: T, error: Exception | None) -> None:
        self._ended = True
        self.ended.emit()
        if self.is_cancelled or isinstance(error, CancelledError):
            return
        if error is not None:
            self._fail(error)
        elif self._done is not None:
            self._done(result)

    def _fail(self, error: Exception) -> None:
        if self._failed is None:
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            self._failed(error)


class Jobs(QObject):
    """Runs jobs one after another, as there is one writer."""

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: SimpleQueue[Job[object] | None] = SimpleQueue()
        self._open: list[Job[object]] = []
        self._worker = _Worker(self._waiting)

    def run(
        self,
        work: Work[T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Job[T]:
        """Start work; `done` hears its result, `failed` its error, neither when it was cancelled."""
        job: Job[T] = Job(work, done=done, failed=failed)
        self._keep(job)  # type: ignore[arg-type]
        self._worker.start()
        self.started.emit(job)
        return job

    @property
    def is_busy(self) -> bool:
        """Say whether any job has not ended."""
        return any(not job.has_ended for job in self._open)

    def close(self) -> None:
        """Cancel everything and wait for the one in hand to stop."""
        for job in self._open:
            job.cancel()
        if self._worker.isRunning():
            self._waiting.put(None)
            self._worker.wait()

    def _keep(self, job: Job[object]) -> None:
        self._open = [known for known in self._open if not known.has_ended] + [job]
        self._waiting.put(job)


class _Worker(QThread):
    """The one thread; it starts with the first job."""

    def __init__(self, waiting: "SimpleQueue[Job[object] | None]") -> None:
        super().__init__()
        self._waiting = waiting

    def run(self) -> None:
        """Take jobs until told to stop."""
        sys.setswitchinterval(_TURN)
        while (job := self._waiting.get()) is not None:
            job.execute()


class _Reporter:
    """The Progress a job hands to its work: thinned out, and the place where giving up is heard."""

    def __init__(self, job: "Job[T]") -> None:
        self._job: Job[T] = job
        self._last = 0.0

    def step(self, done: int, total: int, what: str = "") -> None:
        """Report, at most twenty times a second, the end always."""
        self._job.raise_if_cancelled()
        now = time.monotonic()
        if done >= total or now - self._last >= _BETWEEN_REPORTS:
            self._last = now
            self._job.progressed.emit(done, total, what)
