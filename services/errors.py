"""What a service can refuse or break off: classes with fields and no sentence."""

from datetime import date
from pathlib import Path

from checklists.key_labels import label_of
from models.vocabulary import AssessmentId, EvidenceId, FindingState, ItemKey
from resources import word


class CancelledError(Exception):
    """The user gave up on long work; nothing half done is left behind."""


class FolderTakenError(Exception):
    """The folder for a sample holds something else."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder


class NoWorkspaceError(Exception):
    """The folder holds no workspace."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder


class NoBackupError(Exception):
    """There is no such backup."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FolderNotEmptyError(Exception):
    """The folder to restore into holds something."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder


class NoSampleError(Exception):
    """The policy has no sample school; `known` names those that do."""

    def __init__(self, slug: str, known: str) -> None:
        super().__init__(slug)
        self.slug = slug
        self.known = known


class UnknownAssessmentError(Exception):
    """The workspace has no assessment of this number."""

    def __init__(self, assessment: AssessmentId) -> None:
        super().__init__(assessment)
        self.assessment = assessment


class UnknownItemError(Exception):
    """The assessment's policy has no item or indicator of this key."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key

    @property
    def label(self) -> str:
        """Say the key as people read it."""
        return label_of(self.key)


class AlreadyStartedError(Exception):
    """The school has an assessment under this policy in this year."""

    def __init__(self, assessment: AssessmentId) -> None:
        super().__init__(assessment)
        self.assessment = assessment


class OverrulingReasonMissingError(Exception):
    """A figure was judged otherwise than the rules do without saying why."""

    def __init__(self, item: ItemKey) -> None:
        super().__init__(item)
        self.item = item

    @property
    def label(self) -> str:
        """Say the key as people read it."""
        return label_of(self.item)


class ReasonMissingError(Exception):
    """An item was called not applicable without saying why."""

    def __init__(self, item: ItemKey) -> None:
        super().__init__(item)
        self.item = item

    @property
    def label(self) -> str:
        """Say the key as people read it."""
        return label_of(self.item)


class NameMissingError(Exception):
    """A school or a piece of evidence was given no name."""


class TextMissingError(Exception):
    """An item of a school's own was given no text."""


class OtherPolicyError(Exception):
    """Two documents to be compared are not revisions of one policy."""

    def __init__(self, before: str, after: str) -> None:
        super().__init__(before, after)
        self.before = before
        self.after = after


class TextTooLongError(Exception):
    """A text is longer than `limit` characters."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class NumberPatternError(Exception):
    """The pattern cannot number evidence so that every piece has a number of its own."""

    def __init__(self, pattern: str) -> None:
        super().__init__(pattern)
        self.pattern = pattern


class OutOfStepError(Exception):
    """What a step would change is no longer as the step left it; nothing was written."""

    def __init__(self, item: ItemKey) -> None:
        super().__init__(item)
        self.item = item

    @property
    def label(self) -> str:
        """Say the key as people read it."""
        return label_of(self.item)


class EvidenceMissingError(Exception):
    """The file of a piece of evidence is no longer in the workspace."""

    def __init__(self, evidence: EvidenceId, name: str) -> None:
        super().__init__(evidence, name)
        self.evidence = evidence
        self.name = name


class NotOpenableError(Exception):
    """Evidence of this kind is never opened by us; it can be saved as a copy."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SlugTakenError(Exception):
    """Another policy has this slug; nothing was overwritten."""

    def __init__(self, slug: str) -> None:
        super().__init__(slug)
        self.slug = slug


class NotOwnPolicyError(Exception):
    """The policy is the library's, not one that people here wrote."""

    def __init__(self, slug: str) -> None:
        super().__init__(slug)
        self.slug = slug


class DepartmentTakenError(Exception):
    """The school has a department of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class UnknownFindingError(Exception):
    """The assessment has no finding of this number."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class FindingOutOfStepError(OutOfStepError):
    """What a step would change of a finding is no longer as the step left it; nothing was written."""

    def __init__(self, item: ItemKey | None, label: str) -> None:
        super().__init__(item or ItemKey(""))
        self._label = label

    @property
    def label(self) -> str:
        """Say the finding's number as people read it."""
        return self._label


class PassageOutOfStepError(OutOfStepError):
    """What is written for the report has been written anew since."""


class ProblemMissingError(Exception):
    """A finding was given no problem."""


class DeadlineTooEarlyError(Exception):
    """A finding's deadline lies before the day it was found."""

    def __init__(self, label: str, found_on: date) -> None:
        super().__init__(label, found_on)
        self.label = label
        self.found_on = found_on


class PercentError(Exception):
    """A round of progress claims less than nothing or more than all."""

    def __init__(self, percent: int) -> None:
        super().__init__(percent)
        self.percent = percent


class FindingStateError(Exception):
    """What was asked does not go with the state a finding is in; `standing` says the state."""

    def __init__(self, label: str, state: FindingState) -> None:
        super().__init__(label, state)
        self.label = label
        self.state = state

    @property
    def standing(self) -> str:
        """Say the state in Chinese."""
        return word(self.state)


class FindingReasonMissingError(Exception):
    """A finding was to be reopened or withdrawn without saying why."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class EvidenceLackingError(Exception):
    """A finding cannot be closed as nothing shows that it is put right; `what` would show it."""

    def __init__(self, label: str, what: str) -> None:
        super().__init__(label, what)
        self.label = label
        self.what = what


class RecognitionLackingError(Exception):
    """A finding cannot be closed as nobody has recognised it as done."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label
