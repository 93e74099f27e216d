"""What a service can refuse or break off: classes with fields and no sentence."""

from dataclasses import dataclass
from pathlib import Path

from checklists.key_labels import label_of
from models.vocabulary import AssessmentId, ItemKey

_NONE = ItemKey("")


@dataclass(eq=False)
class FolderTakenError(Exception):
    """The folder for a sample holds something else."""

    folder: Path


@dataclass(eq=False)
class NoWorkspaceError(Exception):
    """The folder holds no workspace."""

    folder: Path


@dataclass(eq=False)
class NoBackupError(Exception):
    """There is no such backup."""

    path: Path


@dataclass(eq=False)
class DamagedBackupError(Exception):
    """The backup itself is damaged, or no workspace's database."""

    path: Path


@dataclass(eq=False)
class FolderNotEmptyError(Exception):
    """The folder to restore into holds something."""

    folder: Path


@dataclass(eq=False)
class WholeDiskError(Exception):
    """The folder to restore into is a whole disk, whose place no folder can take; `inside` is one that could be."""

    folder: Path

    @property
    def inside(self) -> Path:
        """Propose a folder of its own."""
        return self.folder / "职评簿"


@dataclass(eq=False)
class RestorePlaceError(Exception):
    """Nothing may be laid beside the folder to restore into."""

    folder: Path


@dataclass(eq=False)
class NoSampleError(Exception):
    """The policy has no sample school; `known` names those that do."""

    slug: str
    known: str


@dataclass(eq=False)
class UnknownAssessmentError(Exception):
    """The workspace has no assessment of this number."""

    assessment: AssessmentId


@dataclass(eq=False)
class AlreadyStartedError(Exception):
    """The school has an assessment under this policy in this year."""

    assessment: AssessmentId


@dataclass(eq=False)
class UnknownItemError(Exception):
    """The assessment's policy has no item or indicator of this key."""

    key: str

    @property
    def label(self) -> str:
        """Say the key as people read it."""
        return label_of(self.key)


@dataclass(eq=False)
class ItemError(Exception):
    """Something is refused of an item; each reason is a class of its own."""

    item: ItemKey = _NONE

    @property
    def label(self) -> str:
        """Say the key as people read it."""
        return label_of(self.item)


class ReasonMissingError(ItemError):
    """An item was called not applicable without saying why."""


class OverrulingReasonMissingError(ItemError):
    """A figure was judged otherwise than the rules do without saying why."""


class OutOfStepError(ItemError):
    """What a step would change is no longer as the step left it; nothing was written."""


class PassageOutOfStepError(OutOfStepError):
    """What is written for the report has been written anew since."""


class NameMissingError(Exception):
    """A school or a piece of evidence was given no name."""


class TextMissingError(Exception):
    """An item of a school's own was given no text."""


@dataclass(eq=False)
class TextTooLongError(Exception):
    """A text is longer than `limit` characters."""

    limit: int


@dataclass(eq=False)
class OtherPolicyError(Exception):
    """Two documents to be compared are not revisions of one policy."""

    before: str
    after: str


@dataclass(eq=False)
class SlugTakenError(Exception):
    """Another policy has this slug; nothing was overwritten."""

    slug: str


@dataclass(eq=False)
class NotOwnPolicyError(Exception):
    """The policy is the library's, not one that people here wrote."""

    slug: str


@dataclass(eq=False)
class DepartmentTakenError(Exception):
    """The school has a department of this name."""

    name: str
