"""What is said of a piece of evidence in one assessment, and the steps by which it changes."""

from dataclasses import dataclass
from datetime import date

from models.vocabulary import EvidenceId, ItemKey
from services.trail.turning import Turning


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a person says of a piece: 形成日期, 有效期至, 所属年度, 责任部门, 说明."""

    formed_on: date | None = None
    valid_until: date | None = None
    year: int | None = None
    department: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FileVersion:
    """Which of a piece's files is the newest; 0 is the first."""

    version: int
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ParticularsPart(Turning):
    """The particulars of a piece were amended; `others` are the further items it serves."""

    item: ItemKey
    evidence: EvidenceId
    name: str
    before: Particulars
    after: Particulars
    others: tuple[ItemKey, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberPart(Turning):
    """A piece got another number because somebody asked for it."""

    item: ItemKey
    evidence: EvidenceId
    name: str
    before: str
    after: str
    others: tuple[ItemKey, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionPart(Turning):
    """A newer file took the place of a piece's file; the older one is kept."""

    item: ItemKey
    evidence: EvidenceId
    before: FileVersion
    after: FileVersion
    others: tuple[ItemKey, ...] = ()

    @property
    def name(self) -> str:
        """Name the file that is shown now."""
        return self.after.name


EvidenceEdit = ParticularsPart | NumberPart | VersionPart
