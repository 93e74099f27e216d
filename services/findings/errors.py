"""What may not be done to a finding: classes with fields and no sentence."""

from dataclasses import dataclass
from datetime import date

from models.vocabulary import FindingState, ItemKey
from resources import word
from services.errors import OutOfStepError


@dataclass(eq=False)
class UnknownFindingError(Exception):
    """The assessment has no finding of this number."""

    label: str


class FindingOutOfStepError(OutOfStepError):
    """What a step would change of a finding is no longer as the step left it; nothing was written."""

    def __init__(self, item: ItemKey | None, label: str) -> None:
        super().__init__(item or ItemKey(""))
        self._label = label

    @property
    def label(self) -> str:
        """Say the finding's number as people read it."""
        return self._label


class ProblemMissingError(Exception):
    """A finding was given no problem."""


@dataclass(eq=False)
class DeadlineTooEarlyError(Exception):
    """A finding's deadline lies before the day it was found."""

    label: str
    found_on: date


@dataclass(eq=False)
class PercentError(Exception):
    """A round of progress claims less than nothing or more than all."""

    percent: int


@dataclass(eq=False)
class FindingStateError(Exception):
    """What was asked does not go with the state a finding is in; `standing` says the state."""

    label: str
    state: FindingState

    @property
    def standing(self) -> str:
        """Say the state in Chinese."""
        return word(self.state)


@dataclass(eq=False)
class FindingReasonMissingError(Exception):
    """A finding was to be reopened or withdrawn without saying why."""

    label: str


@dataclass(eq=False)
class EvidenceLackingError(Exception):
    """A finding cannot be closed as nothing shows that it is put right; `what` would show it."""

    label: str
    what: str


@dataclass(eq=False)
class RecognitionLackingError(Exception):
    """A finding cannot be closed as nobody has recognised it as done."""

    label: str
