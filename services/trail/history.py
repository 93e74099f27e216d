"""Undo and redo over everything that was done since the program was opened."""

from dataclasses import dataclass, replace

from services.errors import OutOfStepError
from services.trail.changes import Change, Step
from services.trail.steps import Done, Steps


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a person did, and the change that stands for it now: done, taken back, or done again."""

    step: Done
    now: Done


class History:
    """The steps that can be taken back and done again; each doing is a new change, nothing is erased."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._done: list[_Entry] = []
        self._undone: list[_Entry] = []

    def add(self, step: Done) -> None:
        """Remember a step; what was undone before it cannot be done again."""
        if not step.is_empty:
            self._done.append(_Entry(step, step))
            self._undone.clear()

    def join(self, change: Change, step: Step) -> None:
        """Remember a change that came of a step, to be taken back with it; by itself where it is not the last one."""
        if change.parts and self.next_undo is step:
            joined = step.with_change(change)
            self._done[-1] = _Entry(joined, joined)
        else:
            self.add(change)

    def undo(self) -> Done | None:
        """Take the last step back; raises OutOfStepError, and forgets a step that no longer fits."""
        return self._turn(self._done, self._undone)

    def redo(self) -> Done | None:
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
    def next_undo(self) -> Done | None:
        """Name the step that undo would take back."""
        return self._done[-1].step if self._done else None

    @property
    def next_redo(self) -> Done | None:
        """Name the step that redo would do again, as it was first done."""
        return self._undone[-1].step if self._undone else None

    def _turn(self, source: list[_Entry], target: list[_Entry]) -> Done | None:
        if not source:
            return None
        entry = source[-1]
        try:
            done = self._steps.take_back(entry.now)
        except OutOfStepError:
            source.pop()
            raise
        source.pop()
        target.append(replace(entry, now=done))
        return done
