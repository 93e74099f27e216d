"""Undo and redo over everything that was done since the program was opened."""

from services.assessments import Assessments
from services.changes import Change
from services.errors import OutOfStepError


class History:
    """The steps that can be taken back and done again; each doing is a new change, nothing is erased."""

    def __init__(self, assessments: Assessments) -> None:
        self._assessments = assessments
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def add(self, change: Change) -> None:
        """Remember a step; what was undone before it cannot be done again."""
        if change.parts:
            self._done.append(change)
            self._undone.clear()

    def undo(self) -> Change | None:
        """Take the last step back; raises OutOfStepError, and forgets a step that no longer fits."""
        return self._turn(self._done, self._undone)

    def redo(self) -> Change | None:
        """Do again what was undone last; raises OutOfStepError."""
        return self._turn(self._undone, self._done)

    @property
    def can_undo(self) -> bool:
        """Say whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Say whether there is a step to do again."""
        return bool(self._undone)

    @property
    def next_undo(self) -> Change | None:
        """Name the step that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Change | None:
        """Name the step that redo would do again."""
        return self._undone[-1] if self._undone else None

    def _turn(self, source: list[Change], target: list[Change]) -> Change | None:
        if not source:
            return None
        step = source[-1]
        try:
            change = self._assessments.carry_out(step.assessment, step.inverted())
        except OutOfStepError:
            source.pop()
            raise
        source.pop()
        target.append(change)
        return change
