"""Several files taken in one after another: each stands or falls by itself."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from resources.refusals import sentence
from services.progress import CancelledError, Progress
from services.trail.changes import Change

_tr = partial(QCoreApplication.translate, "checklist")
Attach = Callable[[Progress], Change]


class Intake:
    """The work of a job; what came in and what did not can be read when it has ended, cancelled or not."""

    def __init__(self, attach: Sequence[Attach], names: Sequence[str]) -> None:
        self._attach = tuple(zip(names, attach, strict=True))
        self.changes: list[Change] = []
        self.failures: list[tuple[str, Exception]] = []

    def work(self, progress: Progress) -> None:
        """Take everything in; raises CancelledError once the user gave up."""
        total = len(self._attach)
        for done, (name, attach) in enumerate(self._attach):
            progress.step(done, total, name)
            self._take(name, attach, progress if total == 1 else _Counted(progress, done, total))
        progress.step(total, total)

    def failure(self) -> str:
        """Say what did not come in and that the rest did, "" when all did."""
        if not self.failures:
            return ""
        name, error = self.failures[0]
        said = sentence(error) or _tr("“{name}” 没有收进来。请从原处再拖一次。").format(name=name)
        if len(self.failures) > 1:
            said += _tr("另有 {count} 个也没有收进来。").format(count=len(self.failures) - 1)
        if self.changes:
            said += _tr("其他 {count} 个文件已收好。").format(count=len(self.changes))
        return said

    def bugs(self) -> tuple[Exception, ...]:
        """Give the failures nobody expected."""
        return tuple(error for _, error in self.failures if sentence(error) is None)

    def _take(self, name: str, attach: Attach, progress: Progress) -> None:
        try:
            self.changes.append(attach(progress))
        except CancelledError:
            raise
        except Exception as error:
            self.failures.append((name, error))


class _Counted:
    """The progress of one file among several: it counts files, and still hears that the user gave up."""

    def __init__(self, progress: Progress, done: int, total: int) -> None:
        self._progress, self._done, self._total = progress, done, total

    def step(self, _done: int, _total: int, what: str = "") -> None:
        """Pass on how many files are in."""
        self._progress.step(self._done, self._total, what)
