"""Files on their way in: one job, one step of the history, one question about those that are here already."""

import sys
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from gui.pieces.words import refused_words, taken_words
from gui.platform.jobs import Job, Jobs
from models.vocabulary import AssessmentId
from resources.refusals import sentence
from services.evidence.intake import Duplicate, EvidenceIntake, Offer, TakenIn
from services.progress import CancelledError, Progress
from services.trail.changes import Change

Asker = Callable[[Sequence[Duplicate]], bool | None]


class Taking(QObject):
    """Takes files in and says how it went; `ask` answers for all duplicates of an intake at once.

    The answer is True for linking the pieces that are here, False for keeping copies, None for leaving them out.
    """

    began = Signal(object)
    taken = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        intake: EvidenceIntake,
        assessment: AssessmentId,
        jobs: Jobs,
        tell: Callable[[Change], None],
        *,
        ask: Asker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._intake, self._assessment, self._jobs, self._tell = intake, assessment, jobs, tell
        self._ask = ask

    def take(self, offers: Sequence[Offer]) -> Job[None]:
        """Begin to take files in."""
        run = _Run(self._intake, self._assessment, tuple(offers))
        job = self._jobs.run(run.work)
        job.ended.connect(partial(self._on_ended, run))
        self.began.emit(job)
        return job

    def _on_ended(self, run: "_Run") -> None:
        """Tell what was committed even when the user gave up a moment too late."""
        if run.taken is not None:
            self._on_taken(run.taken)
        elif run.error is not None:
            self._on_failed(run.error)
        else:
            self.taken.emit("")

    def _on_taken(self, taken: TakenIn) -> None:
        self._tell(taken.change)
        self.refused.emit(refused_words(taken))
        self.taken.emit(taken_words(taken))
        for one in taken.refused:
            if sentence(one.error) is None:
                sys.excepthook(type(one.error), one.error, one.error.__traceback__)
        if taken.duplicates:
            self._settle(taken.duplicates)

    def _settle(self, duplicates: Sequence[Duplicate]) -> None:
        links = self._ask(duplicates)
        if links is not None:
            self._tell(self._intake.settle(self._assessment, duplicates, as_copies=not links))

    def _on_failed(self, error: Exception) -> None:
        said = sentence(error)
        if said is None:
            sys.excepthook(type(error), error, error.__traceback__)
        self.refused.emit(said or self.tr("没有收进来，什么也没有改动。请从原处再拖一次。"))
        self.taken.emit("")


class _Run:
    """The work of one intake, and what came of it."""

    def __init__(self, intake: EvidenceIntake, assessment: AssessmentId, offers: tuple[Offer, ...]) -> None:
        self._intake, self._assessment, self._offers = intake, assessment, offers
        self.taken: TakenIn | None = None
        self.error: Exception | None = None

    def work(self, progress: Progress) -> None:
        """Take the files in; raises CancelledError once the user gave up."""
        try:
            self.taken = self._intake.take_in(self._assessment, self._offers, progress)
        except CancelledError:
            raise
        except Exception as error:  # said in the window's thread
            self.error = error
